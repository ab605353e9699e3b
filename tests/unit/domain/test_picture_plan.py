"""A picture is tried often enough and everywhere before it is given up."""

import pytest

from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.picture_plan import PicturePlan
from facegen_gui.domain.schedule import FRESH_PICTURE_WAITS, PICTURE_WAITS


def tried(plan: PicturePlan, kind: FailureKind) -> list[tuple[str, float | None]]:
    """Link and wait after each failing try, to the end."""
    tries: list[tuple[str, float | None]] = []
    while not tries or tries[-1][1] is not None:
        link = plan.link
        tries.append((link, plan.failed(Failure(kind))))
    return tries


def test_the_link_is_tried_nine_times_then_each_mirror_once() -> None:
    tries = tried(PicturePlan(("link", "mirror 1", "mirror 2")), FailureKind.picture_not_yet)
    assert [link for link, _ in tries] == ["link"] * 9 + ["mirror 1", "mirror 2"]
    assert tuple(wait for _, wait in tries[:8]) == PICTURE_WAITS


def test_fresh_links_get_fewer_tries() -> None:
    tries = tried(PicturePlan(("link",), fresh=True), FailureKind.picture_damaged)
    assert tuple(wait for _, wait in tries) == (*FRESH_PICTURE_WAITS, None)


@pytest.mark.parametrize("kind", [FailureKind.too_large, FailureKind.unsafe_link, FailureKind.picture_gone])
def test_what_would_not_change_is_not_tried_again(kind: FailureKind) -> None:
    assert [link for link, _ in tried(PicturePlan(("link", "mirror")), kind)] == ["link", "mirror"]


def test_a_host_that_cannot_be_reached_gives_way_to_its_mirrors_sooner() -> None:
    tries = tried(PicturePlan(("link", "mirror")), FailureKind.name_not_found)
    assert [link for link, _ in tries] == ["link"] * 3 + ["mirror"]
    assert len(tried(PicturePlan(("link",)), FailureKind.name_not_found)) == 9


def test_a_host_that_says_how_long_to_wait_is_believed() -> None:
    plan = PicturePlan(("link",))
    assert plan.failed(Failure(FailureKind.rate_limited, retry_after=30.0)) == 30.0


def test_what_the_link_said_is_remembered_over_what_its_mirror_said() -> None:
    plan = PicturePlan(("link", "mirror"))
    plan.failed(Failure(FailureKind.picture_gone))
    plan.failed(Failure(FailureKind.timed_out))
    assert plan.failure == Failure(FailureKind.picture_gone)


def test_another_round_tries_every_link_once() -> None:
    plan = PicturePlan(("link", "mirror"))
    tried(plan, FailureKind.timed_out)
    plan.again()
    assert [link for link, _ in tried(plan, FailureKind.timed_out)] == ["link", "mirror"]
    assert plan.rounds == 1


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://a.example:8443/1.png", "a.example:8443"),
        ("DATA:image/png;base64,iVBORw0KGgo=", ""),
        ("https://[a.example/1.png", ""),
    ],
)
def test_the_host_of_any_link_is_told(link: str, host: str) -> None:
    assert PicturePlan((link,)).host == host
