"""Readings and events in, what a crowd that is counted came to out, as each clause tells it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.links.quantities import CROWD
from onrecord.model.annotation import FigureReading

SHARED: Final = 2  # words that two tellings of one crowd's day share beside its sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a crowd came to: the event, its sort, its one day, its place, and the words that tell it."""

    event: str
    sort: str
    day: date | None
    place: str | None
    words: frozenset[str]

    def is_of(self, other: "Scene") -> bool:
        """Whether two are one: in no two places; one event, or of one sort and day in words alike."""
        if self.place is not None and other.place is not None and self.place != other.place:
            return False
        if self.event == other.event:
            return True
        on_one_day = self.day is not None and (self.sort, self.day) == (other.sort, other.day)
        return on_one_day and len(self.words & other.words) >= SHARED


Scenes = Mapping[str, Sequence[Scene]]


def scenes_of(readings: Iterable[FigureReading], events: Iterable[EventGroup]) -> Scenes:
    """Return the scenes of each reading of a crowd, by its id: the events of its clause."""
    told: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    for group in events:
        for telling in group.tellings:
            told[telling.mention.report].append((group.tellings[0].mention.id, telling))
    return {
        reading.id: [
            _scene(event, telling)
            for event, telling in told[reading.report]
            if reading.clause.holds(telling.mention.span)
        ]
        for reading in readings
        if reading.head == CROWD
    }


def _scene(event: str, telling: Telling) -> Scene:
    return Scene(
        event=event,
        sort=telling.mention.sort,
        day=telling.day.day if telling.fixed and telling.day is not None else None,
        place=telling.place,
        words=telling.own,
    )
