"""Words and names in, how rare they are out: from a table in a package, never from what the store holds."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from onrecord.links.names import plain

KEPT: Final = 20_000  # words, those of some 3,000 reports: with more a process would grow as it reads on
NEVER = 1.0  # Zipf frequency given to words that the table doesn't have: under one in a hundred million


@lru_cache(maxsize=KEPT)
def rarity(word: str) -> float:
    """Return the rarity of a word, from 0 (in every text) to 7 (in hardly any).

    The scale is 8 less the Zipf frequency (log10 of occurrences in a billion words) of wordfreq's English
    list (Speer 2022).
    """
    frequency = _table()(word, "en")
    return max(0.0, 8.0 - max(frequency, NEVER))


@lru_cache(maxsize=1)
def _table() -> Callable[[str, str], float]:
    """Return the table's look-up, which keeps no more words than we do: it would keep 100,000 beside ours."""
    import wordfreq

    wordfreq.CACHE_SIZE = KEPT
    look_up: Callable[[str, str], float] = wordfreq.zipf_frequency
    return look_up


def name_rarity(name: str) -> float:
    """Return the rarity of a name: that of its rarest word, a little more for each further word."""
    words = plain(name).split()
    if not words:
        return 0.0
    scores = sorted((rarity(word) for word in words), reverse=True)
    return min(8.0, scores[0] + 0.25 * sum(scores[1:]) / 2)
