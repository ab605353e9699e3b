"""How often and where pictures are tried, and what a full disk does."""

import itertools
from dataclasses import replace
from datetime import timedelta

from facegen_gui.api.replies import PictureLink, Ready
from facegen_gui.domain.failures import Failure, FailureKind
from facegen_gui.domain.job import Job, JobState, Picture, PictureKey
from facegen_gui.services.events import JobsChanged
from tests.unit.services.warp import START, World, in_world, ready


def test_a_picture_that_is_not_there_yet_is_tried_until_it_is() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.picture_not_yet, 404) if time < 20 else None
        )
        world.add("1")
        await world.until(60)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert world.job("1").state is JobState.ready
    assert len(world.service.asks) == 1


def test_a_picture_that_never_comes_is_asked_for_anew_and_then_gone() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: Failure(FailureKind.picture_not_yet, 404)
        world.add("1")
        await world.until(3600)

    world = in_world(lambda job_id, key, time: ready(job_id, "https://mirror.example/1"), scene)
    job = world.job("1")
    assert job.state is JobState.failed
    assert job.failure is not None
    assert job.failure.kind is FailureKind.picture_gone
    assert len(world.service.asks) == 3
    tried = [link for _, _, link in world.pictures.tries]
    assert tried.count("https://mirror.example/1") == 3
    assert len(tried) == 9 + 1 + 2 * (3 + 1)


def test_a_host_that_cannot_be_reached_is_tried_for_a_day_and_concerns_nobody_else() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.name_not_found, host="pictures.example") if key.job_id == "1" else None
        )
        world.add("1", "2")
        await world.until(20 * 3600)
        assert world.job("1").state is JobState.downloading
        assert world.job("2").state is JobState.ready
        await world.until(25 * 3600)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert world.pauses == []
    assert world.job("1").state is JobState.failed
    gaps = [b - a for (a, _, _), (b, _, _) in itertools.pairwise(world.pictures.tries)]
    assert max(gaps) <= 601


def test_a_busy_host_is_left_alone() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.rate_limited, 429, retry_after=30.0) if time < 1 else None
        )
        world.add(*(str(number) for number in range(200, 220)))
        await world.until(100)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert not any(2 < time < 30 for time, _, _ in world.pictures.tries)
    assert world.pauses == []
    assert all(job.state is JobState.ready for job in world.library.stored.values())


def test_a_full_disk_stops_everything_and_goes_on_when_there_is_room() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.disk_full, path="/p") if time < 100 else None
        )
        world.add(*(str(number) for number in range(200, 220)))
        await world.until(200)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert world.pauses == [FailureKind.disk_full, None]
    assert all(job.state is JobState.ready for job in world.library.stored.values())


def test_a_library_that_refuses_tells_nothing_it_does_not_hold() -> None:
    async def scene(world: World) -> None:
        world.add("1", "2")
        world.library.refuse = Failure(FailureKind.disk_full)
        await world.until(25)
        assert world.library.stored["1"].state is JobState.waiting
        assert world.pauses == [FailureKind.disk_full]
        world.library.refuse = None
        await world.until(60)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert world.pauses == [FailureKind.disk_full, None]
    assert all(job.state is JobState.ready for job in world.library.stored.values())


def test_pictures_whose_time_runs_out_go_first() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: Failure(FailureKind.picture_not_yet)
        world.add("900")
        await world.until(1)
        nearly_gone = world.loop.now() - timedelta(hours=22)
        world.ledger.change(replace(world.job("900"), first_ready_at=nearly_gone))
        world.add(*(str(number) for number in range(100, 140)))
        world.queue.ask_now(["900"])
        await world.until(30)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    order = [key.job_id for time, key, _ in world.pictures.tries if time > 0.9]
    assert order.index("900") < 6


def test_a_link_that_no_one_can_read_troubles_its_own_job_only() -> None:
    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.unsafe_link) if "[" in link else None
        )
        world.add("1", "2")
        await world.until(3600)

    world = in_world(
        lambda job_id, key, time: Ready((PictureLink("https://[1.png"),)) if job_id == "1" else ready("2"),
        scene,
    )
    assert world.job("1").state is JobState.failed
    assert world.job("2").state is JobState.ready


def test_a_picture_inside_the_answer_is_neither_stored_nor_told_as_a_link() -> None:
    link = "Data:image/png;base64," + "A" * 3_000_000

    async def scene(world: World) -> None:
        world.add("1")
        await world.until(10)

    world = in_world(lambda job_id, key, time: Ready((PictureLink(link),)), scene)
    assert [tried for _, _, tried in world.pictures.tries] == [link]
    told = [job for event in world.events if isinstance(event, JobsChanged) for job in event.jobs]
    assert {picture.url for job in told for picture in job.pictures} == {""}
    assert {picture.url for picture in world.library.stored["1"].pictures} == {""}


def test_after_a_restart_pictures_without_a_working_link_are_asked_for_anew() -> None:
    """Mirrors and data: URIs are forgotten by a restart; the job itself is not."""

    def downloading(job_id: str, url: str) -> Job:
        picture = Picture(PictureKey(job_id, 1), url=url)
        return Job(job_id, 1, 1, START, JobState.downloading, first_ready_at=START, pictures=(picture,))

    async def scene(world: World) -> None:
        world.pictures.failure = lambda key, link, time: (
            Failure(FailureKind.picture_not_yet, 404) if "stale" in link else None
        )
        world.library.remembered = (downloading("1", "https://stale.example/1"), downloading("2", ""))
        world.queue.enqueue(job for chunk in world.ledger.load() for job in chunk)
        await world.until(120)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    assert [world.job(job_id).state for job_id in ("1", "2")] == [JobState.ready] * 2
    assert [job_id for _, job_id, _ in world.service.asks] == ["2", "1"]


def test_a_starred_picture_that_the_service_names_no_more_is_kept_in_mind_and_ends_as_gone() -> None:
    async def scene(world: World) -> None:
        first = Picture(PictureKey("1", 1), file="1_1.png")
        starred = Picture(PictureKey("1", 2), starred=True)
        world.library.remembered = (
            Job("1", 1, 1, START, JobState.downloading, first_ready_at=START, pictures=(first, starred)),
        )
        world.queue.enqueue(job for chunk in world.ledger.load() for job in chunk)
        await world.until(600)

    world = in_world(lambda job_id, key, time: ready(job_id), scene)
    job = world.job("1")
    assert job.state is JobState.ready
    assert job.pictures[1].starred
    assert job.pictures[1].failure is not None
    assert job.pictures[1].failure.kind is FailureKind.picture_gone
