"""Lines for whoever started the program from a terminal."""

from typing import TextIO


def say(line: str, stream: TextIO | None) -> None:
    """Survives a terminal that cannot write every letter, and programs that Windows starts without one."""
    if stream is None:
        return
    encoding = stream.encoding or "ascii"
    try:
        print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)
    except OSError:
        return  # the other end of the pipe has gone
