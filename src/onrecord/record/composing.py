"""The name of an entry in, the English that records are composed by out: `data/en/composing.toml`."""

from functools import partial
from typing import Final

from onrecord.english import in_order, pattern, text, words

composing_words: Final = partial(words, "composing")
"""The words of an entry ("plans.saying")."""

composing_stems: Final = partial(in_order, "composing")
"""What words begin with, in order ("claims.denying")."""

composing_pattern: Final = partial(pattern, "composing")
"""The pattern of an entry."""

composing_text: Final = partial(text, "composing")
"""An entry that is a part of patterns ("akin.spoken")."""
