"""What a later report tells again in other words is a line of its own, and no news."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found
from onrecord.model.report import Block, Report
from onrecord.model.when import When
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from onrecord.record.news import news_in
from tests.build import event, figure, found, name, on, place, said
from tests.support import make_report

Part = tuple[Report, Found]


def told(on: str, text: str, *events: tuple[str, dict[str, Any]], headline: str | None = None) -> Part:
    """Return a report of one day with the events that its words tell, each of a sort of its own."""
    report = make_report(text, address=f"{on}.txt", published=on, headline=headline)
    if headline is not None:
        end = len(headline)
        blocks = (
            Block(kind="headline", start=0, end=end),
            Block(kind="body", start=end, end=len(report.text)),
        )
        report = replace(report, blocks=blocks)
    made = [
        event(report, more.pop("clause", words), words, type=None, **{"sort": words, **more})
        for words, more in ((words, dict(more)) for words, more in events)
    ]
    names = [name(report, each) for each in ("Dana Reyes", "Otto Brandt") if each in report.text]
    return report, found(*names, *made)


def new(*parts: Part) -> list[tuple[str, str]]:
    """Return kind and words of what is new to somebody who reads some reports in this order."""
    read = {report.id: replace(report, read=n) for n, (report, _) in enumerate(parts, 1)}
    annotations = {report.id: each for report, each in parts}
    record = compose("l", {"s": list(read)}, list(read.values()), annotations, Beside())
    return [(fact.kind, fact.passage.text) for fact in news_in(record).facts]


EARLIER = told(
    "2026-03-02",
    "The harbour trial has been put off until June. Dana Reyes struck the gate with 20 men last week.",
)

CASES: list[tuple[str, Part, bool]] = [
    (
        "undated, its words in an earlier sentence",
        told(
            "2026-03-10", "The trial, which was put off, goes on.",
            ("put off", {"clause": "The trial, which was put off"}),
        ),
        False,
    ),
    (
        "undated, in words of its own",
        told("2026-03-10", "A judge fined the harbour.", ("fined", {"clause": "A judge fined the harbour"})),
        True,
    ),
    (
        "the same words with another number",
        told(
            "2026-03-10", "Dana Reyes struck the gate with 30 men.",
            ("struck", {"clause": "Dana Reyes struck the gate with 30 men"}),
        ),
        True,
    ),
    (
        "a day some days back, half of its words in an earlier sentence",
        told(
            "2026-03-10", "On Friday Dana Reyes struck the gate at dawn.",
            ("struck", {"clause": "Dana Reyes struck the gate at dawn", "day": "2026-02-27"}),
        ),
        False,
    ),
    (
        "a day just past",
        told(
            "2026-03-10", "On Monday Dana Reyes struck the gate at dawn.",
            ("struck", {"clause": "Dana Reyes struck the gate at dawn", "day": "2026-03-09"}),
        ),
        True,
    ),
    (
        "an aside between commas tells what the trial is, with another number",
        told(
            "2026-03-10", "The trial, which had drawn 300 people, was put off.",
            ("put off", {"clause": "The trial, which had drawn 300 people, was put off"}),
        ),
        False,
    ),
    (
        "what is denied",
        told(
            "2026-03-10", "The trial was not put off.",
            ("put off", {"clause": "The trial was not put off", "modality": "denied"}),
        ),
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("later", "is_new"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_an_earlier_sentence_tells_is_no_news(later: Part, is_new: bool) -> None:
    assert [kind for kind, _ in new(EARLIER, later)] == ["event"] * is_new


def test_what_is_read_first_is_news_whichever_report_came_out_first() -> None:
    later = CASES[0][1]
    assert [kind for kind, _ in new(later, EARLIER)] == ["event"]


PLAN = told(
    "2026-03-02", "The club meets in the mill on Friday.",
    ("meets", {"clause": "The club meets in the mill on Friday", "day": "2026-03-06", "modality": "planned"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day", "is_new"),
    [
        ("A fair at the mill is set for Friday", "2026-03-06", False),
        ("A fair at the mill is set for Saturday", "2026-03-07", True),
        ("A race on the lake is set for Friday", "2026-03-06", True),
    ],
    ids=["its day, a word in common", "another day", "its day, no word in common"],
)
def test_a_plan_for_a_day_for_which_the_same_was_told_is_no_news(text: str, day: str, is_new: bool) -> None:
    later = told("2026-03-03", f"{text}.", ("is set", {"clause": text, "day": day, "modality": "planned"}))
    assert [words for _, words in new(PLAN, later)][1:] == [text] * is_new


def test_a_plan_that_a_pronoun_tells_is_known_by_the_sentence_before() -> None:
    first, second = "The inquiry has a judge", "It will hear the first witness on Friday"
    earlier = told(
        "2026-03-02", f"{first}. {second}.",
        ("will hear", {"clause": second, "day": "2026-03-06", "modality": "planned"}),
    )  # fmt: skip
    text = "The inquiry opens on Friday"
    later = told(
        "2026-03-03", f"{text}.", ("opens", {"clause": text, "day": "2026-03-06", "modality": "planned"})
    )
    assert [words for _, words in new(earlier, later)] == [second]


@pytest.mark.parametrize(
    ("words", "kind", "is_new"),
    [
        ("the trial had been put off until June", "indirect", False),
        ("the trial had been put off until June", "direct", True),
        ("the trial had been put off until August", "indirect", True),
        ("the trial would now be held in a tent", "indirect", True),
    ],
    ids=["indirect", "in quotation marks", "another month", "in other words"],
)
def test_what_somebody_said_is_no_news_where_all_of_it_was_told(words: str, kind: str, is_new: bool) -> None:
    report = make_report(f"Otto Brandt said {words}.", address="said.txt", published="2026-03-10")
    who = name(report, "Otto Brandt")
    later = report, found(who, said(report, words, who, kind=kind))
    assert [kind for kind, _ in new(EARLIER, later)] == ["statement"] * is_new


@pytest.mark.parametrize(
    ("text", "printed", "is_new"),
    [
        ("The guard struck the gate with 20 men, a clerk said", "20 men", False),
        ("The guard struck the gate with 30 men, a clerk said", "30 men", True),
        ("The harbour hired 20 men to clear the ice", "20 men", True),
    ],
    ids=["told in an earlier sentence", "another number", "of something else"],
)
def test_a_number_that_an_earlier_sentence_tells_is_no_news(text: str, printed: str, is_new: bool) -> None:
    report = make_report(f"{text}.", address="counted.txt", published="2026-03-10")
    number = float(printed.split()[0])
    later = (
        report,
        found(figure(report, printed, text.partition(",")[0], number, number, counts="men", head="men")),
    )
    assert [kind for kind, _ in new(EARLIER, later)] == ["reading"] * is_new


@pytest.mark.parametrize(
    ("kind", "confidence", "least", "is_new"),
    [
        ("indirect", 0.65, 0.6, False),
        ("indirect", 0.7, 0.6, True),
        ("direct", 0.65, 0.6, True),
        ("indirect", 0.65, 0.0, True),
    ],
    ids=["not sure enough", "sure enough", "in quotation marks", "told to who wants all"],
)
def test_what_is_said_with_no_marks_must_be_surer(
    kind: str, confidence: float, least: float, is_new: bool
) -> None:
    report = make_report("Otto Brandt denied a plot against the old mayor.", published="2026-03-10")
    who = name(report, "Otto Brandt")
    quotation = replace(said(report, "a plot against the old mayor", who, kind=kind), confidence=confidence)
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(who, quotation)}, Beside())
    assert [fact.kind for fact in news_in(record, least=least).facts] == ["statement"] * is_new


@pytest.mark.parametrize(
    ("text", "trigger", "more", "is_new"),
    [
        ("the mill was cleared", "cleared", {}, False),
        ("the mill was cleared", "cleared", {"day": "2026-03-09"}, True),
        ("the mill was cleared by Dana Reyes", "cleared", {}, True),
        ("the mill was stormed", "stormed", {"type": "ASSAULT"}, True),
        ("the storm", "storm", {"day": "2026-03-08", "confidence": 0.7}, False),
        ("Dana Reyes could close the mill", "close", {"modality": "possible"}, False),
        ("Dana Reyes closed the mill of 1989", "closed", {}, False),
        ("Dana Reyes closed the mill of 2025", "closed", {}, True),
    ],
    ids=[
        "no day and nobody",
        "a day",
        "somebody",
        "of a type",
        "a noun of nobody",
        "what could be",
        "an old year",
        "the year before",
    ],
)
def test_what_is_told_of_nobody_below_the_opening_is_no_news(
    text: str, trigger: str, more: dict[str, Any], is_new: bool
) -> None:
    opening = "Otto Brandt opened the yearly fair.\n" + "Stalls lined the street and bands played on. " * 20
    report = make_report(f"{opening}\nBefore that, {text}.", published="2026-03-10")
    people = [name(report, "Dana Reyes")] if "Dana Reyes" in text else []
    mention = replace(event(report, text, trigger, *people, type=None), **{"when": None, **_with_day(more)})
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(*people, mention)}, Beside())
    assert [fact.kind for fact in news_in(record, least=0.6).facts] == ["event"] * is_new
    assert [fact.kind for fact in news_in(record).facts] == ["event"]  # to who wants all


def _with_day(more: dict[str, Any]) -> dict[str, Any]:
    return {
        ("when" if key == "day" else key): on(value) if key == "day" else value for key, value in more.items()
    }


def set_for(on_day: str, text: str, day: str | None, words: str | None) -> Part:
    """Return a report of an outlet of its own that tells a plan, with its day if that is told."""
    report = make_report(f"{text}.", address=f"{on_day}.txt", outlet=f"Post of {on_day}", published=on_day)
    who = name(report, "Dana Reyes")
    when = None
    if day is not None and words is not None:
        span = place(report, words)
        when = When(edtf=day, basis="resolved", span=report.passage(span), reason="by hand")
    mention = event(report, text, "be sentenced", who, type="COERCE", sort="sentence", modality="planned")
    return report, found(who, replace(mention, when=when))


def test_the_day_of_a_plan_that_was_told_without_one_is_news_and_no_second_origin() -> None:
    first, second = "Dana Reyes will be sentenced after the trial", "Dana Reyes will be sentenced on Friday"
    third = "The court said Dana Reyes would be sentenced on Friday"
    parts = (
        set_for("2026-03-02", first, None, None),
        set_for("2026-03-03", second, "2026-03-06", "Friday"),
        set_for("2026-03-04", third, "2026-03-06", "Friday"),
    )
    assert new(*parts) == [("event", first), ("event", second), ("second-origin", third)]


@pytest.mark.parametrize(("day", "is_new"), [("2026-03-07", True), ("2026-03-08", False)])
def test_what_is_found_unsurely_but_came_as_planned_is_news(day: str, is_new: bool) -> None:
    parts = []
    for on_day, text, modality, sure in (
        ("2026-03-02", "Dana Reyes meets the club on Saturday.", "planned", 0.9),
        ("2026-03-09", "Dana Reyes left after the weekend meeting of the club.", "happened", 0.5),
    ):
        report = make_report(text, address=f"{on_day}.txt", published=on_day)
        who = name(report, "Dana Reyes")
        trigger = "meets" if modality == "planned" else "meeting"
        when = "2026-03-07" if modality == "planned" else day
        mention = event(report, text[:-1], trigger, who, day=when, modality=modality)
        parts.append((report, found(who, replace(mention, confidence=sure))))
    read = {report.id: replace(report, read=n) for n, (report, _) in enumerate(parts, 1)}
    record = compose("l", {"s": list(read)}, list(read.values()), {r.id: f for r, f in parts}, Beside())
    told_of = [fact.passage.text for fact in news_in(record, least=0.6).facts if fact.kind == "event"]
    assert (parts[1][0].text[:-1] in told_of) == is_new


@pytest.mark.parametrize(
    ("text", "day", "is_new"),
    [
        ("Dana Reyes had left the club in April", "2026-04", True),
        ("Dana Reyes had left the club in January", "2026-01", False),
        ("Dana Reyes had struck the gate in March", "2026-03-03", False),
    ],
    ids=["since the first report", "before it", "since it, and told before"],
)
def test_what_is_told_as_known_and_no_report_told_is_news(text: str, day: str, is_new: bool) -> None:
    trigger = text.split()[3]
    known = (trigger, {"clause": text, "day": day, "background": True})
    later = told("2026-05-10", f"A fair opened. {text}.", known)
    assert [words for _, words in new(EARLIER, later)] == [text] * is_new


def test_an_undated_headline_is_no_news_beside_the_line_below_it() -> None:
    body = "A storm tore the roof off the old mill on Sunday."
    both = told(
        "2026-03-09", body,
        ("loses", {"clause": "Old mill loses roof"}),
        ("tore", {"clause": body[:-1], "day": "2026-03-08"}),
        headline="Old mill loses roof",
    )  # fmt: skip
    alone = told(
        "2026-03-09", body, ("loses", {"clause": "Old mill loses roof"}), headline="Old mill loses roof"
    )
    assert [words for _, words in new(both)] == [body[:-1]]
    assert [words for _, words in new(alone)] == ["Old mill loses roof"]


def test_what_is_told_with_a_number_is_news_below_the_opening_too() -> None:
    opening = "Otto Brandt opened the yearly fair.\n" + "Stalls lined the street and bands played on. " * 20
    clause = "flames killed 20 sheep"
    report = make_report(f"{opening}\nBefore that, {clause}.", published="2026-03-10")
    mention = replace(event(report, clause, "killed", type=None), when=None)
    sheep = figure(report, "20 sheep", clause, 20, 20, counts="sheep", head="sheep")
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(mention, sheep)}, Beside())
    assert [fact.kind for fact in news_in(record, least=0.6).facts] == ["event", "reading"]


@pytest.mark.parametrize(("year", "is_new"), [(1989, False), (2025, True)])
def test_a_number_of_an_old_year_is_no_news(year: int, is_new: bool) -> None:
    clause = f"a storm of {year} killed 20 sheep"
    report = make_report(f"By comparison, {clause}.", published="2026-03-10")
    sheep = figure(report, "20 sheep", clause, 20, 20, counts="sheep", head="sheep")
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(sheep)}, Beside())
    assert [fact.kind for fact in news_in(record, least=0.6).facts] == ["reading"] * is_new


def test_what_could_be_is_told_with_what_came_of_it_or_where_a_report_opens_with_it() -> None:
    text = "Dana Reyes could close the mill."
    report = make_report(text, published="2026-03-10")
    who = name(report, "Dana Reyes")
    mention = event(report, text[:-1], "close", who, type=None, modality="possible")
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(who, mention)}, Beside())
    assert [fact.kind for fact in news_in(record, least=0.6).facts] == ["event"]


@pytest.mark.parametrize(("kind", "is_new"), [("body", True), ("correction", False)])
def test_a_note_of_correction_brings_no_second_origin(kind: Any, is_new: bool) -> None:
    words = "Dana Reyes met Otto Brandt"
    parts: list[Part] = []
    for outlet in ("The Courier", "The Ledger"):
        report = make_report(f"{words}.", address=f"{outlet}.txt", outlet=outlet, published="2026-03-10")
        if parts:
            report = replace(report, blocks=(Block(kind=kind, start=0, end=len(report.text)),))
        people = [name(report, each) for each in ("Dana Reyes", "Otto Brandt")]
        parts.append((report, found(*people, event(report, words, "met", *people, day="2026-03-09"))))
    assert [kind for kind, _ in new(*parts)] == ["event"] + ["second-origin"] * is_new
