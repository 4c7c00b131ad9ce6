"""Any id that was ever printed goes on resolving, whatever is read after it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.record import Record
from onrecord.record.composed import record_of
from onrecord.views.belonging import find
from tests.record.made_stories import Told, keep
from tests.record.test_as_of import PROPERTY, TOLD, store_of


def printed(record: Record) -> Iterator[str]:
    """Yield the ids that a record's pages print."""
    for lines in (record.events, record.statements, record.figures, record.entities, record.stories):
        yield from (line.id for line in lines)
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


@pytest.mark.parametrize("late", [0, 1], ids=["an-earlier-report", "a-revision"])
def test_an_id_leads_to_the_line_that_its_words_are_on_now(late: int) -> None:
    first = Told(page=0, day=10, toll=3)
    later = (Told(page=1, day=9, detail=1, toll=3), Told(page=0, day=10, updated=12, toll=3, words=1))[late]
    with store_of(first) as store:
        (before,) = record_of(store).events
        keep(store, later)
        now = find(store, before.id).thing
        assert now in record_of(store).events
