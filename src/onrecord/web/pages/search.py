"""Search: words in, where they stand out."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.record.store import HitKind
from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)

MOST: Final = 40
"""Hits that are shown; more words find fewer."""

KINDS: Final[dict[HitKind, str]] = {
    "report": "Reports", "statement": "Statements", "event": "Events", "person": "Names",
}  # fmt: skip


@router.get("/search", response_class=HTMLResponse)
def search(
    request: Request,
    room: Annotated[Room, Depends(room_of)],
    words: Annotated[str, Query(max_length=500)] = "",
    kind: HitKind | None = None,
) -> HTMLResponse:
    """Return where words stand: in reports, statements, events and names."""
    hits = room.desk.search(words, kind=kind, limit=MOST) if words.strip() else ()
    return room.page(request, "search.html", words=words, kind=kind, hits=hits, kinds=KINDS, most=MOST)
