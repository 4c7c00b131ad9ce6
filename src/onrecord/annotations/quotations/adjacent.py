"""A reporting verb in, the noun phrase beside it out: for where the parser was led astray by the marks."""

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.speakers import NOMINAL, trimmed

SKIPPED = frozenset({"DET", "ADJ", "ADV", "AUX", "PART", "NUM", "PUNCT"})
REACH = 12


def speaker_beside(reading: Reading, verb: Token) -> Speaker | None:
    """Return the noun phrase that stands next to a verb: after it in the inverted order, else before it."""
    cue = reading.cues.verbs.get(verb.lower_)
    listens = cue is not None and cue.takes("listener")
    found = (None if listens else _after(reading, verb)) or _before(reading, verb)
    return None if found is None or found.head.ent_type_ in {"DATE", "TIME"} else found


def _after(reading: Reading, verb: Token) -> Speaker | None:
    doc = verb.doc
    i = verb.i + 1
    while i < min(len(doc), verb.i + REACH) and doc[i].pos_ in {"DET", "ADJ", "NUM"}:
        i += 1
    if i >= len(doc) or doc[i].pos_ not in NOMINAL or reading.piece_at(doc[i].idx) is not None:
        return None
    head = doc[i]
    while head.head.i > head.i and head.dep_ in {"compound", "nmod", "amod", "poss", "det"}:
        head = head.head
    if reading.piece_at(head.idx) is not None:
        return None
    last = head.i
    while (
        last < head.right_edge.i and reading.piece_at(doc[last + 1].idx) is None and doc[last + 1].text != "."
    ):
        last += 1
    return Speaker(words=trimmed(head, verb.i + 1, last), head=head, reason="the words after the verb")


def _before(reading: Reading, verb: Token) -> Speaker | None:
    doc = verb.doc
    i = verb.i - 1
    while i > max(0, verb.i - REACH) and doc[i].pos_ in SKIPPED:
        i -= 1
    if i < 0 or doc[i].pos_ not in {"NOUN", "PROPN", "PRON"} or reading.piece_at(doc[i].idx) is not None:
        return None
    head = doc[i]
    first = head.left_edge.i
    while first < head.i and reading.piece_at(doc[first].idx) is not None:
        first += 1
    return Speaker(words=trimmed(head, first, head.i), head=head, reason="the words before the verb")
