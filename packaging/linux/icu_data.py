"""A small libicudata for Linux: of ICU's 32 MB, what Qt asks it for.

Qt has its own locale data and uses ICU for sorting (and for exotic text codecs, which nothing here reads),
and for the names of time zones, which nothing here shows. The data library is an archive ("CmnD": a table of
names and offsets, then the items); the kept items are written into a new one with the same symbol and soname.
"""

from __future__ import annotations

import fnmatch
import struct
from pathlib import Path

from commands import BuildError, require, run

# The common order of all scripts. Languages that differ from it get it, too: the program sorts no words.
KEPT = (
    "cnvalias.icu",
    "nfc.nrm",
    "nfkc.nrm",
    "nfkc_cf.nrm",
    "coll/root.res",
    "coll/res_index.res",
    "coll/ucadata.icu",
    "root.res",
    "res_index.res",
    "pool.res",
    "keyTypeData.res",
)


def is_kept(name: str) -> bool:
    """`name` is without the archive's own prefix: `coll/root.res`, `de.res`, `ibm-5348_P100-1997.cnv`."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in KEPT)


def read_archive(library: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """The header and the items of the archive inside the shared library."""
    mark = library.find(b"\xda\x27")
    while mark >= 0 and library[mark + 10 : mark + 14] != b"CmnD":
        mark = library.find(b"\xda\x27", mark + 1)
    if mark < 0:
        raise BuildError("no ICU data found in libicudata")
    start = mark - 2
    header_size = struct.unpack_from("<H", library, start)[0]
    table = start + header_size
    count = struct.unpack_from("<I", library, table)[0]
    entries = [struct.unpack_from("<II", library, table + 4 + 8 * index) for index in range(count)]
    names = [library[table + at : library.index(b"\0", table + at)].decode("ascii") for at, _ in entries]
    offsets = [offset for _, offset in entries]
    ends = [*offsets[1:], offsets[-1] + last_item_size(library, table + offsets[-1])]
    items = [library[table + begin : table + end] for begin, end in zip(offsets, ends, strict=True)]
    return library[start:table], list(zip(names, items, strict=True))


def last_item_size(library: bytes, at: int) -> int:
    """The table has no length for the last item; what follows it in the file is zero or another section, so a
    megabyte is certainly enough (the last one is a small resource)."""
    return min(1 << 20, len(library) - at)


def write_archive(header: bytes, items: list[tuple[str, bytes]]) -> bytes:
    names = b""
    name_offsets = []
    table_size = 4 + 8 * len(items)
    for name, _ in items:
        name_offsets.append(table_size + len(names))
        names += name.encode("ascii") + b"\0"
    body = bytearray(names)
    entries = []
    for name_offset, (_, data) in zip(name_offsets, items, strict=True):
        body += b"\xaa" * (-(table_size + len(body)) % 16)
        entries.append(struct.pack("<II", name_offset, table_size + len(body)))
        body += data
    return header + struct.pack("<I", len(items)) + b"".join(entries) + bytes(body)


def small_library(source: Path, folder: Path) -> Path:
    """`source` is Qt's libicudata.so.NN; gives back the small one, made once per content."""
    target = folder / source.name
    header, items = read_archive(source.read_bytes())
    kept = [(name, data) for name, data in items if is_kept(name.partition("/")[2])]
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / "icu.dat"
    archive.write_bytes(write_archive(header, kept))
    symbol = f"icudt{source.name.rpartition('.')[2]}_dat"
    assembler = folder / "icu.s"
    lines = [
        f".globl {symbol}",
        ".section .rodata",
        ".balign 16",
        f".type {symbol}, @object",
        f"{symbol}:",
        f'.incbin "{archive}"',
        f".size {symbol}, . - {symbol}",
        ".section .note.GNU-stack",
        "",
    ]
    assembler.write_text("\n".join(lines), encoding="utf-8")
    compiler = require("gcc", "gcc")
    run([compiler, "-shared", "-nostdlib", "-s", f"-Wl,-soname,{source.name}", "-o", target, assembler])
    archive.unlink()
    assembler.unlink()
    print(f"ICU data: {len(kept)} of {len(items)} items, {target.stat().st_size / 1e6:.1f} MB")
    return target
