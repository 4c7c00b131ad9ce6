"""Somebody's page: everything that they said, by day, and what they were part of."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import NotOnRecordError
from onrecord.model.record import Entity, Record
from onrecord.views.person import person_page
from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)


@router.get("/people/{person}", response_class=HTMLResponse)
def person(
    request: Request,
    room: Annotated[Room, Depends(room_of)],
    person: str,
    story: Annotated[str, Query(max_length=200)] = "",
    unsure: bool = False,
) -> HTMLResponse:
    """Return somebody's page, from the storyline that they are in."""
    record, whole = _record(room, person, story)
    page = person_page(record, whole, unsure=unsure)
    ids = tuple(line.report.id for line in record.reports)
    return room.page(
        request, "person.html", page=page, ids=ids, story=story, unsure=unsure, record=record, as_of=""
    )


def _record(room: Room, asked: str, story: str) -> tuple[Record, str]:
    """Return the record that somebody is in, and their whole id."""
    if story:
        record = room.records.story(story).record
        if any(asked == entity.id or asked in entity.formerly for entity in record.entities):
            return record, asked
    found = room.desk.find(asked)
    if found.record is None or not isinstance(found.thing, Entity):
        raise NotOnRecordError("nobody on record has this id", subject=asked)
    return found.record, found.thing.id
