"""Which claims a denial answers: those just told, those that it tells itself; none that only stand near."""

import pytest

from onrecord.model.annotation import Found, Timex
from onrecord.model.record import Difference
from onrecord.model.report import Report
from onrecord.model.when import When
from tests.build import event, found, name, place, said
from tests.record.test_differences import claims, differences
from tests.support import make_report

Part = tuple[Report, Found]


def denied(*parts: Part) -> list[Difference]:
    return [line for line in differences(*parts) if line.kind == "modality"]


def answered(told: str, answer: str, **more: str) -> Part:
    """Return a report in which Dana Reyes says something, and Otto Brandt answers."""
    report = make_report(f"Dana Reyes said {told}. {answer}", address=more.get("address", "a.txt"))
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    return report, found(reyes, brandt, said(report, told, reyes, kind="indirect", cue=place(report, "said")))


JUST_TOLD = [
    pytest.param("Hale was on the list", "Otto Brandt denied that he was ever on it.", True, id="on-it"),
    pytest.param("Hale was on the list", "Otto Brandt denied that it had rained.", False, id="its-own-words"),
    pytest.param("a patrol had come under mortar fire", "Otto Brandt denied that his men had used mortars.",
                 True, id="what-his-men-used"),
    pytest.param("a patrol had come under mortar fire", "Otto Brandt denied that his men had looted shops.",
                 False, id="what-nobody-spoke-of"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "answer", "answers"), JUST_TOLD)
def test_what_has_just_been_said(told: str, answer: str, answers: bool) -> None:
    assert bool(denied(answered(told, answer))) == answers


def test_what_stands_before_a_semicolon_is_denied_after_it() -> None:
    text = "Rain fell on Monday. Dana Reyes said the firm would pay half; Otto Brandt denied it."
    report = make_report(text)
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    both = said(
        report,
        "the firm would pay half; Otto Brandt denied it",
        reyes,
        kind="indirect",
        cue=place(report, "said"),
    )
    rain = event(report, "Rain fell on Monday", "fell", sort="rain", type=None)
    (line,) = denied((report, found(reyes, brandt, both, rain)))
    assert claims(line) == [["the firm would pay half"], ["Otto Brandt denied it"]]


def test_after_a_semicolon_nothing_of_another_sentence_is_denied() -> None:
    text = "Rain fell on Monday. Half of the pay, say some; nothing of the kind, said Otto Brandt."
    report = make_report(text)
    rain = event(report, "Rain fell on Monday", "fell", sort="rain", type=None)
    assert denied((report, found(name(report, "Otto Brandt"), rain))) == []


WHOSE = [
    pytest.param("denied a report in the Leven Tide that she had offered to go", True, id="a-paper's"),
    pytest.param("denied reports that she had offered to go", False, id="nobody's"),
    pytest.param("dismissed a claim by the Leven Tide that she had offered to go", True, id="a-claim"),
]


@pytest.mark.parametrize(("words", "parts"), WHOSE)
def test_a_denial_tells_whose_word_it_denies(words: str, parts: bool) -> None:
    report = make_report(f"Otto Brandt met her on Monday. Otto Brandt {words}.")
    brandt = name(report, "Otto Brandt")
    tide = [name(report, "Leven Tide", kind="organization")] if "Leven Tide" in words else []
    met = event(report, "Otto Brandt met her on Monday", "met", brandt)
    lines = denied((report, found(brandt, *tide, met)))
    assert bool(lines) == parts
    for line in lines:
        assert claims(line)[0] == ["she had offered to go"]
        assert line.sides[0].support[0].given_by == (tide[0].id,)


def test_who_is_blamed_denies_the_blame() -> None:
    blame = "Dana Reyes blamed the Miners' Front for the fire"
    report = make_report(f"{blame} and promised that the mill would be rebuilt. The Miners' Front denied it.")
    reyes, front = name(report, "Dana Reyes"), name(report, "Miners' Front", kind="organization")
    again = name(report, "Miners' Front", nth=1, chain=front, kind="organization")
    fire = event(report, blame, "blamed", reyes, front, sort="accusation", type=None)
    built = said(
        report, "that the mill would be rebuilt", reyes, kind="indirect", cue=place(report, "promised")
    )
    (line,) = denied((report, found(reyes, front, again, fire, built)))
    assert claims(line)[0] == [blame]


@pytest.mark.parametrize(("other", "parts"), [("2025-03-03", False), ("2026-03-03", True)])
def test_what_was_refused_at_another_time_was_not_refused_then(other: str, parts: bool) -> None:
    def dated(text: str, clause: str, trigger: str, day: str, at: str) -> Part:
        report = make_report(text, address=f"{trigger}.txt", published="2026-03-10")
        when = When(edtf=day, basis="stated", printed=None, rule="by hand", anchor=None, reason=None)
        timex = Timex(
            id=f"t-{trigger}", report=report.id, span=place(report, at), type="DATE", value=day, mod=None,
            when=when, finder="hand/1", confidence=0.9,
        )  # fmt: skip
        told = event(report, clause, trigger, sort="signing", type=None, day=day)
        return report, Found(mentions=(), events=(told,), timexes=(timex,))

    signed = "The auditors signed the yearly accounts on March 3"
    refused = "On March 3 the auditors refused to sign the yearly accounts"
    first = dated(f"{signed}.", signed, "signed", other, "March 3")
    second = dated(f"{refused}.", refused, "refused", "2026-03-03", "March 3")
    assert bool(denied(first, second)) == parts


def test_who_speaks_for_several_answers_what_was_just_told() -> None:
    told = "Orley Bank was negotiating to buy Sarn Credit"
    report = make_report(f"Dana Reyes said {told}. “We are not in talks with Sarn Credit,” said Otto Brandt.")
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    sarn = name(report, "Sarn Credit", kind="organization")
    again = name(report, "Sarn Credit", nth=1, chain=sarn, kind="organization")
    first = said(report, told, reyes, kind="indirect", cue=place(report, "said"))
    second = said(report, "We are not in talks with Sarn Credit,", brandt)
    (line,) = denied((report, found(reyes, brandt, sarn, again, first, second)))
    assert len(line.sides) == 2
