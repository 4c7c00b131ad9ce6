"""The name of an entry in, the closed class of English there out: `data/en/times_around.toml`."""

from functools import partial
from typing import Final

from onrecord.english import pattern, text, words

time_words: Final = partial(words, "times_around")
"""The words of an entry ("traps.owners")."""

time_pattern: Final = partial(pattern, "times_around")
"""The pattern of an entry ("publication.archive")."""

time_text: Final = partial(text, "times_around")
"""An entry that is a part of patterns ("words.ordinal")."""
