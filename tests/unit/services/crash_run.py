"""A program of its own that fetches and is killed: started with the profile, the server and the IDs."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThreadPool

from facegen_gui.domain.job import Job, JobState, NewJob
from facegen_gui.domain.network import NetworkSettings
from facegen_gui.services.events import Event, JobsChanged
from facegen_gui.services.fetch_worker import FetchWorker
from facegen_gui.storage.profile import Profile
from tests.unit.services.conftest import StoreInMemory


def main() -> None:
    """Print `added` when all IDs are promised, and end when all jobs are ready."""
    folder, server, key, *job_ids = sys.argv[1:]
    app = QCoreApplication([])
    pool = QThreadPool()
    worker = FetchWorker(
        Profile.at(Path(folder)),
        NetworkSettings(server),
        pool,
        make_key_store=lambda: StoreInMemory(key),  # type: ignore[arg-type,return-value]
    )
    jobs: dict[str, Job] = {}

    def on_events(events: list[Event]) -> None:
        promised = len(jobs)
        for event in events:
            if isinstance(event, JobsChanged):
                jobs.update((job.id, job) for job in event.jobs)
        if promised < len(job_ids) == len(jobs):
            print("added", flush=True)
        if len(jobs) == len(job_ids) and all(job.state is JobState.ready for job in jobs.values()):
            app.quit()

    worker.events.connect(on_events)
    worker.start()
    worker.add([NewJob(job_id) for job_id in job_ids])
    app.exec()
    worker.stop()
    pool.waitForDone()


if __name__ == "__main__":
    main()
