"""Prints the program's figures beside their budgets: `python -m tests.bench [--json] [NAME …]`.

Nothing here passes or fails: figures of one run on one machine are to be compared with each other.
"""

import argparse
import importlib
import json
import subprocess
import sys

# Each name is a module bench_<name> with a function figures(); each runs in a process of its own, so that
# neither memory nor imports of one colour another.
BENCHES = ("start", "throughput", "quit", "paste", "library", "gallery", "viewer", "memory", "frozen")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(BENCHES)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    if arguments.here:
        _run_here(arguments.names[0])
        return
    for name in arguments.names or BENCHES:
        _run_apart(name, as_json=arguments.json)


def _run_here(name: str) -> None:
    from tests.conftest import PrivateSession

    session = PrivateSession()
    session.start()
    try:
        module = importlib.import_module(f"tests.bench.bench_{name}")
        for figure in module.figures():
            row = {
                "bench": name,
                "name": figure.name,
                "value": figure.value,
                "unit": figure.unit,
                "budget": figure.budget,
            }
            print(json.dumps(row), flush=True)
    finally:
        session.stop()


def _run_apart(name: str, *, as_json: bool) -> None:
    command = [sys.executable, "-m", "tests.bench", "--here", name]
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    for line in process.stdout.splitlines():
        if as_json:
            print(line, flush=True)
            continue
        row = json.loads(line)
        budget = "" if row["budget"] is None else f"at most {row['budget']:g}"
        print(f"{row['name']:<78}{row['value']:>10.2f} {row['unit']:<6} {budget}", flush=True)
    if process.returncode:
        print(f"{name}: did not finish (exit status {process.returncode})", file=sys.stderr)


main()
