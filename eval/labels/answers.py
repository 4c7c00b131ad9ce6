"""A reader's labels in, answers out: names, pronouns and events of one who has read the sample.

Readers and annotators give their answers in one shape, so that each can be held against the others.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from eval.labels.texts import Key
from onrecord.model.span import Span

READERS: Final = ("one", "two")
Reader = Literal["one", "two"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a document of the sample."""

    key: Key
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention by name."""

    place: Place
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A pronoun; `refers` are mentions of whom it refers to, none where that can't be told."""

    place: Place
    refers: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event mention; each participant is the places in the sentence that stand for it."""

    place: Place
    modality: str
    day: str | None
    participants: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that one reader, or the program, has given."""

    names: tuple[Name, ...] = ()
    pronouns: tuple[Pronoun, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The places to label: the reports' stretches and the sentences."""

    reports: tuple[Place, ...]
    sentences: tuple[Place, ...]


def read_sample(path: Path) -> Sample:
    """Return the places that were drawn."""
    lists = json.loads(path.read_text(encoding="utf-8"))
    reports, sentences = (
        tuple(_place(row, (row["start"], row["end"])) for row in lists[sort])
        for sort in ("reports", "sentences")
    )
    return Sample(reports=reports, sentences=sentences)


def read_labels(path: Path) -> Answers:
    """Return the labels of one reader."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return Answers(
        names=tuple(Name(place=_place(r, (r["start"], r["end"])), kind=r["kind"]) for r in rows["names"]),
        pronouns=tuple(
            Pronoun(place=_place(r, (r["start"], r["end"])), refers=_refers(r)) for r in rows["pronouns"]
        ),
        events=tuple(_event(row) for row in rows["events"]),
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(
        place=_place(row, row["trigger"]),
        modality=row["modality"],
        day=row["day"],
        participants=tuple((Span(*span),) for span in row["participants"]),
    )


def _refers(row: dict[str, Any]) -> tuple[Span, ...]:
    first = row["antecedent"]
    return () if first is None else tuple(Span(*span) for span in (first, *row.get("same", ())))


def _place(row: dict[str, Any], span: tuple[int, int]) -> Place:
    return Place(key=Key(row["task"], row["doc"]), span=Span(*span))
