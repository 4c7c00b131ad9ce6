"""Invented stories, annotated and composed: where their reports part."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from onrecord.annotations.annotator import annotate, in_order
from onrecord.annotations.events import ANNOTATOR as EVENTS
from onrecord.annotations.figures import ANNOTATOR as FIGURES
from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
from onrecord.annotations.quotations import ANNOTATOR as QUOTATIONS
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.model.record import Difference, Record
from onrecord.model.report import Report
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.support import parsed

FOLDER = Path(__file__).parent / "partings"
ANNOTATORS = in_order((TIMEXES, MENTIONS, QUOTATIONS, FIGURES, EVENTS))
STORIES = ("herring", "mayor", "prisoners", "railway", "assembly", "referendum", "buses", "blasts", "fever")
Parting = dict[str, Any]


@lru_cache(maxsize=8)
def story(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return a story's reports, and where a careful reader finds that they part."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def told(name: str) -> tuple[Record, tuple[Report, ...]]:
    """Return the record of a story, and its reports in order."""
    parses = []
    for number, page in enumerate(story(name)["report"], start=1):
        headline, _, text = page["text"].partition("\n\n")
        parses.append(
            parsed(
                text,
                headline=headline,
                outlet=page["outlet"],
                published=page["day"],
                address=f"{name}-{number}.txt",
            )
        )
    found = {parse.report.id: annotate(parse, ANNOTATORS) for parse in parses}
    reports = tuple(parse.report for parse in parses)
    return compose("l", {"s": [r.id for r in reports]}, reports, found, Beside()), reports


def rests_on(difference: Difference, side: int, words: list[Any], reports: tuple[Report, ...]) -> bool:
    """Whether a side of a difference rests on some words of a report, told by its number."""
    number, printed = words
    report = reports[number - 1]
    start = report.text.index(printed)
    return any(
        support.span.report == report.id
        and support.span.start < start + len(printed)
        and start < support.span.end
        for support in difference.sides[side].support
    )


def finds(difference: Difference, parting: Parting, reports: tuple[Report, ...]) -> bool:
    """Whether a difference is the one told: kind, verdict, and two sides on words of two of its sides."""
    if (difference.kind, difference.verdict) != (parting["kind"], parting["verdict"]):
        return False
    hit = [
        {
            place
            for place, words in enumerate(parting["sides"])
            if any(rests_on(difference, number, each, reports) for each in words)
        }
        for number in range(len(difference.sides))
    ]
    return len(set().union(*hit)) >= 2 and sum(map(bool, hit)) >= 2


def _marks(parting: Parting) -> list[Any]:
    return [pytest.mark.xfail(strict=True, reason="not found yet")] if parting.get("missed") else []


CASES = [
    pytest.param(name, parting, id=f"{name}-{parting['id']}", marks=_marks(parting))
    for name in STORIES
    for parting in story(name)["parting"]
]


@pytest.mark.parametrize(("name", "parting"), CASES)
def test_where_reports_part(name: str, parting: Parting) -> None:
    record, reports = told(name)
    assert any(finds(difference, parting, reports) for difference in record.differences)


@pytest.mark.parametrize("name", STORIES)
def test_nothing_else_parts(name: str) -> None:
    record, reports = told(name)
    others = [
        (d.kind, d.verdict, [side.claim for side in d.sides])
        for d in record.differences
        if not any(finds(d, parting, reports) for parting in story(name)["parting"])
    ]
    assert others == []
