"""Who gathered what a report says: as a whole, and passage by passage."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.links.entities import settle_entities
from onrecord.links.material import gather
from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.origins import Origins, find_origins
from tests.support import make_report

LAMP = (
    "The lamp on the north pier had been out since January, two fishermen wrote to the harbour office in "
    "February, and no answer had come by the day on which the ferry struck the bank."
)
GROUND = "A ferry with 212 people on board ran aground off Port Leven on Monday, the coastguard said."
LOST = "Three boats were lost in the storm that night, according to the Arden Chronicle."


def report(text: str, outlet: str | None, day: str, *, credit: str | None = None) -> Report:
    made = make_report(text, outlet=outlet, published=day, address=f"{outlet}/{day}")
    return replace(made, credit=credit)


def origins_of(reports: list[Report], *copies: frozenset[str]) -> Origins:
    material = gather(reports, {one.id: Found() for one in reports}, copies)
    return find_origins(material, settle_entities(material))


def name_of(origins: Origins, one: Report, words: str) -> tuple[str, str]:
    """Return kind and name of the origin of some words of a report."""
    start = one.text.index(words)
    found = {origin.id: origin for origin in origins.origins}[
        origins.of(one.id, Span(start, start + len(words)))
    ]
    return (found.kind, found.name)


STORY = [
    report(f"{GROUND}\n{LAMP}", "Arden Chronicle", "2026-03-10"),
    report(f"The ferry floats again.\n{LAMP}\n{LOST}", "Cove Post", "2026-03-12"),
    report(f"{GROUND}\nThe owner is silent.", "Port Leven Courier", "2026-03-11", credit="NPA"),
    report("The master was heard on Friday. He had seen no lamp.", "Tolmark Gazette", "2026-03-13"),
    report(
        "Lamps are dear, the Northmark Press Agency reported on Friday.",
        "Northmark Press Agency",
        "2026-03-14",
    ),
]


def test_each_passage_has_the_origin_that_its_words_tell() -> None:
    origins = origins_of(STORY)
    assert name_of(origins, STORY[1], "The ferry floats again") == ("outlet", "Cove Post")
    assert name_of(origins, STORY[1], "two fishermen wrote") == ("outlet", "Arden Chronicle")
    assert name_of(origins, STORY[1], "Three boats were lost") == ("outlet", "Arden Chronicle")
    assert name_of(origins, STORY[3], "The master was heard") == ("outlet", "Tolmark Gazette")


def test_a_credit_in_initials_is_first_that_of_an_outlet_at_hand() -> None:
    assert name_of(origins_of(STORY), STORY[2], "ran aground") == ("agency", "Northmark Press Agency")


def test_each_tie_has_its_reason_and_its_words() -> None:
    chronicle = next(one for one in origins_of(STORY).origins if one.name == "Arden Chronicle")
    assert [tie.report for tie in chronicle.ties] == [STORY[1].id, STORY[1].id]
    assert {tie.evidence.text for tie in chronicle.ties} == {LAMP, "according to the Arden Chronicle"}
    for tie in chronicle.ties:
        assert tie.evidence.text == STORY[1].text[tie.evidence.start : tie.evidence.end]


def test_a_release_is_the_origin_of_those_who_print_it() -> None:
    release = report(f"PRESS RELEASE\nCove Shipping\n\n{GROUND}", None, "2026-03-10")
    printed = report(GROUND, "Arden Chronicle", "2026-03-10")
    origins = origins_of([release, printed], frozenset({release.id, printed.id}))
    assert name_of(origins, printed, "ran aground") == ("release", "Cove Shipping")


@settings(deadline=None, max_examples=40)
@given(
    order=st.permutations(range(len(STORY) + 1)),
    copied=st.integers(0, len(STORY) - 1),
    later=st.integers(15, 20),
    extra=st.sampled_from(["", "\nMore follows.", "\nThe Gazette has the story."]),
)
def test_a_copy_read_in_changes_no_claims_origins(
    order: list[int], copied: int, later: int, extra: str
) -> None:
    original = STORY[copied]
    copy = report(original.text + extra, "Evening Bell", f"2026-03-{later}")
    everything = [*STORY, copy]
    before = origins_of(STORY)
    after = origins_of([everything[place] for place in order], frozenset({original.id, copy.id}))
    for one in STORY:
        for start in range(0, len(one.text), 20):
            words = Span(start, min(start + 20, len(one.text)))
            assert after.of(one.id, words) == before.of(one.id, words)
    assert {origin.id for origin in after.origins} == {origin.id for origin in before.origins}


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]])
def test_origins_are_the_same_in_any_order(order: list[int]) -> None:
    assert origins_of([STORY[place] for place in order]) == origins_of(STORY)
