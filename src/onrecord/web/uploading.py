"""Reading in the browser: files, pasted words in; how the reading goes out, and after it what came of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, cast

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.web.access.asking import FILES, Asking, ByEditor, Editing, Posted
from onrecord.web.access.bodies import LARGE
from onrecord.web.dropping import dropped, pasted, wrong_with
from onrecord.web.jobs import WAITING, Job, Jobs, TooManyJobsError, in_a_process
from onrecord.web.room import Room, room_of

FIELDS: Final = ("headline", "outlet", "published", "url")
LONGEST: Final = 4_000_000
"""Characters that may be pasted at a time."""

STATES: Final = {
    "kept": "new", "revised": "revised: an earlier state of it is on record", "known": "known already",
    "forgotten": "forgotten before, so not read", "problem": "not read",
}  # fmt: skip

router = APIRouter(include_in_schema=False)
InRoom = Annotated[Room, Depends(room_of)]


def jobs_of(request: Request) -> Jobs:
    """Return the jobs of a room; they are begun with the first that asks for them."""
    state = request.app.state
    if getattr(state, "jobs", None) is None:
        state.jobs = Jobs(in_a_process(request.app.state.room.settings.store))
    return cast(Jobs, state.jobs)


AllJobs = Annotated[Jobs, Depends(jobs_of)]


@router.get("/reading")
def reading(request: Request, room: InRoom, jobs: AllJobs, _: Editing) -> HTMLResponse:
    """Return the page on which reports are read in."""
    return _page(request, room, jobs)


@router.post("/reading/files")
def read_files(request: Request, room: InRoom, jobs: AllJobs, posted: ByEditor) -> Response:
    """Have dropped files read."""
    files = posted.files("files")
    if not files:
        return _page(request, room, jobs, wrong="No file was chosen. Choose or drop at least one.")
    return _begun(posted, jobs, *dropped(files))


@router.post("/reading/text")
def read_text(request: Request, room: InRoom, jobs: AllJobs, posted: ByEditor) -> Response:
    """Have pasted words read."""
    fields = {name: posted.text(name, most=500) for name in FIELDS}
    text = posted.text("text", most=LONGEST)
    wrong = wrong_with(fields) if text else "There is no text. Paste the report, headline and all."
    if wrong:
        return _page(request, room, jobs, wrong=wrong, filled={**fields, "text": text})
    return _begun(posted, jobs, *pasted(text, fields))


@router.get("/reading/{job}")
def job_page(request: Request, room: InRoom, jobs: AllJobs, job: str, _: Asking) -> HTMLResponse:
    """Return how a reading goes; without script the page asks for itself again."""
    found = _job(jobs, job)
    return room.page(request, "reading-job.html", job=found, states=STATES)


@router.get("/reading/{job}/progress")
def progress(request: Request, room: InRoom, jobs: AllJobs, job: str, _: Asking) -> HTMLResponse:
    """Return how a reading goes, as a part of its page."""
    return room.page(request, "reading-progress.html", job=_job(jobs, job), states=STATES)


def _job(jobs: Jobs, name: str) -> Job:
    found = jobs.get(name)
    if found is None:
        raise HTTPException(404, "There is no such reading here now. What it kept is on record.")
    return found


def _begun(posted: Posted, jobs: Jobs, folder: Path, names: tuple[str, ...]) -> Response:
    try:
        job = jobs.add(posted.who.by, names, folder)
    except TooManyJobsError:
        raise HTTPException(503, f"{WAITING} readings wait already. Try again in a while.") from None
    return RedirectResponse(f"/reading/{job.id}", status_code=303)


def _page(
    request: Request, room: Room, jobs: Jobs, *, wrong: str = "", filled: Mapping[str, str] | None = None
) -> HTMLResponse:
    blank = dict.fromkeys((*FIELDS, "text"), "")
    return room.page(
        request,
        "reading.html",
        status=422 if wrong else 200,
        jobs=jobs.all(),
        wrong=wrong,
        filled=blank | dict(filled or {}),
        most=LARGE // 1_000_000,
        files=FILES,
    )
