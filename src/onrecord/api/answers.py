"""Values in, answers out: JSON with an ETag, or 304 where the asker has it already."""

import re
from hashlib import sha256
from typing import Final

import msgspec
from fastapi import Request
from starlette.responses import Response

JSON: Final = "application/json"
JSON_LINES: Final = "application/x-ndjson"
_TAG: Final = re.compile(r'(?:W/)?"([^"]*)"')


def answer(request: Request, value: object, *, made_at: str | None = None, status: int = 200) -> Response:
    """Return a value as JSON, or 304 where the asker's `If-None-Match` names what it is now.

    The tag is a hash of what is answered, so that it changes with the record and with nothing else.

    Args:
        request: What was asked.
        value: What is answered; a mapping where `made_at` is given.
        made_at: The time to put on it, which is no part of the tag.
        status: Of the answer; what was posted has no tag.
    """
    body = msgspec.json.encode(value)
    if request.method != "GET":
        return Response(body, status, media_type=JSON)
    tag = sha256(body).hexdigest()[:32]
    headers = {"ETag": f'W/"{tag}"', "Cache-Control": "private, no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    if made_at is not None and isinstance(value, dict):
        body = msgspec.json.encode(value | {"made_at": made_at})
    return Response(body, 200, headers, JSON)


def _has(request: Request, tag: str) -> bool:
    asked = ",".join(request.headers.getlist("if-none-match"))
    return asked.strip() == "*" or tag in _TAG.findall(asked)
