"""Words that may name an outlet in, which outlet they name out.

Known are the outlets of the reports at hand and the trade's agencies, by full name, by acronym and by the one
word that a paper is called by; others are known by the last word of their name, or are only described ("state
television").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onrecord.english import english_table
from onrecord.links.linking import linking_pattern
from onrecord.links.names import initials, plain
from onrecord.reports.tables import agencies

MOST_WORDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The outlets of some reports: by plain name, and by each word of it."""

    names: Mapping[str, str]
    by_word: Mapping[str, frozenset[str]]

    def named(self, printed: str, own: str | None) -> str | None:
        """Return the outlet that words in a report by `own` name; None where they name none for certain."""
        words = plain(printed)
        known = self.names.get(words) or self.of_initials(printed) or agencies().get(words)
        if known is not None:
            return self.names.get(plain(known), known)
        if own is not None and words in _parts(own):
            return own
        sharing = self.by_word.get(words, frozenset())
        if " " not in words:
            return self.names[min(sharing)] if len(sharing) == 1 else None
        if is_outlets(words):
            return linking_pattern("outlets.article").sub("", " ".join(printed.split()))
        return None

    def described(self, words: str, own: str | None) -> str | None:
        """Return the one outlet, not the report's own, whose name ends in a description."""
        fits = [name for key, name in self.names.items() if key.endswith(words) and name != own]
        return fits[0] if len(fits) == 1 else None

    def of_initials(self, printed: str) -> str | None:
        """Return the one outlet that an acronym stands for; None where none or several may be meant."""
        if len(printed) < 2 or not printed.isupper():
            return None
        fits = [name for name in self.names.values() if initials(name) == printed.casefold()]
        return fits[0] if len(fits) == 1 else None


def outlets_of(names: Iterable[str | None]) -> Outlets:
    """Return the outlets that reports are by."""
    by_plain = {plain(name): name for name in sorted({name for name in names if name})}
    by_word: dict[str, set[str]] = {}
    for key in by_plain:
        for part in _parts(key):
            by_word.setdefault(part, set()).add(key)
    return Outlets(names=by_plain, by_word={word: frozenset(keys) for word, keys in by_word.items()})


def _parts(name: str) -> frozenset[str]:
    """Return the words by which alone an outlet is called: "the Chronicle", "the agency"."""
    words = citing_table()["outlet"]
    alone = {*words["endings"], *words["short"]}
    return frozenset(word for word in plain(name).split() if word in alone) | {plain(name)}


def is_outlets(words: str) -> bool:
    """Whether a plain name of several words ends as outlets' names do."""
    table = citing_table()["outlet"]
    return words.rsplit(" ", 1)[-1] in table["endings"] or words.endswith(tuple(table["pairs"]))


def is_agency(name: str) -> bool:
    """Whether an outlet's name is an agency's."""
    return name in agencies().values() or plain(name).endswith(tuple(citing_table()["outlet"]["agencies"]))


def citing_table() -> Mapping[str, Any]:
    """Return the table of how English cites."""
    return english_table("citing")
