"""What later sentences tell of a plan, in words that no event is found by."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found, Timex
from onrecord.model.ids import make_id
from onrecord.model.record import Event
from onrecord.model.report import Report
from onrecord.model.when import WEEKDAYS, Basis, When
from onrecord.record.aftermath_sentences import stems_in
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, found, name, place, said
from tests.support import make_report

NAMES = ("Dana Reyes", "Otto Brandt")
Day = tuple[str, str, Basis]


def plan(text: str, trigger: str, day: str | None = None, modality: Any = "planned") -> tuple[Report, Found]:
    """Return the report of March 2 that tells a plan."""
    report = make_report(text, address="plan.txt", published="2026-03-02")
    people = tuple(name(report, each) for each in NAMES if each in text)
    mention = event(report, text, trigger, *people, day=day, modality=modality, sort="verb", type=None)
    return report, found(*people, mention)


def later(on: str, text: str, *days: Day) -> tuple[Report, Found]:
    """Return a later report, with the days of its expressions and who is named, but no event."""
    report = make_report(text, address="later.txt", published=on)
    people = tuple(name(report, each) for each in NAMES if each in text)
    timexes = tuple(
        Timex(
            id=make_id("timex", report.id, place(report, words).start, place(report, words).end),
            report=report.id, span=place(report, words), type="DATE", value=edtf, mod=None,
            when=When(
                edtf=edtf, basis=basis, reason="by hand",
                weekday=next((d for d in WEEKDAYS if d == words), None),
            ),
            finder="hand/1", confidence=0.9,
        )
        for words, edtf, basis in days
    )  # fmt: skip
    return report, replace(found(*people), timexes=timexes)


def told_of(*parts: tuple[Report, Found]) -> Event:
    ids = [report.id for report, _ in parts]
    record = compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside())
    (only,) = record.events
    return only


RESULTS = plan(
    "Brandt Mills will publish the yearly results of its shops on March 12.", "publish", "2026-03-12"
)
WALK = plan("Dana Reyes will lead the walk to the mill on March 14.", "walk", "2026-03-14")
SPEAK = plan("Dana Reyes is to give a lecture on March 14.", "give a lecture", "2026-03-14")
RESIGN = plan("The union called on Dana Reyes to resign.", "resign", None, "demanded")
REBUILD = plan("Dana Reyes will have the old mill and its wheel rebuilt.", "rebuilt")
BOTH = plan("Dana Reyes will meet Otto Brandt in the mill on March 12.", "meet", "2026-03-12")
SERVICE = plan("A service will be held on March 15.", "held", "2026-03-15")
MEETING = plan("The Brandt commission of engineers will convene on March 16.", "convene", "2026-03-16")
BRIDGE = plan("The old bridge in Port Leven will shut to lorries on March 9.", "shut", "2026-03-09")
NEWEST = make_report("Nothing new.", address="newest.txt", published="2026-04-20"), Found()

CASES: list[tuple[str, Any, Any, str | None]] = [
    (
        "due that day, will now come on another",
        RESULTS,
        later(
            "2026-03-10", "The yearly results of its shops, due on Thursday, will now come on March 26.",
            ("Thursday", "2026-03-12", "resolved"), ("March 26", "2026-03-26", "resolved"),
        ),
        "put-off",
    ),
    (
        "what is put off until that day is another plan",
        WALK,
        later(
            "2026-03-05", "The walk was put off until March 14, the club said.",
            ("March 14", "2026-03-14", "resolved"),
        ),
        "no-report",
    ),
    (
        "on one day and not on the other as planned",
        WALK,
        later(
            "2026-03-11", "The walk will be on Sunday and not on Saturday as planned.",
            ("Sunday", "2026-03-15", "resolved"), ("Saturday", "2026-03-14", "resolved"),
        ),
        "put-off",
    ),
    (
        "planned for that day, and put off, to no other day",
        WALK,
        later(
            "2026-03-11", "The walk to the mill, planned for Saturday, has been put off.",
            ("Saturday", "2026-03-14", "resolved"),
        ),
        "put-off",
    ),
    (
        "planned for one Saturday or the next, and put off",
        WALK,
        later(
            "2026-03-16", "The walk to the mill, planned for Saturday, has been put off.",
            ("Saturday", "[2026-03-14..2026-03-21]", "open"),
        ),
        "put-off",
    ),
    (
        "planned for one Sunday or the next is no plan for a Saturday",
        WALK,
        later(
            "2026-03-16", "The walk to the mill, planned for Sunday, has been put off.",
            ("Sunday", "[2026-03-08..2026-03-15]", "open"),
        ),
        None,
    ),
    (
        "put off by whom it was to be led, but something else",
        WALK,
        later(
            "2026-03-11", "Dana Reyes said the concert planned for Saturday was postponed.",
            ("Saturday", "2026-03-14", "resolved"),
        ),
        "no-report",
    ),
    (
        "planned for that day, and cancelled",
        WALK,
        later(
            "2026-03-11", "The walk to the mill, planned for Saturday, was cancelled by Dana Reyes.",
            ("Saturday", "2026-03-14", "resolved"),
        ),
        "called-off",
    ),
    (
        "a move of something else on that day",
        WALK,
        later(
            "2026-03-11", "A concert due on Saturday was moved to May.",
            ("Saturday", "2026-03-14", "resolved"),
        ),
        "no-report",
    ),
    (
        "did not, in the end, by a pronoun",
        SPEAK,
        later("2026-03-20", "Dana Reyes stayed away. She did not give a lecture in the end."),
        "called-off",
    ),
    (
        "somebody else did not: it can't be told whether that is all",
        SPEAK,
        later("2026-03-20", "Otto Brandt did not give a lecture in the end."),
        None,
    ),
    (
        "as announced, on its day",
        BRIDGE,
        later(
            "2026-03-10", "Lorries were turned back at the old bridge on Monday, as announced.",
            ("Monday", "2026-03-09", "resolved"),
        ),
        "held",
    ),
    (
        "in other words on its day: it can't be told",
        BRIDGE,
        later(
            "2026-03-10", "Lorries queued before the old bridge on Monday.",
            ("Monday", "2026-03-09", "resolved"),
        ),
        None,
    ),
    (
        "nothing of it",
        BRIDGE,
        later("2026-03-10", "Otto Brandt won a prize on Monday.", ("Monday", "2026-03-09", "resolved")),
        "no-report",
    ),
    (
        "only who was to meet, on that day",
        BOTH,
        later(
            "2026-03-13", "On Thursday Dana Reyes called Otto Brandt a liar.",
            ("Thursday", "2026-03-12", "resolved"),
        ),
        "no-report",
    ),
    (
        "who was to meet, and where, on that day: it can't be told",
        BOTH,
        later(
            "2026-03-13", "On Thursday Dana Reyes called Otto Brandt a liar in the mill.",
            ("Thursday", "2026-03-12", "resolved"),
        ),
        None,
    ),
    (
        "its thing and place, but no word of the plan: it can't be told",
        REBUILD,
        later("2026-03-20", "The old mill stands again, and its wheel turns."),
        None,
    ),
    (
        "its verb of something that isn't named: it can't be told",
        REBUILD,
        later("2026-03-20", "It was rebuilt."),
        None,
    ),
    (
        "a verb that anything may have",
        SERVICE,
        later("2026-03-20", "A second test was held on Friday."),
        "no-report",
    ),
    (
        "of nothing that it is told with",
        REBUILD,
        later("2026-03-20", "Otto Brandt won a prize."),
        "no-report",
    ),
    (
        "a word of the plan in somebody's name",
        MEETING,
        later(
            "2026-03-20", "Engineers of Otto Brandt came to the mill on Monday.",
            ("Monday", "2026-03-16", "resolved"),
        ),
        "no-report",
    ),
    (
        "an hour later, in another report of its day: it can't be told",
        REBUILD,
        later("2026-03-02", "The old mill has been rebuilt."),
        None,
    ),
    (
        "calls rejected by whom they were made of",
        RESIGN,
        later("2026-03-06", "Dana Reyes rejected calls to resign."),
        "denied",
    ),
    ("calls repeated", RESIGN, later("2026-03-06", "Dana Reyes heard new calls to resign."), None),
    ("another refuses", RESIGN, later("2026-03-06", "Otto Brandt refused to resign."), None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "state"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_a_later_sentence_tells_of_a_plan(
    first: tuple[Report, Found], second: tuple[Report, Found], state: str | None
) -> None:
    outcome = told_of(first, second, NEWEST).outcome
    assert (outcome.state if outcome is not None else None) == state
    if state not in (None, "no-report"):
        assert outcome is not None
        assert [s.span.report for s in outcome.support] == [second[0].id]


def test_the_word_of_an_outcome_is_whose_it_is() -> None:
    told = "“The walk, due on Saturday, is put off until May,” Otto Brandt said."
    report, annotations = later("2026-03-11", told, ("Saturday", "2026-03-14", "resolved"))
    quotation = said(report, "The walk, due on Saturday, is put off until May,", annotations.mentions[0])
    outcome = told_of(WALK, (report, replace(annotations, quotations=(quotation,))), NEWEST).outcome
    assert outcome is not None
    (support,) = outcome.support
    assert support.voice == "attributed"
    assert len(support.given_by) == 1


def outcome_on(day: str, *parts: tuple[Report, Found]) -> str | None:
    """Return what is said of a plan when the newest report is of a day."""
    newest = make_report("Nothing new.", address="newest.txt", published=day), Found()
    outcome = told_of(*parts, newest).outcome
    return outcome.state if outcome is not None else None


DEADLINES = [
    ("2026-03-15", "pending", "14 days are not over"),
    ("2026-03-16", "pending", "the last day"),
    ("2026-03-17", "no-report", "over"),
]


@pytest.mark.parametrize(("day", "state"), [d[:2] for d in DEADLINES], ids=[d[2] for d in DEADLINES])
def test_a_plan_told_to_come_within_some_days_is_pending_until_they_are_over(day: str, state: str) -> None:
    report, annotations = plan("The union will appeal within 14 days.", "appeal")
    span = place(report, "14 days")
    length = Timex(
        id=make_id("timex", report.id, span.start, span.end), report=report.id, span=span, type="DURATION",
        value="P14D", mod=None, when=When(edtf=None, basis="open", reason="by hand"), finder="hand/1",
        confidence=0.9,
    )  # fmt: skip
    assert outcome_on(day, (report, replace(annotations, timexes=(length,)))) == state


def test_of_a_plan_whose_day_lies_before_it_was_told_nothing_is_said() -> None:
    assert outcome_on("2026-03-20", plan("The court set the walk for February.", "walk", "2025-02")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("admits", "admitted"), ("calls", "called"), ("stop", "stopping"), ("dropped", "drops")],
)
def test_a_doubled_consonant_makes_no_other_word(one: str, other: str) -> None:
    assert stems_in(one) == stems_in(other)
