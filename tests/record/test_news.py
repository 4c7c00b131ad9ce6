"""What is new: over any sequence of marks it adds up to the record, and nothing comes twice."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Passage
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from onrecord.record.joining import join
from onrecord.record.new_fact import TAKEN_BACK, Facts, NewFact, Reads, overlap
from onrecord.record.news import News, brought, news
from onrecord.record.news_facts import facts_of
from onrecord.record.recall import recall
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from tests.build import figure, found, name, said
from tests.record.made_stories import Told, keep
from tests.record.test_as_of import PROPERTY, TOLD, store_of
from tests.support import make_report


def told(store: Store, since: int) -> list[tuple[str, str]]:
    """Return kind and words of what is new."""
    return [(fact.kind, fact.passage.text) for fact in news(store, since).facts]


def kinds(found: News) -> list[str]:
    return [fact.kind for fact in found.facts]


ONCE = ("event", "statement", "reading", "second-origin", "revision")

MEETING = "Dana Reyes met Otto Brandt in Port Leven on Monday over the ferry Kestrel and its grain"


def test_to_a_reader_without_a_mark_all_is_new() -> None:
    with store_of(Told(page=0, toll=3, words=0)) as store:
        assert told(store, 0) == [
            ("event", MEETING),
            ("statement", "We go in with open hands, but not with empty ones"),
            ("reading", "At least 3 people were killed when the ferry Kestrel struck the bank"),
        ]
        assert news(store, 0).until == 1


def test_after_the_mark_nothing_is_new() -> None:
    with store_of(Told(page=0, toll=3, words=0)) as store:
        assert told(store, 1) == []


def test_an_old_fact_told_again_is_not_new_but_its_second_origin_is() -> None:
    with store_of(Told(page=0, toll=3), Told(page=1, day=11, detail=1, toll=3)) as store:
        assert [(kind, words[:8]) for kind, words in told(store, 1)] == [
            ("second-origin", "On Monda"),
            ("second-origin", "At least"),
        ]


def test_a_third_origin_is_not_new() -> None:
    reads = (Told(page=0), Told(page=1, day=11, detail=1), Told(page=2, day=11, detail=2))
    with store_of(*reads) as store:
        assert kinds(news(store, 1)) == ["second-origin"]
        assert kinds(news(store, 2)) == []


def test_another_number_is_new_and_so_is_the_difference() -> None:
    with store_of(Told(page=0, toll=3), Told(page=1, day=11, detail=1, toll=5, meeting=False)) as store:
        found = news(store, 1)
        assert kinds(found)[0] == "reading"
        assert set(kinds(found)) <= {"reading", "difference"}


def test_a_background_mention_is_not_new() -> None:
    with store_of(Told(page=0, background=True)) as store:
        assert kinds(news(store, 0)) == []


def test_an_event_told_as_news_after_it_was_background_is_new() -> None:
    with store_of(Told(page=0, background=True), Told(page=1, day=11, detail=1)) as store:
        assert "event" in kinds(news(store, 1))


def test_an_earlier_report_that_comes_late_makes_nothing_new_of_what_was_told() -> None:
    with store_of(Told(page=1, day=11, words=0), Told(page=2, day=9, detail=1, words=0)) as store:
        assert "event" not in kinds(news(store, 1))
        assert "statement" not in kinds(news(store, 1))


def test_a_revision_is_new_with_what_it_takes_back_and_brings_and_what_it_leaves_is_not() -> None:
    reads = (Told(page=0, toll=3, words=0), Told(page=0, updated=12, toll=5, words=0))
    with store_of(*reads) as store:
        found = news(store, 1)
        assert kinds(found)[:2] == ["revision", "withdrawal"]
        gone = found.facts[1]
        assert gone.passage.text.startswith("At least 3 people")
        assert (gone.read, gone.report != found.facts[0].report) == (2, True)
        assert ("reading", "At least 5") in [(f.kind, f.passage.text[:10]) for f in found.facts]
        assert not {"event", "statement"} & set(kinds(found))


def test_facts_come_in_the_order_of_reading() -> None:
    reads = (Told(page=0, toll=3), Told(page=1, day=9, detail=1, words=2), Told(page=2, day=14, plan=14))
    with store_of(*reads) as store:
        found = news(store, 0)
        assert [f.read for f in found.facts] == sorted(f.read for f in found.facts)
        assert {f.report for f in found.facts} <= set(found.reports)


def test_a_storyline_that_nothing_touched_is_not_composed() -> None:
    with store_of(Told(page=0), Told(page=3, meeting=False, detail=2)) as store:
        assert len(news(store, 1).now) == 1


@PROPERTY
@given(st.lists(TOLD, min_size=1, max_size=6), st.sets(st.integers(1, 6)))
def test_news_over_any_marks_adds_up_to_the_record_and_nothing_comes_twice(
    reads: list[Told], cuts: set[int]
) -> None:
    told: list[NewFact] = []
    with store_of() as store:
        mark = 0
        for number, each in enumerate(reads, start=1):
            keep(store, each)
            if number in cuts or number == len(reads):
                found = news(store, mark)
                mark = found.until
                told = adds_up(store, told, found.facts)
        assert news(store, mark).facts == ()


def adds_up(store: Store, told: list[NewFact], new: Sequence[NewFact]) -> list[NewFact]:
    """Return what a reader has been told and still stands; what was told grows with its later support."""
    for fact in new:
        alike = [f for f in told if f.kind in ONCE and _one(f, fact)]
        assert not alike, f"{fact.kind} came twice: {fact.passage.text}"
    taken = {mark.partition("|")[2] for f in new if f.kind == "withdrawal" for mark in f.marks}
    told = [f for f in told if f.kind not in TAKEN_BACK or not f.marks & taken] + list(new)
    facts = facts_on(store)
    for fact in facts.told:
        known = any(f.kind == fact.kind and _same(f.marks, fact.marks) for f in told)
        assert known, f"{fact.kind} never told: {fact.passage.text}"
    for fact in told:
        if fact.kind in TAKEN_BACK:
            on_record = facts.standing[fact.kind] | facts.withdrawn.keys()
            changed = any(overlap(p, was) for p in fact.rests for was, _ in facts.changed)
            known = changed or _same(fact.marks, on_record)
            assert known, f"{fact.kind} told and nowhere on record: {fact.passage.text}"
    # What fell away in between, as a second origin whose words were revised, is told again if it comes again.
    shown = [f for f in told if f.kind == "revision" or any(_one(f, each) for each in facts.told)]
    return [_grown(f, facts.told) for f in shown]


def _one(fact: NewFact, other: NewFact) -> bool:
    return fact.kind == other.kind and not fact.marks.isdisjoint(other.marks)


def _same(marks: Set[str], others: Set[str]) -> bool:
    """Whether two things rest on the same words, or on words that a revision has only put otherwise."""
    pairs = product((mark.split("|") for mark in marks), (mark.split("|") for mark in others))
    return any(a[1:] == b[1:] or (a[::2] == b[::2] and _alike(a[1], b[1])) for a, b in pairs)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split()).ratio() > 0.7


def _grown(fact: NewFact, on_record: Sequence[NewFact]) -> NewFact:
    """Return a fact with the words that it rests on by now: others' too, and not those that fell away."""
    same = [f.marks for f in on_record if _one(f, fact)]
    return replace(fact, marks=frozenset().union(*same) if same else fact.marks)


def facts_on(store: Store) -> Facts:
    """Return the facts of a whole store."""
    with store.view() as view:
        records = [recall(view, line)[0] for line in sorted(view.groups("storylines"))]
        first: dict[str, str] = {}
        for kept in view.kept():
            first[kept.id] = first[kept.revises] if kept.revises else kept.id
        reads = Reads(number={kept.id: kept.read for kept in view.kept()}, first=first)
    return facts_of(records, reads, least=0.0)


def test_a_second_origin_is_told_with_the_words_since_the_mark() -> None:
    supports = [MEETING, "They met in Port Leven", "The two had met on Monday"]
    passages = [Passage(report=f"r-{n}", start=0, end=len(t), text=t) for n, t in enumerate(supports, 1)]
    fact = NewFact(
        kind="second-origin", about="e", report="r-2", read=2, passage=passages[1], rests=tuple(passages[1:]),
        marks=frozenset("m"), fold="",
    )  # fmt: skip
    reads = Reads(number={"r-1": 1, "r-2": 2, "r-3": 3})
    assert [(f.report, f.read, f.rests) for n in (1, 2, 3) for f in brought([fact], reads, n)] == [
        ("r-2", 2, tuple(passages[1:])),
        ("r-3", 3, (passages[2],)),
    ]


def said_twice(*texts: str) -> list[tuple[str, str]]:
    """Return what is new when a page is read again with other words, of which Dana Reyes says all."""
    store = open_store("sqlite://")
    try:
        for n, text in enumerate(texts):
            report = make_report(
                f"Dana Reyes said that {text}.", address="https://port.example/1", published="2026-03-10"
            )
            report = replace(report, retrieved=datetime(2026, 3, 11 + n, 12, tzinfo=UTC))
            speaker = name(report, "Dana Reyes")
            parts = [speaker, said(report, text, speaker, kind="indirect")]
            words = next((word for word in text.split() if word.isdigit()), None)
            if words is not None:
                parts.append(figure(report, words, text, float(words), float(words)))
            annotations = found(*parts)
            with store.writer() as writer:
                kept = writer.keep(report, annotations, finders=("hand/1",), problems=())
                join(writer, [(kept, annotations)])
        return told(store, 1)
    finally:
        store.close()


def test_what_somebody_says_with_another_number_is_told_by_the_number_alone() -> None:
    before, after = "81 people had written to the mill", "61 people had written to the mill"
    assert [kind for kind, _ in said_twice(before, after)] == ["revision", "withdrawal", "reading"]
    other = "61 people had marched against the mill"
    assert "statement" in [kind for kind, _ in said_twice(before, other)]


@pytest.mark.parametrize("least", [0.0, 0.6, 0.95])
def test_what_the_machine_is_unsure_of_is_left_out_when_asked(least: float) -> None:
    with store_of(Told(page=0)) as store:
        assert ("event" in kinds(news(store, 0, least=least))) == (least < 0.9)


def said_facts(text: str, *pieces: tuple[str, str]) -> list[str]:
    """Return the words of the statements told of a report in which Dana Reyes says some pieces."""
    report = make_report(text)
    speaker = name(report, "Dana Reyes")
    quotations = [said(report, words, speaker, kind=kind) for words, kind in pieces]
    parts = [report], {report.id: found(speaker, *quotations)}
    record = compose("l", {"s": [report.id]}, *parts, Beside())
    told = facts_of([record], Reads(), least=0.0).told
    return [fact.passage.text for fact in told if fact.kind == "statement"]


SAYINGS = [
    (
        "Dana Reyes condemned the toll, and added that the mill would pay for all of it.",
        [("the toll", "indirect"), ("the mill would pay for all of it", "indirect")],
        ["the toll"],
        "two pieces, one of them a clause",
    ),
    ("Dana Reyes welcomed the toll.", [("the toll", "indirect")], [], "only what was spoken of"),
    ('Dana Reyes called it "a toll".', [("a toll", "direct")], ["a toll"], "few words, but her own"),
    (
        'Dana Reyes said that it was over. "We go home," she added.',
        [("that it was over", "indirect"), ("We go home,", "direct")],
        ["We go home,"],
        "her own words stand for it",
    ),
    ('Dana Reyes signed as "Dana Reyes".', [("Dana Reyes", "direct")], [], "a name alone"),
    ('Dana Reyes said "Reyes goes".', [("Reyes goes", "direct")], ["Reyes goes"], "more than a name"),
]


@pytest.mark.parametrize(("text", "pieces", "told", "why"), SAYINGS, ids=[row[3] for row in SAYINGS])
def test_which_words_are_told_of_a_statement(
    text: str, pieces: Sequence[tuple[str, str]], told: list[str], why: str
) -> None:
    assert said_facts(text, *pieces) == told, why
