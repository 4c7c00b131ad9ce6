"""The tables of `data/en/figures*.toml` in, look-ups out: what is English about figures, as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from onrecord.annotations.figures.forms import verb_forms
from onrecord.annotations.figures.lexemes import lex
from onrecord.english import english_table
from onrecord.model.annotation import Hedge

Words = tuple[str, ...]
LONGEST: Final = 7
"""Lexemes in the longest phrase that is looked up ("kilometres per hour" has three, "m.p.h" five)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure or of money.

    Attributes:
        name: as the record holds it: "metres", "percent", a currency code.
        one: the singular normal form ("metre", "percentage", "dollar").
        sort: length, mass, duration, percent, money …
    """

    name: str
    one: str
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state that people or things are counted in, and the words that say it (lemmas)."""

    name: str
    verbs: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[Words, ...]
    things: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything English that the finder of figures looks up.

    Attributes:
        raw: the tables as they stand, for plain word lists.
        units: unit by the lower-case lexemes of a form.
        signs: unit by the lexemes of a sign, case kept; `apart` has those that need not touch the number.
        marks: currency by the lexemes of a mark that stands before a number.
        before, after: hedge by the lower-case lexemes of its phrase.
        words: sets of words by their path in the tables, such as "labels.streets".
    """

    raw: Mapping[str, Any]
    units: Mapping[Words, Unit]
    signs: Mapping[Words, Unit]
    apart: frozenset[Words]
    marks: Mapping[Words, Unit]
    before: Mapping[Words, Hedge]
    after: Mapping[Words, Hedge]
    states: tuple[State, ...]
    singulars: Mapping[str, str]
    number_words: frozenset[str]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the tables, read once."""
    raw, units = english_table("figures"), english_table("figures_units")
    measures = [(Unit(name=u["name"], one=u["one"], sort=u["sort"]), u) for u in units["unit"]]
    money = [(Unit(name=u["name"], one=u["one"], sort="money"), u) for u in units["money"]]
    return Lexicon(
        raw=raw,
        units={_key(f): unit for unit, u in measures + money for f in u["forms"]},
        signs={_key(s, fold=False): unit for unit, u in measures + money for s in u.get("signs", ())},
        apart=frozenset(_key(s, fold=False) for _, u in measures for s in u.get("apart", ())),
        marks={_key(m, fold=False): unit for unit, u in money for m in u.get("before", ())},
        before=_phrases(raw["hedges"]["before"]),
        after=_phrases(raw["hedges"]["after"]),
        states=tuple(_state(name, table, raw["irregular"]["verbs"]) for name, table in raw["states"].items()),
        singulars=raw["irregular"]["nouns"],
        number_words=_number_words(raw["numbers"]),
        words={**dict(_word_sets(raw)), **_verbs(raw), "per": frozenset(units["per"]["words"])},
    )


def _key(phrase: str, *, fold: bool = True) -> Words:
    return tuple(lexeme.lower if fold else lexeme.text for lexeme in lex(phrase))


def _phrases(table: Mapping[Hedge, Iterable[str]]) -> dict[Words, Hedge]:
    return {_key(phrase): hedge for hedge, phrases in table.items() for phrase in phrases}


def _state(name: str, table: Mapping[str, Any], irregular: Mapping[str, Any]) -> State:
    return State(
        name=name,
        verbs=_forms(table.get("verbs", ()), irregular),
        adjectives=frozenset(table.get("adjectives", ())),
        nouns=frozenset(table.get("nouns", ())),
        phrases=tuple(_key(phrase) for phrase in table.get("phrases", ())),
        things=table.get("things", False),
    )


def _forms(lemmas: Iterable[str], irregular: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma, irregular))


def _verbs(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return the lists of verbs in all their forms."""
    irregular, change = raw["irregular"]["verbs"], raw["change"]
    every = [*change["up"], *change["down"], *change["neutral"]]
    return {
        "change.up": _forms(change["up"], irregular),
        "change.down": _forms(change["down"], irregular),
        "change.stems": _forms(every, irregular),
        "prepositions.talk": _forms(raw["prepositions"]["talk"], irregular),
        "toll.verbs": _forms(raw["toll"]["verbs"], irregular),
        "givers.verbs": _forms(raw["givers"]["verbs"], irregular),
        "givers.setting": _forms(raw["givers"]["setting"], irregular),
        "givers.speaking": _forms(raw["givers"]["speaking"], irregular),
        "givers.revising": _forms(raw["givers"]["revising"], irregular),
        "givers.correcting": _forms(raw["givers"]["correcting"], irregular),
        "givers.giving": _forms(raw["givers"]["giving"], irregular),
        "givers.claiming": _forms(raw["givers"]["claiming"], irregular),
        "givers.showing": _forms(raw["givers"]["showing"], irregular),
        "givers.confirming": _forms(raw["givers"]["confirming"], irregular),
        "givers.denials": _forms(raw["givers"]["denials"], irregular),
        "bare.said": _forms(raw["bare"]["said"], irregular),
        "measure.verbs": _forms(raw["measure"]["verbs"], irregular),
        "money.acts": _forms(raw["money"]["acts"], irregular),
        "money.cost": _forms(raw["money"]["cost"], irregular),
        "modality.done": _forms(raw["modality"]["done"], irregular),
        "modality.meant": _forms(raw["modality"]["meant"], irregular),
        "modality.thought": _forms(raw["modality"]["thought"], irregular),
        "modality.hypothetical": _forms(raw["modality"]["hypothetical"], irregular),
    }


def _number_words(numbers: Mapping[str, Any]) -> frozenset[str]:
    """Return every word of which one must stand in a sentence that holds a number in words."""
    tables = ("scales", "plurals", "denominators", "multiples")
    return frozenset(numbers["cardinals"]).union(*(numbers[name] for name in tables)) - {"second"}


def _word_sets(raw: Mapping[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    for section, table in raw.items():
        for name, value in table.items():
            if isinstance(value, list):
                yield f"{section}.{name}", frozenset(value)
