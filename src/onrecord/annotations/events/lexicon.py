"""`data/en/events*.toml` in, triggers by lemma and words by group out."""

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Final, Literal

from onrecord.english import english_table, words

Frame = Literal["joint", "on", "alone", "befalls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of event, with what counts as one; the fields are those of `events.toml`."""

    sort: str
    frame: Frame
    type: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    poss: str | None = None
    preps: tuple[tuple[str, str], ...] = ()
    to: tuple[str, ...] = ()
    plural: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    unless_modifier: frozenset[str] = frozenset()
    unless_head: frozenset[str] = frozenset()
    unless_prep: frozenset[str] = frozenset()
    bodily: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    no_object: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    object: bool = False
    middle: bool = False
    happens: bool = False
    staged: bool = False
    dated: bool = False
    act: bool = False
    people: bool = False
    small: bool = False
    bare: bool = False
    clausal: bool = False
    orders: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Sorts by lemma of verb (with particle) and noun (with modifier); other words by table and group."""

    verbs: dict[str, Sort]
    nouns: dict[str, Sort]
    open_verbs: dict[str, tuple[Sort, ...]]
    longer: frozenset[str]
    pledged: frozenset[str]
    words: dict[str, dict[str, frozenset[str]]]
    befell: dict[str, str]

    def says(self, table: str, group: str, word: str) -> bool:
        """Whether a word stands in a group of `events_modality.toml`."""
        return word in self.words[table][group]

    def group(self, table: str, word: str, groups: tuple[str, ...]) -> str | None:
        """Return the first of some groups that a word stands in."""
        return next((group for group in groups if word in self.words[table][group]), None)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon of English events."""
    sorts = [_sort(entry) for entry in english_table("events")["event"]]
    more = english_table("events_open")
    beside = [replace(_sort(entry), open=True) for entry in more["event"]]
    open_verbs: dict[str, tuple[Sort, ...]] = {}
    for sort in beside:
        for verb in sort.verbs:
            open_verbs[verb] = (*open_verbs.get(verb, ()), sort)
    groups = {**english_table("events_modality"), "open": more["open"]}
    return Lexicon(
        verbs={verb: sort for sort in reversed(sorts) for verb in sort.verbs},
        nouns={noun: sort for sort in (*reversed(beside), *reversed(sorts)) for noun in sort.nouns},
        open_verbs=open_verbs,
        longer=frozenset(verb.split()[0] for sort in (*sorts, *beside) for verb in sort.verbs if " " in verb),
        pledged=frozenset(more["open"]["pledged"]),
        befell={word: sort for sort, called in more["befell"].items() for word in called},
        words={
            table: {group: frozenset(listed) for group, listed in under.items()}
            for table, under in groups.items()
        },
    )


event_words: Final = partial(words, "events_grammar")
"""The words of an entry of `events_grammar.toml` ("clause.joins")."""


def _sort(entry: dict[str, Any]) -> Sort:
    made: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, dict):
            made[key] = tuple(value.items())
        elif isinstance(value, list):
            made[key] = tuple(value) if key in ("verbs", "nouns", "to") else frozenset(value)
        else:
            made[key] = value
    return Sort(**made)
