"""What one report tells as one occasion, and what tells it from another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.entities import settle_entities
from onrecord.links.material import gather
from onrecord.links.occasions import Rendering, Words, find_renderings
from onrecord.links.utterances import alike, told_again
from onrecord.model.annotation import Found
from onrecord.model.ids import make_id
from onrecord.model.report import Report
from tests.build import found, name, on, place, said
from tests.support import make_report


def renderings(report: Report, of: Found) -> list[Rendering]:
    material = gather([report], {report.id: of})
    return find_renderings(report, material, settle_entities(material))


def _cue(report: Report, words: str, nth: int = 0) -> dict[str, Any]:
    return {"cue": place(report, words, nth)}


OPENINGS = [
    pytest.param("Speaking from the balcony, Dana Reyes said: “{}”", 2, id="where-she-spoke"),
    pytest.param("In a letter to the owners Dana Reyes said: “{}”", 2, id="in-what-she-wrote"),
    pytest.param("Addressing the owners later, Dana Reyes said: “{}”", 2, id="before-whom"),
    pytest.param("Dana Reyes said: “{}”", 1, id="nothing-opens-another"),
    pytest.param("In a hurry to leave, Dana Reyes said: “{}”", 1, id="how-she-spoke-is-no-place"),
]


@pytest.mark.parametrize(("template", "occasions"), OPENINGS)
def test_an_opening_takes_a_speaker_to_another_occasion(template: str, occasions: int) -> None:
    words = "The yard will stay"
    report = make_report(f"Dana Reyes promised that nobody would go.\n\n{template.format(words)}")
    first, second = name(report, "Dana Reyes"), name(report, "Dana Reyes", nth=1)
    quotations = (
        said(report, "nobody would go", first, kind="indirect", **_cue(report, "promised")),
        said(report, words, second, **_cue(report, "said")),
    )
    assert len(renderings(report, found(first, second, *quotations))) == occasions


def test_what_she_had_said_before_is_another_occasion_in_the_same_paragraph() -> None:
    report = make_report("Dana Reyes, who had refused to sell “one plank of it”, said the yard would stay.")
    reyes = name(report, "Dana Reyes")
    quotations = (
        said(report, "to sell “one plank of it”", reyes, kind="mixed", **_cue(report, "had refused")),
        said(report, "the yard would stay", reyes, kind="indirect", **_cue(report, "said")),
    )
    assert len(renderings(report, found(reyes, *quotations))) == 2


WINDOWS = [
    pytest.param("Dana Reyes said the yard would stay.", "said", None, True, id="of-its-own-days"),
    pytest.param("Dana Reyes had said the yard would stay.", "had said", None, False, id="looks-back"),
    pytest.param(
        "The yard shut ten days after Dana Reyes said the yard would stay.", "said", None, False, id="gone-by"
    ),
    pytest.param("Dana Reyes said the yard would stay.", "said", "2026-02-01", True, id="a-day-is-told"),
]


@pytest.mark.parametrize(("text", "cue", "day", "closed"), WINDOWS)
def test_a_report_speaks_of_its_own_days_unless_words_look_back(
    text: str, cue: str, day: str | None, closed: bool
) -> None:
    report = make_report(text, published="2026-03-02")
    reyes = name(report, "Dana Reyes")
    (rendering,) = renderings(
        report,
        found(
            reyes, said(report, "the yard would stay", reyes, day=day, kind="indirect", **_cue(report, cue))
        ),
    )
    assert (rendering.window is not None) == closed
    if day is not None:
        told = on(day)
        assert told is not None
        assert told.date is not None
        assert rendering.window == (told.date.first, told.date.last)


def _piece(words: str, kind: str) -> Words:
    report = make_report(f"Dana Reyes spoke: {words} So she spoke.", address=make_id("report", words))
    reyes = name(report, "Dana Reyes")
    (rendering,) = renderings(report, found(reyes, said(report, words, reyes, kind=kind)))
    return rendering.pieces[0]


ECHOES = [
    pytest.param(
        "The doors stood open long before the first guest arrived.", "direct",
        "We came as soon as the doors stood open", "direct", False, id="each-goes-its-own-way",
    ),
    pytest.param(
        "that it closed “as soon as the doors stood open”", "mixed",
        "We came the moment the doors stood open", "direct", True, id="an-end-in-other-words",
    ),
    pytest.param(
        "We came the moment the doors stood open and stayed.", "direct",
        "The doors stood open,", "direct", True,
        id="a-cut-keeps-nothing-of-its-own",
    ),
    pytest.param(
        "The letters came. Nobody opened them,", "direct",
        "the letters came but nobody opened them", "indirect", True, id="a-short-one-told-whole",
    ),
    pytest.param(
        "The letters came in time,", "direct", "the letters would be burned", "indirect", False,
        id="one-word-of-it-is-not-enough",
    ),
    pytest.param(
        "I shall keep this light while there are boats,", "direct",
        "that she would keep the light while there were boats", "indirect", True,
        id="in-another-person-and-tense",
    ),
    pytest.param(
        "We found the keeper by his lamp at dawn, cold and alone.", "direct",
        "Cold and alone at dawn: that was how we found the keeper.", "direct", True,
        id="the-same-turned-round",
    ),
    pytest.param(
        "I kept the light while there were boats,", "direct",
        "that she would put out the light and keep the boats", "indirect", False,
        id="the-same-words-in-another-order",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "kind", "second", "other", "one"), ECHOES)
def test_an_echo_is_no_likeness(first: str, kind: str, second: str, other: str, one: bool) -> None:
    pieces = _piece(first, kind), _piece(second, other)
    assert (alike(*pieces) > 0) == one
    assert alike(*pieces) == alike(*reversed(pieces))


def test_what_is_quoted_weeks_later_must_be_known_by_its_words() -> None:
    whole = _piece("We shall hold this line until the last lamp is lit, and no longer.", "direct")
    assert told_again(whole, _piece("that they would hold “until the last lamp is lit”", "mixed"))
    assert not told_again(whole, _piece("I said until the last lamp, and it is out.", "direct"))


def test_a_sentence_with_another_word_is_known_again() -> None:
    whole = _piece("We cut where we should have been able to open.", "direct")
    assert told_again(whole, _piece("We cut where we ought to have been able to open.", "direct"))
    assert not told_again(whole, _piece("We were able to open where they told us to.", "direct"))


TOLD_OF_SEVERAL = [
    pytest.param("that nobody had looked at the lower gate", True, id="told-in-the-past"),
    pytest.param("that the lower gate was strong", False, id="another-of-the-gate"),
    pytest.param("that they had looked for nobody", False, id="few-words"),
]


@pytest.mark.parametrize(("indirect", "one"), TOLD_OF_SEVERAL)
def test_one_sentence_of_several_may_be_told_alone(indirect: str, one: bool) -> None:
    several = _piece(
        "We were all at lunch by then. Nobody has looked at the lower gate. I am sorry.", "direct"
    )
    assert (alike(several, _piece(indirect, "indirect")) > 0) == one


def test_what_is_written_is_another_occasion_than_what_is_told_to_somebody() -> None:
    report = make_report("Dana Reyes told the council the yard would stay. “It is ours,” she wrote.")
    reyes = name(report, "Dana Reyes")
    she = name(report, "she", form="pronoun", chain=reyes)
    told = said(
        report, "the yard would stay", reyes, kind="indirect", to=place(report, "the council"),
        **_cue(report, "told"),
    )  # fmt: skip
    wrote = said(report, "It is ours,", she, **_cue(report, "wrote"))
    assert len(renderings(report, found(reyes, she, told, wrote))) == 2


WORDS = st.lists(
    st.sampled_from(("the", "river", "rose", "when", "nobody", "watched", "over", "mill")), min_size=1
)


@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_its_bounds(first: list[str], second: list[str]) -> None:
    one, other = _piece(" ".join(first), "direct"), _piece(" ".join(second), "direct")
    assert 0 <= alike(one, other) <= 1
    assert (alike(one, other) > 0) == (alike(other, one) > 0)
