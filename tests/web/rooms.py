"""A reading room over eight made reports, with no language model; and somebody who looks at it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.testclient import TestClient

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.sql import open_store
from onrecord.web.access.tokens import Role, add
from onrecord.web.app import app
from onrecord.web.jobs import Item, Jobs
from onrecord.web.settings import Settings
from tests.build import event, found, name
from tests.record.test_joining import parts, read
from tests.support import make_report

HOME = "http://127.0.0.1:8000"
AWAY = "http://desk.example:8000"


def store_at(folder: Path) -> str:
    """Return the path of a store of eight reports: a meeting, a plan, and an opening told twice over."""
    path = folder / "made.db"
    if not path.exists():
        path.write_bytes(_made())
    return str(path)


def twice() -> tuple[Report, Found]:
    """Return a report that tells one thing in two ways, which the machine takes for two."""
    text = "Ines Okafor opened the Marl bridge in Castlebeck. The mayor unlocked its gate on Tuesday."
    report = make_report(text, address="h.txt", published="2026-03-10")
    okafor = name(report, "Ines Okafor")
    first, second = text.rstrip(".").split(". ")
    opened = event(report, first, "opened", okafor, day="2026-03-10", sort="opening", type=None)
    unlocked = event(report, second, "unlocked", day="2026-03-10", sort="unlocking", type=None)
    return report, found(okafor, opened, unlocked)


@lru_cache(maxsize=1)
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        store = open_store(str(path))
        read(store, [[pair] for pair in (*parts(), twice())])
        store.close()
        return path.read_bytes()


@contextmanager
def at_home(folder: Path, **options: Any) -> Iterator[TestClient]:
    """Open a room on this machine alone."""
    made = app(Settings(store=store_at(folder), by="ada"))
    made.state.jobs = Jobs(no_model)
    with TestClient(made, base_url=HOME, **options) as client:
        yield client
    made.state.jobs.close()


@contextmanager
def away(folder: Path, **options: Any) -> Iterator[TestClient]:
    """Open a room for others, with nobody signed in; tokens come from `token_of`."""
    tokens = folder / "tokens.json"
    if not tokens.exists():
        add(tokens, "nobody", "reader")
    made = app(Settings(store=store_at(folder), host="0.0.0.0", tokens=tokens))
    made.state.jobs = Jobs(no_model)
    with TestClient(made, base_url=AWAY, **options) as client:
        yield client
    made.state.jobs.close()


def token_of(folder: Path, name: str, role: Role) -> str:
    """Return a new token."""
    return add(folder / "tokens.json", name, role)


def signed_in(client: TestClient, token: str) -> TestClient:
    """Return somebody after they have signed in."""
    client.cookies.clear()
    answer = client.post("/sign-in", data={"token": token}, follow_redirects=False)
    assert answer.status_code == 303
    return client


def csrf_of(client: TestClient) -> str:
    """Return what forms bring along, from one of the pages."""
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/reading").text)
    return found[1] if found else ""


def no_model(paths: Sequence[Path]) -> Iterator[Item]:
    """Tell of each file that it was read: its first bytes stand in the place of a report."""
    for path in paths:
        problems = (("binary", "is not text"),) if path.read_bytes().startswith(b"%PDF") else ()
        yield Item(state="problem" if problems else "kept", name=path.name, problems=problems)
