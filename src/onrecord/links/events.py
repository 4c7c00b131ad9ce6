"""Event mentions in, events out: which reports tell of one happening.

Two mentions are of one event when they are of one sort, of one state (a plan is not its holding), when their
days can be one, and when they share participants: two of them, or one and the place. A mention with no day of
its own joins the one event of its report that it can be, and none where there are two.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from onrecord.links.entities import Entities
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.words import content_words, held_in, words_of
from onrecord.model.annotation import EventMention, Mention
from onrecord.model.partial_date import PartialDate
from onrecord.model.report import Report
from onrecord.model.when import When

STATES = {
    "happened": "real", "ongoing": "real", "planned": "planned", "possible": "possible",
    "demanded": "demanded", "denied": "denied",
}  # fmt: skip

DEFINITE = frozenset(("the", "this", "that", "these", "those", "their", "his", "her", "its"))
AGAIN = frozenset(("again", "another", "second", "third"))
NEAR = 3  # words before the trigger among which such a word makes it definite: "the two-day talks"
MANY = 4  # words of meaning that two tellings with nobody in common must share
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
        told: the latest day on which the report can have been published; None where it isn't known.
        named: the words that name it: verb or noun.
        again: whether it is told as one more of its sort.
        own: what `meaning` holds beside its name and the names of who takes part.
    """

    mention: EventMention
    participants: frozenset[str]
    place: str | None
    day: PartialDate | None
    state: str
    meaning: frozenset[str]
    in_headline: bool
    definite: bool
    told: date | None = None
    named: tuple[str, ...] = ()
    again: bool = False
    own: frozenset[str] = frozenset()

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
        _telling(mention, report, entities, names=_names(material.found[report.id].mentions))
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


def _names(mentions: Iterable[Mention]) -> Mapping[str, str]:
    """Return the name of each mention, by id."""
    return {mention.id: mention.name for mention in mentions}


def _telling(
    mention: EventMention, report: Report, entities: Entities, *, names: Mapping[str, str]
) -> Telling:
    before = words_of(report.text[max(0, mention.span.start - 40) : mention.span.start])
    kind = next((b.kind for b in report.blocks if b.start <= mention.span.start < b.end), "body")
    mention = replace(mention, when=_bounded(mention, report))
    clause = words_of(mention.clause.of(report.text))
    named = words_of(mention.span.of(report.text))
    called = words_of(" ".join(names.get(p.mention) or "" for p in mention.participants))
    return Telling(
        mention=mention,
        participants=frozenset(entities.of(p.mention for p in mention.participants)),
        place=next(iter(entities.of([mention.place] if mention.place else [])), None),
        day=mention.when.date if mention.when else None,
        state=STATES[mention.modality],
        meaning=content_words(clause),
        in_headline=kind in ("headline", "subhead"),
        definite=bool(DEFINITE & set(before[-NEAR:])),
        told=published.last if (published := report.published and report.published.date) else None,
        named=tuple(named),
        again=bool(AGAIN & set(clause)),
        own=content_words(clause) - content_words([*named, *called]),
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
    So does what has no day and tells of the same people or in the same words.
    """
    reports: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        reports[telling.mention.report, telling.mention.sort, telling.state].append(telling)
    for group in reports.values():
        body = [telling for telling in group if not telling.in_headline]
        days = {telling.day.edtf for telling in body if telling.fixed and telling.day is not None}
        first = next((other for other in body if other.fixed), body[0] if body else None)
        for telling in group:
            if telling.in_headline:
                headed = next((other for other in body if _heads(telling, other)), None)
                if headed is not None:
                    yield (0.65, telling.mention.id, headed.mention.id)
            elif first is None or first is telling or telling.fixed or len(days) > 1:
                continue
            elif (telling.definite and days) or _of_the_same(telling, first):
                yield (0.55, telling.mention.id, first.mention.id)


def _old_and_new(first: Telling, second: Telling) -> bool:
    """Whether the first tells of a day long past, and the second, with no day, of something new."""
    return first.fixed and first.mention.background and not second.fixed and not second.mention.background


def _heads(telling: Telling, other: Telling) -> bool:
    """Whether a headline may tell what the body does: nothing old, and of nobody else."""
    return not other.mention.background and not _of_others(telling, other)


def _of_others(first: Telling, second: Telling) -> bool:
    """Whether two tellings name people, and not one of them is the same."""
    return bool(first.participants and second.participants) and not first.participants & second.participants


def _of_the_same(telling: Telling, other: Telling) -> bool:
    """Whether two tellings of one report, at most one with a day, have people or most words in common."""
    if telling.day and other.day and not telling.day.may_be(other.day):
        return False
    if telling.again != other.again or _of_others(telling, other):
        return False
    alike = held_in(telling.meaning, other.meaning) >= ALIKE
    return alike or (bool(telling.participants & other.participants) and is_listed(telling.mention))


def _links(
    tellings: Sequence[Telling], story_of: Mapping[str, str], material: Material
) -> list[tuple[float, str, str]]:
    """Return the links between tellings of one sort and state.

    A telling with no day of its own is linked to none where it may be of several days.
    """
    alike: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        alike[telling.mention.sort, telling.state].append(telling)
    found: list[tuple[float, Telling, Telling]] = []
    for group in alike.values():
        for place, first in enumerate(group):
            for second in group[place + 1 :]:
                score = _copied(first, second, material) or likeness(first, second, story_of)
                if score > 0:
                    found.append((score, first, second))
    torn = _between_days(found)
    return [
        (score, first.mention.id, second.mention.id)
        for score, first, second in found
        if score >= 1.0 or not torn & {first.mention.id, second.mention.id}
    ]


def _between_days(found: Sequence[tuple[float, Telling, Telling]]) -> frozenset[str]:
    """Return the tellings without a day that are linked to tellings of days that can't be one."""
    days: dict[str, list[PartialDate]] = defaultdict(list)
    for _, first, second in found:
        for one, other in ((first, second), (second, first)):
            if not one.fixed and other.fixed and other.day is not None:
                days[one.mention.id].append(other.day)
    return frozenset(
        telling for telling, told in days.items() if any(not told[0].may_be(day) for day in told[1:])
    )


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
    if _moved_on(first, second) or _moved_on(second, first):
        return 0.0
    shared = len(first.participants & second.participants)
    same_place = first.place is not None and first.place == second.place
    enough = shared >= 2 or (shared >= 1 and same_place) or (same_place and _of_place(first, second))
    alike = held_in(first.meaning, second.meaning) >= ALIKE
    if _on_one_day(first, second):
        if enough:
            return 1.0
        listed = is_listed(first.mention) and is_listed(second.mention)
        silent = listed and not (first.participants and second.participants)
        return 0.75 if shared or same_place or silent or (alike and not _of_others(first, second)) else 0.0
    if first.again != second.again or _old_and_new(first, second) or _old_and_new(second, first):
        return 0.0
    if enough and story_of.get(first.mention.report) == story_of.get(second.mention.report):
        return 0.6 if first.fixed or second.fixed else 0.5
    words = len(first.own & second.own)
    if shared and (first.mention.sort in once() or (alike and words >= MANY - shared)):
        return 0.45
    return 0.4 if alike and words >= MANY and not _of_others(first, second) else 0.0


@lru_cache(maxsize=1)
def once() -> frozenset[str]:
    """Return the sorts of event that come to one person, body or thing once in a story."""
    text = files("onrecord").joinpath("data/en/events_linking.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["once"])


def _on_one_day(first: Telling, second: Telling) -> bool:
    """Whether both give a day (or month, or year) in their own words, and it is one."""
    days = [(t.day.first, t.day.last) for t in (first, second) if t.fixed and t.day is not None]
    return len(days) == 2 and None not in days[0] and days[0] == days[1]


def _of_place(first: Telling, second: Telling) -> bool:
    """Whether both are of the sort that happens to a place: no participants needed."""
    return not first.participants and not second.participants


def _moved_on(first: Telling, second: Telling) -> bool:
    """Whether the first tells that a plan was moved, and the second the plan that came of it.

    What was put off had been told before; a plan with a day that is told with it or after it is new.
    """
    if first.mention.outcome != "put-off" or second.mention.outcome is not None or first.fixed:
        return False
    same = first.mention.report == second.mention.report
    later = None not in (first.told, second.told) and second.told >= first.told  # type: ignore[operator]
    return second.fixed and (same or later)


def _may_meet(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether all days can be one day: two visits stay two, whatever lies between them."""
    return all(
        (a.day is None or b.day is None or a.day.may_be(b.day))
        and not _moved_on(a, b)
        and not _moved_on(b, a)
        for a in left
        for b in right
    )
