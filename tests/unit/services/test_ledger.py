"""What the worker remembers outlives the file it is written to."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from facegen_gui.domain.job import NewJob
from facegen_gui.services.ledger import Ledger
from facegen_gui.storage.library import Library
from facegen_gui.storage.profile import Profile

SERVER = "http://127.0.0.1:1/api"
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_rebuilt_library_gets_the_batches_back_with_their_jobs(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path)

    async def run() -> None:
        ledger = Ledger(lambda: Library.open(profile, SERVER), lambda events: None, lambda failure: None)
        ledger.add([NewJob("1")], NOW, "yesterday")
        ledger.add([NewJob("2")], NOW, "this morning")
        ledger._library.close()
        profile.library_file.write_bytes(b"no database" * 1000)
        ledger._open_anew()
        ledger.close()

    asyncio.run(run())
    with Library.open(profile, SERVER) as library:
        names = {batch.id: batch.name for batch in library.batches()}
        jobs = [job for chunk in library.jobs() for job in chunk]
    assert {job.id: names[job.batch] for job in jobs} == {"1": "yesterday", "2": "this morning"}
