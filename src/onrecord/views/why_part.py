"""What an evidence sheet is made of."""

from dataclasses import dataclass

from onrecord.model.when import When
from onrecord.views.days import day_of, how_known
from onrecord.views.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing to know, with its name."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an evidence sheet: facts, sentences, and lines of text."""

    heading: str
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Everything that one id rests on."""

    id: str
    kind: str
    title: str
    parts: tuple[Part, ...]


def facts(*pairs: tuple[str, str | None]) -> tuple[Fact, ...]:
    """Return facts of those pairs that have words."""
    return tuple(Fact(name=name, words=words) for name, words in pairs if words)


def day_facts(when: When | None, name: str = "day") -> tuple[Fact, ...]:
    """Return a day with its EDTF, its basis, and how it is known."""
    if when is None:
        return facts((name, "not known: none was read from the words"))
    return facts(
        (name, f"{day_of(when).words} ({when.edtf or 'no value'}, {when.basis})"),
        (f"{name} known by", how_known(when)),
    )
