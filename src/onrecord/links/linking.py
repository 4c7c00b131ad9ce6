"""The name of an entry in, the English that reports are linked by out: `data/en/linking.toml`."""

from functools import partial
from typing import Final

from onrecord.english import in_order, pattern, words

linking_words: Final = partial(words, "linking")
"""The words of an entry ("offices.former")."""

linking_endings: Final = partial(in_order, "linking")
"""The endings of an entry, in order."""

linking_pattern: Final = partial(pattern, "linking")
"""The pattern of an entry."""
