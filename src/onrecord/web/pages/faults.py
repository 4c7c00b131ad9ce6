"""What went wrong in, a page that says so and what to do out."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from onrecord.errors import AmbiguousIdError, NotOnRecordError, OnrecordError, QueryError, StoreBusyError
from onrecord.web.room import room_of

STATUS: tuple[tuple[type[OnrecordError], int], ...] = (
    (NotOnRecordError, 404), (AmbiguousIdError, 404), (QueryError, 400), (StoreBusyError, 503),
)  # fmt: skip


def handle(made: FastAPI) -> None:
    """Have every fault of an application shown as a page."""
    made.add_exception_handler(OnrecordError, _of_ours)
    made.add_exception_handler(HTTPException, _of_http)
    made.add_exception_handler(RequestValidationError, _of_question)


def _of_ours(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in STATUS if isinstance(error, kind)), 500)
    return fault(request, status, str(error))


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return fault(request, error.status_code, str(error.detail))


def _of_question(request: Request, _: Exception) -> Response:
    return fault(request, 400, "something in the address or form is not what this page takes")


def fault(request: Request, status: int, words: str) -> Response:
    """Return the page that tells a fault."""
    return room_of(request).page(request, "fault.html", status=status, words=words)
