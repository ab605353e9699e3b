"""What the practice service answers: the cases of `cases`, turned into HTTP answers with their links."""

import asyncio
import base64
import json
import re
from collections import Counter
from concurrent.futures import Executor

from facegen_gui.practice.cases import (
    KEY_MISSING,
    KEY_REJECTED,
    UNKNOWN,
    Case,
    Scripted,
    Told,
    Trouble,
    case_of,
)
from facegen_gui.practice.drawn import Drawn
from facegen_gui.practice.face_store import FaceStore
from facegen_gui.practice.wire import Answer, Request

BASE = "/api/v1/enterprise"
_FETCH = re.compile(re.escape(BASE) + r"/face_gen/fetch/(?P<id>[^/]+)")
_PICTURE = re.compile(
    r"/+(?:generations/)?pictures/(?P<mirror>mirror/)?(?P<id>[A-Za-z0-9_-]{1,64})-(?P<n>[0-9])\.(?P<ext>\w+)"
)
_VIDEO = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + b"\x00\x00\x04\x00free" + bytes(1016)
_PAGE = b"<!DOCTYPE html><html><body><h1>One moment, please</h1></body></html>"
_FORBIDDEN = b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"


class Answers:
    """Remembers how often each ID and picture was asked for. Belongs to the thread of the service's loop."""

    def __init__(self, key: str, faces: FaceStore, threads: Executor) -> None:
        self._key = key
        self._faces = faces
        self._threads = threads
        self._asked: Counter[str] = Counter()
        self._loaded: Counter[tuple[str, int]] = Counter()
        self.origin = ""  # known once the port is

    async def answer(self, request: Request) -> Answer:
        if match := _FETCH.fullmatch(request.path):
            return await self._fetch(request, match["id"])
        if match := _PICTURE.fullmatch(request.path):
            return await self._picture(match["id"], int(match["n"]) + 1, match["ext"], bool(match["mirror"]))
        return Answer(404, b"Not found", "text/plain")

    async def _fetch(self, request: Request, job_id: str) -> Answer:
        if request.method != "POST":
            return _json(405, {"status": "error", "message": f"The {request.method} method is not supported"})
        if (refusal := self._key_refusal(request.body)) is not None:
            return _scripted(refusal)
        case = case_of(job_id)
        if case is None:
            return _scripted(UNKNOWN)
        asked = self._asked[job_id]
        self._asked[job_id] += 1
        if asked < len(case.first):
            return _scripted(case.first[asked])
        if case.always is not None:
            return _scripted(case.always)
        return _json(200, await self._success(job_id, case))

    def _key_refusal(self, body: bytes) -> Scripted | None:
        try:
            fields = json.loads(body)
        except ValueError:
            return KEY_MISSING
        key = fields.get("key") if isinstance(fields, dict) else None
        if not isinstance(key, str) or not key:
            return KEY_MISSING
        return None if key == self._key else KEY_REJECTED

    async def _success(self, job_id: str, case: Case) -> dict[str, object]:
        numbers = range(1, case.pictures + 1)
        drawn = [await self._drawn(job_id, number) for number in numbers]
        names = [f"{job_id}-{n - 1}{d.extension}" for n, d in zip(numbers, drawn, strict=True)]
        fields: dict[str, object] = {
            "status": "success",
            "generationTime": 1.5,
            "id": int(job_id),
            "output": [f"{self.origin}/pictures/{name}" for name in names],
            "proxy_links": None,
            "meta": {
                "prompt": "a friendly face, portrait",
                "seed": int(job_id),
                "width": drawn[0].width,
                "height": drawn[0].height,
                "samples": case.pictures,
                "safety_checker": "no",
            },
        }
        match case.told:
            case Told.odd_links:
                del fields["output"]
                fields["status"] = "completed"
                fields["links"] = [[f"{self.origin}//generations/pictures/{name}" for name in names]]
            case Told.proxy_links:
                fields["proxy_links"] = [f"{self.origin}/pictures/mirror/{name}" for name in names]
            case Told.base64_file:
                fields["output"] = [f"{self.origin}/pictures/{job_id}-{n - 1}.base64" for n in numbers]
            case Told.data_uri:
                fields["output"] = [_data_uri(d) for d in drawn]
            case Told.output:
                pass
        return fields

    async def _picture(self, job_id: str, number: int, extension: str, mirror: bool) -> Answer:
        case = case_of(job_id)
        if case is None or number > case.pictures:
            return Answer(404, b"Not found", "text/plain")
        loaded = self._loaded[job_id, number]
        self._loaded[job_id, number] += 1
        trouble = None if mirror else (case.broken or {}).get(number)
        if trouble is None and loaded < len(case.first_loads):
            trouble = case.first_loads[loaded]
        drawn = await self._drawn(job_id, number)
        match trouble:
            case Trouble.missing:
                return Answer(404, b"<html><body>Object not found</body></html>", "text/html")
            case Trouble.refused:
                return Answer(403, _FORBIDDEN, "application/xml")
            case Trouble.page:
                return Answer(200, _PAGE, "text/html")
            case Trouble.video:
                return Answer(200, _VIDEO, "video/mp4")
        if extension == "base64":
            return Answer(200, _data_uri(drawn).encode(), "text/plain")
        headers = {"Accept-Ranges": "bytes", "ETag": f'"{job_id}-{number}"'}
        cut = len(drawn.data) // 2 if trouble is Trouble.half else None
        return Answer(200, drawn.data, drawn.media_type, headers, cut)

    async def _drawn(self, job_id: str, number: int) -> Drawn:
        known = self._faces.known(job_id, number)
        if known is not None:
            return known
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._faces.get, job_id, number)


def _scripted(answer: Scripted) -> Answer:
    return Answer(answer.status, answer.body, answer.content_type)


def _json(status: int, fields: dict[str, object]) -> Answer:
    return Answer(status, json.dumps(fields).encode())


def _data_uri(drawn: Drawn) -> str:
    return f"data:{drawn.media_type};base64,{base64.b64encode(drawn.data).decode()}"
