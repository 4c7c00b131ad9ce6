"""Stories on shelves, with filters; and somebody's page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.desk import Desk
from onrecord.errors import NotOnRecordError
from onrecord.views.person import person_page
from onrecord.views.shelves import Asked
from tests.web.rooms import store_at


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(store_at(tmp_path)) as desk:
        yield desk


def test_every_story_stands_on_one_shelf(desk: Desk) -> None:
    stories = [story.id for shelf in desk.shelves() for story in shelf.stories]
    assert sorted(stories) == sorted(story.id for story in desk.stories())


def test_a_shelf_bears_the_title_of_its_record(desk: Desk) -> None:
    titles = {line.id: line.title for line in desk.record().storylines}
    assert {shelf.id: shelf.title for shelf in desk.shelves()} == titles


@pytest.mark.parametrize(
    ("asked", "some"),
    [
        (Asked(person="Okafor"), True),
        (Asked(person="Okafor", begin="2027-01-01"), False),
        (Asked(place="Castlebeck", end="2026-12-31"), True),
        (Asked(outlet="port leven"), True),
        (Asked(outlet="elsewhere"), False),
    ],
    ids=["person", "person and day", "place and day", "outlet in part", "no such outlet"],
)
def test_filters_hold_together(desk: Desk, asked: Asked, some: bool) -> None:
    assert bool(desk.shelves(asked)) is some


def test_reports_read_since_a_mark_are_counted(desk: Desk) -> None:
    shelves = desk.shelves()
    assert sum(shelf.since(0) for shelf in shelves) == sum(shelf.reports for shelf in shelves)
    assert sum(shelf.since(10**6) for shelf in shelves) == 0


def test_the_state_changes_with_rulings_and_reading_alone(desk: Desk) -> None:
    before = desk.state()
    assert desk.state() == before
    event = desk.record().events[0].id
    desk.judge("wrong", [event], by="ada")
    after = desk.state()
    assert after.ruled != before.ruled
    assert after.read == before.read
    desk.undo(by="ada")
    assert desk.state().ruled != after.ruled


def test_somebody_s_page_holds_what_they_said_and_were_part_of(desk: Desk) -> None:
    record = desk.record()
    who = next(entity for entity in record.entities if entity.name == "Dana Reyes")
    page = person_page(record, who.id)
    assert page.name == "Dana Reyes"
    assert any("open hands" in said.renderings[0].text for said in page.said)
    assert page.told


def test_nobody_has_no_page(desk: Desk) -> None:
    with pytest.raises(NotOnRecordError):
        person_page(desk.record(), "n-nobody")


def test_news_in_brief_are_of_several_kinds_and_count_all(desk: Desk) -> None:
    line = max(desk.shelves(), key=lambda shelf: shelf.reports)
    whole = desk.new(line.id, since=0)
    brief = desk.new_in_brief(line.id, since=0, record=desk.record(line.id))
    assert brief.total == len(whole.lines)
    assert brief.cursor == whole.cursor
    assert len(brief.lines) == 3
    assert len({each.kind for each in brief.lines}) > 1
    told = {(each.kind, each.line.what) for each in whole.lines}
    assert {(each.kind, each.line.what) for each in brief.lines} <= told


def test_news_in_brief_since_a_mark_are_those_of_new(desk: Desk) -> None:
    line = max(desk.shelves(), key=lambda shelf: shelf.reports)
    last = desk.state().read[0]
    for since in (last - 2, last):
        brief = desk.new_in_brief(line.id, since=since, record=desk.record(line.id))
        assert brief.total == len(desk.new(line.id, since=since).lines)
