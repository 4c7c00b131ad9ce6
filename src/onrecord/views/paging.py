"""What is on record, a place and a filter in, a page of lines out, with the place where the next begins.

Storylines are gone through one at a time in the order of their ids, so that a page costs what it shows and
not what is on record. A cursor is a place in that order: if what stood there is gone, it still leads on.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, Protocol, TypeVar

from onrecord.errors import NotOnRecordError
from onrecord.model.record import Entity, Record
from onrecord.views.belonging import Found
from onrecord.views.cited import Dated

T = TypeVar("T")

_ENTITY: Final = re.compile(r"n-[a-z2-7]{1,16}")

CURSOR: Final = r"^l-[a-z2-7]{16}(\.[a-z]-[a-z2-7]{16})?$"
LOOKED_THROUGH: Final = 40
"""Storylines that a page looks through at most: a filter that lets little by makes short pages, not slow."""


class Held(Protocol):
    """What is on record: storylines, and the record of each; a desk, as it is or as it was."""

    def storylines(self) -> tuple[str, ...]:
        """Return the ids of all storylines, in order."""

    def record(self, story: str | None = None) -> Record:
        """Return the record of a story or storyline."""

    def find(self, asked: str) -> Found:
        """Return what an id stands for now, with the record that it is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some things, and the cursor of the next page; None at the end."""

    items: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which page of what: a story or all, how many, from where."""

    story: str | None
    limit: int
    cursor: str | None

    @property
    def place(self) -> tuple[str, str]:
        """The storyline to go on with, and the thing in it to go on after; empty for the beginning."""
        storyline, _, thing = (self.cursor or "").partition(".")
        return storyline, thing


def of_entity(held: Held, asked: Asked, entity: str | None) -> tuple[Asked, str | None]:
    """Return which page is asked for, and of whom: an id means one entity, in its own storyline.

    Raises:
        NotOnRecordError: Nothing has this id.
        AmbiguousIdError: Several ids begin so.
    """
    if entity is None or _ENTITY.fullmatch(entity) is None:
        return asked, entity
    found = held.find(entity)
    if not isinstance(found.thing, Entity) or found.record is None:
        raise NotOnRecordError("this is the id of nobody who is named", subject=entity)
    own = found.record.storylines[0].id if found.record.storylines else None
    return replace(asked, story=asked.story or own), found.thing.id


Pick = Callable[[Record], Iterable[Any]]
Make = Callable[[Any, Dated], T]


def page(held: Held, asked: Asked, pick: Pick, make: Make[T], *, name: Callable[[Any], str]) -> Page[T]:
    """Return a page.

    Args:
        held: What is on record.
        asked: Which page.
        pick: Returns those things of a record that are asked for, in order.
        make: Returns a thing as it is answered.
        name: Returns the id of a thing.
    """
    found: list[T] = []
    for looked, (storyline, record) in enumerate(_records(held, asked)):
        if looked == LOOKED_THROUGH:
            return Page(items=tuple(found), next=storyline)
        things = list(pick(record))
        things = _after(things, asked.place, storyline, name)
        lookup = Dated(record)
        room = asked.limit - len(found)
        found += [make(each, lookup) for each in things[:room]]
        if len(things) > room:
            last = f".{name(things[room - 1])}" if room else ""
            return Page(items=tuple(found), next=f"{storyline}{last}")
    return Page(items=tuple(found), next=None)


def _records(held: Held, asked: Asked) -> Iterator[tuple[str, Record]]:
    if asked.story is not None:
        record = held.record(asked.story)
        yield from ((line.id, record) for line in record.storylines[:1])
        return
    first = asked.place[0]
    for storyline in held.storylines():
        if storyline >= first:
            with suppress(NotOnRecordError):  # meanwhile it was joined to another
                yield storyline, held.record(storyline)


def _after(
    things: list[Any], place: tuple[str, str], storyline: str, name: Callable[[Any], str]
) -> list[Any]:
    """Return what comes after a place; all, where what stood there is gone: twice is better than never."""
    if place[0] != storyline or not place[1]:
        return things
    at = next((number for number, each in enumerate(things) if name(each) == place[1]), -1)
    return things[at + 1 :]
