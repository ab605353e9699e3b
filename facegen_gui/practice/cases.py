"""Which job ID of the practice service brings which answer about.

====  ==========================================================================================
ID    what happens (a case marked * goes well when it is asked often enough)
====  ==========================================================================================
101   ready at once with one picture (PNG)
102   ready at once with two pictures (JPEG)
103   ready at once with one picture (WebP)
104   ready after three polls *: "Try Again" with an empty string as output
105   never ready
106   ready after two polls *, told as the generation call tells it: eta and links that do not exist yet
107   ready after two polls *: first queued, then pending
108   ready, told as `completed` with `links`, nested, with a double slash in the link
111   generation failed, inside HTTP 200, message under `messege`
112   unknown, HTTP 404
113   unknown, inside HTTP 200
114   success without pictures
115   success with an empty string as output
121   success, but the link is 404 for the first two times *
122   one picture as a .base64 file
123   one picture as a data URI inside the answer
124   a video instead of a picture
125   half a picture at first, though all of it was announced *
126   success, but the link is gone for good
127   the link is refused (403), the one under proxy_links works
128   two pictures, the second of which is gone for good
129   an HTML page instead of the picture at first *
131   rate limit at first *, HTTP 429 with retry_after 2 in the body
132   rate limit at first *, inside HTTP 200: "Try again in 3 seconds"
133   no credit at first *, HTTP 402
134   no credit at first *, inside HTTP 200
135   the plan does not allow it at first *, HTTP 403
136   the key is rejected at first *, HTTP 401, although it is right
137   an HTML page with HTTP 502 for the first two times *
138   an error at first *, HTTP 500, message as an object of lists
139   JSON that breaks off at first *
140   the key is rejected at first *, inside HTTP 200, although it is right
====  ==========================================================================================

Every other number from 1,000 to 999,999,999 is ready at once with one or two faces drawn for it alone; every
third of them has two. Everything else is unknown (404). Which answers the real service gives is told by its
documentation and by recorded answers of its sibling endpoints.
"""

import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass

PLAYGROUND = range(1_000, 1_000_000_000)

# What practice mode offers to be fetched: twelve jobs, among them one that takes a while and one that failed.
DEMO_IDS = (
    "12202888",
    "12202889",
    "12202890",
    "12202893",
    "104",
    "12202894",
    "12202896",
    "12202897",
    "111",
    "12202898",
    "103",
    "12202902",
)


@dataclass(frozen=True, slots=True)
class Scripted:
    """One fixed answer of the fetch call."""

    status: int
    body: bytes
    content_type: str = "application/json"


class Told(enum.Enum):
    """How a success names its pictures."""

    output = "output"  # plain links
    odd_links = "odd_links"  # under `links`, nested, double slashes, status completed
    proxy_links = "proxy_links"  # with a mirror for each
    base64_file = "base64_file"
    data_uri = "data_uri"


class Trouble(enum.Enum):
    """What a picture's link does instead of giving the picture."""

    missing = "missing"
    refused = "refused"
    half = "half"
    page = "page"
    video = "video"


@dataclass(frozen=True, slots=True)
class Case:
    """What an ID does: the answers before success, then success, unless `always` stands in its way."""

    first: tuple[Scripted, ...] = ()
    always: Scripted | None = None
    pictures: int = 1
    told: Told = Told.output
    first_loads: tuple[Trouble, ...] = ()  # of every picture's link
    broken: Mapping[int, Trouble] | None = None  # picture number → what its link does for ever


def _says(status: int, /, **fields: object) -> Scripted:
    return Scripted(status, json.dumps(fields).encode())


def _page(status: int, title: str) -> Scripted:
    html = f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    return Scripted(status, html.encode(), "text/html; charset=UTF-8")


UNKNOWN = _says(404, status="error", message="Request not found")
KEY_MISSING = _says(401, status="error", message="API key required")
KEY_REJECTED = _says(401, status="error", message="Invalid API key")
_BEING_MADE = _says(200, status="processing", message="Try Again", output="")
_BEING_MADE_LONG = _says(
    200,
    status="processing",
    tip="Get faster generations with the enterprise plan.",
    eta=4.5,
    message="Try to fetch request after seconds estimated",
    fetch_result="https://modelslab.com/api/v1/enterprise/face_gen/fetch/106",
    id=106,
    output=[],
    future_links=["https://practice.invalid/generations/106-0.png"],
)

CASES: Mapping[str, Case] = {
    "101": Case(),
    "102": Case(pictures=2),
    "103": Case(),
    "104": Case(first=(_BEING_MADE,) * 3),
    "105": Case(always=_BEING_MADE),
    "106": Case(first=(_BEING_MADE_LONG,) * 2),
    "107": Case(first=(_says(200, status="queued", output=[]), _says(200, status="pending", output=None))),
    "108": Case(told=Told.odd_links),
    "111": Case(always=_says(200, status="failed", id="", messege="Failed, Try Again", output="")),
    "112": Case(always=UNKNOWN),
    "113": Case(always=_says(200, status="failed", id="", message="Request not found", output="")),
    "114": Case(always=_says(200, status="success", message="Operation completed successfully")),
    "115": Case(always=_says(200, status="success", id=115, output="")),
    "121": Case(first_loads=(Trouble.missing,) * 2),
    "122": Case(told=Told.base64_file),
    "123": Case(told=Told.data_uri),
    "124": Case(broken={1: Trouble.video}),
    "125": Case(first_loads=(Trouble.half,)),
    "126": Case(broken={1: Trouble.missing}),
    "127": Case(told=Told.proxy_links, broken={1: Trouble.refused}),
    "128": Case(pictures=2, broken={2: Trouble.missing}),
    "129": Case(first_loads=(Trouble.page,)),
    "131": Case(
        first=(
            _says(
                429,
                status="error",
                message="Rate limit exceeded. Maximum 5 queued requests allowed.",
                retry_after=2,
            ),
        )
    ),
    "132": Case(
        first=(_says(200, status="error", messege="Rate limit exceeded, slow down. Try again in 3 seconds"),)
    ),
    "133": Case(
        first=(_says(402, status="error", message="Insufficient credits. Please recharge your account."),)
    ),
    "134": Case(first=(_says(200, status="error", message="Your credit balance is used up, recharge it"),)),
    "135": Case(
        first=(_says(403, status="error", message="This feature requires a premium subscription"),),
    ),
    "136": Case(first=(KEY_REJECTED,)),
    "137": Case(first=(_page(502, "502 Bad Gateway"),) * 2),
    "138": Case(first=(_says(500, status="error", message={"server": ["Something went wrong."]}),)),
    "139": Case(first=(Scripted(200, b'{"status":"success","id":139,"outp'),)),
    "140": Case(first=(_says(200, status="error", message="Invalid API key", tip="Buy a plan today"),)),
}


def case_of(job_id: str) -> Case | None:
    """What the ID does; None for an unknown one."""
    if job_id in CASES:
        return CASES[job_id]
    if not (job_id.isascii() and job_id.isdecimal()) or int(job_id) not in PLAYGROUND:
        return None
    return Case(pictures=2 if int(job_id) % 3 == 0 else 1)
