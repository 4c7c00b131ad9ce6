"""Stories asked for in, their list, a story's whole record, and the record as a stream out."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response, StreamingResponse

from onrecord.api import lists
from onrecord.api.answers import JSON_LINES, answer
from onrecord.api.asking import Then
from onrecord.api.lists import Limit
from onrecord.api.schemas import answers
from onrecord.desk import Desk
from onrecord.errors import NotOnRecordError
from onrecord.model.record import Record
from onrecord.views.as_json import Texts, as_dict
from onrecord.views.exports.described import Names, described
from onrecord.views.exports.formats import export as write
from onrecord.views.paging import Page
from onrecord.views.stories import StoryLine

router = APIRouter(tags=["stories"])

PLACE: Final = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?\.[0-9]{1,7}\.s-[a-z2-7]{16}$"
HowMuch = Annotated[
    Texts,
    Query(description="Whether the reports' whole texts go along. The words that lines rest on always do."),
]

Named = Annotated[
    Names,
    Query(description="Whether persons known only as victim, witness, suspect or minor are named too."),
]


def _place(story: StoryLine) -> tuple[str, int, str]:
    """Return what a story stands by in the list, the one last reported on first."""
    return (story.last or "", story.reports, story.id)


@router.get("/stories", responses=answers("Stories", "The stories"))
def stories(
    request: Request,
    desk: Then,
    words: Annotated[str | None, Query(min_length=1, max_length=200, description="Of the title.")] = None,
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(pattern=PLACE, description="Where to go on: `next`.")] = None,
) -> Response:
    """List the stories, the one last reported on first."""
    found = [
        s for s in desk.stories() if all(w in s.title.casefold() for w in (words or "").casefold().split())
    ]
    if cursor is not None:
        last, number, story = cursor.split(".")
        found = [each for each in found if _place(each) < (last, int(number), story)]
    shown = tuple(found[:limit])
    left = len(found) > limit
    following = ".".join(map(str, _place(shown[-1]))) if left else None
    return answer(request, Page(items=shown, next=following))


@router.get("/stories/{story}", responses=answers("Record", "The record of a story"))
def story(
    request: Request,
    desk: Then,
    story: Annotated[
        str,
        Path(min_length=1, max_length=200, description="A story's or storyline's id, or words of a title."),
    ],
    texts: HowMuch = "none",
    names: Named = "described",
) -> Response:
    """Return the whole record of a story, as `record.schema.json` has it."""
    record = desk.record(story)
    value = as_dict(record if names == "all" else described(record), made_at="", texts=texts)
    return answer(request, value, made_at=_now())


EXPORTED: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "JSON Lines: `object` names what a line is; each `record` begins a storyline",
        "content": {JSON_LINES: {"schema": {"type": "string"}, "example": '{"object":"record", …}\n'}},
    }
}


@router.get("/export", responses=EXPORTED)
def export(
    desk: Then, story: lists.Story = None, texts: HowMuch = "none", names: Named = "described"
) -> Response:
    """Return the record of a story, or of all storylines one after the other, as a stream of JSON Lines.

    The first line of each storyline's record is its head: schema, versions, moment. The lines after it are
    what it holds, with the fields of `record.schema.json`.
    """
    parts = _records(desk, story)
    first = [part for part in (next(parts, None),) if part is not None]  # what isn't there is said at once
    now = datetime.now(UTC)
    bodies = (write(record, "jsonl", texts=texts, made_at=now, names=names) for record in chain(first, parts))
    return StreamingResponse(bodies, 200, {"Cache-Control": "private, no-store"}, JSON_LINES)


def _records(desk: Desk, story: str | None) -> Iterator[Record]:
    if story is not None:
        yield desk.record(story)
        return
    for storyline in desk.storylines():
        with suppress(NotOnRecordError):  # meanwhile it was joined to another
            yield desk.record(storyline)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
