"""What goes wrong in, a problem that programs can read out (RFC 9457)."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import compile_path

from onrecord.errors import (
    AmbiguousIdError,
    NoSuchMomentError,
    NotOnRecordError,
    OnrecordError,
    RulingError,
    StoreBusyError,
)

MEDIA: Final = "application/problem+json"
AGAIN: Final = {"Retry-After": "2"}

STATUS: Final[Mapping[type[OnrecordError], int]] = {
    NotOnRecordError: 404,
    AmbiguousIdError: 409,
    NoSuchMomentError: 422,
    RulingError: 409,
    StoreBusyError: 503,
}
"""Errors that say something to who asks, and the status that says the same."""

TITLES: Final = {
    304: "Not changed since",
    400: "Not understood",
    401: "A token is needed",
    403: "Not allowed",
    404: "Not on record",
    405: "Not done here",
    408: "Too slow",
    409: "Can't be done so",
    413: "Too large",
    421: "Not called so",
    422: "Not as described",
    429: "Too many requests",
    500: "Something went wrong",
    503: "The store is busy",
}
SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "description": "a URI that names the kind of problem, or about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what was expected, and what to do"},
        "errors": {
            "type": "array",
            "description": "each thing in the request that isn't as described",
            "items": {
                "type": "object",
                "required": ["where", "what"],
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
            },
        },
    },
}


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, **more: object
) -> Response:
    """Return a problem as an answer."""
    title = TITLES.get(status, "Something went wrong")
    body = {"type": f"urn:onrecord:problem:{status}", "title": title, "status": status, "detail": detail}
    return Response(msgspec.json.encode({**body, **more}), status, dict(headers or {}), MEDIA)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how the description of the API tells of these problems."""
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    return {status: {"description": TITLES[status], "content": content} for status in statuses}


def handle(app: FastAPI) -> None:
    """Let an app answer everything that goes wrong with a problem."""
    handlers: tuple[tuple[type[Exception], Callable[..., Response]], ...] = (
        (OnrecordError, _of_ours),
        (RequestValidationError, _of_request),
        (HTTPException, _of_http),
        (Exception, _of_any),
    )
    for kind, handler in handlers:
        app.add_exception_handler(kind, cast(Any, handler))


def _of_ours(_: Request, error: OnrecordError) -> Response:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    return problem(status, str(error), headers=AGAIN if status == 503 else None)


def _of_request(_: Request, error: RequestValidationError) -> Response:
    found = [{"where": ".".join(map(str, each["loc"])), "what": str(each["msg"])} for each in error.errors()]
    return problem(422, "The request isn't as the description has it.", errors=found)


def _of_http(request: Request, error: HTTPException) -> Response:
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(_allowed(request))
    return problem(error.status_code, str(error.detail), headers=headers)


def _allowed(request: Request) -> list[str]:
    """Return every method that this address takes, as the description has it."""
    here = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    paths: Mapping[str, Mapping[str, object]] = request.app.state.description["paths"]
    return sorted(
        method.upper()
        for path, methods in paths.items()
        if compile_path(path)[0].match(here) is not None
        for method in methods
    )


def _of_any(_: Request, error: Exception) -> Response:  # noqa: ARG001  what failed is no matter of who asks
    return problem(500, "It is a fault of this server, not of the request.")
