"""What went wrong in, a page that says so and what to do out."""

from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.errors import AmbiguousIdError, NotOnRecordError, OnrecordError, QueryError, StoreBusyError
from onrecord.views.harmless import one_line
from onrecord.web.room import room_of

STATUS: tuple[tuple[type[OnrecordError], int], ...] = (
    (NotOnRecordError, 404), (AmbiguousIdError, 404), (QueryError, 400), (StoreBusyError, 503),
)  # fmt: skip


def handle(made: FastAPI) -> None:
    """Have every fault of an application shown as a page."""
    made.add_exception_handler(OnrecordError, _of_ours)
    made.add_exception_handler(HTTPException, _of_http)
    made.add_exception_handler(RequestValidationError, _of_question)


HEADINGS: Final[dict[int, str]] = {
    400: "That question has no answer", 401: "Not signed in", 403: "Not allowed", 404: "Not on record",
    413: "Too much at once", 429: "Too fast", 503: "The desk is busy",
}  # fmt: skip
WAYS_OUT: Final[dict[int, str]] = {
    400: "Check the address, or begin again from the story.",
    404: "It may have been forgotten, merged under another id, or mistyped: a search finds what is there.",
    429: "Wait a moment, then load the page again.",
    503: "Wait until the other process is done, then load the page again.",
}


def _of_ours(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS if isinstance(error, kind)), 500)
    return fault(request, status, one_line(str(error)))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = "There is no page at this address." if error.detail == "Not Found" else str(error.detail)
    return fault(request, error.status_code, words)


def _of_question(request: Request, _: Exception) -> Response:
    return fault(request, 400, "Something in the address or form is not what this page takes.")


def fault(request: Request, status: int, words: str) -> Response:
    """Return the page that tells a fault: what is wrong, and the way out."""
    words = words[:1].upper() + words[1:]
    heading, way_out = HEADINGS.get(status, "That did not work"), WAYS_OUT.get(status, "")
    return room_of(request).page(
        request, "fault.html", status=status, heading=heading, words=words, way_out=way_out
    )
