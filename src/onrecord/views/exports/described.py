"""A record in, the same record out in which some persons stand by a description instead of their name.

In labels, claims and headlines a name becomes `[victim A]`; in the words of reports, whose places must hold,
each letter of it becomes `█`. Addresses and bylines stay as they are. What is described once stays so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal, TypeVar

from onrecord.model.record import Entity, Record, ReportLine, Statement
from onrecord.model.report import Report
from onrecord.model.span import Passage
from onrecord.views.exports.naming import described_persons, words_of_naming

Names = Literal["described", "all"]
BLOCK: Final = "█"
RULE: Final = "described/1"

MARK: Final = "names"
"""Under which `versions` says by which rule names were left out; once is enough."""

_WORD: Final = re.compile(r"[^\W\d_][\w-]*(?:['’](?!s\b)\w+)*")
_KEPT: Final = frozenset(
    {
        "id", "report", "address", "location", "sha256", "outlet", "bylines", "credit", "language", "finder",
        "blocks",
    }
)  # fmt: skip
"""Fields that hold no words on persons, or words that must stay."""

_T = TypeVar("_T")
Forms = Mapping[str, tuple[tuple[str, str], ...]]
"""Names by their first word, longest first, each with the description that stands for it."""


def described(record: Record) -> Record:
    """Return a record in which those known only as victim, witness, suspect or minor stand by description."""
    known = described_persons(record) if MARK not in dict(record.versions) else {}
    if not known:
        return record
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for entity, kind in known.items():
        labels[entity] = f"{kind} {_letters(counts.setdefault(kind, 0))}"
        counts[kind] += 1
    return _Describing(record, labels).record_described()


def _letters(number: int) -> str:
    """Return A to Z, then AA to ZZ and on."""
    more, last = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The names in some reports that are not to be said."""

    forms: Forms

    def labelled(self, text: str) -> str:
        """Return words with descriptions in the places of names."""
        return self._put(text, labels=True)

    def blocked(self, text: str) -> str:
        """Return words of the same length, with the letters of names blocked out."""
        return self._put(text, labels=False)

    def _put(self, text: str, *, labels: bool) -> str:
        parts, at = [], 0
        for match in _WORD.finditer(text):
            if match.start() < at:
                continue
            for name, label in self.forms.get(match[0], ()):
                end = match.start() + len(name)
                if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                    parts += [text[at : match.start()], f"[{label}]" if labels else blocks(name)]
                    at = end
                    break
        return "".join((*parts, text[at:]))


class _Describing:
    """Puts descriptions in the places of names, report by report."""

    def __init__(self, record: Record, labels: Mapping[str, str]) -> None:
        self._record = record
        self._labels = labels
        self._hidden = [entity for entity in record.entities if entity.id in labels]
        self._spans = _spans_of(self._hidden)
        self._scopes = {report: _Scope(forms) for report, forms in self._forms().items()}
        self._texts = {
            line.report.id: self._masked(line.report)
            for line in record.reports
            if line.report.id in self._scopes
        }

    def record_described(self) -> Record:
        """Return the whole record."""
        record = self._record
        return replace(
            record,
            versions=tuple(sorted((*record.versions, (MARK, RULE)))),
            reports=tuple(self._report(line) for line in record.reports),
            origins=self._all(record.origins),
            copies=self._all(record.copies),
            stories=self._all(record.stories),
            storylines=tuple(
                self._within(line, [r for s in record.stories if s.id in line.stories for r in s.reports])
                for line in record.storylines
            ),
            entities=tuple(self._entity(entity) for entity in record.entities),
            statements=tuple(self._statement(statement) for statement in self._all(record.statements)),
            events=self._all(record.events),
            figures=self._all(record.figures),
            differences=self._all(record.differences),
            judgements=self._all(record.judgements),
            problems=self._all(record.problems),
        )

    def _forms(self) -> dict[str, Forms]:
        """Return for each report with somebody hidden in it the names that are not to be said."""
        hidden: dict[str, list[Entity]] = {}
        said: dict[str, set[str]] = {}
        for entity in self._record.entities:
            for report in {mention.report for mention in entity.mentions}:
                if entity.id in self._labels:
                    hidden.setdefault(report, []).append(entity)
                else:
                    said.setdefault(report, set()).update(_names_of(entity))
        return {
            report: _table(entities, self._labels, said.get(report, set()))
            for report, entities in hidden.items()
        }

    def _masked(self, report: Report) -> str:
        return self._blocked(Passage(report=report.id, start=0, end=len(report.text), text=report.text))

    def _blocked(self, passage: Passage) -> str:
        """Return a passage's words with names blocked out: where they stand, and wherever else."""
        letters = list(passage.text)
        for start, end in self._spans.get(passage.report, ()):
            first, last = max(start - passage.start, 0), min(end - passage.start, len(letters))
            if first < last:
                letters[first:last] = blocks("".join(letters[first:last]))
        text = "".join(letters)
        scope = self._scopes.get(passage.report)
        return scope.blocked(text) if scope is not None else text

    def _passage(self, passage: Passage) -> Passage:
        masked = self._texts.get(passage.report)
        text = masked[passage.start : passage.end] if masked else self._blocked(passage)
        return passage if text == passage.text else replace(passage, text=text)

    def _report(self, line: ReportLine) -> ReportLine:
        scope = self._scopes.get(line.report.id)
        if scope is None:
            return line
        text = self._texts[line.report.id]
        report = self._shown(line.report, scope)
        return replace(line, report=replace(report, text=text))

    def _entity(self, entity: Entity) -> Entity:
        if entity.id not in self._labels:
            return self._all((entity,))[0]
        shown = self._all((replace(entity, aliases=()),))[0]
        return replace(shown, name=self._labels[entity.id], kind="unnamed")

    def _statement(self, statement: Statement) -> Statement:
        hidden = bool(statement.speakers) and all(speaker in self._labels for speaker in statement.speakers)
        return replace(statement, speaker_kind="unnamed") if hidden else statement

    def _all(self, things: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(self._within(thing, _reports_in(thing)) for thing in things)

    def _within(self, thing: _T, reports: Iterable[str]) -> _T:
        """Return a thing without the names that are hidden in the reports that it rests on."""
        scopes = [self._scopes[report] for report in dict.fromkeys(reports) if report in self._scopes]
        if not scopes:
            return thing
        merged: dict[str, tuple[tuple[str, str], ...]] = {}
        for scope in scopes:
            for word, forms in scope.forms.items():
                both = dict.fromkeys((*merged.get(word, ()), *forms))
                merged[word] = tuple(sorted(both, key=lambda form: -len(form[0])))
        return self._shown(thing, _Scope(merged))

    def _shown(self, value: _T, scope: _Scope) -> _T:
        """Return nested values with every word said as the scope allows."""
        if isinstance(value, Passage):
            return self._passage(value)  # type: ignore[return-value]  # a passage for a passage
        if isinstance(value, str):
            return scope.labelled(value)  # type: ignore[return-value]  # a str for a str
        if isinstance(value, tuple):
            return tuple(self._shown(each, scope) for each in value)  # type: ignore[return-value]
        held = _fields(type(value))  # type: ignore[arg-type]  # a type has a hash
        kept = {name: getattr(value, name) for name in held if name not in _KEPT and name != "text"}
        new = {name: self._shown(each, scope) for name, each in kept.items()}
        changed: dict[str, Any] = {name: each for name, each in new.items() if each is not kept[name]}
        return replace(value, **changed) if changed else value  # type: ignore[type-var]  # it has fields


@lru_cache(maxsize=128)
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of a type's fields; none of what isn't a value of ours."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def blocks(name: str) -> str:
    """Return a name with every letter blocked out, of the same length."""
    return "".join(each if each.isspace() else BLOCK for each in name)


def _table(entities: Iterable[Entity], labels: Mapping[str, str], said: set[str]) -> Forms:
    """Return the names of some persons by their first word; one word alone only where nobody named has it."""
    others = {word for name in said for word in _WORD.findall(name)}
    found: dict[str, dict[str, str]] = {}
    for entity in entities:
        names = _names_of(entity)
        words = {word for name in names for word in _WORD.findall(name)}
        alone = {word for word in words - others if len(word) > 1 and word[0].isupper()}
        titles = words_of_naming().titles
        for name in (names - said) | {word for word in alone if word.casefold() not in titles}:
            first = _WORD.search(name)
            if first is not None and first.start() == 0:
                found.setdefault(first[0], {}).setdefault(name, labels[entity.id])
    return {
        word: tuple(sorted(names.items(), key=lambda form: (-len(form[0]), form[0])))
        for word, names in found.items()
    }


def _names_of(entity: Entity) -> set[str]:
    """Return the names by which an entity goes: with a capital, and more than a pronoun or a role."""
    core = {word for word in _WORD.findall(entity.name) if word[0].isupper()}
    printed = {entity.name, *entity.aliases, *(mention.text for mention in entity.mentions)}
    return {name.strip() for name in printed if core & set(_WORD.findall(name))}


def _spans_of(hidden: Iterable[Entity]) -> dict[str, list[tuple[int, int]]]:
    """Return where those who are hidden are named, by report."""
    found: dict[str, list[tuple[int, int]]] = {}
    for entity in hidden:
        names = _names_of(entity)
        for mention in entity.mentions:
            if mention.text.strip() in names:
                found.setdefault(mention.report, []).append((mention.start, mention.end))
    return found


def _reports_in(value: object) -> Iterator[str]:
    """Yield the reports that a thing speaks of, anywhere within it."""
    if isinstance(value, Passage):
        yield value.report
    elif isinstance(value, tuple):
        for each in value:
            yield from _reports_in(each)
    else:
        for name in _fields(type(value)):  # type: ignore[arg-type]  # a type has a hash
            held = getattr(value, name)
            if name == "report" and isinstance(held, str):
                yield held
            elif name == "reports" and isinstance(held, tuple):
                yield from (report for report in held if isinstance(report, str))
            if not isinstance(held, str):
                yield from _reports_in(held)
