"""What is said of each step of the check-up, and the note that tells IT what to allow."""

from collections.abc import Sequence

from facegen_gui.services.check_steps import CheckKind, CheckOutcome, CheckStep
from facegen_gui.widgets.wording import Context, failure_sentence, failure_title, fill

CheckUp = Context("CheckUp")


def step_name(kind: CheckKind) -> str:
    match kind:
        case CheckKind.internet:
            return CheckUp.tr("Internet")
        case CheckKind.proxy:
            return CheckUp.tr("Proxy")
        case CheckKind.certificate:
            return CheckUp.tr("Secure connection")
        case CheckKind.server:
            return CheckUp.tr("Service")
        case CheckKind.key:
            return CheckUp.tr("API key")
        case CheckKind.picture_host:
            return CheckUp.tr("Pictures")


def step_sentence(step: CheckStep) -> str:
    match step.outcome:
        case CheckOutcome.ok:
            return _fine(step)
        case CheckOutcome.skipped:
            return _skipped(step)
        case CheckOutcome.failed if step.failure is not None:
            return failure_sentence(step.failure, retrying=False)
        case CheckOutcome.unknown if step.failure is not None:
            reason = failure_title(step.failure)
            return fill(CheckUp.tr("Could not be checked: {reason}."), reason=reason)
        case _:
            return CheckUp.tr("Could not be checked.")


def note_for_it(server: str, steps: Sequence[CheckStep]) -> str:
    """Plain text to be mailed: what was seen, what to allow, the technical detail. Never the key."""
    lines = [
        fill(CheckUp.tr("Face Gen Viewer, check-up of {server}"), server=server),
        "",
    ]
    for step in steps:
        lines.append(f"{_sign(step.outcome)} {step_name(step.kind)}: {step_sentence(step)}")
        if step.proxy:
            lines.append(fill("    " + CheckUp.tr("through the proxy {proxy}"), proxy=step.proxy))
        if step.issuer:
            lines.append(fill("    " + CheckUp.tr("certificate issued by {issuer}"), issuer=step.issuer))
        if step.failure is not None and step.failure.detail:
            lines.append(f"    {step.failure.detail}")
    allow = sorted({f"{_bare(step.host)}:{step.port}" for step in steps if step.host and step.port})
    if allow:
        lines += ["", CheckUp.tr("Please allow outgoing connections to:"), *(f"    {each}" for each in allow)]
        lines.append(
            CheckUp.tr("Pictures may also lie at other addresses of the service or in a storage of your own.")
        )
    return "\n".join(lines) + "\n"


def _fine(step: CheckStep) -> str:
    match step.kind:
        case CheckKind.internet:
            return CheckUp.tr("Connected.")
        case CheckKind.proxy:
            return fill(CheckUp.tr("Lets us through ({proxy})."), proxy=step.proxy)
        case CheckKind.certificate:
            if step.issuer:
                return fill(CheckUp.tr("Trusted (issued by {issuer})."), issuer=step.issuer)
            return CheckUp.tr("Trusted.")
        case CheckKind.server:
            return fill(CheckUp.tr("{host} answers."), host=step.host)
        case CheckKind.key:
            return CheckUp.tr("Accepted.")
        case CheckKind.picture_host:
            return fill(CheckUp.tr("Can be reached ({host})."), host=step.host)


def _skipped(step: CheckStep) -> str:
    match step.kind:
        case CheckKind.internet:
            return CheckUp.tr("The proxy does this.")
        case CheckKind.proxy:
            return CheckUp.tr("None in use.")
        case CheckKind.certificate:
            return CheckUp.tr("Not needed on this computer itself.")
        case CheckKind.key:
            return CheckUp.tr("There is no key to check yet.")
        case _:
            return CheckUp.tr("Nothing to check.")


def _sign(outcome: CheckOutcome) -> str:
    return {CheckOutcome.ok: "[ok]", CheckOutcome.failed: "[!!]", CheckOutcome.unknown: "[??]"}.get(
        outcome, "[--]"
    )


def _bare(host: str) -> str:
    """The host without the port that stands behind it anyway."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host
