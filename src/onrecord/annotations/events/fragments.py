"""A mention with all that was found about it in, out: whether it only tells beside what other clauses tell.

"The man who sold the mill", "the crash", a headline of nobody: such a mention supports what it
tells again, but makes no line of its own. What has a day of its own is never one.

Measured on the golden stories (right lines lost, of these without another line of the same happening, lines
told twice that went; dev, then held back): headlines 3, 0, 3 and 2, 0, 2; relative clauses 15, 2, 6 and 20,
3, 6; nouns 12, 4, 7 and 1, 0, 1; what the outlet itself tells under another clause, of nobody known, 7, 1, 4
and 6, 0, 1. A verb that shares a subject has a line: of its own words, it tells nothing twice. Deaths and
injuries are left out of this: it keeps one happening for three lines told twice, and who came to harm must
not be missed.
"""

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon
from onrecord.annotations.events.worth import Candidate, is_sought

LOW = 0.4
"""The confidence of a fragment: below what makes a line of its own."""
UNSURE = 0.7
"""Confidence of a noun up to which its rule is a weak one, or nobody known takes part."""


def is_fragment(candidate: Candidate, words: Lexicon, *, listed: bool, headline: bool, sure: float) -> bool:
    """Whether a mention makes no line of its own.

    Args:
        candidate: The mention.
        words: The lexicon.
        listed: Whether it is of the table of sorts, with all that this asks for.
        headline: Whether it stands in a headline or subhead.
        sure: How sure it is by its own rule.
    """
    trigger = candidate.trigger
    if candidate.standing.reason == "its day" and trigger.sort.happens:
        return True  # "the victims of Monday's crash"
    if candidate.day.fixed:
        return False
    if is_sought(trigger, candidate.standing):
        return False
    if candidate.standing.reason == "in talks" and candidate.known:
        return False
    if trigger.noun:
        return sure <= UNSURE and (candidate.place is None or not candidate.standing.sure)
    if listed or words.says("passage", "harm", trigger.sort.sort):
        return False  # who came to harm counts by itself
    verb, nobody = trigger.token, candidate.known == 0
    if headline and nobody:
        return True
    if verb.dep_ == "relcl":
        return candidate.standing.reason != "wanted to"  # "wants the terms of the loan to be told"
    alone = grammar.child(verb, "nsubj", "nsubjpass") is not None
    done = candidate.standing.modality in ("happened", "ongoing")
    whole = verb.dep_ == "ROOT" or (alone and grammar.first_of_chain(verb).dep_ in ("ROOT", "ccomp"))
    beside = done and candidate.told.voice == "own" and not whole
    return nobody and beside
