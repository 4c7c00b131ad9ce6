"""The built-in example, read end to end with the language model."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.record import Record
from onrecord.pipeline import Read, annotate_one, keep, new_ones, read_one, record_of
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.sources.files import documents

pytestmark = pytest.mark.model

EXAMPLE = Path(__file__).parents[1] / "src/onrecord/data/example"
REPORTS = 16


@lru_cache(maxsize=1)
def annotated() -> tuple[Read, ...]:
    """Return the example's reports, annotated once for all tests here."""
    paths = sorted(path for path in EXAMPLE.iterdir() if path.name != "README.md")
    return tuple(annotate_one(read_one(document)) for document in documents(paths))


@pytest.fixture
def store() -> Iterator[Store]:
    """A new store in memory."""
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def without_read_order(record: Record) -> Record:
    """Return a record without what tells the order of reading."""
    lines = tuple(replace(line, report=replace(line.report, read=0)) for line in record.reports)
    return replace(record, reports=lines)


@lru_cache(maxsize=1)
def at_once() -> Record:
    opened = open_store("sqlite://")
    keep(annotated(), opened)
    record = without_read_order(record_of(opened))
    opened.close()
    return record


def test_every_report_is_read_and_none_has_failed() -> None:
    assert len(annotated()) == REPORTS
    assert [read.address for read in annotated() if read.annotated is None] == []
    kinds = {problem.kind for read in annotated() for problem in read.problems}
    assert not kinds & {"not-annotated", "no-text", "guessed-encoding"}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(REPORTS)), st.sets(st.integers(1, REPORTS - 1), max_size=REPORTS))
def test_any_order_and_any_batches_give_the_same_record(order: list[int], cuts: set[int]) -> None:
    opened = open_store("sqlite://")
    try:
        for start, end in pairwise([0, *sorted(cuts), REPORTS]):
            keep([annotated()[i] for i in order[start:end]], opened)
        assert without_read_order(record_of(opened)) == at_once()
    finally:
        opened.close()


def test_reading_it_again_changes_nothing(store: Store) -> None:
    keep(annotated(), store)
    before = record_of(store)
    again = list(new_ones((replace(read, annotated=None) for read in annotated()), store))
    assert {outcome.state for outcome in keep(map(annotate_one, again), store)} == {"known"}
    assert record_of(store) == before


def test_two_visits_are_kept_apart() -> None:
    days = {
        event.when.edtf
        for event in at_once().events
        if event.when is not None and event.modality == "happened" and "Weirholm" in event.label
    }
    assert {"2026-03-04", "2026-03-19"} <= days
