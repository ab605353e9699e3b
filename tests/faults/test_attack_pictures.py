"""Pictures that attack: none crashes, none takes 300 MB, none is decoded as what it is not."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facegen_gui.domain.failures import FailureKind
from facegen_gui.domain.job import JobState
from tests.faults.attacks import BUFFERED, LARGEST
from tests.faults.paced import Pace
from tests.faults.run import Run
from tests.pictures import made
from tests.wire import scripts
from tests.wire.server import WireServer

MOST_MEGABYTES = 300

Facts = Mapping[str, object]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Facts]:
    """What came of every attack, by its name."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.attacks", str(tmp_path_factory.mktemp("attacks"))],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=110,
        check=True,
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {facts["name"]: facts for facts in lines}


def test_no_picture_crashes_or_takes_too_much_memory(seen: dict[str, Facts]) -> None:
    assert len(seen) > 60
    assert {name for name, facts in seen.items() if facts["status"] != 0} == set()
    too_much = {name for name, facts in seen.items() if int(str(facts["megabytes"])) > MOST_MEGABYTES}
    assert too_much == set()


@pytest.mark.parametrize(
    "name",
    [
        "png bomb",
        "png that claims two gigabytes",
        "jpeg that claims two gigabytes",
        "webp that claims too much",
        "gif that claims too much",
    ],
)
def test_a_bomb_is_too_large(name: str, seen: dict[str, Facts]) -> None:
    assert (seen[name]["outcome"], seen[name]["shown"]) == ("too_large", "too_large")


@pytest.mark.parametrize(
    "name", ["png, see-through, too large", "png, 16 bit, too large", "jpeg, progressive, too large"]
)
def test_what_takes_too_much_memory_is_not_decoded(name: str, seen: dict[str, Facts]) -> None:
    assert (seen[name]["outcome"], seen[name]["shown"]) == ("too_large_to_show", "too_large_to_show")


def test_what_is_as_large_as_is_taken_is_really_decoded(seen: dict[str, Facts]) -> None:
    """Else the memory that the others did not take would prove nothing."""
    edge, see_through, deep = LARGEST[4], LARGEST[8], LARGEST[16]
    outcomes = {name: facts["outcome"] for name, facts in seen.items() if "as large as" in name}
    assert outcomes == {
        "png as large as is taken": f"{edge} x {edge}",
        "png, see-through, as large as is taken": f"{see_through} x {see_through}",
        "png, grey, as large as is taken": f"{see_through} x {see_through}",
        "png, 16 bit, as large as is taken": f"{deep} x {deep}",
        "jpeg as large as is taken": "9999 x 9999",
        "jpeg, progressive, as large as is taken": f"{BUFFERED} x {BUFFERED}",
        "webp as large as is taken": f"{see_through} x {see_through}",
        "gif as large as is taken": f"{see_through} x {see_through}",
    }
    assert seen["jpeg as large as is taken"]["shown"] == "5000 x 5000"
    assert seen["jpeg, progressive, as large as is taken"]["shown"] == f"{BUFFERED // 4} x {BUFFERED // 4}"
    assert seen["jpeg, turned"]["shown"] == f"{(edge + 1) // 2} x {(edge + 1) // 2}"


def test_a_picture_cut_off_at_any_kilobyte_is_damaged(seen: dict[str, Facts]) -> None:
    cut = {name: facts["outcome"] for name, facts in seen.items() if " cut off at " in name}
    assert {name.split()[0] for name in cut} == {"png", "jpeg", "webp", "gif"}
    assert {outcome for name, outcome in cut.items() if not name.endswith(" 0")} == {"picture_damaged"}


def test_a_packed_text_or_profile_beside_the_pixels_is_not_unpacked(seen: dict[str, Facts]) -> None:
    for name in ("png text bomb", "png profile bomb"):
        assert seen[name]["outcome"] == "160 x 200"
        assert int(str(seen[name]["megabytes"])) < 100


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("svg", "not_a_picture"),
        ("svg without a declaration", "not_a_picture"),
        ("pdf", "not_a_picture"),
        ("page", "not_a_picture"),
        ("video", "not_a_picture"),
        ("no bytes", "not_a_picture"),
        ("svg after a bitmap's signature", "not_a_picture"),
        ("svg after a png's signature", "picture_damaged"),
        ("page after a gif's signature", "picture_damaged"),
        ("pdf after a jpeg's signature", "picture_damaged"),
        ("png with a part of two gigabytes", "picture_damaged"),
        ("cmyk", "64 x 48"),
        ("16 bit", "40 x 30"),
        ("16 bit, see-through", "64 x 64"),
        ("profile", "64 x 64"),
        ("gif of a thousand frames", "2 x 2"),
    ],
)
def test_a_file_is_what_its_bytes_are(name: str, outcome: str, seen: dict[str, Facts]) -> None:
    assert seen[name]["outcome"] == outcome


def test_other_media_are_kept_as_files_under_their_own_name_and_never_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bodies = {
        "1": (made.SVG, ".svg"),
        "2": (made.PDF, ".pdf"),
        "3": (made.MP4, ".mp4"),
        "4": (made.face("jpeg") + b"PK\3\4" + made.SVG, ".jpg"),
        "5": (made.long_gif(), ".gif"),
    }
    with WireServer(scripts.answer(b"", status=404)) as server:
        answers = {f"/{job_id}.png": body for job_id, (body, _) in bodies.items()}
        routes = {path: scripts.answer(body, content_type="image/png") for path, body in answers.items()} | {
            f"/api/v1/enterprise/face_gen/fetch/{job_id}": scripts.json_answer(
                {"status": "success", "output": [f"{server.origin}/{job_id}.png"]}
            )
            for job_id in bodies
        }
        server.script = scripts.by_path(routes)
        with Run(tmp_path, server.url, Pace(100)) as run:
            run.add(*bodies)
            qtbot.waitUntil(run.all_are(JobState.ready))
            qtbot.waitUntil(lambda: len(run.kept_files()) == len(bodies))
    for job_id, (body, extension) in bodies.items():
        (picture,) = run.jobs[job_id].pictures
        assert picture.file.endswith(extension)
        assert (run.profile.root / picture.file).read_bytes() == body
        assert picture.is_image == (extension in (".jpg", ".gif"))
    thumbnails = {path.name.partition("_")[0] for path in run.profile.thumbnails.rglob("*.thumb")}
    assert len(thumbnails) == 2
    assert not {FailureKind.not_a_picture} & {f.kind for job_id in bodies for f in run.failures(job_id)}
