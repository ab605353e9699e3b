"""A person's place at the running program: it, what a screen reader tells, the keyboard, the service."""

import hashlib
from pathlib import Path

from facegen_gui.practice.server import PracticeService
from tests.end2end.at_spi import Accessible
from tests.end2end.keyboard import Keyboard
from tests.end2end.program import Program


class Desk:
    """The program is started by the first use of it, so that a test can lay a profile ready before."""

    def __init__(self, service: PracticeService, profile: Path) -> None:
        self.service = service
        self.profile = profile
        self._program: Program | None = None
        self._reader: Accessible | None = None

    @property
    def program(self) -> Program:
        if self._program is None:
            self._program = Program(self.profile, self.service.url)
            self._reader = Accessible(self._program)
            self._reader.wait_for("Job IDs")
            self.keyboard = Keyboard(self._program)
        return self._program

    @property
    def reader(self) -> Accessible:
        """Of the running program."""
        assert self.program
        assert self._reader is not None
        return self._reader

    @property
    def saved(self) -> Path:
        """The save folder."""
        return self.profile / "saved"

    def fetch(self, text: str, *job_ids: str, state: str = "ready") -> None:
        """Paste `text`, press Fetch, and wait until all these jobs are in that state."""
        self.reader.ask("type", "Job IDs", text=text)
        self.reader.press("Fetch")
        program = self.program
        program.until(
            lambda: {program.jobs().get(job_id) for job_id in job_ids} == {state}, f"{job_ids} to be {state}"
        )

    def select(self, words: str) -> None:
        """Select the one tile whose sentence begins with `words`, as assistive technology does."""
        places = [n for n, item in enumerate(self.reader.items("Pictures")) if item.startswith(words)]
        assert len(places) == 1, f"{words!r} in {self.reader.items('Pictures')}"
        assert self.reader.ask("select", "Pictures", index=places[0])

    def served(self, job_id: str, number: int = 1) -> str:
        """SHA-256 of what the service serves as this picture."""
        return hashlib.sha256(self.service.picture(job_id, number).data).hexdigest()

    def again(self) -> None:
        """Close the program and start it once more."""
        self.close()
        assert self.program

    def close(self) -> None:
        """Close the program as a log-out does: without an error and without a word."""
        if self._program is None or self._reader is None:
            return
        status, printed = self._program.close(), self._program.printed
        self._reader.close()
        self._program = self._reader = None
        assert (status, printed) == (0, "")

    def leave(self) -> None:
        """Whatever happened."""
        if self._program is not None:
            self._program.stop_whatever_happened()
        if self._reader is not None:
            self._reader.close()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
