"""Stores and folders for the command line, made by hand: no language model."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.annotations import reading
from onrecord.cli.main import run
from onrecord.model.annotation import Found
from onrecord.record.joining import join
from onrecord.record.sql import open_store
from tests.contract.made import FINDERS, TEXT, a_report, found_in


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def onrecord(capfd, monkeypatch, tmp_path):
    """Return a function that runs a command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def runs(*arguments: str) -> Ran:
        status = run([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(status=status, out=captured.out, err=captured.err)

    return runs


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store with two reports on one story, and one on another."""
    path = tmp_path / "kept.db"
    desk = open_store(str(path))
    other = "A choir of forty sang on the quay of Lowmark.\nNobody had asked it to, and nobody minded."
    reports = [
        (a_report(address="a.txt"), True),
        (a_report(address="b.txt", published="2026-03-11"), True),
        (a_report(other, headline="=Choir sings on the quay", address="c.txt"), False),
    ]
    with desk.writer() as writer:
        kept = []
        for report, has in reports:
            found = found_in(report) if has else Found()
            kept.append((writer.keep(report, found, finders=FINDERS if has else (), problems=()), found))
        join(writer, kept)
    desk.close()
    return path


@pytest.fixture
def annotated(monkeypatch):
    """Put a hand-made annotator in the place of the model's."""

    def annotate(report):
        has = TEXT.splitlines()[0] in report.text
        found = found_in(report) if has else Found()
        return reading.Annotated(report=report, found=found, finders=FINDERS)

    monkeypatch.setattr(reading, "annotate_report", annotate)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "one.txt").write_text(f"Dam above Tarnbeck holds\n\nTARNBECK, March 10, 2026 — {TEXT}\n")
    (place / "two.txt").write_text(
        "Choir sings on the quay\n\nLOWMARK, March 11, 2026 — A choir of forty sang.\n"
    )
    return place
