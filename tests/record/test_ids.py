"""Any id that was ever printed goes on resolving, whatever is read after it."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RulingError
from onrecord.judging import judge
from onrecord.model.record import Difference, Record, Ruling
from onrecord.record.composed import record_of
from onrecord.record.forgetting import forget
from onrecord.record.store import Store
from onrecord.views.belonging import find
from onrecord.views.why import why
from tests.record.made_stories import Told, keep
from tests.record.test_as_of import PROPERTY, TOLD, store_of


def printed(record: Record) -> Iterator[str]:
    """Yield the ids that a record's pages print."""
    for lines in (record.events, record.statements, record.figures, record.entities, record.stories):
        yield from (line.id for line in lines)
    yield from (line.id for line in record.differences)
    yield from (line.id for line in record.copies)
    yield from (line.id for line in record.origins)
    yield from (line.report.id for line in record.reports)
    yield from (line.id for line in record.storylines)
    yield from (reading.id for figure in record.figures for reading in figure.readings)


@PROPERTY
@given(st.lists(TOLD, min_size=2, max_size=6))
def test_an_id_once_printed_resolves_whatever_is_read_later(reads: list[Told]) -> None:
    with store_of() as store:
        given_out: dict[str, int] = {}
        for number, told in enumerate(reads):
            keep(store, told)
            for each in printed(record_of(store)):
                given_out.setdefault(each, number)
        for each in given_out:
            assert find(store, each).id
            assert why(store, each).title


PARTED = (Told(page=0, day=10, toll=3), Told(page=1, day=12, toll=5))
RULED = st.tuples(st.sampled_from(("same", "different", "wrong")), st.integers(0, 9), st.integers(0, 9))


@PROPERTY
@given(st.lists(TOLD, min_size=2, max_size=5), RULED, st.integers(0, 4))
def test_the_id_of_a_difference_resolves_whatever_is_read_ruled_and_forgotten(
    reads: list[Told], ruled: tuple[Ruling, int, int], gone: int
) -> None:
    with store_of() as store:
        given_out: dict[str, Difference] = {}
        for told in reads:
            keep(store, told)
            given_out |= {each.id: each for each in record_of(store).differences}
        _rule(store, *ruled)
        given_out |= {each.id: each for each in record_of(store).differences}
        forget(store, record_of(store).reports[gone % len(record_of(store).reports)].report.id)
        with store.view() as view:
            there = {each: view.ids_beginning(each.about) for each in given_out.values()}
        for each, difference in given_out.items():
            if there[difference]:  # else what it was about was forgotten
                found = find(store, each)
                assert found.once is not None or isinstance(found.thing, Difference)
                assert why(store, each).kind == "difference"


def _rule(store: Store, verdict: Ruling, first: int, second: int) -> None:
    figures = [reading.id for figure in record_of(store).figures for reading in figure.readings]
    if figures:
        ids = [figures[first % len(figures)], figures[second % len(figures)]]
        with suppress(RulingError):
            judge(store, verdict, ids, by="a reader")


@pytest.mark.parametrize("late", [0, 1], ids=["an-earlier-report", "a-revision"])
def test_an_id_leads_to_the_line_that_its_words_are_on_now(late: int) -> None:
    first = Told(page=0, day=10, toll=3)
    later = (Told(page=1, day=9, detail=1, toll=3), Told(page=0, day=10, updated=12, toll=3, words=1))[late]
    with store_of(first) as store:
        (before,) = record_of(store).events
        keep(store, later)
        now = find(store, before.id).thing
        assert now in record_of(store).events


def gone(store: Store) -> Difference:
    """Rule one reading wrong that another parts from, and return the difference that is gone by it."""
    (parted,) = record_of(store).differences
    judge(store, "wrong", [parted.sides[1].items[0]], by="a reader", because="the port counts otherwise")
    assert record_of(store).differences == ()
    return parted


def test_a_difference_that_is_gone_says_why_with_both_sides() -> None:
    with store_of(*PARTED) as store:
        parted = gone(store)
        sheet = why(store, parted.id)
        assert (sheet.id, sheet.kind) == (parted.id, "difference")
        (words,) = (part for part in sheet.parts if part.heading == "What parted")
        assert ["3" in words.evidence[0].words, "5" in words.evidence[1].words] == [True, True]
        (ruled,) = (part for part in sheet.parts if part.heading == "Ruled on")
        assert "the port counts otherwise" in ruled.lines[0]
        (reasons,) = (part for part in sheet.parts if part.heading == "Why it stands no longer")
        assert reasons.lines


def test_a_difference_that_is_gone_is_nothing_to_rule_on() -> None:
    with store_of(*PARTED) as store:
        parted = gone(store)
        with pytest.raises(RulingError):
            judge(store, "wrong", [parted.id], by="a reader")


def test_further_readings_leave_a_difference_its_id_and_an_earlier_one_leads_to_it() -> None:
    with store_of(*PARTED) as store:
        (first,) = record_of(store).differences
        keep(store, Told(page=2, day=13, toll=5))
        (now,) = record_of(store).differences
        assert len(now.sides[1].items) > len(first.sides[1].items)
        assert now.id == first.id
        keep(store, Told(page=3, day=9, toll=3))  # it founds the figure now
        assert first.id not in {each.id for each in record_of(store).differences}
        found = find(store, first.id).thing
        assert isinstance(found, Difference)
        assert {first.sides[1].items[0]} <= {item for side in found.sides for item in side.items}
