"""The name of an entry in, the closed class of English there out: `data/en/names_grammar.toml`."""

from functools import partial
from typing import Final

from onrecord.english import in_order, words

name_words: Final = partial(words, "names_grammar")
"""The words of an entry ("phrases.links")."""

name_endings: Final = partial(in_order, "names_grammar")
"""The endings or beginnings of an entry, in order ("kinds.demonyms")."""
