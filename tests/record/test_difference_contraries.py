"""What can't be true beside what is said not to be so, and words in marks that are told otherwise."""

import pytest

from onrecord.model.annotation import Found
from onrecord.model.record import Difference
from onrecord.model.report import Report
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, figure, found, name, place, said
from tests.support import make_report

Part = tuple[Report, Found]


def differences(*parts: Part) -> tuple[Difference, ...]:
    ids = [report.id for report, _ in parts]
    return compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside()).differences


def claim(text: str, trigger: str) -> Part:
    """Return a report that tells of one deed of Dana Reyes."""
    report = make_report(f"{text}.", address="claim")
    reyes = name(report, "Dana Reyes")
    return report, found(reyes, event(report, text, trigger, reyes, sort="deed", type=None))


def answer(text: str, words: str) -> Part:
    """Return a later report in which Otto Brandt says something."""
    report = make_report(text, address="answer", published="2026-03-12")
    brandt = name(report, "Otto Brandt")
    reyes = [name(report, "Dana Reyes")] if "Dana Reyes" in text else []
    return report, found(
        brandt, *reyes, said(report, words, brandt, kind="indirect", cue=place(report, "said"))
    )


TALK = "Dana Reyes discussed night shifts and pay with the union"
GONE = "Dana Reyes walked out of the meeting on night shifts"
HELD = "Dana Reyes was arrested in the harbour by the guard"
BEFORE = "Dana Reyes is given a day of rest before being questioned by the guard"
CONTRARY = [
    pytest.param(
        TALK,
        "discussed",
        "Dana Reyes had refused to talk about night shifts",
        True,
        id="refused-in-other-words",
    ),
    pytest.param(TALK, "discussed", "Dana Reyes had refused to sell night shifts", False, id="another-deed"),
    pytest.param(GONE, "walked", "Dana Reyes had not left the meeting", True, id="a-verb-of-two-words"),
    pytest.param(GONE, "walked", "nobody knew if Dana Reyes had not left the meeting", False, id="if"),
    pytest.param(HELD, "arrested", "Dana Reyes was not in custody", True, id="not-in-custody"),
    pytest.param(HELD, "arrested", "Dana Reyes was not in court", False, id="not-in-court"),
    pytest.param(BEFORE, "given", "Dana Reyes had not been questioned by the guard", False, id="before-it"),
]


@pytest.mark.parametrize(("text", "trigger", "words", "parts"), CONTRARY)
def test_a_deed_is_denied_in_other_words(text: str, trigger: str, words: str, parts: bool) -> None:
    lines = differences(claim(text, trigger), answer(f"Otto Brandt said {words}.", words))
    assert [line.kind for line in lines] == (["modality"] if parts else [])


def test_what_was_refused_is_no_deed() -> None:
    refused = claim("Dana Reyes refused to sign the letter of the miller", "refused")
    words = "Dana Reyes had not signed the letter of the miller"
    assert differences(refused, answer(f"Otto Brandt said {words}.", words)) == ()


def quoted(address: str, words: str, speaker: str, on: str = "2026-03-10") -> Part:
    report = make_report(f"“{words},” {speaker} said.", address=address, published=on)
    return report, found(of := name(report, speaker), said(report, words, of))


MARKED = [
    pytest.param("A joke at the expense of the islands", "Dana Reyes", "2026-03-11", True, id="another-word"),
    pytest.param("A joke at the cost of the islands", "Dana Reyes", "2026-03-11", False, id="the-same"),
    pytest.param(
        "A joke at the expense of the islands", "Otto Brandt", "2026-03-11", False, id="somebody-else"
    ),
    pytest.param("A joke at the expense of the islands", "Dana Reyes", "2026-03-28", False, id="weeks-later"),
    pytest.param(
        "A bridge at the mouth of the river", "Dana Reyes", "2026-03-11", False, id="something-else"
    ),
]


@pytest.mark.parametrize(("words", "speaker", "on", "parts"), MARKED)
def test_one_utterance_in_marks_is_told_otherwise(words: str, speaker: str, on: str, parts: bool) -> None:
    lines = differences(
        quoted("a", "A joke at the cost of the islands", "Dana Reyes"), quoted("b", words, speaker, on)
    )
    assert [line.kind for line in lines] == (["wording"] if parts else [])


def margin(address: str, text: str, printed: str, giver: str, on: str) -> Part:
    report = make_report(text, address=address, published=on)
    of = name(report, giver)
    number = float(printed)
    return report, found(
        of,
        figure(
            report, printed, text.rstrip("."), number, number, counts="votes", head="vote", unit="", giver=of
        ),
    )


ACTS = [
    pytest.param("Otto Brandt puts the lead at 190 votes.", "190", "Otto Brandt", "conflict", id="two-count"),
    pytest.param(
        "After a recount Otto Brandt puts the lead at 190 votes.",
        "190",
        "Otto Brandt",
        "update",
        id="recount",
    ),
    pytest.param(
        "Dana Reyes puts the lead at 190 votes.", "190", "Dana Reyes", "update", id="who-counts-again"
    ),
]


@pytest.mark.parametrize(("text", "printed", "giver", "verdict"), ACTS)
def test_by_how_much_a_vote_was_won_is_settled_by_one_act(
    text: str, printed: str, giver: str, verdict: str
) -> None:
    first = margin("a", "Dana Reyes says the lead is 212 votes.", "212", "Dana Reyes", "2026-03-10")
    lines = differences(first, margin("b", text, printed, giver, "2026-03-12"))
    assert [(line.kind, line.verdict) for line in lines] == [("figure", verdict)]


TOLD_OF = [
    pytest.param(
        "The ministry dismissed a report that the commander had been arrested. The Post had reported that "
        "Dana Reyes was seized on Friday.",
        "Dana Reyes was seized on Friday", "seized", True, id="told-after-its-denial",
    ),
    pytest.param(
        "The ministry dismissed a report that the commander had been arrested. Dana Reyes was "
        "seized on Friday.",
        "Dana Reyes was seized on Friday", "seized", False, id="nobody-had-told-it",
    ),
    pytest.param(
        "Dana Reyes wrote to the ministry on Monday. A spokesman denied that any such letter had come.",
        "Dana Reyes wrote to the ministry on Monday", "wrote", True, id="any-such",
    ),
    pytest.param(
        "Dana Reyes wrote to the ministry on Monday. A spokesman denied that the mill had been sold.",
        "Dana Reyes wrote to the ministry on Monday", "wrote", False, id="another-matter",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clause", "trigger", "parts"), TOLD_OF)
def test_a_denial_points_at_what_is_told_beside_it(text: str, clause: str, trigger: str, parts: bool) -> None:
    report = make_report(text)
    reyes = name(report, "Dana Reyes")
    lines = differences((report, found(reyes, event(report, clause, trigger, reyes, sort="deed", type=None))))
    assert [line.kind for line in lines] == (["modality"] if parts else [])


def test_who_goes_on_in_marks_is_denied_from_where_she_began() -> None:
    text = (
        "Dana Reyes said that the mayor had feared questions. “He has no answer to them,” Dana Reyes said. "
        "The office denied this."
    )
    report = make_report(text)
    reyes = name(report, "Dana Reyes")
    again = name(report, "Dana Reyes", nth=1, chain=reyes)
    indirect = said(
        report, "the mayor had feared questions", reyes, kind="indirect", cue=place(report, "said")
    )
    direct = said(report, "He has no answer to them,", again, kind="direct", cue=place(report, "said", nth=1))
    (line,) = differences((report, found(reyes, again, indirect, direct)))
    assert line.sides[0].claim == "the mayor had feared questions"
