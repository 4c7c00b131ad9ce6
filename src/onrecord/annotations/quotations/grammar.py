"""The name of an entry in, the closed class of English there out: `data/en/quotations_grammar.toml`."""

from functools import partial
from typing import Final

from onrecord.english import in_order, pattern, words

quotation_words: Final = partial(words, "quotations_grammar")
"""The words of an entry ("direct.opens_another")."""

quotation_endings: Final = partial(in_order, "quotations_grammar")
"""The endings or beginnings of an entry, in order ("cues.sibilant")."""

quotation_pattern: Final = partial(pattern, "quotations_grammar")
"""The pattern of an entry."""
