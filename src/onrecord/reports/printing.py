"""The name of an entry in, the English there out, by which bylines and the like are read: `printing.toml`."""

from functools import partial
from typing import Final

from onrecord.english import in_order, pattern, text, words

printing_words: Final = partial(words, "printing")
"""The words of an entry ("byline.roles")."""

printing_endings: Final = partial(in_order, "printing")
"""The endings or beginnings of an entry, in order ("byline.agencies")."""

printing_pattern: Final = partial(pattern, "printing")
"""The pattern of an entry ("captions.shows")."""

printing_text: Final = partial(text, "printing")
"""An entry that is a part of patterns ("dateline.between")."""
