"""Every row of the service's answers, and any JSON at all."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.api.replies import BeingMade, PictureLink, Ready, Refused, Reply, parse_reply
from facegen_gui.domain.failures import FailureKind as Kind

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
URL = "https://pub-8b49.r2.dev/generations/a-0.png"
SECOND = "https://pub-8b49.r2.dev/generations/a-1.png"


def reply(value: object, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return parse_reply(status, named, json.dumps(value).encode(), NOW, job_id="12202888")


def refused(value: object, status: int = 200, **headers: str) -> Refused:
    result = reply(value, status, **headers)
    assert isinstance(result, Refused), result
    return result


def links(value: object) -> tuple[PictureLink, ...]:
    result = reply(value)
    assert isinstance(result, Ready), result
    return result.links


def test_the_contracts_own_example_is_ready() -> None:
    assert reply({"status": "success", "id": 12202888, "output": [URL]}) == Ready((PictureLink(URL),))


def test_an_answer_for_another_id_is_said_to_be_one() -> None:
    result = reply({"status": "success", "id": 7, "output": [URL]})
    assert isinstance(result, Ready)
    assert result.differing_id == "7"


@pytest.mark.parametrize(
    "value",
    [
        {"status": "processing", "message": "Try Again", "output": ""},
        {"status": "processing", "message": "Rate limit of your API key credits not found", "output": ""},
        {"status": "queued"},
        {"status": "PENDING "},
        {"message": "Try Again", "output": ""},
        {"id": 5, "output": [], "future_links": [URL]},
    ],
)
def test_still_being_made_is_never_a_failure(value: object) -> None:
    assert reply(value) == BeingMade(None)


@pytest.mark.parametrize(
    ("eta", "expected"),
    [(0.25, 0.25), (960, 960.0), ("12", 12.0), (None, None), ("soon", None), (-3, None), (True, None)],
)
def test_the_eta_is_a_hint_where_it_is_a_number(eta: object, expected: float | None) -> None:
    answer = {"status": "processing", "eta": eta, "id": 1, "output": [], "future_links": [URL]}
    assert reply(answer) == BeingMade(expected)


@pytest.mark.parametrize("eta", ["NaN", "Infinity", "1e999", "1" * 400, "1" * 5000])
def test_an_absurd_eta_is_no_hint(eta: str) -> None:
    body = b'{"status": "processing", "eta": %s}' % eta.encode()
    assert not isinstance(parse_reply(200, {}, body, NOW), Ready)


@pytest.mark.parametrize(
    ("output", "count"),
    [
        ([URL, SECOND], 2),
        ([[URL], [SECOND]], 2),
        ({"images": [URL, SECOND]}, 2),
        ({"url": URL, "thumbnail": SECOND}, 1),
        (URL, 1),
        ([{"url": URL}, {"url": SECOND}], 2),
        ([URL, None, 5, "", SECOND], 2),
        ([URL, URL], 1),
        (["data:image/png;base64,iVBORw0KGgo="], 1),
        ([f"https://a.example/{n}.png" for n in range(5000)], 100),
    ],
)
def test_output_is_understood_in_every_shape(output: object, count: int) -> None:
    assert len(links({"status": "success", "output": output})) == count


def test_links_and_proxy_links_stand_in_for_a_missing_output() -> None:
    assert links({"status": "completed", "links": [URL]}) == (PictureLink(URL),)
    assert links({"status": "success", "output": [], "proxy_links": [URL]}) == (PictureLink(URL),)
    assert links({"output": [URL]}) == (PictureLink(URL),)
    assert links([URL]) == (PictureLink(URL),)


def test_future_links_are_never_results() -> None:
    value = {"status": "success", "output": [], "future_links": [URL]}
    assert refused(value).failure.kind is Kind.no_pictures


@pytest.mark.parametrize(
    "proxied",
    [
        ["https://m.example/0", "https://m.example/1"],
        {"0": "https://m.example/0", "1": "https://m.example/1"},
        {"a": "https://m.example/0", "b": "https://m.example/1"},
        {URL: "https://m.example/0", SECOND: "https://m.example/1"},
    ],
)
def test_mirrors_belong_to_the_picture_of_their_place(proxied: object) -> None:
    found = links({"status": "success", "output": [URL, SECOND], "proxy_links": proxied})
    assert [link.mirrors for link in found] == [("https://m.example/0",), ("https://m.example/1",)]


def test_mirrors_keep_their_place_where_entries_are_empty() -> None:
    mirrors = ["https://m.example/0", "https://m.example/1"]
    assert links({"status": "success", "output": ["", URL], "proxy_links": mirrors}) == (
        PictureLink(URL, ("https://m.example/1",)),
    )
    nested = links({"status": "success", "output": [[URL, SECOND]], "proxy_links": mirrors})
    assert [link.mirrors for link in nested] == [("https://m.example/0",), ("https://m.example/1",)]


def test_links_beyond_the_most_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    output = [f"https://a.example/{n}.png" for n in range(140)]
    assert len(links({"status": "success", "output": [*output, output[0]]})) == 100
    assert caplog.messages == ["an answer names 140 pictures, 40 are left out"]


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_absurd_number_does_not_spoil_the_answer(sign: str) -> None:
    digits = sign + "7" * 100_000
    body = f'{{"status": "success", "id": {digits}, "eta": {digits}, "meta": {{"seed": {digits}}}, '
    body += f'"output": ["{URL}"]}}'
    reply = parse_reply(200, {}, body.encode(), NOW, job_id="101")
    assert isinstance(reply, Ready)
    assert (reply.links, reply.differing_id) == ((PictureLink(URL),), "")


def test_double_slashes_are_kept_and_tried_without_only_afterwards() -> None:
    url = "https://cdn.example//generations/a.png?x=a//b"
    assert links({"status": "success", "output": [url], "proxy_links": None}) == (
        PictureLink(url, ("https://cdn.example/generations/a.png?x=a//b",)),
    )


@pytest.mark.parametrize(
    ("status", "value", "kind"),
    [
        (200, {"status": "error", "message": "Invalid API key"}, Kind.key_rejected),
        (200, {"status": "error", "message": "API key required"}, Kind.key_rejected),
        (200, {"status": "failed", "messege": "your API key is wrong"}, Kind.key_rejected),
        (200, {"status": "error", "error": {"key": ["The key field is required."]}}, Kind.key_rejected),
        (401, {"status": "error", "message": "whatever"}, Kind.key_rejected),
        (401, None, Kind.key_rejected),
        (403, {"message": "Invalid API key"}, Kind.key_rejected),
        (500, {"message": "Invalid API key"}, Kind.key_rejected),
        (402, {"message": "Insufficient credits"}, Kind.no_credit),
        (200, {"status": "error", "message": "Insufficient credits. Please recharge"}, Kind.no_credit),
        (200, {"status": "error", "message": "Your API key has no credit left"}, Kind.no_credit),
        (200, {"status": "error", "message": "Your subscription has expired"}, Kind.no_credit),
        (200, {"status": "error", "message": "Monthly limit exceeded"}, Kind.no_credit),
        (403, {"message": "This feature requires a premium subscription"}, Kind.plan),
        (200, {"status": "error", "message": "This feature requires a premium subscription"}, Kind.plan),
        (403, {"message": "Forbidden"}, Kind.plan),
        (404, {"status": "error", "message": "no such thing"}, Kind.unknown_id),
        (404, None, Kind.unknown_id),
        (404, {"message": "Not found. Check your subscription"}, Kind.unknown_id),
        (200, {"status": "failed", "id": "", "message": "Request not found", "output": ""}, Kind.unknown_id),
        (200, {"status": "failed", "messege": "Failed, Try Again", "output": ""}, Kind.generation_failed),
        (200, {"status": "failed"}, Kind.generation_failed),
        (200, {"status": "error", "message": {"prompt": ["It is required."]}}, Kind.service_trouble),
        (200, {"status": "success", "message": "Operation completed successfully"}, Kind.no_pictures),
        (200, {"status": "ok", "output": None}, Kind.no_pictures),
        (429, {"status": "error", "message": "limit exceeded, buy credits"}, Kind.rate_limited),
        (429, {"status": "processing"}, Kind.rate_limited),
        (200, {"status": "error", "message": "Rate limit exceeded. Maximum 5"}, Kind.rate_limited),
        (200, {"status": "error", "message": "Spam filter triggered"}, Kind.rate_limited),
        (200, {"status": "error", "messege": "Too many requests"}, Kind.rate_limited),
        (500, {"message": "Model server not found"}, Kind.service_trouble),
        (503, {"message": "maintenance"}, Kind.service_trouble),
        (302, {"status": "success", "output": [URL]}, Kind.service_trouble),
        (407, None, Kind.proxy),
        (200, {}, Kind.service_trouble),
        (200, [], Kind.service_trouble),
        (200, "Invalid API key", Kind.key_rejected),
        (200, 5, Kind.service_trouble),
    ],
)
def test_code_and_body_both_count(status: int, value: object, kind: Kind) -> None:
    failure = refused(value, status).failure
    assert failure.kind is kind
    assert failure.status == status


@pytest.mark.parametrize("status", [200, 401, 403, 404, 500, 502, 524])
def test_a_web_page_comes_from_something_in_between(status: int) -> None:
    page = b"<!DOCTYPE html><html><head><title>Web filter\n says no</title></head>tip: buy</html>"
    result = parse_reply(status, {"Content-Type": "text/html"}, page, NOW)
    assert isinstance(result, Refused)
    assert result.failure.kind is Kind.service_trouble
    assert "Web filter says no" in result.failure.detail
    assert "buy" not in result.failure.detail


@pytest.mark.parametrize(
    ("value", "header", "seconds"),
    [
        ({"message": "x", "retry_after": 30}, "99", 30),
        ({"message": "x", "retry_after": "12"}, None, 12),
        ({"message": "x"}, "17", 17),
        ({"message": "x"}, format_datetime(NOW + timedelta(seconds=45), usegmt=True), 45),
        ({"message": "x"}, format_datetime(NOW - timedelta(seconds=45), usegmt=True), 1),
        ({"message": "Try again in 40 seconds"}, None, 40),
        ({"message": "Too many. Please try again in 2 minutes."}, "soon", 120),
        ({"message": "x"}, None, 30),
        ({"message": "x", "retry_after": -1}, "nonsense", 30),
        ({"message": "x"}, "7200", 7200),
        ({"message": "x", "retry_after": 1e12}, None, 24 * 3600),
    ],
)
def test_the_pause_is_as_long_as_the_service_says(value: object, header: str | None, seconds: float) -> None:
    headers = {} if header is None else {"Retry_After": header}
    assert refused(value, 429, **headers).failure.retry_after == seconds


def test_trouble_with_a_retry_after_carries_it() -> None:
    assert refused({"message": "down"}, 503, Retry_After="7").failure.retry_after == 7


def test_meta_is_kept_without_anything_named_like_a_key() -> None:
    result = reply(
        {
            "status": "success",
            "output": [URL],
            "generationTime": 1.5,
            "tip": "buy",
            "meta": {"seed": 7, "prompt": "a fäce", "api_key": "s3cret", "tip": "buy", "x": {"Key": 1}},
        }
    )
    assert isinstance(result, Ready)
    assert result.meta.isascii()
    assert json.loads(result.meta) == {"seed": 7, "prompt": "a fäce", "x": {}, "generationTime": 1.5}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1"])
@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "ascii", "nonsense-7", "utf-16", "hex", "idna"])
def test_a_wrong_charset_spoils_no_answer(encoding: str, charset: str) -> None:
    body = json.dumps({"status": "failed", "message": "Échec"}, ensure_ascii=False).encode(encoding)
    result = parse_reply(200, {"Content-Type": f"application/json; charset={charset}"}, body, NOW)
    assert isinstance(result, Refused)
    assert result.failure.kind is Kind.generation_failed


def test_half_an_answer_and_a_bottomless_one_are_service_trouble() -> None:
    for body in (b"", b'{"status": "success", "output": ["http', b"[" * 200_000, b'{"a":' * 50_000):
        result = parse_reply(200, {}, body, NOW)
        assert isinstance(result, Refused)
        assert result.failure.kind is Kind.service_trouble


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([URL, "a://b"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["status", "output", "links", "proxy_links", "message", "meta", "eta", "id"])
            | st.text(max_size=8),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)
statuses = st.sampled_from(
    ["success", "processing", "failed", "error", "queued", "pending", "completed", "ok", "", "other"]
)


@given(json_values, st.integers(100, 599))
def test_any_json_at_all_is_a_reply(value: object, status: int) -> None:
    assert isinstance(reply(value, status), Ready | BeingMade | Refused)


@given(st.binary(max_size=200), st.text(max_size=20), st.integers(0, 999))
def test_any_bytes_at_all_are_a_reply(body: bytes, content_type: str, status: int) -> None:
    result = parse_reply(status, {"content-type": content_type, "retry-after": content_type}, body, NOW)
    assert isinstance(result, Ready | BeingMade | Refused)


@given(statuses, st.dictionaries(st.text(max_size=8), json_values, max_size=4), json_values, json_values)
def test_what_is_told_can_be_stored_and_advertises_nothing(
    status: str, rest: dict[str, object], output: object, message: object
) -> None:
    advertising = "BUY-OUR-OTHER-API"
    value = {
        **rest,
        "tip": advertising,
        "tips": [advertising],
        "tip_1": advertising,
        "status": status,
        "output": output,
        "message": {"tip": advertising, "text": message},
    }
    result = reply(value)
    match result:
        case Refused(failure):
            assert status not in {"processing", "queued", "pending"}
            assert advertising not in failure.detail
            assert len(failure.detail) <= 2000
            failure.detail.encode()
            assert failure.retry_after >= 0
        case Ready(found, meta, differing_id):
            assert found
            assert advertising not in meta
            (meta + differing_id).encode()
            for link in found:
                (link.url + "".join(link.mirrors)).encode()
        case BeingMade(eta):
            assert eta is None or 0 <= eta < float("inf")
