"""The table of invented sentences: each expression, on its report's day, means what the table says."""

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from onrecord.annotations.timexes import ANNOTATOR
from onrecord.model.annotation import Found, Timex
from tests.support import parsed

GROUPS = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["group"]
CASES = [(number, line) for number, group in enumerate(GROUPS) for line in range(len(group["cases"]))]


@lru_cache(maxsize=32)
def timexes(number: int) -> tuple[str, tuple[Timex, ...]]:
    group = GROUPS[number]
    text = "\n".join(case[0] for case in group["cases"])
    report = parsed(text, published=group["day"] or None)
    return text, tuple(ANNOTATOR.find(report, Found()))


@pytest.mark.parametrize(
    ("number", "line"), CASES, ids=[f"{GROUPS[n]['name']}: {GROUPS[n]['cases'][i][0]}" for n, i in CASES]
)
def test_an_expression_means_what_the_table_says(number: int, line: int) -> None:
    text, found = timexes(number)
    sentence, words, value, edtf, rule = GROUPS[number]["cases"][line]
    start = sum(len(case[0]) + 1 for case in GROUPS[number]["cases"][:line])
    here = [t for t in found if start <= t.span.start < start + len(sentence)]
    if not words:
        assert [t.span.of(text) for t in here] == []
        return
    named = {t.span.of(text): t for t in here}
    assert words in named
    timex = named[words]
    assert (timex.value, timex.when.edtf or "", timex.when.rule or "") == (value, edtf, rule)


def test_there_are_a_hundred_and_fifty_cases() -> None:
    assert len(CASES) >= 150
