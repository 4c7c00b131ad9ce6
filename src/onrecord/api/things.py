"""An id in, the one thing that it stands for out; and the evidence of anything that has one."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from onrecord.api.answers import answer
from onrecord.api.asking import Then
from onrecord.api.kinds import KINDS, item, name_of
from onrecord.api.schemas import answers
from onrecord.desk import Desk
from onrecord.errors import NotOnRecordError
from onrecord.views.cited import Dated

router = APIRouter(tags=["one line"])

Id = Annotated[
    str,
    Path(
        pattern=r"^[a-z]-[a-z2-7]{1,16}$",
        description="Its id, or the beginning of it. Any id ever given out leads to what it is now.",
        examples=["e-4fr6qcawcnp56e73"],
    ),
]


def _one(request: Request, desk: Desk, many: str, asked: str, *, texts: bool = False) -> Response:
    """Return a thing of a kind as an answer."""
    sort = KINDS[many]
    found = desk.find(asked)
    if found.record is None:
        raise NotOnRecordError("a later revision of this report is on record in its place", subject=asked)
    held = {name_of(each): each for each in sort.held(found.record)}
    own = found.thing is not None and isinstance(found.thing, sort.type)
    thing = held.get(found.thing.id if own and found.thing is not None else found.id)
    if thing is None:
        raise NotOnRecordError(f"this is the id of no {sort.one}: /why tells what it is", subject=asked)
    return answer(request, item(thing, Dated(found.record), texts=texts))


@router.get("/reports/{id}", responses=answers("ReportItem", "A report"))
def report(
    request: Request,
    desk: Then,
    id: Id,
    texts: Annotated[bool, Query(description="Whether its whole text goes along.")] = False,
) -> Response:
    """Return one report. Its text is other people's: it comes only when asked for."""
    return _one(request, desk, "reports", id, texts=texts)


@router.get("/statements/{id}", responses=answers("StatementItem", "A statement"))
def statement(request: Request, desk: Then, id: Id) -> Response:
    """Return one statement, in every report's wording."""
    return _one(request, desk, "statements", id)


@router.get("/events/{id}", responses=answers("EventItem", "An event"))
def event(request: Request, desk: Then, id: Id) -> Response:
    """Return one event, with all that supports it and what became of it."""
    return _one(request, desk, "events", id)


@router.get("/figures/{id}", responses=answers("FigureItem", "A figure with its history"))
def figure(request: Request, desk: Then, id: Id) -> Response:
    """Return one figure, with every reading of it in order."""
    return _one(request, desk, "figures", id)


@router.get("/entities/{id}", responses=answers("EntityItem", "A person, organisation, place or group"))
def entity(request: Request, desk: Then, id: Id) -> Response:
    """Return one entity, with every mention in its storyline."""
    return _one(request, desk, "entities", id)


@router.get("/differences/{id}", responses=answers("DifferenceItem", "Where reports part"))
def difference(request: Request, desk: Then, id: Id) -> Response:
    """Return one difference, with its sides."""
    return _one(request, desk, "differences", id)


@router.get("/why/{id}", responses=answers("Why", "An evidence sheet"))
def why(request: Request, desk: Then, id: Id) -> Response:
    """Return the whole evidence of a line, report, person, story or annotation."""
    return answer(request, desk.why(id))
