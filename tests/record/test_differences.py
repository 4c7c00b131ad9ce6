"""Where reports part: figures, plans, what is told and denied."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found
from onrecord.model.record import Difference
from onrecord.model.report import Report
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from onrecord.record.difference_denials import CHARGED
from tests.build import event, figure, found, name, place, said
from tests.support import make_report

Part = tuple[Report, Found]


def differences(*parts: Part) -> tuple[Difference, ...]:
    ids = [report.id for report, _ in parts]
    return compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside()).differences


def claims(difference: Difference) -> list[list[str]]:
    return [[support.span.text for support in side.support] for side in difference.sides]


def told(on: str, text: str, trigger: str, **more: Any) -> Part:
    """Return a report of one day that tells one event of Dana Reyes."""
    report = make_report(text, address=f"{on}-{trigger}.txt", published=on)
    people = (name(report, "Dana Reyes"),) if "Dana Reyes" in text else ()
    fields = {"sort": "march", "type": None, **more}
    return report, found(*people, event(report, text, trigger, *people, **fields))


PLAN = told(
    "2026-03-02", "Dana Reyes will lead a march to the mill.", "march", day="2026-03-07", modality="planned"
)


def test_all_days_that_a_plan_was_set_for_are_one_line() -> None:
    twice = told("2026-03-03", "Dana Reyes is to lead the march to the mill on Saturday.", "march",
                 day="2026-03-07", modality="planned")  # fmt: skip
    off = told("2026-03-05", "The march of Dana Reyes on Saturday has been put off.", "march",
               day="2026-03-07", modality="planned", outcome="put-off")  # fmt: skip
    new = told("2026-03-06", "Dana Reyes will lead the march on March 14.", "march",
               day="2026-03-14", modality="planned")  # fmt: skip
    (line,) = [d for d in differences(PLAN, twice, off, new) if d.kind == "date"]
    assert line.verdict == "update"
    assert [len(texts) for texts in claims(line)] == [3, 1]


def test_a_plan_called_off_is_an_update() -> None:
    off = told("2026-03-05", "The march of Dana Reyes has been called off.", "march",
               modality="planned", outcome="called-off")  # fmt: skip
    (line,) = [d for d in differences(PLAN, off) if d.kind == "modality"]
    assert (line.verdict, len(line.sides)) == ("update", 2)


def test_what_one_report_alone_tells_of_a_plan_parts_from_nobody() -> None:
    off = told("2026-03-05", "The march of Dana Reyes has been called off.", "march",
               modality="planned", outcome="called-off")  # fmt: skip
    assert differences(off) == ()


def test_a_plan_that_was_held_parts_from_nothing() -> None:
    held = told("2026-03-08", "Dana Reyes led the march on Saturday.", "march", day="2026-03-07")
    assert differences(PLAN, held) == ()


DENIALS = [
    pytest.param("Otto Brandt denied that.", True, id="back-to-what-was-said"),
    pytest.param("Otto Brandt said there was no such letter.", True, id="no-such-thing"),
    pytest.param("Otto Brandt said he had not.", True, id="the-verb-alone"),
    pytest.param("Otto Brandt dismissed the claim as idle talk.", True, id="dismissed"),
    pytest.param(
        "Some say that rivers sing, but that is not true, Otto Brandt said.", False, id="in-a-breath"
    ),
    pytest.param("Otto Brandt denied that rain had come.", False, id="something-else"),
    pytest.param("Otto Brandt said he had not slept.", False, id="another-verb"),
    pytest.param("“I will not say how many I have not,” Otto Brandt said.", False, id="said-of-himself"),
]


@pytest.mark.parametrize(("answer", "denied"), DENIALS)
def test_a_denial_answers_what_stands_before_it(answer: str, denied: bool) -> None:
    report = make_report(f"Dana Reyes said Otto Brandt had burned the letter of the miller. {answer}")
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt", nth=1)
    first = name(report, "Otto Brandt", chain=brandt)
    words = "Otto Brandt had burned the letter of the miller"
    quotation = said(report, words, reyes, kind="indirect", cue=place(report, "said"))
    lines = differences((report, found(reyes, first, brandt, quotation)))
    assert [line.kind for line in lines] == (["modality"] if denied else [])


@pytest.mark.parametrize(
    "answer",
    ["Otto Brandt would neither confirm nor deny it.", "Otto Brandt did not deny that.", "Nobody denied it."],
)
def test_what_is_not_denied_is_no_denial(answer: str) -> None:
    report = make_report(f"Dana Reyes said Otto Brandt had burned the letter of the miller. {answer}")
    reyes = name(report, "Dana Reyes")
    words = "Otto Brandt had burned the letter of the miller"
    quotation = said(report, words, reyes, kind="indirect", cue=place(report, "said"))
    assert differences((report, found(reyes, name(report, "Otto Brandt"), quotation))) == ()


NEGATIONS = [
    pytest.param("he had not burned it", "2026-03-12", "modality", id="who-is-said-to-have-done-it"),
    pytest.param("nobody had burned a letter", "2026-03-12", "modality", id="nobody"),
    pytest.param("the town was cold", "2026-03-12", None, id="something-else"),
    pytest.param("he had not burned the mill", "2026-03-12", None, id="another-thing"),
    pytest.param("he would not burn it", "2026-03-12", None, id="what-is-to-come"),
    pytest.param("he has not burned it", "2026-03-10", None, id="not-yet-by-the-same-day"),
    pytest.param("he had never burned a letter before", "2026-03-12", None, id="before-that"),
    pytest.param("no other letter was burned", "2026-03-12", None, id="no-other"),
    pytest.param("they burned it for nothing", "2026-03-12", None, id="for-nothing"),
    pytest.param("he had not burned it", "2026-03-08", None, id="told-before-it-came"),
]


@pytest.mark.parametrize(("words", "day", "kind"), NEGATIONS)
def test_what_is_said_not_to_be_so_contradicts_what_is_told(words: str, day: str, kind: str | None) -> None:
    told = make_report("Otto Brandt burned the letter at noon.", address="a")
    brandt = name(told, "Otto Brandt")
    burned = event(told, told.text[:-1], "burned", brandt, sort="burning", type=None)
    denied = make_report(f"Otto Brandt was in town. Otto Brandt said {words}.", address="b", published=day)
    first, second = name(denied, "Otto Brandt"), name(denied, "Otto Brandt", nth=1)
    he = [name(denied, "he had" if "he had" in words else "he wo" if "he wo" in words else "he has",
               form="pronoun", chain=first)] if words.startswith("he ") else []  # fmt: skip
    quotation = said(denied, words, second, kind="indirect", cue=place(denied, "said"))
    lines = differences((told, found(brandt, burned)), (denied, found(first, second, *he, quotation)))
    assert [line.kind for line in lines] == ([kind] if kind else [])


WHO = [
    pytest.param("it was Otto Brandt who had asked for the delay", "attribution", id="another-asked"),
    pytest.param("Dana Reyes had not asked for a delay", "attribution", id="she-did-not-ask"),
    pytest.param("it was Dana Reyes who had asked for the delay", None, id="the-same"),
    pytest.param("it was Otto Brandt who had asked for the keys", None, id="another-thing"),
]


@pytest.mark.parametrize(("words", "kind"), WHO)
def test_who_asked_for_a_thing_is_an_attribution(words: str, kind: str | None) -> None:
    first = make_report("The port said Dana Reyes had asked for the delay.", address="a")
    port, reyes = name(first, "The port", kind="organization"), name(first, "Dana Reyes")
    told = "Dana Reyes had asked for the delay"
    quotation = said(first, told, port, kind="indirect", cue=place(first, "said"))
    second = make_report(f"The yard said {words}.", address="b", published="2026-03-11")
    yard = name(second, "The yard", kind="organization")
    who = name(second, "Otto Brandt" if "Otto" in words else "Dana Reyes")
    answer = said(second, words, yard, kind="indirect", cue=place(second, "said"))
    lines = differences((first, found(port, reyes, quotation)), (second, found(yard, who, answer)))
    assert [line.kind for line in lines] == ([kind] if kind else [])


def test_what_somebody_denies_is_no_claim_of_theirs() -> None:
    first = make_report("Otto Brandt denied the mill had poisoned the river.", address="a")
    brandt = name(first, "Otto Brandt")
    denying = replace(
        said(first, "the mill had poisoned the river", brandt, kind="indirect"), cue=place(first, "denied")
    )
    other = make_report("The owner has denied that the mill poisoned the river.", address="b")
    assert not differences((first, found(brandt, denying)), (other, found()))


def test_nobody_denies_their_own_words_in_the_same_breath() -> None:
    report = make_report("“The war over the mill is wrong,” Dana Reyes said. “None of it was true.”")
    reyes = name(report, "Dana Reyes")
    first = said(report, "The war over the mill is wrong,", reyes)
    second = said(report, "None of it was true.", reyes)
    assert not differences((report, found(reyes, first, second)))


def test_words_in_marks_of_nobody_known_deny_nothing() -> None:
    report = make_report("“The war over the mill is wrong,” Dana Reyes said. “None of it was true.”")
    reyes = name(report, "Dana Reyes")
    assert not differences((report, found(reyes, said(report, "The war over the mill is wrong,", reyes))))


def test_two_who_say_that_a_thing_is_not_so_do_not_part() -> None:
    report = make_report("Dana Reyes said no list had been kept. The yard said there was no list.")
    reyes, yard = name(report, "Dana Reyes"), name(report, "The yard", kind="organization")
    first = said(report, "no list had been kept", reyes, kind="indirect")
    other = said(report, "there was no list", yard, kind="indirect")
    assert not differences((report, found(reyes, yard, first, other)))


ABSENT = [
    pytest.param("The yard said there was no list.", 1, id="no-such-thing"),
    pytest.param("The yard said there was no letter.", 0, id="another-thing"),
    pytest.param("The yard said there was no doubt.", 0, id="a-thing-that-says-nothing"),
]


@pytest.mark.parametrize(("answer", "number"), ABSENT)
def test_that_there_is_no_such_thing_answers_who_spoke_of_it(answer: str, number: int) -> None:
    report = make_report(f"Dana Reyes said the yard kept a list without doubt. {answer}")
    reyes = name(report, "Dana Reyes")
    yard = name(report, "The yard", kind="organization")
    first = said(report, "the yard kept a list without doubt", reyes, kind="indirect")
    words = answer.removeprefix("The yard said ").rstrip(".")
    second = said(report, words, yard, kind="indirect")
    assert len(differences((report, found(reyes, yard, first, second)))) == number


def test_names_alone_do_not_tell_what_is_denied() -> None:
    told = make_report("The wreck of the Grey Heron was raised on Monday.", address="a")
    raised = event(told, told.text[:-1], "raised", sort="raising", type=None, day="2026-03-09")
    ship = name(told, "Grey Heron", kind="organization")
    denied = make_report(
        "Dana Reyes denied that the Grey Heron was overloaded.", address="b", published="2026-03-11"
    )
    ship_again = name(denied, "Grey Heron", kind="organization")
    assert (
        differences((told, found(ship, raised)), (denied, found(name(denied, "Dana Reyes"), ship_again)))
        == ()
    )


def test_who_took_no_part_parts_in_who_took_part() -> None:
    came = make_report("Otto Brandt joined the meeting for an hour.", address="a")
    brandt = name(came, "Otto Brandt")
    meeting = event(came, came.text[:-1], "meeting", brandt)
    away = make_report("Otto Brandt did not take part in the meeting.", address="b", published="2026-03-11")
    lines = differences((came, found(brandt, meeting)), (away, found(name(away, "Otto Brandt"))))
    assert [(line.kind, line.verdict) for line in lines] == [("participant", "conflict")]


def test_what_a_paper_takes_back_is_looked_for_in_its_report() -> None:
    wrong = make_report("Dana Reyes, keeper of the mill, drowned on the way to Port Leven.", address="a")
    reyes = name(wrong, "Dana Reyes")
    drowned = event(wrong, wrong.text[:-1], "drowned", reyes, sort="death", type=None)
    right = make_report(
        "On Monday we wrote that Dana Reyes, who keeps the mill, had drowned on the way to Port Leven. "
        "That was wrong. She is well.",
        address="b",
        published="2026-03-12",
    )
    lines = differences((wrong, found(reyes, drowned)), (right, found(name(right, "Dana Reyes"))))
    (line,) = [line for line in lines if line.kind == "modality"]
    assert claims(line)[0] == ["Dana Reyes, keeper of the mill, drowned on the way to Port Leven"]


CHARGES = [
    pytest.param("A court clerk accused Dana Reyes of selling the mill.", True, id="accused"),
    pytest.param("Dana Reyes was accused of selling the mill.", True, id="passive"),
    pytest.param("Counsel for Dana Reyes accused a clerk of selling the mill.", False, id="her-side-accuses"),
]


@pytest.mark.parametrize(("charge", "hers"), CHARGES)
def test_a_plea_answers_the_charge_against_who_makes_it(charge: str, hers: bool) -> None:
    report = make_report(f"{charge}\n\nRain fell on the town all week.\n\nDana Reyes pleaded not guilty.")
    first = name(report, "Dana Reyes")
    again = name(report, "Dana Reyes", nth=1, chain=first)
    accusation = event(report, charge[:-1], "accused", sort="accusation", type=None)
    lines = differences((report, found(first, again, accusation)))
    assert [line.kind for line in lines] == (["modality"] if hers else [])
    assert {line.reason for line in lines} <= {CHARGED}  # there is a charge: it is the guilt that is denied


def fled_and_missing(address: str, on: str, fled: int, missing: int) -> Part:
    text = f"In the flood {fled} people had fled and {missing} were missing."
    report = make_report(text, address=address, published=on)
    return report, found(
        event(report, text[:-1], "flood", sort="flood", type=None, day="2026-03-02"),
        figure(report, str(fled), text[:-1], fled, fled, counts="people fled", head="displaced"),
        figure(report, str(missing), text[:-1], missing, missing, counts="missing", head="missing"),
    )


def test_two_figures_of_one_clause_rest_each_on_its_part() -> None:
    lines = differences(
        fled_and_missing("a", "2026-03-03", 900, 12), fled_and_missing("b", "2026-03-05", 950, 9)
    )
    words = {line.sides[0].claim: claims(line)[0] for line in lines if line.kind == "figure"}
    assert words == {
        "900 (people fled)": ["In the flood 900 people had fled"],
        "12 (missing)": ["12 were missing"],
    }
    assert {line.verdict for line in lines} == {"update"}


def counted(address: str, words: str, number: float, clause: str, *, on: str, **more: Any) -> Part:
    """Return a report in which somebody named gives one number."""
    report = make_report(f"{clause.capitalize()}, Dana Reyes said.", address=address, published=on)
    reyes = name(report, "Dana Reyes")
    gathering = [
        event(report, clause.capitalize(), verb, sort="gathering", type=None, day="2026-03-02")
        for verb in ("gathered",)
        if verb in clause
    ]
    clause = clause.capitalize()
    return report, found(
        reyes, *gathering, figure(report, words, clause, number, number, giver=reyes, **more)
    )


def another(part: Part) -> Part:
    """Return the same report with nobody named as the giver of its number."""
    report, of = part
    bare = tuple(replace(f, given_by=(), voice="own") for f in of.figures)
    return report, replace(of, figures=bare)


def test_a_later_count_of_one_day_s_crowd_is_a_conflict() -> None:
    crowd = {"counts": "people gathered", "head": "gather"}
    first = counted(
        "a", "400", 400, "on Monday 400 people gathered at the mill gate", on="2026-03-03", **crowd
    )
    later = another(
        counted(
            "b", "2500", 2500, "on Monday 2500 people gathered at the mill gate", on="2026-03-04", **crowd
        )
    )
    assert [(d.kind, d.verdict) for d in differences(first, later)] == [("figure", "conflict")]


SMALLER = [
    pytest.param("The flood has killed 21 people.", [], id="of-some-of-them"),
    pytest.param("The toll of the flood was cut: it has killed 21 people.", ["update"], id="lowered"),
    pytest.param("The flood has killed 31 people.", ["update"], id="grown"),
]


@pytest.mark.parametrize(("text", "verdicts"), SMALLER)
def test_a_smaller_toll_of_another_giver_takes_nothing_back_by_itself(text: str, verdicts: list[str]) -> None:
    parts = []
    for who, day, words in (
        ("Dana Reyes", "2026-03-03", "The flood has killed 27 people."),
        ("Otto Brandt", "2026-03-05", text),
    ):
        report = make_report(f"{words} {who} said so.", address=day, published=day)
        giver, number = name(report, who), "27" if "27" in words else "21" if "21" in words else "31"
        flood = event(report, words[:-1], "flood", sort="flood", type=None, day="2026-03-02")
        of = figure(report, number, words[:-1], float(number), float(number), giver=giver)
        parts.append((report, found(giver, flood, of)))
    assert [line.verdict for line in differences(*parts)] == verdicts


def test_a_count_that_goes_on_is_updated_within_its_day() -> None:
    share = {"counts": "turnout", "head": "turnout", "unit": "percent", "measure": "percent"}
    first = counted("a", "41 percent", 41, "turnout was 41 percent at noon", on="2026-03-03", **share)
    later = another(
        counted(
            "b", "54 percent", 54, "turnout was 54 percent when the polls closed", on="2026-03-03", **share
        )
    )
    assert [(d.kind, d.verdict) for d in differences(first, later)] == [("figure", "update")]
    final = another(counted("b", "54 percent", 54, "turnout was 54 percent", on="2026-03-03", **share))
    sure = counted("a", "41 percent", 41, "turnout was 41 percent", on="2026-03-03", **share)
    assert [(d.kind, d.verdict) for d in differences(sure, final)] == [("figure", "conflict")]


LATER = [
    pytest.param("23", 23, 23, "exact", [], id="the-same"),
    pytest.param("more than 20", 20, None, "more-than", [], id="less-closely"),
    pytest.param("at least 25", 25, None, "at-least", ["update"], id="a-higher-bound"),
    pytest.param("21", 21, 21, "exact", ["update"], id="lowered"),
]


@pytest.mark.parametrize(("printed", "low", "high", "hedge", "verdicts"), LATER)
def test_a_later_number_is_an_update_where_it_is_another(
    printed: str, low: float, high: float | None, hedge: str, verdicts: list[str]
) -> None:
    parts = []
    for day, words, *bounds, way in (
        ("2026-03-03", "23", 23, 23, "exact"),
        ("2026-03-05", printed, low, high, hedge),
    ):
        report = make_report(f"The flood has killed {words} people.", address=day, published=day)
        flood = event(report, report.text[:-1], "flood", sort="flood", type=None, day="2026-03-02")
        parts.append((report, found(flood, figure(report, words, report.text[:-1], *bounds, hedge=way))))
    assert [line.verdict for line in differences(*parts)] == verdicts


def test_a_plan_that_changed_in_something_else_was_set_for_no_other_day() -> None:
    other = told("2026-03-05", "The march of Dana Reyes on Saturday will be led by the mayor.", "march",
                 day="2026-03-07", modality="planned", outcome="changed")  # fmt: skip
    assert [line for line in differences(PLAN, other) if line.kind == "date"] == []
