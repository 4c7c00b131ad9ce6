"""A bare number in, the level of a thing that it gives out: "a deficit of 300 million", "rose to 64"."""

from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.meant import Bare, closed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView, child

FEWEST: Final = 10  # of less, "rose to third" and the like tell a place
NEAR: Final = 5  # lexemes from the verb to its number


def of_sum(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return the sum that a number without a currency is told to be: "a deficit of 300 million"."""
    first = quantity.hedged.first
    noun = view.word(first - 2)
    if view.word(first - 1) != "of" or noun not in figure_words("levels.sums") or not closed(view, quantity):
        return None
    return _level(noun, noun, what, view)


def moved(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what rose, fell or stood at a number: "imports rose to 4.1 billion", "complaints reached 64"."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    if quantity.amount.value < FEWEST or not closed(view, quantity) or view.word(last + 1) == "or":
        return None  # "rose to 40 or even 50 percent"
    to = view.word(first - 1) in figure_words("levels.to")
    near = range(first - 1 - to, max(-1, first - 1 - NEAR), -1)
    at = next((i for i in near if _moves(view, view.word(i), to=to)), None)
    verb = view.token(at) if at is not None else None
    subject = child(verb, "nsubj") if verb is not None and verb.pos_ == "VERB" else None
    if subject is None or subject.i > (verb.i if verb is not None else 0):
        return None
    named = subject.tag_ == "NNS" or subject.lower_ in figure_words("levels.named")
    if not named or singular(subject.text, view.lexicon.singulars) in view.lexicon.words["keep.not_heads"]:
        return None
    if view.listed(subject.lower_, "toll.heads"):
        return None
    before = [kid for kid in subject.lefts if kid.dep_ in ("amod", "compound") and subject.i - kid.i <= 2]
    start = before[0].i if before else subject.i
    return _level(str(subject.doc[start : subject.i + 1].text), subject.text, what, view)


def _moves(view: SentenceView, word: str, *, to: bool) -> bool:
    if to:
        return view.listed(word, "change.stems")
    return word in figure_words("levels.reaching")


def _level(phrase: str, noun: str, what: Counted, view: SentenceView) -> Bare:
    head = singular(noun, view.lexicon.singulars)
    people = head in view.lexicon.words["people.nouns"]
    return Bare(
        what=Counted(
            phrase=phrase, noun=phrase, lemma=head, head=head, people=people, state="", node=what.node
        )
    )
