"""Numbers the long tasks and lets the progress line tell of the newest."""

from facegen_gui.widgets.progress_line import ProgressLine


class TaskNumbers:
    def __init__(self, progress: ProgressLine) -> None:
        self._progress = progress
        self._last = 0

    def start(self, words: str) -> int:
        """A new task's number; `words` say what it does ("Saving")."""
        self._last += 1
        self._progress.start_task(self._last, words)
        return self._last
