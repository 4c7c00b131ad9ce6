"""A quoted region in, whether its marks mean something else out: titles of works, names, scare quotes.

Such words are short, stand within a sentence, and hang on a word that takes a title or name: "on “Day by
Day”", "her book “The Tide”", "known as “Red”", "the so-called “corridor”". A phrase quoted from
somebody looks the same; it's then part of the content of its sentence, and needs no draft of its own.
"""

from typing import Final

from onrecord.annotations.quotations.marks import Region
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentencelike import is_title

TAKES_TITLE: Final = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "CCONJ", "NUM"})
LONGEST: Final = 8


def is_phrase(reading: Reading, region: Region) -> bool:
    """Whether a region is a title, name or phrase within its sentence: no quotation by itself."""
    piece = region.pieces[0]
    words = piece.inner.of(reading.text)
    if len(region.pieces) > 1 or len(words.split()) > LONGEST:
        return False
    before = reading.lead(piece.span.start).of(reading.text).rstrip()
    if not before or before.endswith((".", "!", "?", ":", ",", "—", "–", "-", "”", '"')):
        return False
    last = reading.token_before(piece.span.start)
    if last is None or last.pos_ not in TAKES_TITLE:
        return False
    return is_title(words) or len(words.split()) <= 2 or last.dep_ == "case"
