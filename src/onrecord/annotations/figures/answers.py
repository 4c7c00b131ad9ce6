"""A number that answers a question or goes on one count in, what it counts out: "Two, says the ministry".

What a question just before asks the number of, else what was counted last; and who says so, where the words
beside the number tell: "the hospital has seven on its books", "the union expects 20,000".
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.before import Before
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.meant import Bare, closed, counts_a_toll, like, one_size, people
from onrecord.annotations.figures.nouns import noun_phrase
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import NOUNS, SentenceView, child

NEARBY: Final = 300  # code points before a sentence in which a march or the like is spoken of
FEWEST_EXPECTED: Final = 20


def as_last(view: SentenceView, what: Counted, before: Before, giver: Token | None) -> Bare | None:
    """Return the count of what a question just asked for, or of what was counted last."""
    if before.asked and not (before.sentences and before.sentences[-1]):
        return Bare(what=asked_for(view, before.asked, what.node), giver=giver)
    last = before.last(view.text)
    return Bare(what=like(last, what.node), giver=giver) if last is not None else None


def of_one_size(view: SentenceView, quantity: Quantity, before: Before) -> bool:
    """Whether a number may be another for what was counted last: not 150 for "two lines"."""
    last = before.last(view.text)
    return last is None or one_size(quantity.amount.value, last)


def answer(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "Two, says the ministry" counts, where a question just before asks how many."""
    if quantity.hedged.first > 0 or not before.asked or not closed(view, quantity):
        return None
    if before.sentences and before.sentences[-1]:
        return None
    at = max(quantity.amount.last, quantity.hedged.last) + 2
    says = view.listed(view.word(at), "bare.said")
    who = noun_phrase(view, at + 1, articles=True) if says else []
    giver = who[-1] if who else None
    return Bare(what=asked_for(view, before.asked, what.node), giver=giver)


def expected(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "the union expects 20,000" counts, where a march or the like is told of."""
    verb = view.token(quantity.hedged.first - 1)
    if verb is None or verb.lower_ not in figure_words("bare.expecting") or not closed(view, quantity):
        return None
    start = view.lexemes[0].start
    told = view.text[max(0, start - NEARBY) : view.lexemes[quantity.hedged.first].start].lower().split()
    crowd = any(word.strip(".,;:”\"'") in view.lexicon.words["bare.crowds"] for word in told)
    subject = child(verb, "nsubj")
    if not crowd or subject is None or quantity.amount.value < FEWEST_EXPECTED:
        return None
    return Bare(what=people("crowd expected", "expected", what.node), giver=subject)


def made_it(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "our reporters made it 12,000" counts: what was counted last."""
    at = quantity.hedged.first - 1
    verb = view.token(at - 1)
    if view.word(at) != "it" or verb is None or verb.lower_ not in figure_words("bare.making"):
        return None
    if not closed(view, quantity) or not of_one_size(view, quantity, before):
        return None
    return as_last(view, what, before, child(verb, "nsubj"))


def drew(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "the march drew 7,000" counts: the crowd."""
    verb = view.token(quantity.hedged.first - 1)
    if verb is None or verb.lower_ not in figure_words("bare.drawing") or not closed(view, quantity):
        return None
    subject = child(verb, "nsubj")
    crowd = subject is not None and subject.lower_ in view.lexicon.words["bare.crowds"]
    return Bare(what=people(str(subject), "attended", what.node)) if crowd else None


def holds(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "the hospital has seven on its books" counts: those of a toll that was told just before."""
    last = max(quantity.amount.last, quantity.hedged.last)
    first = quantity.hedged.first
    first -= 3 * (view.words(first - 3, 3) in figure_phrases("bare.a_list"))  # "has a list of 131"
    verb = view.token(first - 1)
    listed = view.words(last + 1, 2) in figure_phrases("bare.on_list")
    if verb is None or verb.lower_ not in figure_words("bare.has") or not (listed or closed(view, quantity)):
        return None
    subject, toll = child(verb, "nsubj"), before.last(view.text)
    asked = before.asked and not (before.sentences and before.sentences[-1])
    of_toll = toll is not None and counts_a_toll(view, toll.head) and one_size(quantity.amount.value, toll)
    if subject is None or subject.tag_ not in NOUNS:
        return None
    body = subject.lower_ in figure_words("bare.bodies") and toll is not None and toll.unit == "people"
    counts = body and toll is not None and bool(toll.given_by) and one_size(quantity.amount.value, toll)
    return as_last(view, what, before, subject) if asked or of_toll or counts else None


def as_asked(view: SentenceView, what: Counted, before: Before) -> Counted:
    """Return what a number of plain "people" counts, where a question just before asks how many fled."""
    plain = what.lemma in view.lexicon.words["people.plain"] and not what.state and what.phrase == what.noun
    open_ = before.asked and not (before.sentences and before.sentences[-1])
    if not plain or not open_ or not what.noun:
        return what
    asked = asked_for(view, before.asked, what.node)
    return asked if asked.people else what


def asked_for(view: SentenceView, phrase: str, node: Token | None) -> Counted:
    """Return the count of what a question asks the number of."""
    words = phrase.split()
    if phrase in view.lexicon.words["bare.crowds"]:
        return people(phrase, "attended", node)
    state = next((s for w in words for s in view.lexicon.states if w in s.adjectives | s.verbs), None)
    state = None if state is None or state.things else state
    head = state.name if state is not None else singular(words[0], view.lexicon.singulars)
    of_people = state is not None or head in view.lexicon.words["people.nouns"]
    return Counted(
        phrase=phrase,
        noun=phrase,
        lemma=head,
        head=head,
        people=of_people,
        state=state.name if state else "",
        node=node,
    )
