"""How long 5,000 pasted lines take to be understood, and how time grows with hostile text."""

from collections.abc import Iterator
from functools import partial

from facegen_gui.domain.job_ids import parse_job_ids
from tests.bench.figures import Figure, median_seconds

LINES = {
    "numbers": "{}",
    "numbers with labels": "{}\tAnna Smith",
    "a table": "{},Anna Smith,2026-10-28,512",
    "sentences": "please fetch job {} until 14:30, thanks a lot",
    "mails": "Hello Anna, could you look at {} please, and tell Bob what is wrong with it since Monday.",
    "answers": '{{"status":"success","id":{},"output":["https://pub-8b49.r2.dev/generations/0be2-0.png"]}}',
    "links": "https://modelslab.com/api/v1/enterprise/face_gen/fetch/{}",
}
HOSTILE = ("1,", "a@", '{"', '"a":', "$1", "1'", "/fetch/", "http://a ", "[", "1\u00a0", "key=x1")
SHORT, LONG = 20_000, 160_000


def figures() -> Iterator[Figure]:
    for name, line in LINES.items():
        text = "\n".join(line.format(12202888 + number) for number in range(5000))
        yield Figure(
            f"5,000 lines understood: {name}",
            median_seconds(partial(parse_job_ids, text)) * 1000,
            "ms",
            100,
        )
    ratios = []
    for unit in HOSTILE:
        short, long = ((unit * size)[:size] for size in (SHORT, LONG))
        ratios.append(
            median_seconds(partial(parse_job_ids, long), 3) / median_seconds(partial(parse_job_ids, short), 3)
        )
    yield Figure("8 times the hostile text takes at most so many times as long", max(ratios), "")
