"""Words in, their classes as reporting cues out: the table of `data/en/quotations.toml`.

Forms are made from lemmas here, so that the finders need no lemmatiser: one look-up of the lower-cased word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from onrecord.annotations.quotations.grammar import quotation_endings, quotation_words
from onrecord.english import english_table

VOWELS: Final = frozenset("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a word can report: its lemma, the classes it belongs to, and its frames by class."""

    lemma: str
    frames: Mapping[str, str] = field(default_factory=dict)
    """Frame ("direct", "that", …) to the first class that gives it."""
    prepositions: Mapping[str, str] = field(default_factory=dict)
    """Preposition to the first class that gives it."""

    def takes(self, frame: str) -> bool:
        """Whether it can take content of this kind."""
        return frame in self.frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Which nouns can speak: words in all their forms, endings, and the things that end so too."""

    people: frozenset[str]
    papers: frozenset[str]
    counts: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]
    making: frozenset[str]
    unsaid: frozenset[str]
    selves: frozenset[str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """All reporting words: verbs and nouns by form, adjectives, fixed phrases."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    phrases: tuple[tuple[str, ...], ...]
    issued: frozenset[str]
    speaking: frozenset[str]
    media: frozenset[str]
    hearers: frozenset[str]
    manner: tuple[str, ...]
    nobody: frozenset[str]
    answers: frozenset[str]
    goes_on: frozenset[str]
    quoting: frozenset[str]
    issuing: frozenset[str]
    courts: frozenset[str]
    voices: "Voices"


@lru_cache(maxsize=1)
def english() -> Cues:
    """Return the reporting words of English."""
    table = english_table("quotations")
    irregular = {lemma: tuple(forms.split()) for lemma, forms in table["irregular"].items()}
    return Cues(
        verbs={
            form: cue
            for cue in _cues(table["verbs"])
            for form in verb_forms(cue.lemma, irregular.get(cue.lemma, ()))
        },
        nouns={form: cue for cue in _cues(table["nouns"]) for form in (cue.lemma, plural(cue.lemma))},
        adjectives={cue.lemma: cue for cue in _cues(table["adjectives"])},
        phrases=tuple(tuple(phrase.split()) for phrase in table["according"]["phrases"]),
        issued=frozenset(
            form for noun in table["documents"]["issued"].split() for form in (noun, plural(noun))
        ),
        speaking=frozenset(table["documents"]["speaking"].split()),
        manner=tuple(table["manner"]["openings"]),
        nobody=frozenset(table["manner"]["nobody"].split()),
        answers=_forms(table["answers"]["verbs"], irregular),
        quoting=_forms(table["quoting"]["verbs"], irregular),
        goes_on=_forms(table["goes_on"]["verbs"], irregular),
        courts=frozenset(table["voices"]["courts"].split()),
        issuing=_forms(table["documents"]["issuing"], irregular),
        media=frozenset(table["documents"]["media"].split()),
        hearers=frozenset(table["documents"]["hearers"].split()),
        voices=_voices(table["voices"]),
    )


def _forms(lemmas: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in verb_forms(lemma, irregular.get(lemma, ())))


def _voices(row: Mapping[str, str]) -> Voices:
    roles = english_table("names")["roles"]
    listed = ("person", "male", "female", "kin", "generic", "unnamed", "body", "standing_body", "places")
    people = {
        *row["others"].split(),
        *roles["bodies_of_people"],
        *(w for name in listed for w in roles[name]),
    }
    things = row["things"].split()
    return Voices(
        people=frozenset(people | {plural(word) for word in people}) | quotation_words("cues.plurals"),
        papers=frozenset(roles["sources"].split()),
        counts=frozenset(roles["quantities"].split()),
        endings=tuple(row["endings"].split()),
        things=frozenset({*things, *map(plural, things)}),
        making=frozenset(row["making"].split()),
        unsaid=frozenset(row["unsaid"].split()),
        selves=frozenset(row["selves"].split()),
        own=frozenset(row["own"].split()),
    )


def _cues(classes: Mapping[str, Any]) -> Iterator[Cue]:
    frames: dict[str, dict[str, str]] = {}
    prepositions: dict[str, dict[str, str]] = {}
    for name, row in classes.items():
        for lemma in row["words"].split():
            for frame in row["frames"]:
                frames.setdefault(lemma, {}).setdefault(frame, name)
            given = prepositions.setdefault(lemma, {})
            for preposition in row.get("prepositions", "").split():
                given.setdefault(preposition, name)
    for lemma, classes_of in frames.items():
        yield Cue(lemma=lemma, frames=classes_of, prepositions=prepositions[lemma])


def verb_forms(lemma: str, irregular: tuple[str, ...] = ()) -> set[str]:
    """Return the forms of a verb; irregular ones take the place of the regular past."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    consonant_y = lemma.endswith("y") and lemma[-2] not in VOWELS
    sibilant = lemma.endswith(quotation_endings("cues.sibilant"))
    third = lemma[:-1] + "ies" if consonant_y else lemma + ("es" if sibilant or lemma == "go" else "s")
    past = lemma[:-1] + "ied" if consonant_y else stem + "ed"
    given = {form for form in irregular if not form.endswith("ing")}
    ing = {form for form in irregular if form.endswith("ing")} or {stem + "ing"}
    return {lemma, third, *ing, *(given or {past})}


def plural(noun: str) -> str:
    """Return the plural of a noun."""
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(quotation_endings("cues.sibilant")) else "s")
