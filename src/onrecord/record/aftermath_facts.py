"""A plan in, what it is known by in later sentences out: its names, words, people, day and doing."""

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Span
from onrecord.record.about import about, known_people
from onrecord.record.aftermath_sentences import Sentence, inflected, light, object_after, stems_in
from onrecord.record.akin import Doing, doings, doings_planned, lasting_of
from onrecord.record.happenings import fixed_days, once, people_of, told_first, when_of
from onrecord.record.planned import window_of
from onrecord.record.settled import Settled

NEAR = timedelta(days=8)  # the longest stretch within which a bounded day may be the plan's: "on Thursday"

Name = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a plan is known by.

    Attributes:
        names, forms: the stems of the words that name it, and those as printed.
        words: stems of its clauses, the names' among them.
        people: ids of entities.
        told: report and clause of each telling.
        named: report and words of each that name it.
        day: its day; None where its words leave it open.
        first: when it was first told.
        doings: what is to be done.
        has_object: whether it is told to what it is to be done.
        may: whether it is only said that it may be.
        about: ids of entities that the sentences about it name.
        actors: those of the people whose doing it is, else those whom its sentences name.
        window: the days within which it is to come about.
        nouns: what names it as a thing ("visit", "tour"), as a pattern; empty where nothing does.
        lasting: the nouns of what is to begin then and lasts; None where it is nothing that does.
    """

    names: tuple[Name, ...]
    forms: tuple[str, ...]
    words: frozenset[str]
    people: frozenset[str]
    told: tuple[tuple[str, Span], ...]
    named: tuple[tuple[str, Span], ...]
    day: PartialDate | None
    first: date | None
    doings: tuple[Doing, ...]
    has_object: bool
    may: bool
    about: frozenset[str]
    actors: frozenset[str]
    window: tuple[date, date] | None
    nouns: str
    lasting: str | None

    @property
    def one_day(self) -> bool:
        """Whether it is planned for one day."""
        return self.day is not None and self.day.first == self.day.last


@once
def facts_of(plan: EventGroup, settled: Settled) -> Facts:
    """Return what a plan is known by."""
    texts = settled.material.by_id
    named = [t.mention.span.of(texts[t.mention.report].text) for t in plan.tellings]
    names = {name for words in named if (name := stems_in(words))}
    clauses = [stems_in(t.mention.clause.of(texts[t.mention.report].text)) for t in plan.tellings]
    return Facts(
        names=tuple(sorted(names, key=sorted)),
        forms=tuple(sorted({" ".join(words.split()) for words in named})),
        words=frozenset().union(*clauses),
        people=people_of(plan),
        told=tuple((t.mention.report, t.mention.clause) for t in plan.tellings),
        named=tuple((t.mention.report, t.mention.span) for t in plan.tellings),
        day=_day_of(plan),
        first=told_first(plan),
        doings=tuple(doings()[n] for n in sorted(doings_planned(plan, settled))),
        has_object=any(_has_object(t, texts[t.mention.report].text) for t in plan.tellings),
        may=plan.tellings[0].state == "possible",
        about=about(plan, settled),
        actors=_actors(plan, settled),
        window=window_of(plan),
        nouns=_nouns(plan, settled),
        lasting=_lasting(plan, settled),
    )


def _has_object(telling: Telling, text: str) -> bool:
    """Whether something stands after the words that name a plan to which it is to be done."""
    return object_after().match(text, telling.mention.span.end, telling.mention.clause.end) is not None


def _actors(plan: EventGroup, settled: Settled) -> frozenset[str]:
    """Return who is to do it, of those whom a report names."""
    done_to = frozenset().union(*(t.done_to for t in plan.tellings))
    return (known_people(plan, settled) - done_to) or (about(plan, settled) & settled.somebody) - done_to


def _nouns(plan: EventGroup, settled: Settled) -> str:
    """Return a pattern for the nouns of what is to be done, and for its own verb as a noun."""
    texts = settled.material.by_id
    named = {t.mention.span.of(texts[t.mention.report].text) for t in plan.tellings}
    own = sorted(inflected(words) for words in named if not stems_in(words) <= light())
    return "|".join([*(doings()[n].nouns.pattern for n in sorted(doings_planned(plan, settled))), *own])


def _lasting(plan: EventGroup, settled: Settled) -> str | None:
    """Return the nouns of what is to begin and lasts, where a telling names it."""
    texts = settled.material.by_id
    told = (
        lasting_of(
            t.mention.clause.of(texts[t.mention.report].text), t.mention.span.of(texts[t.mention.report].text)
        )
        for t in plan.tellings
    )
    return next((nouns for nouns in told if nouns is not None), None)


def _day_of(plan: EventGroup) -> PartialDate | None:
    """Return the day of a plan, or the few that it may be on: "next Saturday"."""
    when = when_of(plan.tellings)
    day = when.date if when is not None else None
    if day is None or fixed_days(plan) is not None:
        return day
    first, last = day.first or date.min, day.last or date.max
    return day if first != date.min and last != date.max and last - first <= NEAR else None


def is_telling(sentence: Sentence, facts: Facts) -> bool:
    """Whether a sentence is one that tells the plan itself."""
    return any(sentence.report == report and sentence.span.holds(clause) for report, clause in facts.told)
