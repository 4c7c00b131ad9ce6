"""Words with classes in, readings of time expressions out.

The grammar in `data/en/times_grammar.toml` is made of patterns over word classes. Each class and each
word that a pattern names is given one character; a sentence becomes a string of them, on which the
patterns run as regular expressions: they can't see inside a word, and a sentence of n words costs n
characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotations.timexes import lexicon
from onrecord.annotations.timexes.words import Word
from onrecord.english import english_table

_ITEM = re.compile(r"(?P<name>[A-Za-z][\w]*)(?::(?P<as>\w+))?|(?P<sign>[()|?*])|(?P<blank>\s+)")
_MARKS = {"DASH": "-–—‑", "COMMA": ",", "DOT": ".", "QUOTE": "'"}
_PRIVATE = 0xE000  # first code point of the private use area
_OTHER = chr(_PRIVATE - 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read some words: the form of the pattern, the captured words, and which words it covers."""

    form: str
    words: dict[str, Word]
    first: int
    end: int
    order: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns with the character of each class and of each word that they name."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    letters: dict[str, str]
    triggers: frozenset[str]

    def coded(self, words: list[Word]) -> str:
        """Return one character a word."""
        return "".join(self._letter(word) for word in words)

    def _letter(self, word: Word) -> str:
        return self.letters.get(word.low) or self.letters.get(word.kind.upper(), _OTHER)

    def readings(self, words: list[Word]) -> Iterator[Reading]:
        """Yield every pattern's readings of a sentence, not sorted."""
        coded = self.coded(words)
        if not self.triggers.intersection(coded):
            return
        for order, (form, pattern) in enumerate(self.patterns):
            for match in pattern.finditer(coded):
                named = {
                    name.partition("__")[0]: words[match.start(name)]
                    for name, got in match.groupdict().items()
                    if got
                }
                yield Reading(form, named, match.start(), match.end(), order)


@lru_cache(maxsize=1)
def english() -> Grammar:
    """Return the English grammar."""
    table = english_table("times_grammar")
    letters: dict[str, str] = {}
    for name, marks in _MARKS.items():
        letters.update(dict.fromkeys(marks, _letter_for(name, letters)))
    patterns = [
        (form, _compiled(pattern, table["macros"], letters))
        for form, forms in table["forms"].items()
        for pattern in forms
    ]
    widened = _widened(letters)
    compiled = tuple((form, re.compile(pattern.translate(widened))) for form, pattern in patterns)
    strong = {letter for name, letter in letters.items() if name.isupper() and name not in _WEAK}
    named = {
        letter for letters_of in widened.items() if chr(letters_of[0]) in strong for letter in letters_of[1]
    }
    return Grammar(
        patterns=compiled,
        letters=letters,
        triggers=frozenset(strong | named | {letters["that"], letters["period"], letters["overnight"]}),
    )


# Classes that alone make no time expression: a sentence that has only these is skipped.
_WEAK = frozenset({
    "DD", "NUM", "ONE", "VAGUE", "APPROX", "LAST", "THIS", "NEXT", "PREVIOUS", "FOLLOWING", "COUPLE", "HALF",
    "HALFOF", "ORDINAL", "EDGE", "CMP", "EACH", "PER", "TIMES", "ADDITIONAL", *_MARKS,
})  # fmt: skip


def _widened(letters: dict[str, str]) -> dict[int, str]:
    """Return, for each class with words that some pattern names, the set of all their letters.

    A word that a pattern names has its own letter everywhere, so its class must let that in too.
    """
    sets: dict[str, str] = {}
    for name, letter in letters.items():
        entry = lexicon.english().words.get(name)
        if entry is not None and name.islower():
            kind = _letter_for(entry.kind.upper(), letters) if entry.kind.upper() in letters else None
            if kind:
                sets[kind] = sets.get(kind, kind) + letter
    return {ord(kind): f"[{both}]" for kind, both in sets.items()}


def _letter_for(name: str, letters: dict[str, str]) -> str:
    return letters.setdefault(name, chr(_PRIVATE + len(letters)))


def _compiled(pattern: str, macros: dict[str, str], letters: dict[str, str]) -> str:
    while "$" in pattern:
        pattern = re.sub(r"\$(\w+)", lambda match: macros[match[1]], pattern)
    out: list[str] = []
    for number, item in enumerate(_ITEM.finditer(pattern)):
        if item["sign"]:
            out.append("(?:" if item["sign"] == "(" else item["sign"])
        elif item["name"]:
            letter = _named(item["name"], letters)
            out.append(f"(?P<{item['as']}__{number}>{letter})" if item["as"] else letter)
    return "".join(out)


def _named(name: str, letters: dict[str, str]) -> str:
    if name == "POSS":
        return _letter_for("QUOTE", letters) + _letter_for("s", letters)
    return _letter_for(name, letters)
