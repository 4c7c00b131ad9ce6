"""The name of an entry in, the words of reports there out that views choose by: `data/en/showing.toml`."""

from functools import partial
from typing import Final

from onrecord.english import words

showing_words: Final = partial(words, "showing")
"""The words of an entry ("wordings.bare")."""
