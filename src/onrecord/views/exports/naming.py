"""A record in, whom to describe instead of naming out: those known only as victim, witness, suspect or minor.

The rule goes by what the record tells. A person is described where an age under 18 is told of them. Else,
who has an office, or takes part in an event of a public sort, is named. Of the others are described: those
whose role is a victim's, witness's, suspect's or minor's; those who take part in an event that does somebody
harm, or in which the law lays hold of somebody; and those who are named in a sentence on such a thing, if an
age is told of them, or if they have no role and aren't quoted. Only a role makes somebody a "victim" or
"suspect": who was shot may have shot. It can't know who is well known without its being told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from onrecord.english import english_table
from onrecord.model.record import Entity, Event, Record
from onrecord.model.span import Passage
from onrecord.views.evidence import sentence_around

Known = Literal["minor", "victim", "suspect", "witness", "person"]

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_REACH: Final = 40
"""Code points before and after a name within which its age is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that decide, of one language."""

    offices: frozenset[str]
    kin: frozenset[str]
    ends: frozenset[str]
    roles: tuple[tuple[Known, frozenset[str]], ...]
    grave: frozenset[str]
    public: frozenset[str]
    titles: frozenset[str]
    before: re.Pattern[str]
    young: re.Pattern[str]
    after: re.Pattern[str]
    adult: int


@lru_cache(maxsize=1)
def words_of_naming() -> Words:
    """Return the words of English."""
    raw = english_table("naming")
    kinds: tuple[Known, ...] = ("minor", "victim", "suspect", "witness", "person")
    return Words(
        offices=frozenset(raw["offices"]["words"]),
        kin=frozenset(raw["offices"]["kin"]),
        ends=frozenset(raw["roles"]["ends"]),
        roles=tuple((kind, frozenset(raw["roles"][kind])) for kind in kinds),
        grave=frozenset((*raw["events"]["harm"], *raw["events"]["law"])),
        public=frozenset(raw["events"]["public"]),
        titles=frozenset(raw["names"]["titles"]),
        before=re.compile(raw["names"]["before"]),
        young=re.compile(raw["names"]["young"]),
        after=re.compile(raw["names"]["after"]),
        adult=raw["names"]["adult"],
    )


def described_persons(record: Record) -> dict[str, Known]:
    """Return the ids of those who are described, in the record's order, with what they are known as."""
    judged = _Judge(record)
    known = ((entity.id, judged.known_as(entity)) for entity in record.entities if entity.kind == "person")
    return {entity: kind for entity, kind in known if kind is not None}


class _Judge:
    """Tells of each person of a record what they are known as."""

    def __init__(self, record: Record) -> None:
        self._words = words_of_naming()
        self._reports = {line.report.id: line.report for line in record.reports}
        self._speakers = {speaker for said in record.statements for speaker in said.speakers}
        self._passages = _by_report(record)
        self._parts: dict[str, list[tuple[Event, str]]] = {}
        for event in record.events:
            for each in event.participants:
                self._parts.setdefault(each.entity, []).append((event, each.role))

    def known_as(self, entity: Entity) -> Known | None:
        """Return what a person is known as only; None for one who is named."""
        roles = [_head(role.role, self._words.ends) for role in entity.roles]
        ages = [age for mention in entity.mentions for age in self._ages_beside(mention)]
        if any(age < self._words.adult for age in ages):
            return "minor"
        if any(self._is_office(role) for role in roles):
            return None
        for kind, words in self._words.roles:
            if any(role & words for role in roles):
                return kind
        parts = self._parts.get(entity.id, [])
        if any(event.type in self._words.public and role != "recipient" for event, role in parts):
            return None
        if any(self._is_grave(_told(event)) for event, _ in parts):
            return "person"
        bare = not entity.roles and entity.id not in self._speakers
        grave = (ages or bare) and any(map(self._stands_in_grave, entity.mentions))
        return "person" if grave else None

    def _is_grave(self, words: str) -> bool:
        """Whether words tell of harm done to somebody, or of the law laying hold of somebody."""
        return any(word.casefold() in self._words.grave for word in _WORD.findall(words))

    def _stands_in_grave(self, mention: Passage) -> bool:
        """Whether a mention stands in a sentence that tells of such a thing."""
        report = self._reports.get(mention.report)
        if report is None or not report.text:
            return False
        return self._is_grave(sentence_around(report, mention.span).of(report.text))

    def _is_office(self, role: frozenset[str]) -> bool:
        return bool(role & self._words.offices) and not role & self._words.kin

    def _ages_beside(self, mention: Passage) -> Iterator[int]:
        """Yield the ages in years that the words beside a name tell."""
        for text, start in self._around(mention):
            before, after = text[max(0, start - _REACH) : start], text[start + len(mention.text) :][:_REACH]
            found = self._words.before.search(before), self._words.after.search(after)
            yield from (int(each["years"]) for each in found if each is not None)
            if self._words.young.search(before):
                yield 0

    def _around(self, mention: Passage) -> Iterator[tuple[str, int]]:
        """Yield texts in which a mention stands, with where: the report, else the passages around it."""
        report = self._reports.get(mention.report)
        if report is not None and report.text:
            yield report.text, mention.start
            return
        for passage in self._passages.get(mention.report, ()):
            if passage.start <= mention.start and mention.end <= passage.end:
                yield passage.text, mention.start - passage.start


def _by_report(record: Record) -> dict[str, list[Passage]]:
    """Return the passages that lines rest on, of reports whose texts aren't at hand."""
    bare = {line.report.id for line in record.reports if not line.report.text}
    found: dict[str, list[Passage]] = {}
    for event in record.events:
        for support in event.support:
            if support.span.report in bare:
                found.setdefault(support.span.report, []).append(support.span)
    return found


def _told(event: Event) -> str:
    return " ".join((event.label, *(support.span.text for support in event.support)))


def _head(role: str, ends: frozenset[str]) -> frozenset[str]:
    """Return the words of a role up to a preposition, without those of whom it is (`the mayor's`)."""
    words = [word.casefold() for word in _WORD.findall(role)]
    end = next((place for place, word in enumerate(words) if place and word in ends), len(words))
    return frozenset(word for word in words[:end] if not word.endswith(("'s", "’s", "s'", "s’")))
