"""Words that one report quotes and another tells otherwise; which piece stands against which."""

from typing import Any

import pytest

from onrecord.model.annotation import Found
from onrecord.model.record import Difference
from onrecord.model.report import Report
from tests.build import found, name, said
from tests.record.test_differences import differences
from tests.support import make_report

QUOTED = "I was told that the ice would bear us. I would walk it again, every step."


def quoting(on: str, words: str, **more: Any) -> tuple[Report, Found]:
    """Return a report in which Dana Reyes says something, in marks unless told otherwise."""
    kind = more.pop("kind", "direct")
    text = f"“{words}” Dana Reyes said." if kind == "direct" else f"Dana Reyes said {words}."
    report = make_report(text, address=f"{on}-{len(words)}.txt", published=on, **more)
    dana = name(report, more.get("speaker", "Dana Reyes"))
    return report, found(dana, said(report, words, dana, kind=kind))


def wordings(*parts: tuple[Report, Found]) -> list[Difference]:
    return [difference for difference in differences(*parts) if difference.kind == "wording"]


RETOLD = [
    pytest.param("that the ice, she had heard, would bear and she would walk there again", True, id="hers"),
    pytest.param("that she had been told the ice would bear them", False, id="some-of-it"),
    pytest.param("that the ice on the lake was thin this winter", False, id="another-thing-about-it"),
    pytest.param("that Dana Reyes was with Otto Brandt", False, id="names-alone"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "parts"), RETOLD)
def test_a_retelling_in_words_of_its_own_parts(words: str, parts: bool) -> None:
    told = quoting("2026-03-11", words, kind="indirect")
    lines = wordings(quoting("2026-03-10", QUOTED), told)
    assert bool(lines) == parts
    assert all(line.verdict == "wording" for line in lines)


def test_a_report_that_has_both_tells_nothing_otherwise() -> None:
    told = "that the ice, she had heard, would bear and she would walk there again"
    text = f"“{QUOTED}” Dana Reyes said. Dana Reyes said {told}."

    def both(on: str) -> tuple[Report, Found]:
        report = make_report(text, address=f"{on}.txt", published=on)
        dana = name(report, "Dana Reyes")
        return report, found(dana, said(report, QUOTED, dana), said(report, told, dana, kind="indirect"))

    assert wordings(both("2026-03-10"), both("2026-03-11")) == []


def test_what_is_told_weeks_later_is_another_utterance() -> None:
    words = "that the ice, she had heard, would bear and she would walk there again"
    told = quoting("2026-04-11", words, kind="indirect")
    assert wordings(quoting("2026-03-10", QUOTED), told) == []


def test_who_speaks_of_what_was_said_before_words_nothing_anew() -> None:
    old = quoting("2026-03-10", "that the bridge would be built before the first frost fell", kind="indirect")
    assert (
        wordings(old, quoting("2026-03-11", "I said before the first frost, and the bridge will be built."))
        == []
    )


def test_the_same_words_in_marks_within_a_clause_are_one_wording() -> None:
    first = quoting("2026-03-10", "that the talks had been “a long walk on thin ice” for her", kind="mixed")
    other = quoting("2026-03-11", "that her talks with them were “a long walk on thin ice”", kind="mixed")
    assert wordings(first, other) == []


def test_each_piece_stands_against_its_own() -> None:
    first = "I am not going to bury anyone twice for a headline in the evening paper"
    other = "I will not bury people twice for a headline in the evening paper"
    (line,) = wordings(quoting("2026-03-10", first), quoting("2026-03-11", other))
    assert line.reason == "'am' / 'will'; 'going to bury' / 'bury'; 'anyone' / 'people'"
    assert [side.claim for side in line.sides] == ["am … going to bury … anyone", "will … bury … people"]
    assert [[s.span.text for s in side.support] for side in line.sides] == [
        ["am", "going to bury", "anyone"],
        ["will", "bury", "people"],
    ]


def test_two_reports_of_one_wording_are_one_side() -> None:
    first = "We shall open the gates at noon and nobody will stand in our way tomorrow"
    parts = [quoting(f"2026-03-1{day}", first) for day in (0, 1)]
    other = quoting("2026-03-12", first.replace("noon", "dawn"))
    (line,) = wordings(*parts, other)
    assert [(side.claim, len(side.support)) for side in line.sides] == [("noon", 2), ("dawn", 1)]


def test_all_words_of_a_shorter_one_in_its_order_are_the_same_utterance() -> None:
    text = "She was sorry “for the words and for the wait” at last."
    report = make_report(text, address="a.txt", published="2026-03-10")
    nobody = report, found(said(report, "sorry “for the words and for the wait”", kind="mixed"))
    (line,) = wordings(nobody, quoting("2026-03-11", "I am sorry for the words, and I am sorry for the wait"))
    assert line.reason == "'for' / 'I am sorry for'"
