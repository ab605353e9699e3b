"""Another server shows its own library and nothing of the first one; what was asked for holds there, too."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Batch, Job
from facegen_gui.domain.preferences import ColourScheme
from facegen_gui.practice.server import PracticeService
from facegen_gui.services.events import (
    BatchesChanged,
    JobsChanged,
    LibraryLoaded,
    PauseChanged,
    TaskProgress,
)
from facegen_gui.storage.profile import Profile
from facegen_gui.storage.settings import Settings
from facegen_gui.wiring.application import Application
from tests.unit.wiring.conftest import Open

Services = tuple[PracticeService, PracticeService]


def use(application: Application, service: PracticeService) -> None:
    """As the settings window does it."""
    preferring = application._preferring
    network = replace(preferring.preferences.network, server=service.url)
    preferring.change(replace(preferring.preferences, network=network))
    application.worker.set_key(service.key, keep=False)


def fetch(qtbot: QtBot, application: Application, *job_ids: str) -> None:
    application.take_over("\n".join(job_ids))
    qtbot.waitUntil(lambda: delivered(application) >= set(job_ids))


def delivered(application: Application) -> set[str]:
    return {job.id for job in application.store if job.is_delivered}


def shown(application: Application) -> set[str]:
    """The jobs that gallery and list of jobs show."""
    gallery, rows = (
        {model.tile(row).job.id for row in range(model.rowCount())}
        for model in (application._gallery_model, application._job_list_model)
    )
    assert gallery == rows
    return gallery


def test_another_server_shows_its_library_and_nothing_of_the_first(
    qtbot: QtBot, open_program: Open, services: Services
) -> None:
    first, second = services
    application = open_program(first.url)
    application.worker.set_key(first.key, keep=False)
    application.start("")
    fetch(qtbot, application, "101", "102")
    batches = set(application.store.batches())
    application._choices.remove(["102"])
    qtbot.waitUntil(lambda: shown(application) == {"101"})
    former = application.worker
    application.store.apply([PauseChanged(Failure(FailureKind.connection_refused, host="first.example"))])
    assert "irst.example" in application.window.notices.accessibleDescription()
    application.window.progress.start_task(77, "Saving")
    use(application, second)
    assert former.isFinished()
    assert shown(application) == set()
    assert not application.store.is_loaded
    assert application.store.batches() == ()
    assert not application._choices.undo_stack.canUndo()
    qtbot.waitUntil(lambda: application.store.is_loaded)
    assert "irst.example" not in application.window.notices.accessibleDescription()
    assert application.window.progress.cancel.isHidden()
    fetch(qtbot, application, "101", "103")
    assert shown(application) == {"101", "103"}
    assert not batches & set(application.store.batches())
    use(application, first)
    qtbot.waitUntil(lambda: application.store.is_loaded)
    assert shown(application) == {"101"}
    assert set(application.store.batches()) == batches


def test_what_a_former_worker_has_still_to_say_is_not_heard(
    qtbot: QtBot, open_program: Open, services: Services
) -> None:
    first, second = services
    application = open_program(first.url)
    application.start("")
    qtbot.waitUntil(lambda: application.store.is_loaded)
    former = application.worker
    threads: list[QThread] = []
    application.store.task_progress.connect(lambda *_: threads.append(QThread.currentThread()))
    batch = Batch(1, datetime(2026, 3, 1, tzinfo=UTC))
    late = [
        BatchesChanged((batch,)),
        JobsChanged((Job("999", 1, 1, batch.created_at),)),
        LibraryLoaded("/damaged"),
        TaskProgress(1, 1, 2),
    ]
    former.start_task(1, lambda progress, _cancelled: (progress(1, 2), Path())[1])
    qtbot.waitUntil(lambda: bool(threads))
    assert set(threads) == {QCoreApplication.instance().thread()}
    threads.clear()
    use(application, second)
    former.events.emit(late)
    qtbot.waitUntil(lambda: application.store.is_loaded)
    assert shown(application) == set()
    assert threads == []


def test_auto_save_holds_after_a_restart_and_for_another_server(
    qtbot: QtBot, open_program: Open, services: Services, profile: Profile, tmp_path: Path
) -> None:
    first, second = services
    folder = tmp_path / "auto"
    folder.mkdir()
    settings = Settings(profile, policy_files=())
    settings.save(replace(settings.load(), auto_save_folder=folder))
    application = open_program(first.url)
    application.worker.set_key(first.key, keep=False)
    application.start("101")
    qtbot.waitUntil(lambda: saved(folder) == {"101_1"})
    use(application, second)
    fetch(qtbot, application, "103")
    qtbot.waitUntil(lambda: saved(folder) == {"101_1", "103_1"})


def test_practice_is_not_left_when_something_else_is_changed(qtbot: QtBot, open_program: Open) -> None:
    application = open_program("")
    end_practice = application.start_practice()
    try:
        application.start("")
        worker, server = application.worker, application.owner.network.server
        preferring = application._preferring
        preferring.change(replace(preferring.preferences, colour_scheme=ColourScheme.dark))
        assert application.worker is worker
        assert application.owner.network.server == server
        fetch(qtbot, application, "101")
    finally:
        application.stop()
        end_practice()


def saved(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir() if path.suffix != ".tmp"}
