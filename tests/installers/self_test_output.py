"""Judges what the built program's self-test printed: nothing but its own lines, all of them well."""

import re

# What must have been looked at: each word stands in some line.
CHECKED = (
    *("resources:", "translations:", "PNG", "JPEG", "WebP", "certificates:", "keyring:", "database:"),
    *("fetching:", "saving:", "window: painted"),
)
FIRST = re.compile(r"Face Gen Viewer [\w.]+, Python 3\.\d+\.\d+, Qt 6\.\d+\.\d+ \(\w+\), .+")
LINE = re.compile(r"ok   [^:]+: .+")
REPORT = re.compile(r"The pictures and a screenshot are in .+")


def assert_all_well(returncode: int, output: str, errors: str, *keyring_names: str) -> None:
    lines = output.splitlines()
    expected = [FIRST.fullmatch(lines[0])] if lines else []
    expected += [LINE.fullmatch(line) or REPORT.fullmatch(line) for line in lines[1:]]
    unexpected = [line for line, found in zip(lines, expected, strict=True) if not found]
    assert not unexpected, f"unexpected lines: {unexpected}\n{output}{errors}"
    assert not errors, f"unexpected on standard error:\n{errors}"
    assert returncode == 0, output
    missing = [word for word in CHECKED if word not in output]
    assert not missing, f"not checked: {missing}\n{output}"
    assert any(f"keyring: {name}" in output for name in keyring_names), f"no real keyring:\n{output}"
