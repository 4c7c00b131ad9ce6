"""Ids in, what they stand for in words out, with the other lines that a person may rule them the same as.

A ruling is made on lines of one kind. Those that share most words with the line asked about come first: what
a person takes for one and the machine for two mostly reads alike.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.errors import RulingError
from onrecord.model.record import Entity, Event, Figure, Record, Statement, Story
from onrecord.record.store import Store
from onrecord.views.belonging import find
from onrecord.views.days import Day, day_of, iso_words
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line
from onrecord.views.lookup import Lookup, counted
from onrecord.views.numbers import counted_line
from onrecord.views.wordings import said

MOST: Final = 24
"""How many other lines are offered at a time; a search narrows them."""

LONGEST: Final = 240
"""Code points of a line's words that are shown."""

_WORD: Final = re.compile(r"\w+")
_ONE_OF: Final = {
    "event": "an event", "statement": "a statement", "figure": "a figure",
    "entity": "somebody or something named", "story": "a story",
}  # fmt: skip

Rulable = Event | Statement | Figure | Entity | Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One line that may be ruled on, in words."""

    id: str
    kind: str
    day: Day | None
    what: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRule:
    """What a ruling is to be about.

    Attributes:
        lines: what was asked about.
        kind: the kind of line, in words.
        others: lines of the same kind, those most alike first.
        more: how many others there are that aren't listed.
        record: of what these are lines, a title.
    """

    lines: tuple[Choice, ...]
    kind: str
    others: tuple[Choice, ...]
    more: int
    record: str


def to_rule(store: Store, ids: Sequence[str], *, words: str = "") -> ToRule:
    """Return what may be ruled on.

    Args:
        store: The store.
        ids: Ids of lines of one kind, or the beginnings of such.
        words: Words that the other lines are to hold.

    Raises:
        NotOnRecordError: Nothing has one of the ids.
        AmbiguousIdError: Several ids begin like one of them.
        RulingError: One of them is no line that is ruled on.
    """
    found = [find(store, each) for each in dict.fromkeys(ids)]
    lines: list[Choice] = []
    others: dict[str, Choice] = {}
    titles: list[str] = []
    for each in found:
        if each.record is None or not isinstance(each.thing, Rulable):
            raise RulingError("events, statements, figures, people and stories are ruled on", subject=each.id)
        choices = {choice.id: choice for choice in _alike(each.record, each.thing)}
        lines.append(choices[each.thing.id])
        others |= choices
        titles += [line.title for line in each.record.storylines]
    kinds = {line.kind for line in lines}
    if len(kinds) > 1:
        raise RulingError("lines of one kind are ruled on together")
    rest = [choice for choice in others.values() if choice.id not in {line.id for line in lines}]
    wanted = _ordered((each for each in rest if _holds(each, words)), lines)
    return ToRule(
        lines=tuple(lines),
        kind=_ONE_OF[lines[0].kind] if lines else "",
        others=tuple(wanted[:MOST]),
        more=max(0, len(wanted) - MOST),
        record=one_line(titles[0]) if titles else "",
    )


def _alike(record: Record, thing: Rulable) -> Iterable[Choice]:
    """Yield everything of a record that is of one kind with a thing."""
    lookup = Lookup(record)
    match thing:
        case Event():
            for line in (event_line(event, lookup) for event in record.events):
                what = f"{line.lead}: {line.what}" if line.lead else line.what
                yield Choice(id=line.id, kind="event", day=line.day, what=_short(what), who=line.who)
        case Statement():
            for each in (said(statement, lookup, {}) for statement in record.statements):
                what = _short(each.renderings[0].text)
                yield Choice(id=each.id, kind="statement", day=each.day, what=what, who=each.who)
        case Figure():
            for figure in record.figures:
                yield _figure(figure, lookup)
        case Entity():
            yield from (_entity(e, lookup) for e in record.entities if e.kind == thing.kind)
        case Story():
            yield from (_story(story, lookup) for story in record.stories)


def _figure(figure: Figure, lookup: Lookup) -> Choice:
    line = counted_line(figure, lookup, frozenset())
    numbers = ", ".join(dict.fromkeys(f"{one.hedge} {one.printed}".strip() for one in line.readings))
    day = line.readings[0].as_of[1] if line.readings else None
    who = line.readings[0].who if line.readings else ""
    return Choice(id=figure.id, kind="figure", day=day, what=_short(f"{line.counts}: {numbers}"), who=who)


def _entity(entity: Entity, lookup: Lookup) -> Choice:
    roles = ", ".join(dict.fromkeys(one_line(role.role) for role in entity.roles[:3]))
    aliases = ", ".join(one_line(alias) for alias in entity.aliases[:4])
    who = " · ".join(part for part in (roles, f"also {aliases}" if aliases else "") if part)
    return Choice(id=entity.id, kind="entity", day=None, what=lookup.name(entity.id), who=who or entity.kind)


def _story(story: Story, lookup: Lookup) -> Choice:
    last = Day(words=iso_words(story.last, lookup.year), look="stated") if story.last else day_of(None)
    who = counted(len(story.reports), "report")
    return Choice(id=story.id, kind="story", day=last, what=_short(story.title), who=who)


def _ordered(choices: Iterable[Choice], lines: Sequence[Choice]) -> list[Choice]:
    asked = [_words(line) for line in lines]

    def shared(choice: Choice) -> float:
        own = _words(choice)
        return max((len(own & each) / max(1, len(own | each)) for each in asked), default=0.0)

    return sorted(choices, key=lambda choice: (-shared(choice), choice.id))


def _words(choice: Choice) -> frozenset[str]:
    day = choice.day.words if choice.day is not None else ""
    return frozenset(_WORD.findall(f"{choice.what} {choice.who} {day}".casefold()))


def _holds(choice: Choice, words: str) -> bool:
    text = f"{choice.what} {choice.who}".casefold()
    return all(word in text for word in words.casefold().split())


def _short(words: str) -> str:
    plain = one_line(words)
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"
