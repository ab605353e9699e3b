"""`python -m tests.faults.starts`: starts the worker again and again, each time in a process to be killed.

Imports everything once and then forks, so that a start costs milliseconds. A line on standard input is one
start: profile folder, server URL, and the IDs to be added, separated by tabs. On standard output the process
says what a person would have seen: `pid N`, `trouble KIND`, `loaded`, `job ID STATE`, `paused KIND`,
`kept ID NUMBER SHA256`, `goes on`; when it has ended, `dead`. A line arrives whole or not at all.
"""

import os
import signal
import sys
from pathlib import Path

import httpx  # so that no start has to import it  # noqa: F401
from PySide6.QtCore import QCoreApplication

from facegen_gui.services.events import Event, JobsChanged, LibraryLoaded, PauseChanged, TroubleFound
from tests.faults.paced import Pace
from tests.faults.run import Run

PACE = 40


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def tell(events: list[Event]) -> None:
    for event in events:
        match event:
            case JobsChanged(jobs):
                for job in jobs:
                    for picture in job.kept:
                        say("kept", job.id, picture.key.number, picture.sha256)
                    say("job", job.id, job.state.value)
            case LibraryLoaded():
                say("loaded")
            case PauseChanged(failure):
                say(*(("paused", failure.kind.value) if failure else ("goes on",)))
            case TroubleFound(failure):
                say("trouble", failure.kind.value)


def run(folder: str, url: str, *job_ids: str) -> None:
    say("pid", os.getpid())
    app = QCoreApplication([])
    with Run(Path(folder), url, Pace(PACE)) as running:
        running.worker.events.connect(tell)
        running.add(*job_ids)
        app.exec()


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(*line.strip("\n").split("\t"))
            os._exit(0)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
