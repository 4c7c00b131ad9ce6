"""What belongs in the timeline, and what is only also told."""

from dataclasses import replace

import pytest

from onrecord.model.record import HistoryStep
from onrecord.model.when import When
from onrecord.views.sheet import sheet
from onrecord.views.worth import is_also_told
from tests.views.made import SILENT, a_record

BARE = replace(
    SILENT,
    id="e-bare",
    modality="happened",
    when=None,
    origins_for=SILENT.origins_for[:1],
    origins_against=(),
    givers=(),
    judgements=(),
    history=(),
    part_of=None,
    support=tuple(replace(each, finder="events.open/1") for each in SILENT.support),
)
BOUNDED = When(edtf="../2026-06-04", basis="bounded", anchor="2026-06-04", reason="told as past")
STATED = When(edtf="2026-06-03", basis="stated", anchor=None, reason="printed")
LISTED = tuple(replace(each, finder="events.rules/1") for each in SILENT.support)


def test_what_nothing_makes_a_date_of_the_story_is_only_also_told():
    assert is_also_told(BARE)
    assert is_also_told(replace(BARE, when=BOUNDED))


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(replace(BARE, when=STATED), id="a day of its own"),
        pytest.param(replace(BARE, origins_for=("o-1", "o-2")), id="a second origin"),
        pytest.param(replace(BARE, support=LISTED), id="a kind that the record knows"),
        pytest.param(replace(BARE, part_of="e-1"), id="part of a larger event"),
        pytest.param(replace(BARE, origins_against=("o-2",)), id="somebody says otherwise"),
        pytest.param(replace(BARE, modality="denied", givers=("n-1",)), id="somebody's denial"),
        pytest.param(replace(BARE, history=(HistoryStep(report="r-1", what="changes"),)), id="changed"),
    ],
)
def test_what_makes_a_line_a_date_of_the_story(event):
    assert not is_also_told(event)


def test_where_nothing_is_a_date_of_the_story_all_of_it_is_the_timeline():
    shown = sheet(replace(a_record(), events=(BARE,)), unsure=True)
    assert [line.id for line in shown.timeline] == [BARE.id]
    assert not shown.also_told


def test_no_line_is_lost_between_the_timeline_and_what_is_also_told():
    record = a_record()
    for events in (record.events, (BARE, *record.events)):
        shown = sheet(replace(record, events=events), unsure=True)
        lines = (*shown.coming, *shown.timeline, *shown.also_told, *shown.background, *shown.past_plans)
        assert sorted(i for line in lines for i in (line.id, *line.also)) == sorted(e.id for e in events)
