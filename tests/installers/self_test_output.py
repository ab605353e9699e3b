"""Judges what the built program's self-test printed: nothing but its own lines, all of them well."""

import re

# What must have been looked at: each word stands in some line.
CHECKED = ("PNG", "JPEG", "WebP", "certificate", "keyring", "SQLite", "translation", "window", "pictures")
LINE = re.compile(r"ok   [^:]+: .+")


def assert_all_well(returncode: int, output: str, errors: str, *keyring_names: str) -> None:
    lines = output.splitlines()
    unexpected = [line for line in lines if not LINE.fullmatch(line)]
    assert not unexpected, f"unexpected lines: {unexpected}\n{output}"
    assert not errors, f"unexpected on standard error:\n{errors}"
    assert returncode == 0, output
    missing = [word for word in CHECKED if not any(word.lower() in line.lower() for line in lines)]
    assert not missing, f"not checked: {missing}\n{output}"
    assert any(name in output for name in keyring_names), f"no real keyring:\n{output}"
