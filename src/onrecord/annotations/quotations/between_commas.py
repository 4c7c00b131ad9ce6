"""A reporting verb in, the phrase between commas before it out: whose subject the parser lost.

In "The plant has three lines, its director, Osgar Lisle, said" parsers make the director one more line. What
stands right before the verb behind a comma is its subject, be it a phrase by itself ("…, residents there
said") or an office and a name side by side. Told by commas and tags alone.
"""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.joined import FINITE
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import trimmed

BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})
MARKS: Final = frozenset({",", "—", "–", "--", ";", ":"})
NAMES: Final = frozenset({"NNP", "NNPS"})
NOUNS: Final = frozenset({"NN", "NNS", *NAMES})
OPENS: Final = frozenset({"DT", "PRP$", "CD", "NNS", *NAMES})
LONGEST: Final = 14
"""Tokens of a phrase, at most."""


def speaker_between_commas(verb: Token) -> Speaker | None:
    """Return who stands right before a verb, set off by commas; None where no such phrase does."""
    doc = verb.doc
    start, _ = sentence_bounds(verb)
    at = verb.i - 1
    while at > start and doc[at].pos_ in BETWEEN:
        at -= 1
    if doc[at].text != ",":
        own = _phrase(verb, start, at)
        return _speaker(own, _head(own)) if own and _is_phrase(own) else None
    second = _phrase(verb, start, at - 1)
    first = _phrase(verb, start, second[0].i - 2) if second else []
    if not first:
        return None
    both = [*first, *second]
    if _is_name(second) and _is_phrase(first):
        return _speaker(both, second[-1])
    if _is_name(first) and (_is_phrase(second) or second[0].lower_ in quotation_words("clauses.relatives")):
        return _speaker(both, first[-1])
    return None


def speaker_of_whose(verb: Token) -> Speaker | None:
    """Return the one named right before a verb as another's: "the bank, whose head, Karl Hahn, said"."""
    start, _ = sentence_bounds(verb)
    if verb.i - 1 <= start or verb.nbor(-1).text != ",":
        return None
    second = _phrase(verb, start, verb.i - 2)
    first = _phrase(verb, start, second[0].i - 2) if second else []
    if not first or not _is_name(second) or first[0].lower_ not in quotation_words("between_commas.whose"):
        return None
    return _speaker(second, second[-1])


def _phrase(verb: Token, start: int, last: int) -> list[Token]:
    """Return the tokens up to one, from behind the mark before them; none where no mark stands there."""
    first = last
    while first > start and verb.doc[first - 1].text not in MARKS and last - first < LONGEST:
        first -= 1
    set_off = first > start and verb.doc[first - 1].text in MARKS
    return list(verb.doc[first : last + 1]) if set_off and first <= last else []


def _is_phrase(tokens: Sequence[Token]) -> bool:
    """Whether tokens are a noun phrase, with no verb of its own but that of "who were there"."""
    who = next(
        (n for n, t in enumerate(tokens) if t.lower_ in quotation_words("clauses.relatives")), len(tokens)
    )
    bare = tokens[:who]
    return (
        bool(bare)
        and bare[0].tag_ in OPENS
        and any(token.tag_ in NOUNS for token in bare)
        and not any(token.tag_ in {"IN", "JJR", "RBR"} for token in bare[: bare.index(_head(bare))])
        and not any(token.tag_ in FINITE or token.tag_ in {"MD", "VB"} or token.is_quote for token in bare)
    )


def _is_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= 4 and all(token.tag_ in NAMES for token in tokens)


def _speaker(tokens: Sequence[Token], head: Token) -> Speaker:
    words = trimmed(head, tokens[0].i, tokens[-1].i)
    return Speaker(words=words, head=head, reason="what stands between commas before it", set_off=True)


def _head(tokens: Sequence[Token]) -> Token:
    """Return the last noun of a phrase before what hangs on it: "the mayor" of "the mayor of Orm"."""
    nouns: list[Token] = []
    for token in tokens:
        if nouns and token.tag_ not in NOUNS and token.tag_ not in {"POS", "HYPH"}:
            break
        if token.tag_ in NOUNS:
            nouns.append(token)
    return nouns[-1] if nouns else tokens[-1]
