"""One picture of the practice service, as the bytes that go over the wire."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    data: bytes
    media_type: str
    extension: str  # with the dot
    width: int
    height: int
