"""A number of some among others in, what it counts out: "five of the injured", "two of those hurt".

The others are named by their state alone, so the number has no noun. What is said of the some restricts the
count: five "injured in a critical condition" are no other count than the 22 injured, but fewer of them.
"""

from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.lexicon import State
from onrecord.annotations.figures.meant import Bare, people
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import ENOUGH, LONGEST
from onrecord.annotations.figures.view import SentenceView

MOST_BEFORE: Final = 2  # words between "the" and the state: "the 22 seriously injured"


def of_state(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "nine of the 22 injured", "four of those hurt at the pier" counts."""
    last = max(quantity.amount.last, quantity.hedged.last)
    if view.word(last + 1) != "of" or view.word(last + 2) not in figure_words("among.openers"):
        return None
    for at in range(last + 3, last + 4 + MOST_BEFORE):
        state = _state(view, at, those=view.word(last + 2) in figure_words("among.pointing"))
        if state is None and view.word(at) in figure_words("among.people") and _ends_phrase(view, at):
            return Bare(what=people(_phrase(view, at), view.word(at), what.node))
        if state is not None:
            phrase = _phrase(view, at)
            counted = people(phrase, state.name, what.node)
            return Bare(what=replace(counted, state=state.name))
        if not (
            view.word(at).isdigit() or view.word(at) in view.lexicon.number_words or _is_adverb(view, at)
        ):
            return None
    return None


def _is_adverb(view: SentenceView, at: int) -> bool:
    token = view.token(at)
    return token is not None and token.tag_ == "RB"


def _state(view: SentenceView, at: int, *, those: bool) -> State | None:
    """Return the state of people that a word names by itself: "the injured", "those killed"."""
    word = view.word(at)
    after = view.token(at + 1)
    if not word or (after is not None and after.tag_ in ("NN", "NNS") and after.dep_ != "dobj" and not those):
        return None
    for state in view.lexicon.states:
        named = word in state.adjectives | (state.nouns & figure_words("among.nouns"))
        if not state.things and (named or (those and word in state.verbs)):
            return state
    return None


def _ends_phrase(view: SentenceView, at: int) -> bool:
    """Whether no noun follows: "of the accused", not "of the accused men"."""
    after = view.token(at + 1)
    return after is None or not after.tag_.startswith(("NN", "JJ"))


def _phrase(view: SentenceView, at: int) -> str:
    """Return the state with what says which of them are counted: "injured in a critical condition"."""
    words = [at]
    for index in range(at + 1, min(at + 1 + 2 * LONGEST, len(view.lexemes))):
        word = view.word(index)
        further = len(words) > ENOUGH and word in figure_words("among.prepositions")
        if not word[0].isalnum() or len(words) == LONGEST or further or word in figure_words("among.ends"):
            break
        if word not in figure_words("among.left_out"):
            words.append(index)
    return " ".join(view.lexemes[index].text for index in words)


def who_did(view: SentenceView, quantity: Quantity, what: Counted) -> Bare | None:
    """Return what "five who swam ashore" counts: people, by what they did."""
    last = max(quantity.amount.last, quantity.hedged.last)
    verb = view.token(last + 2)
    aged = view.word(quantity.hedged.first - 1) in figure_words("among.no_people")
    if aged or view.word(last + 1) not in figure_words("among.who"):
        return None
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    words: list[str] = []
    for index in range(last + 2, min(last + 2 + LONGEST, len(view.lexemes))):
        word = view.word(index)
        if not word[0].isalnum() or word in figure_words("among.ends"):
            break
        words.append(view.lexemes[index].text)
    said = [w for w in words if w.lower() not in figure_words("among.left_out")]
    if not said:
        return None
    head = verb.head if verb.pos_ == "AUX" and verb.head.pos_ == "VERB" else verb
    return Bare(what=people(f"people who {' '.join(words)}", head.lemma_.lower(), what.node))
