"""Which notice is shown for what happened: its words, its importance and its buttons."""

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.key_status import KeyStatus
from facegen_gui.domain.saves import SaveReport, UnsavedFile
from facegen_gui.services.events import PauseChanged, SaveUndone, TaskFinished
from facegen_gui.widgets.notice_row import Level, Notice, NoticeAction
from facegen_gui.widgets.wording import (
    Context,
    exported_sentence,
    failure_next_step,
    failure_sentence,
    fill,
    joined,
    key_store_sentence,
    removed_sentence,
    saved_sentence,
    undone_sentence,
)

Notices = Context("Notices")

_PAUSE_ACTIONS = {
    FailureKind.key_missing: (NoticeAction.enter_key,),
    FailureKind.key_rejected: (NoticeAction.enter_key,),
    FailureKind.certificate: (NoticeAction.network_settings, NoticeAction.check_up, NoticeAction.try_again),
    FailureKind.proxy: (NoticeAction.network_settings, NoticeAction.check_up, NoticeAction.try_again),
    FailureKind.name_not_found: (NoticeAction.check_up, NoticeAction.try_again),
    FailureKind.connection_refused: (NoticeAction.check_up, NoticeAction.try_again),
    FailureKind.rate_limited: (),
}
_NETWORK = frozenset({FailureKind.offline, FailureKind.name_not_found, FailureKind.connection_refused})
KEYRING_PAUSES = frozenset(
    {FailureKind.keyring_locked, FailureKind.keyring_refused, FailureKind.keyring_timed_out}
)


def pause_notice(event: PauseChanged) -> Notice | None:
    """The whole queue waits; None when it goes on."""
    failure = event.failure
    if failure is None:
        return None
    if failure.kind in KEYRING_PAUSES:
        # Told of by the keyring itself already: in its place, not beside it.
        return keyring_notice(KeyStatus(failure=failure))
    gentle = failure.kind is FailureKind.rate_limited
    return Notice(
        "pause",
        Level.note if gentle else Level.warning if failure.is_retried else Level.trouble,
        failure_sentence(failure),
        "clock" if gentle else "offline" if failure.kind in _NETWORK else _icon(failure),
        _PAUSE_ACTIONS.get(failure.kind, (NoticeAction.try_again,)),
        failure.detail,
        lasting=True,
        until=event.until,
    )


def key_wanted_notice(rejected: bool) -> Notice:
    kind = FailureKind.key_rejected if rejected else FailureKind.key_missing
    return Notice(
        "pause",
        Level.trouble,
        failure_sentence(Failure(kind)),
        "key",
        (NoticeAction.enter_key,),
        lasting=True,
    )


def keyring_notice(status: KeyStatus) -> Notice | None:
    """The place where the key is kept has trouble, or is another one than before; None when all is well."""
    failure = status.failure
    if failure is not None:
        if failure.kind in (FailureKind.keyring_missing, FailureKind.keyring_plain_text):
            # Known, and answered by the key dialog: worth a banner only as long as no key is there at all.
            if status.present:
                return None
            actions: tuple[NoticeAction, ...] = (NoticeAction.enter_key,)
        else:
            actions = (NoticeAction.unlock, NoticeAction.enter_key)
        words = f"{key_store_sentence(status)} {failure_next_step(failure)}"
        return Notice("keyring", Level.warning, words, "key", actions, failure.detail, lasting=True)
    if status.previous_store and not status.present:
        step = Notices.tr("Enter it again to keep it here.")
        words = f"{key_store_sentence(status)} {step}"
        return Notice("keyring", Level.warning, words, "key", (NoticeAction.enter_key,), lasting=True)
    return None


def practice_notice() -> Notice:
    text = Notices.tr(
        "Practice mode: these faces are drawn by the program, nothing is sent anywhere, and everything is "
        "forgotten when you close it."
    )
    return Notice("practice", Level.note, text, "practice", lasting=True)


def saved_notice(report: SaveReport, topic: str = "save") -> Notice:
    actions: list[NoticeAction] = []
    if report.files:
        actions.append(NoticeAction.open_folder)
    if report.written:
        actions.append(NoticeAction.undo_save)
    level, icon, details = Level.done, "saved", ""
    if report.unsaved:
        level, icon = Level.warning, "warning"
        details = "\n".join(_unsaved_line(each) for each in report.unsaved)[:2000]
    if report.failure is not None:
        level, icon, details = Level.trouble, "warning", report.failure.detail
        actions.append(NoticeAction.change_folder)
    return Notice(topic, level, saved_sentence(report), icon, tuple(actions), details)


def _unsaved_line(unsaved: UnsavedFile) -> str:
    failure = unsaved.failure
    return " ".join(filter(None, (f"{unsaved.name}:", failure.kind.value, failure.detail)))


def undone_notice(event: SaveUndone) -> Notice:
    return Notice("save", Level.note if event.left else Level.done, undone_sentence(event), "undo")


def task_notice(event: TaskFinished) -> Notice | None:
    """An export that is there or failed; None when it was cancelled."""
    if event.failure is not None:
        return Notice(
            "task",
            Level.trouble,
            failure_sentence(event.failure, retrying=False),
            "warning",
            (),
            event.failure.detail,
        )
    if event.path:
        return Notice("task", Level.done, exported_sentence(event.path), "saved", (NoticeAction.open_folder,))
    return None


def removed_notice(jobs: int, unsaved: int) -> Notice:
    level = Level.warning if unsaved else Level.done
    return Notice("removed", level, removed_sentence(jobs, unsaved), "remove", (NoticeAction.undo,))


def trouble_topic(kind: FailureKind) -> str:
    return f"trouble {kind.value}"


def trouble_notice(failure: Failure) -> Notice:
    return Notice(
        trouble_topic(failure.kind),
        Level.trouble,
        failure_sentence(failure),
        _icon(failure),
        (),
        failure.detail,
    )


def set_aside_notice(path: str) -> Notice:
    words = failure_sentence(Failure(FailureKind.library_damaged))
    kept = fill(Notices.tr("The damaged file is kept as {path}."), path=path)
    return Notice("library", Level.warning, f"{words} {kept}", "warning")


def already_here_notice(count: int) -> Notice:
    text = Notices.tr("%n ID(s) were already here and are selected now.", None, count)
    return Notice("already here", Level.note, text, "information")


def clipboard_notice(count: int) -> Notice:
    text = Notices.tr("%n new job ID(s) are on your clipboard. Add them?", None, count)
    return Notice("clipboard", Level.note, text, "paste", (NoticeAction.add_ids,))


def finished_notice(ready: int, failed: int) -> Notice:
    """The summary once nothing is being fetched any more."""
    came = Notices.tr("%n job(s) arrived", None, ready) if ready else ""
    lost = Notices.tr("%n job(s) could not be fetched", None, failed) if failed else ""
    text = fill(Notices.tr("Done: {summary}."), summary=joined(came, lost))
    if not failed:
        return Notice("finished", Level.done, text, "done")
    return Notice(
        "finished", Level.warning, text, "failed", (NoticeAction.show_failed, NoticeAction.copy_failed)
    )


def _icon(failure: Failure) -> str:
    match failure.kind:
        case FailureKind.key_missing | FailureKind.key_rejected:
            return "key"
        case FailureKind.disk_full | FailureKind.folder_missing | FailureKind.folder_not_writable:
            return "folder"
        case _:
            return "warning"
