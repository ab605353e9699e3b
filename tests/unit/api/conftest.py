"""Quick time-outs, and one company authority for all TLS tests."""

import random
from pathlib import Path

import pytest

from facegen_gui.api.timeouts import Timeouts
from tests.wire.certificates import Authority, make_authority


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def quick() -> Timeouts:
    return Timeouts(connect=2.0, read=0.6, call=1.5, slow_after=0.3, slowest=1000.0)


@pytest.fixture(scope="session")
def picture() -> bytes:
    """Bytes that nothing compresses and nothing takes for text; decoding is not the api's business."""
    return b"\x89PNG\r\n\x1a\n" + random.Random(5).randbytes(600_000)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "received"
    folder.mkdir()
    return folder / "temporary"
