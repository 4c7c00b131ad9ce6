"""A text in, its telling words with weights out, and how alike two such lists are.

Weights are tf-idf's, with the rarity of a word in English for its idf: no count of what the store holds.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from onrecord.links.linking import linking_endings
from onrecord.links.rarity import rarity
from onrecord.links.streets import tables
from onrecord.links.words import function_words, words_of

_WORD = re.compile(r"[^\W\d_]+")
COMMON = 2.0  # rarity up to which a word tells nothing
RAREST = 6.0  # rarity above which a word is as likely a slip of the pen as a name
KEPT = 60  # words of a text, weightiest first


def terms_of(text: str) -> tuple[tuple[str, float], ...]:
    """Return the telling words of a text, weightiest first, as a vector of length 1."""
    empty = function_words() | _notation()
    words = [word for word in words_of(text) if word not in empty and len(word) > 2 and not word.isdigit()]
    counts = Counter(map(stem, words))
    rare: dict[str, float] = {}
    for word in words:
        rare[stem(word)] = min(rare.get(stem(word), RAREST), rarity(word))
    weights = {word: n**0.5 * (rare[word] - COMMON) for word, n in counts.items() if rare[word] > COMMON}
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    norm = sum(weight * weight for _, weight in kept) ** 0.5
    return tuple((word, round(weight / norm, 3)) for word, weight in kept) if norm else ()


@lru_cache(maxsize=1)
def _notation() -> frozenset[str]:
    return frozenset(tables()["terms"]["notation"])


def alike(left: Mapping[str, float], right: Mapping[str, float]) -> tuple[float, list[str]]:
    """Return the cosine of two sets of weighed terms, and the terms that both have, weightiest first."""
    both = sorted([(-left[word] * right[word], word) for word in left.keys() & right.keys()])
    return -sum([product for product, _ in both]), [word for _, word in both]


def proper_words(text: str) -> frozenset[str]:
    """Return the stems of the words that a text writes with a capital, and never without."""
    capital, small = set[str](), set[str]()
    for match in _WORD.finditer(text):
        (capital if match[0][0].isupper() else small).add(stem(match[0].casefold()))
    return frozenset(capital - small)


def stem(word: str) -> str:
    """Return a word without the ending of its plural and possessive."""
    word = word.removesuffix("'s")
    if len(word) <= 4 or word.endswith(linking_endings("terms.single")) or not word.endswith("s"):
        return word
    for ending in linking_endings("terms.plural"):
        if word.endswith(ending):
            return word.removesuffix(ending) + ("y" if ending == "ies" else ending.removesuffix("es"))
    return word[:-1]
