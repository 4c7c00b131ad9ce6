"""Data files in, the words that names go by out.

Everything English that the rules need stands in `data/en/names.toml` and `data/en/names_given.txt`; this
module gives it as sets of lower-case words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from onrecord.annotations.mentions.grammar import name_endings
from onrecord.english import english_list, english_table

Gender = Literal["female", "male"]
Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word sets by use; all lower case. The comments of `names.toml` say what each holds."""

    honorifics: dict[str, Gender | None]
    short_titles: Words
    offices: dict[str, str]
    title_modifiers: Words
    of_what: Words
    persons: Words
    gendered: dict[str, Gender]
    kin: Words
    generic: Words
    unnamed: Words
    bodies: Words
    standing_bodies: Words
    bodies_of_people: Words
    common_places: Words
    organization_words: Words
    place_words: Words
    place_first: Words
    organization_first: Words
    station_first: Words
    matters: Words
    postnominals: Words
    known: dict[str, str]
    adjectives: Words
    furniture: Words
    ages: dict[str, int]
    platforms: Words
    particles: Words
    suffixes: Words
    calendar: Words
    owned_by_places: Words
    firms: Words
    trades: Words
    vessels: Words
    ship_titles: Words
    companies: Words
    apart: Words
    doubtful: Words
    denying: Words
    empty: Words
    counts: Words
    sources: Words
    quantities: Words
    role_stops: Words
    place_prepositions: Words
    towards_place: Words
    ways: Words
    sides: Words
    agency_verbs: Words
    speech_verbs: Words
    unnamed_determiners: Words
    definite_determiners: Words
    pronouns: dict[str, Gender | Literal["plural"]]
    given: dict[str, Gender | None]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the words by which English news names and refers."""
    data = english_table("names")
    titles, roles, kinds, words = (data[part] for part in ("titles", "roles", "kinds", "words"))
    return Lexicon(
        honorifics=_by_gender(titles),
        short_titles=frozenset(titles["before"]["short"]),
        offices=titles["offices"],
        title_modifiers=frozenset(titles["before"]["modifiers"]),
        of_what=frozenset(titles["before"]["of_what"]),
        gendered={word: gender for word, gender in _by_gender(roles).items() if gender},
        known=_known(kinds),
        ages={word: years for years, word in enumerate(words["ages"], start=1)},
        pronouns=_pronouns(data["pronouns"]),
        given=_given(english_list("names_given.txt")),
        **_role_words(roles),
        **_kind_words(kinds),
        **_other_words(words),
    )


def _role_words(roles: Mapping[str, Any]) -> dict[str, Words]:
    same = (
        "kin",
        "generic",
        "unnamed",
        "bodies_of_people",
        "companies",
        "apart",
        "doubtful",
        "denying",
        "empty",
        "counts",
    )
    return {
        "persons": frozenset((*roles["person"], *roles["male"], *roles["female"])),
        "bodies": frozenset(roles["body"]),
        "standing_bodies": frozenset(roles["standing_body"]),
        "common_places": frozenset(roles["places"]),
        "sources": frozenset(roles["sources"].split()),
        "quantities": frozenset(roles["quantities"].split()),
        **{name: frozenset(roles[name]) for name in same},
    }


def _kind_words(kinds: Mapping[str, Any]) -> dict[str, Words]:
    same = ("place_first", "station_first", "matters", "adjectives", "furniture", "firms", "trades")
    return {
        "organization_words": frozenset((*kinds["organization"], *kinds["trades"])),
        "organization_first": frozenset(kinds["org_first"]),
        "place_words": frozenset(kinds["place"]),
        **{name: frozenset(kinds[name]) for name in same},
    }


def _other_words(words: Mapping[str, Any]) -> dict[str, Words]:
    return {name: frozenset(listed) for name, listed in words.items() if name != "ages"}


def singular(word: str) -> str:
    """Return the singular of a lower-case noun, as far as its ending tells."""
    irregular = english_table("names")["plurals"]
    if word in irregular:
        return str(irregular[word])
    for ending in name_endings("lexicon.plural_words"):
        if word.endswith(ending):
            return word[: -len(ending)] + str(irregular[ending])
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(name_endings("lexicon.plural")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _by_gender(table: dict[str, Any]) -> dict[str, Gender | None]:
    both: dict[str, Gender | None] = dict.fromkeys(table.get("either", ()))
    return {**both, **dict.fromkeys(table["male"], "male"), **dict.fromkeys(table["female"], "female")}


def _known(kinds: dict[str, list[str]]) -> dict[str, str]:
    return {
        **dict.fromkeys(kinds["bodies"], "organization"),
        **dict.fromkeys(kinds["groups"], "group"),
        **dict.fromkeys(kinds["regions"], "place"),
    }


def _pronouns(table: dict[str, list[str]]) -> dict[str, Gender | Literal["plural"]]:
    return {
        **dict.fromkeys(table["male"], "male"),
        **dict.fromkeys(table["female"], "female"),
        **dict.fromkeys(table["plural"], "plural"),
    }


def _given(text: str) -> dict[str, Gender | None]:
    found: dict[str, Gender | None] = {}
    for line in text.splitlines():
        label, _, names = line.partition(":")
        gender: Gender | None = {"male": "male", "female": "female"}.get(label)  # type: ignore[assignment]
        if label in ("male", "female", "either"):
            found.update(dict.fromkeys(names.lower().split(), gender))
    return found
