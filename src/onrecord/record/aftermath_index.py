"""Settled reports in, their sentences out by words and entities, and what they have in common with a plan."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.record.aftermath_facts import NEAR, Facts
from onrecord.record.aftermath_sentences import Sentence, saying, sentences, stems_in
from onrecord.record.planned import may_fall_on
from onrecord.record.settled import Settled

Things = frozenset[str]
"""Stems of words that are no names, and ids of entities."""


class Sentences:
    """The sentences of a storyline, by the stems and the entities that they hold."""

    def __init__(self, settled: Settled) -> None:
        self.settled = settled
        self.all = tuple(sentences(settled))
        self._by_stem: dict[str, list[Sentence]] = defaultdict(list)
        self._told: dict[tuple[str, Span], Things] = {}
        for sentence in self.all:
            for stem in sentence.stems:
                self._by_stem[stem].append(sentence)

    @cached_property
    def _by_entity(self) -> dict[str, list[Sentence]]:
        """The sentences, by whom they speak of."""
        found: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.all:
            for entity in self.entities_in(sentence.report, sentence.known):
                found[entity].append(sentence)
        return found

    def entities_in(self, report: str, span: Span) -> Things:
        """Return the entities that are named or spoken of in a stretch of a report."""
        mentions = self.settled.material.found[report].mentions
        return frozenset(self.settled.entities.of(m.id for m in mentions if span.holds(m.span)))

    def entities_between(self, sentence: Sentence, start: int, end: int) -> Things:
        """Return the same between two places of a sentence."""
        first = sentence.span.start
        return self.entities_in(sentence.report, Span(first + start, first + end))

    def first_in(self, span: Span, sentence: Sentence) -> Things:
        """Return the first that is named in a stretch of a sentence's report: of whom "it" mostly speaks."""
        mentions = self.settled.material.found[sentence.report].mentions
        here = [m for m in mentions if span.holds(m.span) and m.kind != "place" and m.form == "name"]
        return frozenset(self.settled.entities.of(m.id for m in sorted(here, key=lambda m: m.span)[:1]))

    def places_in(self, sentence: Sentence) -> Things:
        """Return the places that a sentence names, or the one before it."""
        spans = [sentence.known, *([sentence.before] if sentence.before is not None else [])]
        here = frozenset().union(*(self.entities_in(sentence.report, span) for span in spans))
        return here & self.settled.places

    def is_elsewhere(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence names places, and none that is named about a plan, which names some, too."""
        here = self.entities_in(sentence.report, sentence.span) & self.settled.places
        there = facts.about & self.settled.places
        return bool(here and there) and here.isdisjoint(there)

    def names(self, sentence: Sentence) -> Things:
        """Return those of whom a sentence speaks that some report names."""
        return self.entities_in(sentence.report, sentence.known) & self.settled.named

    def before(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether a sentence tells of days that were over before a plan's first."""
        start = facts.window[0] if facts.window is not None else None
        timexes = self.settled.material.found[sentence.report].timexes
        days = (t.when.date for t in timexes if t.type == "DATE" and sentence.span.holds(t.span))
        return any(start and day is not None and day.last is not None and day.last < start for day in days)

    def told_with(self, facts: Facts) -> Things:
        """Return what a plan is told with."""
        return frozenset().union(*(self._things(report, clause) for report, clause in facts.told))

    def told_in(self, sentence: Sentence) -> Things:
        """Return the same of a sentence."""
        place = (sentence.report, sentence.span)
        if place not in self._told:
            self._told[place] = self._things(*place)
        return self._told[place]

    def in_common(self, facts: Facts, sentence: Sentence, *, before: bool = False) -> Things:
        """Return what a sentence shares with a plan: also whom it speaks of, or names only in a role of it.

        Args:
            facts: The plan.
            sentence: The sentence.
            before: Whether what the one before it names counts, too: "The visit was called off".
        """
        spans = [sentence.known, *([sentence.before] if before and sentence.before is not None else [])]
        here = frozenset().union(*(self.entities_in(sentence.report, span) for span in spans))
        common = (self.told_in(sentence) & self.told_with(facts)) | (here & (facts.about | facts.people))
        return common | self._named_in_role(facts, sentence, common)

    def _named_in_role(self, facts: Facts, sentence: Sentence, common: Things) -> Things:
        """Return the names of a sentence that stand in what a plan is told with: "leaders of the States"."""
        text = self.settled.material.by_id[sentence.report].text
        named = (
            m
            for m in self.settled.material.found[sentence.report].mentions
            if m.form == "name" and sentence.span.holds(m.span)
        )
        return frozenset(
            entity
            for m in named
            for entity in self.settled.entities.of([m.id])
            if entity not in common and (stems := stems_in(m.span.of(text))) and stems <= facts.words
        )

    def _things(self, report: str, span: Span) -> Things:
        text, entities = self.settled.material.by_id[report].text, self.settled.entities
        here = [m for m in self.settled.material.found[report].mentions if span.holds(m.span)]
        bare = list(span.of(text))
        for words in (w for m in here if m.form == "name" for w in (m.span, m.role) if w is not None):
            start, end = max(0, words.start - span.start), max(0, words.end - span.start)
            bare[start:end] = " " * len(bare[start:end])
        return (stems_in("".join(bare)) - saying()).union(entities.of(m.id for m in here))

    def sharing(self, facts: Facts, *, entities: bool = False) -> Iterator[Sentence]:
        """Yield, once each, the sentences that share a word with a plan; or somebody, too."""
        seen: set[int] = set()
        found = [self._by_stem.get(stem, ()) for stem in sorted(facts.words)]
        if entities:
            found += [self._by_entity.get(entity, ()) for entity in sorted(facts.about | facts.people)]
        for sentence in (s for some in found for s in some):
            if id(sentence) not in seen:
                seen.add(id(sentence))
                yield sentence

    def next_to(self, facts: Facts) -> Iterator[Sentence]:
        """Yield the sentences after those that tell a plan, in their paragraphs."""
        for sentence in self.all:
            before = sentence.before
            if before is not None and any(r == sentence.report and before.holds(c) for r, c in facts.told):
                yield sentence

    def named(self, facts: Facts) -> Iterator[Sentence]:
        """Yield the sentences told with a plan or after it that hold all words of a name of it."""
        for name in facts.names:
            rarest = min((self._by_stem.get(stem, []) for stem in sorted(name)), key=len, default=[])
            for sentence in rarest:
                if facts.first is not None and sentence.told >= facts.first and name <= sentence.stems:
                    yield sentence

    def on_day(self, facts: Facts, sentence: Sentence, end: int, *, start: int = 0) -> bool:
        """Whether a sentence speaks, between places in it, of what can only be the plan's day."""
        known = facts.day
        return known is not None and any(
            start <= place < end and when.date is not None and when.date.may_be(known)
            for place, when in self.days(sentence)
            if may_fall_on(when, known)
        )

    def on_another(self, facts: Facts, sentence: Sentence, end: int) -> bool:
        """Whether it tells before a place of days that can't be the plan's."""
        days = [when for place, when in self.days(sentence) if place < end]
        return any(
            facts.day is not None
            and not (when.date and when.date.may_be(facts.day) and may_fall_on(when, facts.day))
            for when in days
        )

    def before_on_another(self, facts: Facts, sentence: Sentence) -> bool:
        """Whether the sentence before one tells days, and none that can be the plan's."""
        timexes = self.settled.material.found[sentence.report].timexes
        before = sentence.before
        days = [t.when for t in timexes if before is not None and before.holds(t.span) and t.when.date]
        day = facts.day
        may = (d for d in days if day is not None and d.date is not None and d.date.may_be(day))
        return day is not None and bool(days) and not any(may_fall_on(each, day) for each in may)

    def days(self, sentence: Sentence) -> Iterator[tuple[int, When]]:
        """Yield the days that a sentence tells, none of them a long stretch, with their places in it."""
        for timex in self.settled.material.found[sentence.report].timexes:
            day = timex.when.date
            if not sentence.span.holds(timex.span) or day is None or day.first is None or day.last is None:
                continue
            if day.last != date.max and day.last - day.first <= NEAR:
                yield timex.span.start - sentence.span.start, timex.when


def soon(facts: Facts, sentence: Sentence, *, within: timedelta) -> bool:
    """Whether a sentence is told from a plan's first day on, and not long after its last."""
    window = facts.window
    return window is not None and window[0] <= sentence.told <= window[1] + within
