"""The practice service, asked over real HTTP with the standard library's client."""

import base64
import contextlib
import gc
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from facegen_gui.practice import cases
from facegen_gui.practice.cases import CASES, DEMO_IDS, case_of
from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.server import PracticeService

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def drawn(job_id: str, number: int) -> Drawn:
    return Drawn(PICTURE + f"{job_id}/{number}".encode(), "image/png", ".png", 8, 8)


@pytest.fixture
def service() -> Iterator[PracticeService]:
    with PracticeService(draw=drawn) as running:
        yield running


class Client:
    """One kept-alive connection."""

    def __init__(self, service: PracticeService) -> None:
        self.service = service
        self.connection = http.client.HTTPConnection("127.0.0.1", int(service.origin.rpartition(":")[2]))

    def fetch(self, job_id: str, key: str | None = None) -> tuple[int, Any]:
        body = json.dumps({"key": self.service.key if key is None else key})
        self.connection.request("POST", f"/api/v1/enterprise/face_gen/fetch/{job_id}", body)
        reply = self.connection.getresponse()
        raw = reply.read()
        return reply.status, json.loads(raw) if "json" in reply.headers["Content-Type"] else raw

    def load(self, link: str, **headers: str) -> tuple[int, bytes]:
        self.connection.request("GET", link.removeprefix(self.service.origin), headers=headers)
        reply = self.connection.getresponse()
        return reply.status, reply.read()

    def close(self) -> None:
        self.connection.close()


@pytest.fixture
def client(service: PracticeService) -> Iterator[Client]:
    client = Client(service)
    yield client
    client.close()


def test_a_ready_job_names_its_pictures_and_serves_their_bytes(client: Client) -> None:
    status, reply = client.fetch("102")
    assert (status, reply["status"], reply["id"], len(reply["output"])) == (200, "success", 102, 2)
    assert client.load(reply["output"][1]) == (200, PICTURE + b"102/2")


def test_any_number_of_the_playground_is_ready_and_others_are_unknown(client: Client) -> None:
    assert client.fetch("12202888")[1]["status"] == "success"
    for unknown in ("0", "99", "1000000000", "abc-def", "%C2%B2"):
        assert client.fetch(unknown)[0] == 404


def test_every_other_key_is_rejected_and_a_missing_one_is_asked_for(client: Client) -> None:
    assert client.fetch("101", key="another")[0] == 401
    assert client.fetch("0", key="another")[1]["message"] == "Invalid API key"
    assert client.fetch("101", key="")[1]["message"] == "API key required"


def test_a_slow_job_is_ready_after_three_polls(client: Client) -> None:
    told = [client.fetch("104")[1] for _ in range(4)]
    assert [reply["status"] for reply in told] == ["processing"] * 3 + ["success"]
    assert told[0] == {"status": "processing", "message": "Try Again", "output": ""}


def test_one_job_is_never_ready(client: Client) -> None:
    assert {client.fetch("105")[1]["status"] for _ in range(20)} == {"processing"}


@pytest.mark.parametrize(
    ("job_id", "status", "word"),
    [
        ("111", 200, "Failed, Try Again"),
        ("112", 404, "not found"),
        ("113", 200, "not found"),
        ("114", 200, "success"),
        ("131", 429, "retry_after"),
        ("132", 200, "Rate limit"),
        ("133", 402, "credits"),
        ("134", 200, "credit"),
        ("135", 403, "subscription"),
        ("136", 401, "Invalid API key"),
        ("138", 500, "wrong"),
        ("140", 200, "Invalid API key"),
    ],
)
def test_failures_come_with_the_code_and_the_words_of_the_real_service(
    client: Client, job_id: str, status: int, word: str
) -> None:
    told, reply = client.fetch(job_id)
    assert told == status
    assert word in json.dumps(reply)


def test_a_bad_gateway_is_an_html_page(client: Client) -> None:
    status, page = client.fetch("137")
    assert status == 502
    assert page.startswith(b"<!DOCTYPE html>")


def test_a_link_can_be_missing_at_first(client: Client) -> None:
    link = client.fetch("121")[1]["output"][0]
    assert [client.load(link)[0] for _ in range(3)] == [404, 404, 200]


def test_half_a_picture_comes_first_and_the_rest_can_be_asked_for(client: Client) -> None:
    link = client.fetch("125")[1]["output"][0]
    with pytest.raises(http.client.IncompleteRead) as error:
        client.load(link)
    half = error.value.partial
    whole = PICTURE + b"125/1"
    assert half == whole[: len(whole) // 2]
    client.close()
    assert client.load(link, Range=f"bytes={len(half)}-") == (206, whole[len(half) :])
    assert client.load(link, Range="bytes=999999-")[0] == 416


def test_pictures_come_as_base64_files_and_data_uris_too(client: Client) -> None:
    link = client.fetch("122")[1]["output"][0]
    assert link.endswith(".base64")
    for uri, job_id in ((client.load(link)[1].decode(), "122"), (client.fetch("123")[1]["output"][0], "123")):
        head, _, data = uri.partition(",")
        assert head == "data:image/png;base64"
        assert base64.b64decode(data) == PICTURE + f"{job_id}/1".encode()


def test_a_refused_link_has_a_mirror_that_works(client: Client) -> None:
    reply = client.fetch("127")[1]
    assert client.load(reply["output"][0])[0] == 403
    assert client.load(reply["proxy_links"][0])[0] == 200


def test_odd_links_still_lead_to_the_picture(client: Client) -> None:
    reply = client.fetch("108")[1]
    assert reply["status"] == "completed"
    assert client.load(reply["links"][0][0])[0] == 200


def test_requests_are_recorded_with_their_bodies(service: PracticeService, client: Client) -> None:
    client.fetch("101")
    (request,) = service.requests
    assert (request.method, request.path) == ("POST", "/api/v1/enterprise/face_gen/fetch/101")
    assert json.loads(request.body) == {"key": service.key}
    assert request.headers["host"].startswith("127.0.0.1:")
    assert request.at.tzinfo is not None


def test_what_is_no_http_is_refused(service: PracticeService, client: Client) -> None:
    client.connection.connect()
    client.connection.sock.sendall(b"HELLO\r\n\r\n")
    assert client.connection.sock.recv(100).startswith(b"HTTP/1.1 400")


def test_stopping_ends_open_connections_and_leaves_no_thread(
    service: PracticeService, client: Client
) -> None:
    # Another service may run for other tests, so only this one's threads count.
    others = set(threading.enumerate()) - {service._thread, *service._threads._threads}
    client.fetch("101")
    service.stop()
    assert not [t for t in set(threading.enumerate()) - others if t.name.startswith("practice")]
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        client.fetch("101")


def test_what_connected_a_moment_before_the_end_is_closed_too() -> None:
    # What is left open is warned of when it is freed, and a warning fails the test.
    for _ in range(5):
        with contextlib.ExitStack() as clients, PracticeService() as service:
            address = urlsplit(service.url)
            for _ in range(20):
                clients.enter_context(socket.create_connection((address.hostname, address.port)))
    gc.collect()


def test_a_port_that_is_taken_is_told_by_start(service: PracticeService) -> None:
    with pytest.raises(OSError):
        PracticeService(port=int(service.origin.rpartition(":")[2])).start()


def test_a_hundred_jobs_of_a_megabyte_come_whole() -> None:
    data = bytes(1_000_000)
    with PracticeService(draw=lambda _id, _n: Drawn(data, "image/png", ".png", 8, 8)) as service:
        client = Client(service)
        for number in range(100):
            link = client.fetch(str(1000 + 3 * number))[1]["output"][0]
            assert len(client.load(link)[-1]) == len(data)
        client.close()


def test_every_case_is_told_in_the_table_and_every_demo_id_is_known() -> None:
    table = cases.__doc__ or ""
    assert set(CASES) == {line.split()[0] for line in table.splitlines() if line[:3].isdecimal()}
    assert all(case_of(job_id) for job_id in DEMO_IDS)
