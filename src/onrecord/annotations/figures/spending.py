"""A sum that a verb of spending has as its object in, what it is a sum of out: "lost on loans to builders".

The verb tells, with what stands after the sum ("repaid to the town") or who it is that spends.
"""

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.view import NOUNS, SentenceView, child


def spent(view: SentenceView, quantity: Quantity, unit: Token) -> tuple[str, Token] | None:
    """Return the words for what is done with a sum, and the verb; None where no verb of spending has it."""
    verb = unit.head
    if quantity.counted_by != "money" or not view.listed(verb.lower_, "money.acts") or not view.inside(verb):
        return None
    if unit.dep_ == "nsubjpass":
        tail = gone(view, view.lexeme_of(verb) + 1)
        return (f"{verb.text} {tail}", verb) if tail else None
    if unit.dep_ not in ("dobj", "npadvmod"):
        return None
    after = max(quantity.amount.last, quantity.hedged.last) + 1
    tail = gone(view, after) if view.word(after) in figure_words("measured.of_sums") else ""
    subject = child(verb, "nsubj")
    who = subject.text if subject is not None and subject.tag_ in NOUNS else ""
    words = " ".join(part for part in (who, verb.text, tail) if part)
    return (words, verb) if tail or who else None
