"""What went wrong: a kind and facts, no sentences. The sentences stand in `widgets.wording`."""

import enum
from dataclasses import dataclass
from datetime import datetime


class FailureKind(enum.Enum):
    """One taxonomy for HTTP codes, bodies, wires, disks and keyrings. Values are stored in the library."""

    key_missing = "key_missing"
    key_rejected = "key_rejected"
    no_credit = "no_credit"
    plan = "plan"
    unknown_id = "unknown_id"
    generation_failed = "generation_failed"
    no_pictures = "no_pictures"
    not_ready_in_time = "not_ready_in_time"
    rate_limited = "rate_limited"
    service_trouble = "service_trouble"
    offline = "offline"
    name_not_found = "name_not_found"
    connection_refused = "connection_refused"
    timed_out = "timed_out"
    certificate = "certificate"
    proxy = "proxy"
    picture_not_yet = "picture_not_yet"
    picture_gone = "picture_gone"
    picture_damaged = "picture_damaged"
    not_a_picture = "not_a_picture"
    too_large = "too_large"
    too_large_to_show = "too_large_to_show"  # it is kept all the same
    unsafe_link = "unsafe_link"
    disk_full = "disk_full"
    folder_missing = "folder_missing"
    folder_not_writable = "folder_not_writable"
    file_unreadable = "file_unreadable"
    files_vanished = "files_vanished"  # several kept pictures; each has its own file_unreadable
    library_damaged = "library_damaged"
    library_newer = "library_newer"
    library_locked = "library_locked"  # another program holds it
    library_unreadable = "library_unreadable"
    settings_damaged = "settings_damaged"
    policy_damaged = "policy_damaged"
    keyring_missing = "keyring_missing"
    keyring_no_collection = "keyring_no_collection"
    keyring_locked = "keyring_locked"
    keyring_refused = "keyring_refused"
    keyring_plain_text = "keyring_plain_text"
    keyring_timed_out = "keyring_timed_out"
    internal = "internal"


# These stop the whole queue once, instead of failing every job.
CONCERNS_EVERYTHING = frozenset(
    {
        FailureKind.key_missing,
        FailureKind.key_rejected,
        FailureKind.no_credit,
        FailureKind.plan,
        FailureKind.rate_limited,
        FailureKind.offline,
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.certificate,
        FailureKind.proxy,
        FailureKind.disk_full,
        FailureKind.folder_not_writable,
        FailureKind.folder_missing,
        FailureKind.library_locked,
        FailureKind.library_unreadable,
    }
)

# These go on by themselves, without a person.
RETRIED = frozenset(
    {
        FailureKind.rate_limited,
        FailureKind.service_trouble,
        FailureKind.offline,
        FailureKind.name_not_found,
        FailureKind.connection_refused,
        FailureKind.timed_out,
        FailureKind.picture_not_yet,
        FailureKind.picture_damaged,
        FailureKind.disk_full,
        FailureKind.folder_not_writable,
        FailureKind.folder_missing,
        FailureKind.library_locked,
        FailureKind.library_unreadable,
    }
)


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that went wrong, as facts that sentences are made from."""

    kind: FailureKind
    status: int = 0  # HTTP status, 0 where there was none
    host: str = ""  # host name (and port, if unusual) the failure concerns
    path: str = ""  # file or folder the failure concerns
    retry_after: float = 0.0  # seconds the service asked us to wait, 0 if it did not say
    detail: str = ""  # technical words for the "details" view; scrubbed of the key, at most 2,000 characters

    @property
    def concerns_everything(self) -> bool:
        return self.kind in CONCERNS_EVERYTHING

    @property
    def is_retried(self) -> bool:
        return self.kind in RETRIED


@dataclass(frozen=True, slots=True)
class Pause:
    """Why the whole queue waits; `until` when, if the service has said so."""

    failure: Failure
    until: datetime | None = None


class FaceGenError(Exception):
    """The one base of this program's errors: carries the Failure that a person is told of."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.kind.value)
        self.failure = failure
