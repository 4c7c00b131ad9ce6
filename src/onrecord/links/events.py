"""Event mentions in, events out: which reports tell of one happening.

Two mentions are of one event when they are of one sort, of one state (a plan is not its holding), when their
days can be one, and when they share participants: two of them, or one and the place. A mention with no day of
its own joins the one event of its report that it can be, and none where there are two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.links.entities import Entities
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.words import content_words, held_in, words_of
from onrecord.model.annotation import EventMention
from onrecord.model.partial_date import PartialDate
from onrecord.model.report import Report
from onrecord.model.when import When

STATES = {
    "happened": "real", "ongoing": "real", "planned": "planned", "possible": "possible",
    "demanded": "demanded", "denied": "denied",
}  # fmt: skip

DEFINITE = frozenset(("the", "this", "that", "these", "those", "their", "his", "her", "its"))
NEAR = 3  # words before the trigger among which such a word makes it definite: "the two-day talks"
ALIKE = 0.5  # share of the shorter clause's words from which two tellings of one day and sort are alike


LISTED = "events.rules/"


def is_listed(mention: EventMention) -> bool:
    """Whether an event is of the table of sorts, with all that it asks for: what reports are linked by."""
    return mention.finder.startswith(LISTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event mention with the entities that take part in it.

    Attributes:
        mention: the mention.
        participants, place: ids of entities.
        day: its partial date; None where none is told.
        state: real, planned, possible, demanded or denied.
        meaning: stems of its clause's words that carry meaning.
        in_headline: whether it stands in headline or subhead, which tell again what the opening tells.
        definite: whether it is spoken of as known: "the talks", "their meeting".
    """

    mention: EventMention
    participants: frozenset[str]
    place: str | None
    day: PartialDate | None
    state: str
    meaning: frozenset[str]
    in_headline: bool
    definite: bool

    @property
    def fixed(self) -> bool:
        """Whether its own words give the day."""
        when = self.mention.when
        return self.day is not None and when is not None and when.basis not in ("bounded", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Tellings of one event; the first founds it."""

    tellings: tuple[Telling, ...]


def settle_events(
    material: Material, entities: Entities, story_of: Mapping[str, str]
) -> tuple[EventGroup, ...]:
    """Return the events of a storyline, in founding order.

    Args:
        material: The reports and what was found in them.
        entities: The settled entities.
        story_of: Story by report.
    """
    tellings = [
        _telling(mention, report, entities)
        for report in material.reports
        for mention in material.found[report.id].events
        if mention.id not in material.ruled.struck
    ]
    tellings.sort(key=lambda t: material.order(t.mention.report, t.mention.span.start))
    by_id = {telling.mention.id: telling for telling in tellings}
    rank = {telling.mention.id: place for place, telling in enumerate(tellings)}
    settled = settle(
        list(by_id),
        [*_links(tellings, story_of, material), *_of_one_report(tellings)],
        rank=rank,
        may_meet=lambda left, right: _may_meet([by_id[i] for i in left], [by_id[i] for i in right]),
        bonds=material.ruled.bonds({i: i for i in by_id}),
    )
    return tuple(
        EventGroup(tellings=tuple(by_id[i] for i in group))
        for group in settled
        if material.ruled.wrong.isdisjoint(group)
    )


def _telling(mention: EventMention, report: Report, entities: Entities) -> Telling:
    before = words_of(report.text[max(0, mention.span.start - 40) : mention.span.start])
    kind = next((b.kind for b in report.blocks if b.start <= mention.span.start < b.end), "body")
    mention = replace(mention, when=_bounded(mention, report))
    return Telling(
        mention=mention,
        participants=frozenset(entities.of(p.mention for p in mention.participants)),
        place=next(iter(entities.of([mention.place] if mention.place else [])), None),
        day=mention.when.date if mention.when else None,
        state=STATES[mention.modality],
        meaning=content_words(words_of(mention.clause.of(report.text))),
        in_headline=kind in ("headline", "subhead"),
        definite=bool(DEFINITE & set(before[-NEAR:])),
    )


def _bounded(mention: EventMention, report: Report) -> When | None:
    """Return a mention's day; of what is told as past and is left open, that it isn't after the report's.

    Its finder knows of no day of the report's where only other reports give that, and an expression may count
    from a day that isn't known ("at noon", "four days later").
    """
    when, day = mention.when, report.published.date if report.published is not None else None
    if (
        (when is not None and when.edtf is not None)
        or day is None
        or day.last is None
        or day.last == date.max
    ):
        return when
    if STATES[mention.modality] != "real":
        return when
    edtf, reason = (
        f"../{day.last.isoformat()}",
        "told as past, with no day that can be fixed: not after the report's",
    )
    if when is None:
        return When(edtf=edtf, basis="bounded", anchor=day.last.isoformat(), reason=reason)
    return replace(when, edtf=edtf, basis="bounded", anchor=day.last.isoformat(), reason=reason)


def _of_one_report(tellings: Sequence[Telling]) -> Iterator[tuple[float, str, str]]:
    """Yield links within a report: a headline to what it heads, "the talks" to the talks that were told.

    A headline tells again the first event of its sort and state in the body. What is spoken of as known and
    has no day of its own joins the one event of its sort and state in the report; where there are two, none.
    """
    reports: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        reports[telling.mention.report, telling.mention.sort, telling.state].append(telling)
    for group in reports.values():
        body = [telling for telling in group if not telling.in_headline]
        days = {telling.day.edtf for telling in body if telling.fixed and telling.day is not None}
        for telling in group:
            if telling.in_headline and body:
                yield (0.65, telling.mention.id, body[0].mention.id)
            elif telling.definite and not telling.fixed and len(days) == 1:
                dated = next(other for other in body if other.fixed)
                yield (0.55, telling.mention.id, dated.mention.id)


def _links(
    tellings: Sequence[Telling], story_of: Mapping[str, str], material: Material
) -> list[tuple[float, str, str]]:
    alike: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        alike[telling.mention.sort, telling.state].append(telling)
    return [
        (score, first.mention.id, second.mention.id)
        for group in alike.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if (score := _copied(first, second, material) or likeness(first, second, story_of)) > 0
    ]


def _copied(first: Telling, second: Telling, material: Material) -> float:
    """Return 1 for one sentence in two copies: the same clause in the same words."""
    reports = first.mention.report, second.mention.report
    if reports[0] == reports[1] or not material.are_copies(*reports):
        return 0.0
    words = [m.clause.of(material.by_id[m.report].text) for m in (first.mention, second.mention)]
    trigger = [m.span.of(material.by_id[m.report].text) for m in (first.mention, second.mention)]
    return 1.0 if words_of(words[0]) == words_of(words[1]) and trigger[0] == trigger[1] else 0.0


def likeness(first: Telling, second: Telling, story_of: Mapping[str, str]) -> float:
    """Return how surely two tellings are of one event: 0 where they aren't."""
    if first.day and second.day and not first.day.may_be(second.day):
        return 0.0
    shared = len(first.participants & second.participants)
    same_place = first.place is not None and first.place == second.place
    enough = shared >= 2 or (shared >= 1 and same_place) or (same_place and _of_place(first, second))
    if _on_one_day(first, second):
        if enough:
            return 1.0
        silent = not first.participants or not second.participants
        alike = held_in(first.meaning, second.meaning) >= ALIKE
        return 0.75 if shared or same_place or silent or alike else 0.0
    if not enough or story_of.get(first.mention.report) != story_of.get(second.mention.report):
        return 0.0
    return 0.6 if first.fixed or second.fixed else 0.5


def _on_one_day(first: Telling, second: Telling) -> bool:
    """Whether both give a day (or month, or year) in their own words, and it is one."""
    days = [(t.day.first, t.day.last) for t in (first, second) if t.fixed and t.day is not None]
    return len(days) == 2 and None not in days[0] and days[0] == days[1]


def _of_place(first: Telling, second: Telling) -> bool:
    """Whether both are of the sort that happens to a place: no participants needed."""
    return not first.participants and not second.participants


def _may_meet(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether all days can be one day: two visits stay two, whatever lies between them."""
    return all(a.day is None or b.day is None or a.day.may_be(b.day) for a in left for b in right)
