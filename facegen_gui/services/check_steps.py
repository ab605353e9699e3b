"""What the check-up finds, step by step. How it walks stands in `check_up`."""

import enum
from dataclasses import dataclass

from facegen_gui.domain.failures import Failure


class CheckKind(enum.Enum):
    """In the order they are walked."""

    internet = "internet"
    proxy = "proxy"
    certificate = "certificate"
    server = "server"
    key = "key"
    picture_host = "picture_host"


class CheckOutcome(enum.Enum):
    ok = "ok"
    failed = "failed"
    skipped = "skipped"  # there is nothing to check: no proxy, plain http, no key
    unknown = "unknown"  # could not be checked, which is not the same as wrong


@dataclass(frozen=True, slots=True)
class CheckStep:
    """`host` (with its port, if unusual) and `port` are what IT must allow for this step."""

    kind: CheckKind
    outcome: CheckOutcome
    failure: Failure | None = None
    host: str = ""
    port: int = 0
    proxy: str = ""  # host and port of the proxy in use, without its password; "" for none
    issuer: str = ""  # who issued the certificate: a company's own name means inspected traffic
