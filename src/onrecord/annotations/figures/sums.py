"""A sum of money that no noun is told of in, what it is a sum of out: "price of the mill".

Money is told by what is done with it. Where its verb has a thing that is bought, it is the price of that;
where it stands after "at" or "for", it is what the verb's subject was told to be at; else it is no more than
a "sum", with the verb's words: of such a head two meet by their number alone (`counting.toml`).
"""

from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.view import NOUNS, SentenceView, child, climb

SUM: Final = "sum"
STEPS: Final = 3  # heads from a sum to its verb


def sum_of(view: SentenceView, quantity: Quantity) -> Counted | None:
    """Return what a sum is told to be; None for what is no money, or stands in no clause."""
    unit_at = quantity.amount.unit_at
    unit = view.token(unit_at[1] if unit_at is not None else quantity.amount.number[1])
    if quantity.counted_by != "money" or unit is None:
        return None
    if (noun := _before_noun(unit)) is not None:
        return _named(view, _words(noun, after=unit), noun, unit)
    verb = next((head for head in climb(unit, STEPS) if head.pos_ in ("VERB", "AUX")), None)
    if verb is None or not view.inside(verb) or verb.lower_ in figure_words("sums.untold"):
        return None  # "he had 40 crowns on him"
    if unit.dep_ in ("nsubj", "nsubjpass") and unit.head == verb:
        return _sum(gone(view, view.lexeme_of(verb)) if verb.pos_ == "VERB" else "", unit)
    linked = unit.dep_ == "pobj" and unit.head.lower_ in figure_words("sums.at")
    if linked and (bought := _bought(verb)) is not None:
        return replace(_sum("", unit), phrase=f"price of {_words(bought)}", lemma="price", head="price")
    subject = child(verb, "nsubj", "nsubjpass")
    if linked and subject is not None and subject.tag_ in NOUNS and subject.i < unit.i:
        return _named(view, f"{_words(subject)} {verb.text}", subject, unit)
    done = unit.head == verb and verb.tag_ in ("VBD", "VBN")
    return _sum(verb.text if done else "", unit)


def _before_noun(unit: Token) -> Token | None:
    """Return the noun that a sum stands before: "a separate $100 million fund"."""
    noun = unit.head
    beside = unit.dep_ in ("nmod", "compound", "nummod", "amod", "quantmod") and noun.i > unit.i
    return noun if beside and noun.tag_ in ("NN", "NNS") else None


def _bought(verb: Token) -> Token | None:
    """Return what is bought or sold: "agreed to buy the mill for 3 million", "was sold for 40,000"."""
    if verb.lower_ not in figure_words("sums.trading"):
        return None
    passive = child(verb, "auxpass") is not None
    what = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    return what if what is not None and what.tag_ in NOUNS else None


def _words(noun: Token, *, after: Token | None = None) -> str:
    """Return a noun with the names and nouns that go before it, as far as they stand after a token."""
    before = [
        kid
        for kid in noun.lefts
        if kid.dep_ in ("compound", "amod", "nmod") and (after is None or kid.left_edge.i > after.i)
    ]
    return str(noun.doc[before[0].i if before else noun.i : noun.i + 1].text)


def _named(view: SentenceView, phrase: str, noun: Token, unit: Token) -> Counted:
    lemma = singular(noun.text, view.lexicon.singulars)
    return Counted(
        phrase=phrase, noun=phrase, lemma=lemma, head=lemma, people=False, state="", node=unit,
    )  # fmt: skip


def _sum(words: str, unit: Token) -> Counted:
    phrase = f"{SUM} {words}".strip()
    return Counted(phrase=phrase, noun=phrase, lemma=SUM, head=SUM, people=False, state="", node=unit)
