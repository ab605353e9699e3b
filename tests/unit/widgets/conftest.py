"""What tests of widgets share: icons, and jobs to show."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facegen_gui.domain.job import Job
from facegen_gui.widgets.appearance import Icons

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def icons(qapp) -> Icons:
    return Icons(Path(__file__).parents[3] / "resources" / "icons")


@pytest.fixture
def jobs() -> tuple[Job, ...]:
    """Three waiting jobs of one batch."""
    return tuple(Job(str(12202888 + n), n, 1, NOW - timedelta(minutes=n)) for n in range(3))
