from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from facegen_gui.domain.job import JobState
from facegen_gui.models.job_list_model import JobListModel
from facegen_gui.services.events import JobsChanged, JobsRemoved
from tests.unit.models.samples import ready, waiting


def test_there_is_a_row_per_job_with_its_sentence(store):
    model = JobListModel(store, say=lambda job: f"{job.id} is {job.state.value}")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    store.apply([JobsChanged((ready(1, pictures=3), waiting(2, label="Anna"), waiting(3, batch=2)))])
    assert [model.index(r).data() for r in range(3)] == ["12000003", "12000001", "Anna"]
    store.apply([JobsChanged((replace(waiting(2), state=JobState.being_made),))])
    sentence = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "12000002 is being_made"
    store.apply([JobsRemoved(("12000001",))])
    assert model.rowCount() == 2
    assert tester.model() is model
