"""A number in a clause of what somebody means to do in, what it counts out: "branches to close".

So that what is to be done away with is no other count of what there is.
"""

from spacy.tokens import Token

from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_endings, figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView


def to_be_done(view: SentenceView, quantity: Quantity, clause: Clause, what: Counted) -> str:
    """Return what is counted, with what is to be done with it where nothing else restricts it."""
    verb, noun = clause.verb, what.node
    told = clause.telling != "meant" or what.phrase != what.noun or not what.noun
    if told or verb is None or noun is None or quantity.counted_by != "count":
        return what.phrase
    done = _done(verb, noun)
    before = view.word(quantity.hedged.first - 1)
    owned = before in figure_words("intended.there") or before.endswith(figure_endings("shares.possessive"))
    there = owned or any(kid.lower_ in figure_words("intended.there") for kid in noun.lefts)
    if there or not done or view.listed(what.lemma, "holders.heads"):
        return what.phrase
    return f"{what.phrase} to {done}"


def _done(verb: Token, noun: Token) -> str:
    """Return the verb with what goes with it ("do away with"), if the noun is its object; "" if not."""
    lemma = verb.lemma_.lower()
    beside = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    particle = beside is not None and beside.tag_ in ("RP", "RB") and beside.i < noun.i
    if verb.pos_ != "VERB" or (not particle and lemma in figure_words("intended.light")):
        return ""
    if noun.dep_ == "dobj" and noun.head == verb:
        return f"{lemma} {beside.lower_}" if particle and beside is not None else lemma
    if noun.dep_ != "pobj" or not particle or beside is None:
        return ""
    link = noun.head
    return f"{lemma} {beside.lower_} {link.lower_}" if verb in link.ancestors else ""
