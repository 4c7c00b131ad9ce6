"""Which quotations are one statement."""

from typing import Any

import pytest

from onrecord.links.entities import settle_entities
from onrecord.links.material import gather
from onrecord.links.statements import StatementGroup, settle_statements
from onrecord.model.annotation import Found
from onrecord.model.report import Report
from tests.build import found, name, place, said
from tests.support import make_report

A = "Dana Reyes said: “We go in with open hands, but not with empty ones.”"


def statements(*parts: tuple[Report, Found]) -> tuple[StatementGroup, ...]:
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    return settle_statements(material, settle_entities(material))


def part(text: str, words: str, *, address: str, day: str | None = None, **more: str) -> tuple[Report, Found]:
    report = make_report(text, address=address)
    speaker = name(report, "Dana Reyes")
    return report, found(speaker, said(report, words, speaker, day=day, **more))


def test_one_statement_in_two_wordings_is_one() -> None:
    other = "Dana Reyes said the union went in with “open hands, but not empty ones”."
    groups = statements(
        part(A, "We go in with open hands, but not with empty ones.", address="a"),
        part(other, "the union went in with “open hands, but not empty ones”", address="b", kind="mixed"),
    )
    assert [len(group.renderings) for group in groups] == [2]


def test_what_is_said_on_two_days_is_two() -> None:
    groups = statements(
        part(A, "We go in with open hands, but not with empty ones.", address="a", day="2026-03-09"),
        part(A + " ", "We go in with open hands, but not with empty ones.", address="b", day="2026-03-10"),
    )
    assert len(groups) == 2


def test_whom_one_report_leaves_open_another_names_by_the_same_words() -> None:
    words = "We go in with open hands, but not with empty ones."
    open_one = make_report(f"“{words}” she said.", address="b")
    groups = statements(part(A, words, address="a"), (open_one, found(said(open_one, words))))
    assert [len(group.renderings) for group in groups] == [2]
    short = make_report("“We go in with open hands,” she said.", address="c")
    groups = statements(part(A, words, address="a"), (short, found(said(short, "We go in with open hands,"))))
    assert [len(group.renderings) for group in groups] == [1, 1]


@pytest.mark.parametrize(
    ("text", "day", "number"),
    [
        ("Dana Reyes was there. “Open hands, but not with empty ones,” she said.", "2026-03-11", 1),
        ("Somebody was there. “Open hands, but not with empty ones,” she said.", "2026-03-11", 2),
        ("Dana Reyes was there. “Open hands, but not with empty ones,” she said.", "2026-04-20", 2),
    ],
    ids=["she-is-in-the-report", "she-is-not", "weeks-later"],
)
def test_fewer_words_tell_who_spoke_where_she_is_in_the_report(text: str, day: str, number: int) -> None:
    words = "Open hands, but not with empty ones,"
    report = make_report(text, address="b", published=day)
    named = [name(report, "Dana Reyes")] if "Dana Reyes" in text else []
    first = part(A, "We go in with open hands, but not with empty ones.", address="a")
    assert len(statements(first, (report, found(*named, said(report, words))))) == number


def test_set_phrases_make_no_statement_one() -> None:
    groups = statements(
        part(
            "Dana Reyes said: “That is all that we can do about it.”",
            "That is all that we can do about it.",
            address="a",
        ),
        part(
            "Dana Reyes said: “It is all that we have to say.”", "It is all that we have to say.", address="b"
        ),
    )
    assert len(groups) == 2


def test_two_speakers_are_two_statements_whatever_the_words() -> None:
    report = make_report(
        "Otto Brandt said: “We go in with open hands, but not with empty ones.”", address="b"
    )
    otto = name(report, "Otto Brandt")
    other = report, found(otto, said(report, "We go in with open hands, but not with empty ones.", otto))
    words = "We go in with open hands, but not with empty ones."
    assert len(statements(part(A, words, address="a"), other)) == 2


def test_quotations_of_one_speaker_in_a_report_are_one_variant() -> None:
    report = make_report("“We are ready,” Dana Reyes said. Rain fell. “They are not,” she said.")
    reyes = name(report, "Dana Reyes")
    she = name(report, "she", form="pronoun", chain=reyes)
    groups = statements(
        (report, found(reyes, she, said(report, "We are ready", reyes), said(report, "They are not", she)))
    )
    assert [len(r.quotations) for group in groups for r in group.renderings] == [2]


def test_indirect_speech_of_nobody_is_left_out() -> None:
    report = make_report("It was said that the ferry would sail.")
    assert statements((report, found(said(report, "the ferry would sail", kind="indirect")))) == ()


TWO_WEEKS_ON = [
    ("Dana Reyes said: “I said with open hands, and here they are.”",
     "I said with open hands, and here they are.", {}, 2),
    ("Dana Reyes said it was “with open hands, but not with empty ones”.",
     "it was “with open hands, but not with empty ones”", {"kind": "mixed"}, 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "more", "number"), TWO_WEEKS_ON, ids=["repeats-itself", "quoted-again"]
)
def test_weeks_later_a_few_words_are_a_new_statement(
    text: str, words: str, more: dict[str, str], number: int
) -> None:
    first = make_report(A, address="a", published="2026-03-02")
    later = make_report(text, address="b", published="2026-03-20")
    one, other = name(first, "Dana Reyes"), name(later, "Dana Reyes")
    groups = statements(
        (first, found(one, said(first, "We go in with open hands, but not with empty ones.", one))),
        (later, found(other, said(later, words, other, **more))),
    )
    assert len(groups) == number


OFFICES = [
    pytest.param("the former yard manager", "Dana Reyes is ill. ", 1, id="named-in-the-same-report"),
    pytest.param("the former yard manager", "", 2, id="not-named-in-it"),
    pytest.param("the former harbour master", "Dana Reyes is ill. ", 2, id="another-office"),
    pytest.param("a yard manager", "Dana Reyes is ill. ", 2, id="anybody-in-the-office"),
]


@pytest.mark.parametrize(("who", "before", "number"), OFFICES)
def test_an_office_and_the_words_tell_who_is_described(who: str, before: str, number: int) -> None:
    report = make_report("Dana Reyes, yard manager of Holm, said: “The gate was shut by noon that day.”")
    reyes = name(report, "Dana Reyes", role="yard manager of Holm")
    words = "it closed when “the gate was shut by noon”"
    later = make_report(f"{before}She is gone: {who} had said {words}.", address="b")
    description = name(later, who, form="description", kind="unnamed")
    named = [name(later, "Dana Reyes")] if before else []
    groups = statements(
        (report, found(reyes, said(report, "The gate was shut by noon that day.", reyes))),
        (later, found(*named, description, said(later, words, description, kind="mixed"))),
    )
    assert len(groups) == number


def _described(text: str, who: str, words: str, **more: Any) -> tuple[Report, Found]:
    report = make_report(text, **more)
    somebody = name(report, who, form="description", kind="unnamed")
    quotation = said(report, words, somebody, kind="indirect", speaker_words=place(report, who))
    return report, found(somebody, quotation)


@pytest.mark.parametrize(
    ("who", "words", "number"),
    [
        pytest.param("a clerk", "the yard was sold twice in one week in May", 1, id="word-for-word"),
        pytest.param("a buyer", "the yard was sold twice in one week in May", 2, id="another-phrase"),
        pytest.param("a clerk", "the yard was sold twice that week in May", 2, id="other-words"),
        pytest.param("a clerk", "the yard was sold", 2, id="few-words"),
    ],
)
def test_a_whole_sentence_of_somebody_described_alike_is_one(who: str, words: str, number: int) -> None:
    whole = "the yard was sold twice in one week in May"
    groups = statements(
        _described(f"It is known: {whole}, a clerk said.", "a clerk", whole, address="a"),
        _described(f"So {words}, {who} said.", who, words, address="b", published=None),
    )
    assert len(groups) == number


def test_what_another_passes_on_may_have_been_said_before() -> None:
    words = "A road is open when a lorry has driven on it."
    first = make_report(f"Dana Reyes said: “{words}”", address="a", published="2026-03-02")
    reyes = name(first, "Dana Reyes")
    told = "the road would be open when a lorry had driven on it"
    later = make_report(f"“Dana Reyes said {told},” said Ivo Rook.", address="b", published="2026-03-25")
    again, rook = name(later, "Dana Reyes"), name(later, "Ivo Rook")
    relayed = said(later, told, again, kind="indirect", via=(rook.id,))
    groups = statements(
        (first, found(reyes, said(first, words, reyes))), (later, found(again, rook, relayed))
    )
    assert [len(group.renderings) for group in groups] == [2]


ALIKE = {
    "a few words in marks and one beside them": (
        "We did not lie, we waited until it could be said.",
        "the council “did not lie” but had waited",
        2,
    ),
    "a few words in marks alone": (
        "We did not lie, we counted twice.",
        "the council “did not lie” about the wall",
        1,
    ),
    "a cut within the words": ("It is settled, down to the hour.", "the deal was “settled to the hour”", 2),
    "words of it in another order": (
        "To the hour, nothing is settled.",
        "the deal was “settled to the hour”",
        1,
    ),
    "four words in a row and most of the rest": (
        "I was told that there was a chance. I would take it again.",
        "she had been offered a chance and would take it again",
        2,
    ),
    "four words in a row of another number": (
        "Some 90 people had been aboard.",
        "130 people had been aboard the ferry",
        1,
    ),
    "what was to come, done": (
        "We will bring our songs on Sunday.",
        "we have “brought our songs on Sunday”",
        1,
    ),
}


@pytest.mark.parametrize(("whole", "cut", "number"), ALIKE.values(), ids=ALIKE.keys())
def test_a_cut_of_few_words(whole: str, cut: str, number: int) -> None:
    groups = statements(
        part(f"Dana Reyes said: “{whole}”", whole, address="a"),
        part(f"Dana Reyes said {cut}.", cut, address="b", kind="mixed" if "“" in cut else "indirect"),
    )
    assert len(groups) == (1 if number == 2 else 2)


@pytest.mark.parametrize(("day", "number"), [("2026-03-09", 1), (None, 2)])
def test_all_that_is_meant_on_one_day_told_is_one_statement(day: str | None, number: int) -> None:
    groups = statements(
        part("Dana Reyes said: “We don't pay and we don't bargain.”", "We don't pay and we don't bargain.",
             address="a", day="2026-03-09"),
        part("Dana Reyes said the state would neither pay nor bargain.",
             "the state would neither pay nor bargain", address="b", day=day, kind="indirect"),
    )  # fmt: skip
    assert len(groups) == number


@pytest.mark.parametrize(("medium", "number"), [("telephone", 2), (None, 1)])
def test_what_is_said_by_telephone_is_not_what_is_said_to_the_mourners(
    medium: str | None, number: int
) -> None:
    words, told = "We did not rise against shopkeepers", "they “did not rise against shopkeepers”"
    first = make_report(f"“{words},” Dana Reyes said by telephone.", address="a")
    second = make_report(f"Dana Reyes told mourners that {told}.", address="b")
    groups = statements(
        _told(first, words, medium=None if medium is None else place(first, medium)),
        _told(second, told, to=place(second, "mourners"), kind="mixed"),
    )
    assert len(groups) == number


def _told(report: Report, words: str, **more: Any) -> tuple[Report, Found]:
    speaker = name(report, "Dana Reyes")
    return report, found(speaker, said(report, words, speaker, **more))
