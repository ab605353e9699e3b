"""Fetching picture files: what arrives, and what is left on disk when it does not."""

import asyncio
import base64
import hashlib
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from facegen_gui.api import received_file
from facegen_gui.api.downloads import Downloaded, Downloader
from facegen_gui.api.received_file import LARGEST_FILE, Progress, ReceivedFile
from facegen_gui.api.timeouts import Timeouts
from facegen_gui.domain.failures import FaceGenError, Failure
from facegen_gui.domain.failures import FailureKind as Kind
from facegen_gui.domain.network import NetworkSettings
from tests.wire import scripts
from tests.wire.certificates import Authority
from tests.wire.server import Script, WireServer, refusing_port

LOCAL = NetworkSettings("http://127.0.0.1:1/api/v1/enterprise")
PUBLIC = NetworkSettings("https://modelslab.com/api/v1/enterprise")


def download(
    url: str,
    target: Path,
    timeouts: Timeouts,
    settings: NetworkSettings = LOCAL,
    progress: Progress | None = None,
) -> Downloaded:
    async def run() -> Downloaded:
        downloader = Downloader(settings, lambda url: None, timeouts=timeouts)
        try:
            return await downloader.download(url, target, progress)
        finally:
            await downloader.aclose()

    return asyncio.run(run())


def failed(url: str, target: Path, timeouts: Timeouts, settings: NetworkSettings = LOCAL) -> Failure:
    with pytest.raises(FaceGenError) as raised:
        download(url, target, timeouts, settings)
    assert not target.exists(), "half a picture was left on disk"
    return raised.value.failure


def test_the_bytes_arrive_as_they_are_and_nothing_of_ours_is_sent(
    target: Path, quick: Timeouts, picture: bytes
) -> None:
    script = scripts.answer(picture, content_type="IMAGE/PNG; x=y", set_cookie="a=b")
    with WireServer(script) as server:
        seen: list[tuple[int, int]] = []
        result = download(server.origin + "//a.png?x=1", target, quick, progress=lambda *p: seen.append(p))
    assert target.read_bytes() == picture
    sha256 = hashlib.sha256(picture).hexdigest()
    assert result == Downloaded(len(picture), sha256, f"127.0.0.1:{server.port}")
    assert seen[-1] == (len(picture), len(picture))
    assert seen[0][1] == len(picture)
    (request,) = server.requests
    assert request.target == "//a.png?x=1"
    assert request.headers.keys() == {"host", "user-agent", "accept", "accept-encoding"}


def test_what_was_in_the_file_is_replaced(target: Path, quick: Timeouts, picture: bytes) -> None:
    target.write_bytes(b"x" * 2_000_000)
    with WireServer(scripts.answer(picture)) as server:
        download(server.origin, target, quick)
    assert target.read_bytes() == picture


@pytest.mark.parametrize(
    ("script", "kind", "status"),
    [
        (scripts.answer(b"", status=404), Kind.picture_not_yet, 404),
        (scripts.answer(b"", status=403), Kind.picture_not_yet, 403),
        (scripts.answer(b"", status=401), Kind.picture_not_yet, 401),
        (scripts.answer(b"", status=204), Kind.picture_not_yet, 204),
        (scripts.answer(b"", status=304), Kind.picture_not_yet, 304),
        (scripts.answer(b"", status=302), Kind.picture_not_yet, 302),
        (scripts.answer(b"", status=410), Kind.picture_gone, 410),
        (scripts.answer(b"", status=503), Kind.service_trouble, 503),
        (scripts.answer(b""), Kind.picture_not_yet, 200),
        (scripts.answer(b"<!DOCTYPE html><p>wait", content_type="image/png"), Kind.picture_not_yet, 200),
        (scripts.answer(b"\n <HTML>wait</HTML>"), Kind.picture_not_yet, 200),
        (scripts.answer(b'<?xml version="1.0"?>\n<Error/>'), Kind.picture_not_yet, 200),
        (scripts.half_of(b"x" * 900_000), Kind.picture_damaged, 200),
        (scripts.resets_in_the_body(b"x" * 900_000), Kind.picture_damaged, 200),
        (scripts.chunked_and_cut_off(b"x" * 900_000), Kind.picture_damaged, 200),
        (scripts.answer(b"\x1f\x8bnonsense", content_encoding="gzip"), Kind.picture_damaged, 200),
        (scripts.resets_in_the_header, Kind.service_trouble, 0),
        (scripts.closes_at_once, Kind.service_trouble, 0),
        (scripts.says_nothing, Kind.timed_out, 0),
        (scripts.falls_silent_after(b"x" * 900_000), Kind.timed_out, 0),
        (scripts.trickles(b"x", every=0.02), Kind.timed_out, 0),
        (scripts.gzip_bomb(70), Kind.too_large, 0),
        (scripts.gzip_bomb(70, layers=2), Kind.picture_damaged, 200),
    ],
)
def test_a_fault_leaves_nothing_on_disk_after_one_request(
    script: Script, kind: Kind, status: int, target: Path, quick: Timeouts
) -> None:
    with WireServer(script) as server:
        failure = failed(server.origin + "/a.png", target, quick)
        assert (failure.kind, failure.status) == (kind, status)
        assert failure.host == f"127.0.0.1:{server.port}"
        assert failure.detail
        assert len(server.requests) == 1


def test_too_large_is_told_before_and_while_it_streams(
    target: Path, quick: Timeouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def claims_much(request: object, line: object) -> None:
        line.send(scripts.head(200, {"Content-Length": str(LARGEST_FILE + 1)}))  # type: ignore[attr-defined]

    with WireServer(claims_much) as server:
        assert failed(server.origin, target, quick).kind is Kind.too_large
    monkeypatch.setattr(received_file, "LARGEST_FILE", 1_000_000)
    with WireServer(scripts.chunked_without_end(b"x" * 100_000)) as server:
        assert failed(server.origin, target, quick).kind is Kind.too_large


def test_a_pause_of_the_picture_host_names_the_picture_host(target: Path, quick: Timeouts) -> None:
    with WireServer(scripts.answer(status=429, retry_after="7")) as server:
        failure = failed(server.origin, target, quick)
    assert failure.kind is Kind.rate_limited
    assert failure.retry_after == 7
    assert failure.host == f"127.0.0.1:{server.port}"
    with WireServer(scripts.answer(status=429)) as server:
        assert failed(server.origin, target, quick).retry_after == 30


def test_a_host_that_refuses_is_named(target: Path, quick: Timeouts) -> None:
    port = refusing_port()
    failure = failed(f"http://127.0.0.1:{port}/a.png", target, quick)
    assert (failure.kind, failure.host) == (Kind.connection_refused, f"127.0.0.1:{port}")


def test_redirects_are_followed_to_the_file(target: Path, quick: Timeouts, picture: bytes) -> None:
    with WireServer(scripts.answer(picture)) as last:
        routes = {
            "/1": scripts.redirect("/2", 301),
            "/2": scripts.redirect("3?x", 303),
            "/3": scripts.redirect("/4", 307),
            "/4": scripts.redirect("/5", 308),
            "/5": scripts.redirect(last.origin + "/a.png"),
        }
        with WireServer(scripts.by_path(routes)) as server:
            result = download(server.origin + "/1", target, quick)
    assert target.read_bytes() == picture
    assert result.final_host == f"127.0.0.1:{last.port}"
    assert server.paths() == ["/1", "/2", "/3", "/4", "/5"]


@pytest.mark.parametrize(
    ("location", "requests"),
    [
        ("/loop", 6),
        ("http://pictures.example/a.png", 1),
        ("file:///etc/passwd", 1),
        ("ftp://127.0.0.1/a.png", 1),
        ("https://user:pw@pictures.example/", 1),
        ("https://[broken", 1),
    ],
)
def test_redirects_to_where_they_must_not_lead_end_there(
    location: str, requests: int, target: Path, quick: Timeouts
) -> None:
    with WireServer(scripts.redirect(location)) as server:
        assert failed(server.origin + "/a.png", target, quick).kind is Kind.unsafe_link
        assert len(server.requests) == requests


def test_a_redirect_from_https_to_http_is_refused(
    authority: Authority, tmp_path: Path, target: Path, quick: Timeouts, picture: bytes
) -> None:
    settings = NetworkSettings(LOCAL.server, extra_ca_file=str(authority.file))
    with WireServer(scripts.answer(picture)) as plain:
        script = scripts.redirect(plain.origin + "/a.png")
        with WireServer(script, authority.server(tmp_path)) as server:
            assert failed(server.origin, target, quick, settings).kind is Kind.unsafe_link
    assert not plain.requests


def test_with_a_public_server_nothing_leads_to_this_computer(
    target: Path, quick: Timeouts, picture: bytes
) -> None:
    with WireServer(scripts.answer(picture)) as server:
        for url in (server.origin, server.origin.replace("http:", "https:")):
            assert failed(url + "/a.png", target, quick, PUBLIC).kind is Kind.unsafe_link
    assert server.connections == 0


@pytest.mark.parametrize("fault", ["unknown", "expired", "name"])
def test_a_picture_host_with_a_wrong_certificate_is_not_spoken_to(
    fault: str, authority: Authority, tmp_path: Path, target: Path, quick: Timeouts
) -> None:
    address = "127.0.0.9" if fault == "name" else "127.0.0.1"
    tls = authority.server(tmp_path, address=address, name="other.example", expired=fault == "expired")
    file = "" if fault == "unknown" else str(authority.file)
    with WireServer(scripts.answer(b"x"), tls) as server:
        settings = NetworkSettings(LOCAL.server, extra_ca_file=file)
        assert failed(server.origin, target, quick, settings).kind is Kind.certificate
    assert not server.requests


def test_a_cut_off_transfer_goes_on_where_it_stopped(target: Path, quick: Timeouts, picture: bytes) -> None:
    with WireServer(scripts.resumable(picture, cut_at=400_000)) as server:
        result = download(server.origin, target, quick)
    assert target.read_bytes() == picture
    assert result.sha256 == hashlib.sha256(picture).hexdigest()
    assert [request.headers.get("range") for request in server.requests] == [None, "bytes=400000-"]


def test_a_file_that_changed_meanwhile_starts_anew(target: Path, quick: Timeouts, picture: bytes) -> None:
    script = scripts.in_turn(
        scripts.resumable(b"\x89old" * 200_000, cut_at=400_000, etag='"old"'),
        scripts.answer(picture, ETag='"new"'),
    )
    with WireServer(script) as server:
        result = download(server.origin, target, quick)
    assert target.read_bytes() == picture
    assert result.sha256 == hashlib.sha256(picture).hexdigest()
    assert server.requests[1].headers["if-range"] == '"old"'


@pytest.mark.parametrize(
    "second",
    [
        scripts.answer(b"", status=416),
        scripts.answer(b"x" * 10, status=206, content_range="bytes 7-16/600008"),
    ],
)
def test_a_host_that_resumes_wrongly_is_asked_for_all_of_it(
    second: Script, target: Path, quick: Timeouts, picture: bytes
) -> None:
    first = scripts.half_of(picture, ETag='"one"')
    with WireServer(scripts.in_turn(first, second, scripts.answer(picture))) as server:
        download(server.origin, target, quick)
    assert target.read_bytes() == picture
    assert "range" not in server.requests[2].headers


@pytest.mark.parametrize("field", [{}, {"ETag": 'W/"weak"'}, {"ETag": '"x"', "Accept-Ranges": "none"}])
def test_without_proof_that_the_rest_fits_nothing_is_pieced_together(
    field: dict[str, str], target: Path, quick: Timeouts, picture: bytes
) -> None:
    with WireServer(scripts.half_of(picture, **field)) as server:
        assert failed(server.origin, target, quick).kind is Kind.picture_damaged
        assert len(server.requests) == 1


def test_a_host_that_cuts_off_forever_is_given_up(target: Path, quick: Timeouts, picture: bytes) -> None:
    with WireServer(scripts.half_of(picture, ETag='"one"')) as server:
        assert failed(server.origin, target, quick).kind is Kind.picture_damaged
        assert len(server.requests) == 2


def lines(text: bytes) -> bytes:
    return b"\r\n".join(text[i : i + 76] for i in range(0, len(text), 76))


ENCODINGS: list[Callable[[bytes], bytes]] = [
    base64.b64encode,
    base64.urlsafe_b64encode,
    lambda data: base64.b64encode(data).rstrip(b"="),
    lambda data: lines(base64.b64encode(data)),
    lambda data: b"data:image/png;base64," + base64.b64encode(data),
    lambda data: b"data:image/png;name=a;base64," + base64.b64encode(data).replace(b"+", b"%2B") + b"\n",
]


@pytest.mark.parametrize("encode", ENCODINGS)
@pytest.mark.parametrize("size", [1, 2, 3, 4, 1000, 600_001])
def test_base64_files_and_data_uris_are_decoded(
    encode: Callable[[bytes], bytes], size: int, target: Path, quick: Timeouts, picture: bytes
) -> None:
    expected = picture[:size]
    text = encode(expected)
    with WireServer(scripts.answer(text, content_type="text/plain")) as server:
        result = download(server.origin + "/a-0.png.BASE64?x=1", target, quick)
    assert target.read_bytes() == expected
    assert result.size == size
    assert result.sha256 == hashlib.sha256(expected).hexdigest()
    if text.startswith(b"data:"):
        target.unlink()
        assert download(text.decode(), target, quick).sha256 == result.sha256
        assert target.read_bytes() == expected


def test_a_base64_link_to_a_real_picture_is_kept_as_it_is(
    target: Path, quick: Timeouts, picture: bytes
) -> None:
    with WireServer(scripts.answer(picture)) as server:
        download(server.origin + "/a.base64", target, quick)
    assert target.read_bytes() == picture


@pytest.mark.parametrize("body", ["data:image/png;base64,####", "data:,", "data:text/plain,hello", "data:"])
def test_a_damaged_data_uri_leaves_nothing(body: str, target: Path, quick: Timeouts) -> None:
    assert failed(body, target, quick).kind in {Kind.picture_damaged, Kind.picture_not_yet}


def test_base64_that_turns_into_nonsense_is_damaged(target: Path, quick: Timeouts, picture: bytes) -> None:
    text = base64.b64encode(picture)[:400_000] + b"!!" * 10_000
    with WireServer(scripts.answer(text)) as server:
        assert failed(server.origin + "/a.base64", target, quick).kind is Kind.picture_damaged


def test_a_server_that_compresses_unasked_is_understood(
    target: Path, quick: Timeouts, picture: bytes
) -> None:
    with WireServer(scripts.answer(zlib.compress(picture), content_encoding="deflate")) as server:
        download(server.origin, target, quick)
    assert target.read_bytes() == picture


def test_a_missing_folder_and_one_that_is_a_file_are_the_disks_failures(
    tmp_path: Path, quick: Timeouts, picture: bytes
) -> None:
    (tmp_path / "file").write_text("x")
    with WireServer(scripts.answer(picture)) as server:
        for folder in (tmp_path / "missing", tmp_path / "file"):
            failure = failed(server.origin, folder / "x", quick)
            assert failure.kind is Kind.folder_missing
            assert failure.path == str(folder)


def test_a_full_disk_is_told_as_one(quick: Timeouts, picture: bytes) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    file = received_file.ReceivedFile(full, "", is_base64=False, progress=None)
    with pytest.raises(FaceGenError) as raised:
        file.take(picture, 0)
    file.close()
    assert raised.value.failure.kind is Kind.disk_full


def test_a_cancelled_download_leaves_nothing(target: Path, picture: bytes) -> None:
    async def run(url: str) -> None:
        downloader = Downloader(LOCAL, lambda url: None)
        started = asyncio.Event()
        task = asyncio.create_task(downloader.download(url, target, lambda *seen: started.set()))
        await started.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await downloader.aclose()

    with WireServer(scripts.falls_silent_after(picture)) as server:
        asyncio.run(run(server.origin))
    assert not target.exists()


def test_progress_comes_at_most_ten_times_a_second(target: Path, quick: Timeouts) -> None:
    seen: list[int] = []
    with WireServer(scripts.answer(b"\x00" * 20_000_000)) as server:
        download(server.origin, target, quick, progress=lambda received, total: seen.append(received))
    assert seen == sorted(seen)
    assert seen[-1] == 20_000_000
    assert len(seen) < 50


def test_a_file_that_cannot_be_tidied_up_does_not_hide_why_it_was_abandoned(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ReceivedFile(target, "pictures.example", is_base64=False, progress=None)

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(Path, "unlink", fail)
    file.abandon()
