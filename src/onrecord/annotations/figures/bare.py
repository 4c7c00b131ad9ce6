"""A number with no noun of its own in, what it counts out: the noun was said before, or is understood.

"The police spoke of 2,500", "put the crowd at 30,000", "the ministry's figure of 103", "a delegation of
nine", "a further 300 could be saved". What was counted last is taken only where the nearest sentence that
counts anything counts but one thing.
"""

from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.among import of_state, who_did
from onrecord.annotations.figures.answers import answer, as_last, drew, expected, holds, made_it, of_one_size
from onrecord.annotations.figures.before import Before
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.levels import moved, of_sum
from onrecord.annotations.figures.meant import (
    Bare,
    closed,
    like,
    noun_of,
    one_size,
    people,
)
from onrecord.annotations.figures.others import half_told, in_number, other_than, others, rest, same_again
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.tolls import REACH, noun_after, toll
from onrecord.annotations.figures.view import SentenceView, child
from onrecord.model.annotation import FigureReading

VERB: Final = 20  # code points before a number in which its verb stands
FEWEST: Final = 2  # people who are counted with no noun at least
STEM: Final = 3  # letters that the forms of one verb share


def resolve(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what a number without a noun counts; None where no words tell."""
    amount = quantity.amount
    if what.phrase or amount.unit is not None or quantity.counted_by != "count" or amount.kind == "plural":
        return None
    if amount.value == int(amount.value) == 1 or amount.value < 0 or what.node is None:
        return None
    for found in (
        _of_group(view, quantity, what),
        of_state(view, quantity, what),
        who_did(view, quantity, what),
        toll(view, quantity, what, before),
        _said(view, quantity, what, before),
        answer(view, quantity, what, before),
        expected(view, quantity, what),
        made_it(view, quantity, what, before),
        drew(view, quantity, what),
        holds(view, quantity, what, before),
        in_number(view, quantity, what),
        half_told(view, quantity, what),
        _charged(view, quantity, what, before),
        _capacity(view, quantity, what),
        _predicate(view, quantity, what, before),
        _of_opening(view, quantity, what, before),
        rest(view, quantity, what, before),
        _further(view, quantity, what, before),
        _former(view, quantity, what, before),
        _colon(view, quantity, what),
        _asked_again(view, quantity, what, before),
        _of_them(view, quantity, what, before),
        same_again(view, quantity, what, before),
        _gone(view, quantity, what, before),
        others(view, quantity, what, before),
        of_sum(view, quantity, what),
        moved(view, quantity, what),
    ):
        if found is not None:
            return found
    return None


def _of_group(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return "a delegation of nine", "a crowd of 300": people, by the name of their group."""
    first = quantity.hedged.first
    if view.word(first - 1) != "of" or not view.listed(view.word(first - 2), "bare.groups"):
        return None
    after = view.token(max(quantity.amount.last, quantity.hedged.last) + 1)
    if not closed(view, quantity) and (after is None or after.pos_ not in ("VERB", "AUX")):
        return None
    noun = view.word(first - 2)
    return Bare(what=people(noun, noun, what.node))


def _said(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what was counted last for a number that somebody gives for it: "the union spoke of 4,000"."""
    if not closed(view, quantity):
        return None
    at = quantity.hedged.first - 1
    at -= view.word(at) in figure_words("tolls.quotes")
    word = view.word(at)
    if word == ":" and _gives_number(view, at):
        return as_last(view, what, before, None) if of_one_size(view, quantity, before) else None
    if word == "of" and view.listed(view.word(at - 1), "bare.figures"):
        if (named := _toll_of(view, at - 1, what)) is not None:
            return named
        owner = view.token(at - 1)
        owner = child(owner, "poss") if owner is not None else None
        return as_last(view, what, before, owner)
    owned = word == "to" and view.word(at - 1) in figure_words("bare.owning")  # "admits to 17"
    verb = at - 1 if owned or word in figure_words("bare.with_a_verb") else at
    if not view.listed(view.word(verb), "bare.said"):
        return _gapped(view, at, what, before) if word in figure_words("bare.with_a_verb") else None
    token = view.token(verb)
    subject = child(token, "nsubj") if token is not None else None
    if subject is None or not (before.asked or of_one_size(view, quantity, before)):
        return None
    return as_last(view, what, before, subject)


def _gives_number(view: SentenceView, colon: int) -> bool:
    """Whether somebody gives a number before a colon: "the ministry gave a higher number: 31"."""
    words = view.words(max(0, colon - REACH), min(REACH, colon))
    gives = any(view.listed(word, "givers.giving") or view.listed(word, "bare.said") for word in words)
    return gives and view.listed(view.word(colon - 1), "bare.figures")


def _toll_of(view: SentenceView, at: int, what: Counted) -> Bare | None:
    """Return the dead of "a death toll of 12", "a toll of 12"."""
    if view.word(at) not in figure_words("bare.tolls"):
        return None
    state = view.lexicon.states[0]
    before = view.word(at - 1)
    injured = next((s for s in view.lexicon.states if before in s.nouns and not s.things), state)
    phrase = f"{before} toll" if before in injured.nouns else "toll"
    return Bare(what=replace(people(phrase, injured.name, what.node), state=injured.name))


def _gapped(view: SentenceView, at: int, what: Counted, before: Before) -> Bare | None:
    """Return "the union of 4,000" after "the police spoke of 2,500": one verb for both."""
    link, names = view.word(at), []
    for index in range(at - 1, max(-1, at - 8), -1):
        if view.word(index) in figure_words("bare.ends"):
            break
        names.append(index)
    else:
        return None
    number = next(
        (i for i in range(names[-1] - 1 if names else at, -1, -1) if view.lexemes[i].kind == "number"), None
    )
    if not names or number is None or view.word(number - 1) != link:
        return None
    put = view.words(max(0, number - REACH), min(REACH, number)) if link == view.word(number - 1) else ()
    set_at = link in figure_words("givers.at") and any(view.listed(w, "givers.setting") for w in put)
    if not (set_at or view.listed(view.word(number - 2), "bare.said")):
        return None
    return as_last(view, what, before, view.token(names[0]))


def _charged(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return "charged with four", "acquitted of two": counts of an indictment, where those were counted."""
    last = before.last(view.text)
    if last is None or last.head not in figure_words("bare.charges") or not closed(view, quantity):
        return None
    if view.word(quantity.hedged.first - 1) not in figure_words("bare.charged"):
        return None
    return Bare(what=like(last, what.node))


def _capacity(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return "licensed to carry 120", "room for 400": the people that a thing holds."""
    word = view.word(quantity.hedged.first - 1)
    if not closed(view, quantity) or not view.listed(word, "bare.capacity"):
        return None
    verb = view.token(quantity.hedged.first - 1)
    holds_it = verb.lemma_.lower() if verb is not None else word
    return Bare(what=people(f"people to {holds_it}", "capacity", what.node))


def _predicate(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return "of the 29, seven were children": children, part of the 29 that were counted before."""
    last = max(quantity.amount.last, quantity.hedged.last)
    opening = figure_phrases("bare.of_all") | figure_phrases("bare.of_these")
    if view.word(last + 1) not in figure_words("bare.be") or view.words(0, 2) not in opening:
        return None
    token = view.token(2)
    noun = view.token(last + 2)
    if noun is not None and noun.tag_ == "NNS" and view.words(0, 2) in figure_phrases("bare.of_these"):
        return _of_last(view, quantity, what, before, noun)
    told = (*before.counts, *(r for readings in before.sentences for r in readings))
    wholes = [r for r in told if token is not None and _says(r, token)]
    if not wholes or noun is None or noun.tag_ != "NNS":
        return None
    kind = like(wholes[-1], what.node)
    return Bare(what=replace(kind, phrase=str(noun.text), noun=str(noun.text)), whole=wholes[-1])


def _of_opening(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "of the 23 counts, he upheld 15" counts: counts upheld, part of the 23."""
    here = before.sentences[-1] if before.here else ()
    verb = view.token(quantity.hedged.first - 1)
    if view.word(0) != "of" or not here or verb is None or verb.tag_ != "VBD" or not closed(view, quantity):
        return None
    whole, value = here[0], quantity.amount.value
    opens = view.lexeme_at(whole.span.start) <= FEWEST
    if not opens or not whole.keep or whole.high is None or value > whole.high:
        return None
    noun = noun_of(whole, view.lexicon.singulars)
    kind = like(whole, what.node)
    return Bare(what=replace(kind, phrase=f"{noun} {verb.text}", noun=noun), whole=whole) if noun else None


def _of_last(
    view: SentenceView, quantity: Quantity, what: Counted, before: Before, noun: Token
) -> Bare | None:
    """Return "of these, 12 were children": children, part of those who were counted last."""
    last = before.last(view.text)
    value = quantity.hedged.low
    if (
        last is None
        or last.unit != "people"
        or value is None
        or (last.high is not None and value > last.high)
    ):
        return None
    kind = like(last, what.node)
    return Bare(what=replace(kind, phrase=str(noun.text), noun=str(noun.text)), whole=last)


def _says(reading: FigureReading, number: Token) -> bool:
    """Whether a token prints the number of a reading that was kept."""
    value = reading.low if reading.low is not None else reading.high
    return reading.keep and value is not None and number.text.replace(",", "") == f"{value:.0f}"


def _further(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return "a further 300 could be saved": more of what was counted last."""
    more = view.word(quantity.hedged.first - 1)
    last = before.last(view.text)
    if more not in figure_words("bare.more") or last is None:
        return None
    if what.node is None or what.node.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT"):
        return None
    if more in figure_words("others.rest") and any(s.name == last.head for s in view.lexicon.states):
        return Bare(what=other_than(view, last, more, what.node))  # nine killed, and "the other three fled"
    word = "further" if more == "another" else more
    counted = like(last, what.node)
    counted = replace(counted, phrase=f"{word} {counted.phrase}")
    return Bare(what=counted)


def _former(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "to 45, up from 33" counts: what was counted last."""
    last = before.last(view.text)
    up = view.words(quantity.hedged.first - 2, 2) in figure_phrases("votes.up_from")
    end = max(quantity.amount.last, quantity.hedged.last) + 1
    ended = closed(view, quantity) or view.word(end) in figure_words("bare.former_ends")
    return Bare(what=like(last, what.node)) if up and last is not None and ended else None


def _colon(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "fewer people than before: about 4,000" counts: the noun of the comparison."""
    colon = quantity.hedged.first - 1
    if view.word(colon) != ":" or not closed(view, quantity):
        return None
    for index in range(colon - 1, max(-1, colon - REACH), -1):
        if view.word(index) in figure_words("bare.compared"):
            return _bare(noun_after(view, index + 1, min(index + 2, colon - 1), what.node))
    return None


def _asked_again(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return "it had asked for three" after "asked for six ministries": one verb, and one thing counted."""
    last = before.last(view.text)
    verb = view.words(quantity.hedged.first - 2, 2)
    if last is None or verb[1:] != ("for",) or not closed(view, quantity):
        return None
    told = view.text[max(0, last.span.start - VERB) : last.span.start].lower().split()[-2:]
    one = len(told) == 2 and told[1] == "for" and told[0][:STEM] == verb[0][:STEM]
    return Bare(what=like(last, what.node)) if one else None


def _of_them(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "there were 50 of them" counts: what was counted last, all over again.

    So does "2,000 of them", where fewer were counted.
    """
    after = view.words(max(quantity.amount.last, quantity.hedged.last) + 1, 2)
    at = quantity.hedged.first
    there = view.words(at - 2, 2) in figure_phrases("bare.there_are") or (
        view.words(at - 3, 3) in figure_phrases("bare.there_are")
    )
    last = before.last(view.text)
    if there and closed(view, quantity) and last is not None and of_one_size(view, quantity, before):
        return Bare(what=like(last, what.node))  # "in 2009 there had been 4,000"
    if last is None or after not in figure_phrases("bare.of_them"):
        return None
    more = last.high is not None and quantity.hedged.low is not None and quantity.hedged.low > last.high
    return Bare(what=like(last, what.node)) if there or more else None


def _gone(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "nine had gone home" counts: people, by what is said of them, where people were counted.

    So do "fourteen were in hospital" and the like, whoever was counted.
    """
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    opens = first == 0 or view.word(first - 1) in figure_words("bare.opens")
    verb = view.token(last + 1)
    if not opens or verb is None or verb.tag_ not in ("VBD", "VBP") or quantity.amount.value < FEWEST:
        return None
    tail = gone(view, last + 1)
    known = before.last(view.text) or before.of_people()
    counted_so = known is not None and known.measure == "count" and one_size(quantity.amount.value, known)
    ill = any(word in figure_words("bare.ill") for word in tail.lower().split())
    if not tail:
        return None
    if known is not None and counted_so and known.unit != "people":
        if known.high is not None and quantity.amount.value > known.high:
            return None
        noun = noun_of(known, view.lexicon.singulars)
        return (
            Bare(what=replace(like(known, what.node), phrase=f"{noun} {tail}", noun=noun)) if noun else None
        )
    return (
        Bare(what=people(f"people {tail}", tail.split()[-1].lower(), what.node))
        if counted_so or ill
        else None
    )


def _bare(what: Counted | None) -> Bare | None:
    return Bare(what=what) if what is not None else None
