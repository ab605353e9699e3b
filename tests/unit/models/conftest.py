import pytest

from facegen_gui.models.job_store import JobStore


@pytest.fixture
def store(qapp) -> JobStore:
    return JobStore()
