"""A number within what somebody is quoted for in, whether that is theirs out: no aside, nor another's.

"The Greens, which have nine seats, will vote against it, their leader said": the nine are the report's. "She
said that a stranger had promised that three would be freed": the three are the stranger's. And "found that it
was at fault and ordered it to pay 50,000 crowns" tells of a deed beside what was said.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import child, climb
from onrecord.annotations.quotations.cues import english
from onrecord.model.annotation import Quotation

STEPS: Final = 12  # heads from a number to the verb of saying


def is_beside(around: Around, quotation: Quotation, quantity: Quantity) -> bool:
    """Whether a number stands beside what is said: in the report's own aside, or in a deed joined to it."""
    number, cue = _tokens(around, quotation, quantity)
    if number is None or cue is None or quotation.kind == "direct":
        return False
    path = list(_path(number, cue))
    if cue.pos_ == "VERB" and any(_is_aside(token) or _is_known(token) for token in path):
        return True
    top = path[-1] if path else number
    joined = top.dep_ == "conj" and top.head == cue and top.pos_ == "VERB" and top.i > cue.i
    called = cue.lower_ in figure_words("within.calling") and top.head == cue and top.dep_ == "dobj"
    return joined or called


def told_by_another(around: Around, quotation: Quotation, quantity: Quantity) -> tuple[str, ...] | None:
    """Return who says a number within what another says; None where nobody does, empty if unknown."""
    number, cue = _tokens(around, quotation, quantity)
    if number is None or cue is None or quotation.kind == "direct":
        return None
    if (other := _who_goes_on(around, quotation, cue)) is not None:
        return around.meant(other)
    for token in _path(number, cue):
        verb = token.head
        telling = english().verbs.get(verb.lower_) if token.dep_ == "ccomp" and verb != cue else None
        subject = child(verb, "nsubj") if telling is not None and telling.takes("that") else None
        if subject is None and telling is not None and verb.dep_ == "conj" and not _apart(verb):
            subject = child(verb.head, "nsubj")
        inside = any(piece.start <= verb.idx < quantity.span.start for piece in quotation.content)
        if subject is not None and inside and _speaks(subject):
            return around.meant(subject)
    return None


def _who_goes_on(around: Around, quotation: Quotation, cue: Token) -> Token | None:
    """Return who does what the saying goes on: "said that a stranger had called her and promised that …"."""
    if cue.dep_ != "conj" or cue.head.dep_ != "ccomp" or child(cue, "nsubj", "nsubjpass") is not None:
        return None
    subject = child(cue.head, "nsubj")
    if subject is None or _apart(cue) or quotation.kind != "indirect" or not _speaks(subject):
        return None
    own = [m.span for m in around.found.mentions if m.id in quotation.speakers]
    return None if any(span.start <= subject.idx < span.end for span in own) else subject


def _apart(verb: Token) -> bool:
    """Whether a comma sets a verb apart from what "and" joins it to: "agreed to pay, and joked"."""
    return verb.i > 1 and any(token.text == "," for token in verb.doc[verb.i - 2 : verb.i])


def _speaks(subject: Token) -> bool:
    """Whether a subject can be one who says something: no paper, and no inquiry."""
    unspoken = figure_words("papers.nouns") | figure_words("within.unspoken")
    return subject.tag_ in figure_words("within.speakers") and subject.lower_ not in unspoken


def _tokens(around: Around, quotation: Quotation, quantity: Quantity) -> tuple[Token | None, Token | None]:
    """Return the number's token and that of the verb of saying, where both stand in the sentence."""
    if quotation.cue is None or not around.view.lexemes:
        return None, None
    cue = around.view.token(around.view.lexeme_at(quotation.cue.end - 1))
    inside = cue is not None and quotation.cue.start <= cue.idx < quotation.cue.end
    return around.view.token(quantity.amount.number[1]), cue if inside else None


def _path(number: Token, cue: Token) -> Iterator[Token]:
    """Yield a number and its heads up to what hangs on the verb of saying."""
    for token in (number, *climb(number, STEPS)):
        if token == cue:
            return
        yield token


def _is_known(token: Token) -> bool:
    """Whether a participle says which those are that are spoken of: "the men holding seven sailors asked"."""
    noun = token.head
    subject = token.dep_ == "acl" and noun.dep_ in ("nsubj", "nsubjpass") and token.tag_ in ("VBG", "VBN")
    return subject and any(kid.lower_ in figure_words("within.definite") for kid in noun.lefts)


def _is_aside(token: Token) -> bool:
    """Whether a clause is set off within its sentence: "the mill, which has 60 workers, will close".

    At the end of a sentence it may be what is said: "… at the airport, which can handle 120 flights".
    """
    first = token.left_edge
    if token.dep_ != "relcl" or first.i == 0 or first.nbor(-1).text != ",":
        return False
    verb = next((head for head in climb(token.head, STEPS) if head.pos_ in ("VERB", "AUX")), None)
    return first.lower_ in figure_words("ending.asides") and verb is not None and verb.i > token.i
