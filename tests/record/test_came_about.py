"""Invented reports, annotated and composed: what became of a plan that later ones tell of in other words."""

import tomllib
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from onrecord.annotations.annotator import annotate, in_order
from onrecord.annotations.events import ANNOTATOR as EVENTS
from onrecord.annotations.figures import ANNOTATOR as FIGURES
from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
from onrecord.annotations.quotations import ANNOTATOR as QUOTATIONS
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.model.record import Event
from onrecord.record.akin import Doing, doings, told_in
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.support import parsed

ANNOTATORS = in_order((TIMEXES, MENTIONS, QUOTATIONS, FIGURES, EVENTS))
OUTLETS = ("Port Leven Courier", "Marl Gazette", "The Harbour Post")
CASES: list[dict[str, Any]] = [
    case
    for listed in ("aftermaths.toml", "aftermaths_about.toml")
    for case in tomllib.loads((Path(__file__).parent / listed).read_text(encoding="utf-8"))["case"]
]


def plans_of(case: dict[str, Any]) -> list[Event]:
    """Return the events of the first report whose words hold those of the plan."""
    parses = [
        parsed(text, published=day, address=f"{number}.txt", outlet=OUTLETS[number % len(OUTLETS)])
        for number, (day, text) in enumerate(case["reports"])
    ]
    found = {parse.report.id: annotate(parse, ANNOTATORS) for parse in parses}
    reports = [parse.report for parse in parses]
    first = reports[0]
    record = compose("l", {"s": [r.id for r in reports]}, reports, found, Beside())
    triggers = {mention.id: mention.span.of(first.text) for mention in found[first.id].events}
    told = [e for e in record.events if e.support[0].span.report == first.id and case["plan"] in e.label]
    named = [e for e in told if triggers.get(e.id, "").startswith(case["plan"][:4])]
    return named or told


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["why"],
            marks=[pytest.mark.xfail(strict=True)] if case.get("missed") else [],
        )
        for case in CASES
    ],
)
def test_what_became_of_a_plan_is_known_in_other_words(case: dict[str, Any]) -> None:
    plan = plans_of(case)[0]
    assert (plan.outcome.state if plan.outcome is not None else "none") in case["state"].split("|")


def of(verb: str) -> tuple[Doing, ...]:
    return tuple(doing for doing in doings() if doing.verbs.match(verb))


@pytest.mark.parametrize(
    ("verb", "sentence", "is_told"),
    [
        ("close", "The hall was a shelter until last Friday.", True),
        ("close", "The hall was to stay open until last Friday.", False),
        ("reopen", "The bridge has been open since Monday.", True),
        ("reopen", "The bridge has been closed since Monday.", False),
        ("sign", "After Friday's signing they shook hands.", True),
        ("sign", "“After Friday's signing we shake hands,” he said.", False),
    ],
)
def test_a_sentence_speaks_of_a_doing_as_done(verb: str, sentence: str, is_told: bool) -> None:
    assert bool(list(told_in(sentence, of(verb)))) == is_told


def test_every_doing_is_told_by_its_verbs_and_named_by_its_nouns() -> None:
    assert all(doing.verbs.pattern and doing.spoken.pattern for doing in doings())


@pytest.mark.parametrize("text", ["“" * 20_000, '"' * 20_001, "was " * 5_000, "after the " * 5_000])
def test_any_sentence_is_searched_in_little_time(text: str) -> None:
    begun = process_time()
    list(told_in(text, doings()))
    assert process_time() - begun < 2
