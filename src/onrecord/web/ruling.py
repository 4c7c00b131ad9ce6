"""A ruling in, the record ruled out: same, different or wrong, with undo and the log of them all."""

from collections.abc import Mapping
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.errors import NotOnRecordError, RulingError
from onrecord.model.record import Ruling
from onrecord.web.access.asking import Asking, ByEditor, Editing
from onrecord.web.room import Room, room_of

VERDICTS = ("same", "different", "wrong")
LONGEST = 500
"""Characters of a reason."""

TOGETHER = 20
"""Lines that are ruled on at a time."""

router = APIRouter(include_in_schema=False)
InRoom = Annotated[Room, Depends(room_of)]
Ids = Annotated[list[str], Query(alias="id", min_length=1, max_length=TOGETHER)]


@router.get("/rule")
def rule_page(request: Request, room: InRoom, _: Editing, ids: Ids, words: str = "") -> HTMLResponse:
    """Return the page on which a line is ruled on."""
    return _page(request, room, tuple(ids), words=words[:200])


@router.post("/rule")
def rule(request: Request, room: InRoom, posted: ByEditor) -> Response:
    """Make a ruling, and go on to the log, where it can be undone."""
    about, others = posted.texts("id")[:TOGETHER], posted.texts("other")[:TOGETHER]
    verdict, because = posted.text("verdict"), posted.text("because", most=LONGEST)
    ids = (*about, *(each for each in others if each not in about))
    wrong = _lacking(verdict, about, ids)
    if not wrong:
        try:
            asked = about if verdict == "wrong" else ids
            made = room.desk.judge(cast(Ruling, verdict), asked, by=posted.who.by, because=because or None)
        except (RulingError, NotOnRecordError) as error:
            wrong = str(error)
    if wrong:
        chosen = {"verdict": verdict, "because": because, "others": others, "wrong": wrong}
        return _page(request, room, about, chosen=chosen)
    return RedirectResponse(f"/rulings?done={made[-1].id}", status_code=303)


@router.get("/rulings")
def rulings(request: Request, room: InRoom, _: Asking, done: str = "", undone: str = "") -> HTMLResponse:
    """Return the log of all rulings, the last one first."""
    lines = tuple(reversed(room.desk.rulings()))
    of_id = {line.id: line for line in lines}
    return room.page(
        request, "rulings.html", lines=lines, done=of_id.get(done), undone=of_id.get(undone), verdicts=_WORDS
    )


@router.post("/rulings/undo")
def undo(room: InRoom, posted: ByEditor) -> Response:
    """Undo a ruling."""
    undone = room.desk.undo(posted.text("ruling", most=100) or "?", by=posted.who.by)
    return RedirectResponse(f"/rulings?undone={undone.id}", status_code=303)


_WORDS = {"same": "the same", "different": "different", "wrong": "wrong"}


def _page(
    request: Request,
    room: Room,
    ids: tuple[str, ...],
    *,
    words: str = "",
    chosen: Mapping[str, object] | None = None,
) -> HTMLResponse:
    """Return the page of a ruling, with what was chosen where that could not be ruled."""
    blank: dict[str, object] = {"verdict": "", "because": "", "others": (), "wrong": ""}
    about = room.desk.to_rule(ids, words=words)
    values = blank | dict(chosen or {})
    return room.page(request, "rule.html", status=422 if chosen else 200, about=about, words=words, **values)


def _lacking(verdict: str, about: tuple[str, ...], ids: tuple[str, ...]) -> str:
    """Return what a form lacks, in words; nothing if it lacks nothing."""
    if not about:
        return "Say which line is ruled on."
    if verdict not in VERDICTS:
        return "Choose what you rule: the same, different, or wrong."
    if verdict != "wrong" and len(ids) < 2:
        return f"Choose which line it is {_WORDS[verdict]} {'as' if verdict == 'same' else 'from'}."
    return ""
