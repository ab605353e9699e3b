"""How long the network may keep us waiting, in seconds. One value, so that tests can be quick."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    connect: float = 10.0
    read: float = 30.0  # without a byte
    call: float = 60.0  # a whole fetch call; the head of a picture's answer
    slow_after: float = 60.0  # from then on a picture must have come with `slowest` on the average
    slowest: float = 1024.0  # bytes a second: below it somebody holds the connection, not a slow line
