"""Two quotations' words in, whether one foretells what the other tells as done out.

"We will bring our songs" on Friday and "we have brought our songs" on Sunday are two utterances, however many
words they share: what is to come in one has come about in the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.english import english_table
from onrecord.links.occasions import Words
from onrecord.links.words import content_words

__all__ = ["has_come_about"]

NEAR: Final = 4  # words behind a verb within which it tells of what it is done
AHEAD: Final = 3  # words before a verb that tell its time

Deed = tuple[str, str]
"""A verb's plain form and the first word with meaning behind it."""


def has_come_about(first: Words, second: Words) -> bool:
    """Whether one of two foretells what the other tells as done, and doesn't foretell it too."""
    one, other = _deeds(first.words), _deeds(second.words)
    return bool((one.ahead - other.ahead) & other.done) or bool((other.ahead - one.ahead) & one.done)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deeds:
    """What words tell as to come, and what as done."""

    ahead: frozenset[Deed]
    done: frozenset[Deed]


@lru_cache(maxsize=4096)  # words of a report are held against those of many others
def _deeds(words: tuple[str, ...]) -> _Deeds:
    return _Deeds(ahead=frozenset(_ahead(words)), done=frozenset(_done(words)))


def _ahead(words: Sequence[str]) -> Iterator[Deed]:
    """Yield what "will", "shall" or "’ll" tells as to come."""
    known = _tables()
    for n, word in enumerate(words):
        if word in known.will or word.endswith(known.shortened):
            behind = (
                m for m in range(n + 1, min(len(words), n + AHEAD + 1)) if words[m] not in known.between
            )
            at = next(behind, None)
            if at is not None and (what := _what(words, at)):
                yield words[at], what


def _done(words: Sequence[str]) -> Iterator[Deed]:
    """Yield what verbs in the past tell as done."""
    known = _tables()
    for n, word in enumerate(words):
        if (plain := known.past.get(word)) is not None and (what := _what(words, n)):
            yield plain, what


def _what(words: Sequence[str], verb: int) -> str:
    """Return the first word with meaning behind a verb, cut to its stem; nothing where none stands near."""
    for word in words[verb + 1 : verb + 1 + NEAR]:
        if meaning := content_words([word]):
            return next(iter(meaning))
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    """What tells the future, and verbs by their past."""

    will: frozenset[str]
    shortened: tuple[str, ...]
    between: frozenset[str]
    past: Mapping[str, str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    raw = english_table("occasions")["tenses"]
    return _Tables(
        will=frozenset(raw["will"]),
        shortened=tuple(raw["shortened"]),
        between=frozenset(raw["between"]),
        past={past: verb for verb, *forms in map(str.split, raw["past"]) for past in forms},
    )
