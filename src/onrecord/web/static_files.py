"""The room's own files, served under names that hold a mark of their content, so that they can be kept."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from fastapi import APIRouter, Response

TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
KEPT: Final = {"Cache-Control": "public, max-age=31536000, immutable"}

router = APIRouter(include_in_schema=False)


@lru_cache(maxsize=1)
def _bodies() -> dict[str, tuple[str, bytes]]:
    """Return by printed name the media type and bytes of every file that is served."""
    found = {}
    for file in files("onrecord").joinpath("web/static").iterdir():
        stem, dot, ending = file.name.rpartition(".")
        if f"{dot}{ending}" in TYPES:
            body = file.read_bytes()
            found[f"{stem}.{sha256(body).hexdigest()[:12]}.{ending}"] = (TYPES[f"{dot}{ending}"], body)
    return found


@lru_cache(maxsize=64)
def static_address(name: str) -> str:
    """Return where a file of the room's is served: `room.css` under `/static/room.HASH.css`."""
    stem, _, ending = name.rpartition(".")
    printed = next(each for each in _bodies() if each.startswith(f"{stem}.") and each.endswith(f".{ending}"))
    return f"/static/{printed}"


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Return a file of the room's; only those that come with it are served."""
    found = _bodies().get(name)
    if found is None:
        return Response("no such file", status_code=404, media_type="text/plain")
    return Response(found[1], media_type=found[0], headers=KEPT)
