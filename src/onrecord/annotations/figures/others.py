"""A bare number in, what it counts out where it is all, the rest or some of what was counted before.

"All three", "the other 34", "three others", "655 suspected and 131 confirmed cases", "the shells, three in
number". The rest of a number is told by arithmetic: 34 are the other ones where 26 of 60 were counted.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.before import Before
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.meant import Bare, closed, like, noun_of, people
from onrecord.annotations.figures.nouns import noun_phrase, printed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.tolls import noun_after
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

FEWEST: Final = 3  # "the two" are seldom those that were counted
REACH: Final = 8  # lexemes from "the dead" to the verb that says how many they are


def rest(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "the other 34" counts: what is left of a number told before, less another."""
    first, value = quantity.hedged.first, quantity.amount.value
    if view.word(quantity.amount.first - 1) not in figure_words("others.rest") or not _free(view, quantity):
        return None
    whole = _whole_of_rest(before.told, value)
    if whole is None:
        topic = before.asked if view.word(first - 2) == "the" else ""
        return Bare(what=_named(view, f"other {topic}", topic, what.node)) if topic.isalpha() else None
    noun = noun_of(whole, view.lexicon.singulars) or whole.counts
    counted = like(whole, what.node)
    return Bare(what=_replaced(counted, f"other {noun}"))


def _whole_of_rest(told: Sequence[FigureReading], value: float) -> FigureReading | None:
    """Return the number of which another and this are the two parts, where both were told."""
    exact = [(r, r.low) for r in told if r.low is not None and r.low == r.high and r.part_of is None]
    parts = {(r.unit, low) for r in told if (low := r.low) is not None}
    return next((r for r, low in reversed(exact) if (r.unit, low - value) in parts and low - value > 0), None)


def same_again(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "all three" counts: those of whom that very number was told before."""
    value = quantity.amount.value
    word = view.word(quantity.amount.first - 1)
    if word not in figure_words("others.all") or value < FEWEST or not _free(view, quantity):
        return None
    near = [r for readings in before.sentences for r in readings if r.keep and r.measure == "count"]
    same = [r for r in near if r.low == r.high == value and r.part_of is None]
    if same and len({r.head for r in same}) == 1:
        return Bare(what=like(same[-1], what.node))
    topic = before.asked if word == "the" else ""
    return Bare(what=_named(view, topic, topic, what.node)) if topic.isalpha() else None


def others(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what "three others were let go", "she and 40 others met" counts: more, and of whom."""
    last = max(quantity.amount.last, quantity.hedged.last)
    if view.word(last + 1) != "others" or quantity.amount.value < 2:
        return None
    noun = view.token(last + 1)
    verb = noun.head if noun is not None and noun.dep_ in ("nsubj", "nsubjpass") else None
    known = before.last(view.text)
    joined_to = view.word(quantity.hedged.first - 1) in figure_words("others.joins")
    over = noun.head if noun is not None and noun.dep_ == "dobj" and noun.head.tag_ == "VBD" else None
    if known is not None and known.unit == "people" and not joined_to and (verb or over) is not None:
        if verb is None:
            return Bare(what=_named(view, f"other people {over}", "people", what.node))
        tail = gone(view, view.lexeme_of(verb))
        return Bare(what=_named_so(view, known, f"other {{}} {tail}", what.node))
    beside = noun is not None and noun.dep_ == "conj" and _is_person(noun.head)
    first = view.token(quantity.hedged.first - 2)
    beside = beside or (joined_to and first is not None and _is_person(first))
    return Bare(what=people("other people", "others", what.node)) if beside else None


def other_than(view: SentenceView, known: FigureReading, word: str, node: Token | None) -> Counted:
    """Return the count of others than those counted before: people of their kind, in no state of theirs."""
    return _named_so(view, known, f"{word} {{}}", node)


def _named_so(view: SentenceView, known: FigureReading, phrase: str, node: Token | None) -> Counted:
    """Return a count of people called as others were, and in no state that those are in."""
    words = known.counts.split()
    at = next((i for i, w in enumerate(words) if singular(w, view.lexicon.singulars) != w.lower()), None)
    noun = " ".join(words[: at + 1]) if at is not None else "people"
    return _named(view, phrase.format(noun).strip(), noun.split()[-1], node)


def _is_person(token: Token) -> bool:
    """Whether a token names a person or stands for one: "she and 40 others"."""
    return token.lower_ in figure_words("others.persons") or token.ent_type_ == "PERSON"


def in_number(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "the shells, three in number, had come" counts; and "the dead now number seven"."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    at = first - 1
    if view.word(last + 1) in figure_words("others.be") and view.words(last + 2, 3) in figure_phrases(
        "others.the_number"
    ):
        counted = noun_after(view, last + 5, len(view.lexemes) - 1, what.node)
        return None if counted is None else Bare(what=counted)
    if view.words(last + 1, 2) not in figure_phrases("others.in_number"):
        return _numbering(view, at, what) if view.word(at) in figure_words("others.number") else None
    return _subject(view, at - (view.word(at) in figure_words("others.marks")), what)


def _numbering(view: SentenceView, verb: int, what: Counted) -> Bare | None:
    """Return what "the dead of that night now number seven" counts."""
    end = verb - 1
    while end > 0 and view.word(end) in figure_words("screens.numbering"):
        end -= 1
    start = next((i for i in range(end, max(-1, end - REACH), -1) if view.word(i) == "the"), None)
    if start is None or start == end or any(not w[0].isalnum() for w in view.words(start, end - start)):
        return None
    if view.word(start + 1) in figure_words("among.people"):
        return Bare(what=people(view.word(start + 1), view.word(start + 1), what.node))
    counted = noun_after(view, start + 1, end, what.node)
    return None if counted is None else Bare(what=counted)


def _subject(view: SentenceView, at: int, what: Counted) -> Bare | None:
    token = view.token(at)
    if token is None or token.tag_ != "NNS":
        return None
    before = [kid for kid in token.lefts if kid.dep_ in ("amod", "compound") and token.i - kid.i <= 2]
    phrase = str(token.doc[before[0].i if before else token.i : token.i + 1].text)
    return Bare(what=_named(view, phrase, token.text, what.node))


def half_told(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what the first of "655 suspected and 131 confirmed cases" counts: suspected cases."""
    last = max(quantity.amount.last, quantity.hedged.last)
    kind = view.token(last + 1)
    if (
        kind is None
        or kind.tag_ not in ("JJ", "VBN", "VBD")
        or view.word(last + 2) not in figure_words("others.joins")
    ):
        return None
    after = last + 3
    if not (view.word(after)[:1].isdigit() or view.word(after) in view.lexicon.number_words):
        return None
    tokens = noun_phrase(view, after + 1, articles=False)
    if len(tokens) < 2 or tokens[-1].tag_ != "NNS" or tokens[0].tag_ not in ("JJ", "VBN"):
        return None
    noun = tokens[-1].text
    return Bare(what=_named(view, f"{kind.text} {printed(tokens[1:])}", noun, what.node))


def _free(view: SentenceView, quantity: Quantity) -> bool:
    """Whether no noun follows that the number could be of."""
    after = view.token(max(quantity.amount.last, quantity.hedged.last) + 1)
    verbal = after is not None and (after.pos_ in ("VERB", "AUX") or after.tag_ in ("VBD", "VBN", "MD"))
    return (
        verbal
        or closed(view, quantity)
        or (after is not None and after.tag_ in ("TO", "IN", "RB", "WDT", "WP", "WP$"))
    )


def _named(view: SentenceView, phrase: str, noun: str, node: Token | None) -> Counted:
    lemma = singular(noun, view.lexicon.singulars)
    is_people = lemma in view.lexicon.words["people.nouns"]
    return Counted(
        phrase=phrase, noun=phrase, lemma=lemma, head=lemma, people=is_people, state="", node=node,
    )  # fmt: skip


def _replaced(counted: Counted, phrase: str) -> Counted:
    return replace(counted, phrase=phrase, noun=phrase)
