"""A sentence in, who is told of at its end as saying it out: "…, its leader, Ada Lane, told reporters".

Read off the words, as a parse seldom gets a description and a name before the verb right. What says so may
be a paper: "…, the agency's tally showed".
"""

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.quotations.cues import english

LONGEST: Final = 14  # words at most of those who are told of
REST: Final = 16  # words after the verb that may follow: "said in a statement late on Friday"
WITHIN: Final = 60  # words from the end in which they stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The words for who says what stands before, and the verb."""

    phrase: tuple[Token, ...]
    verb: Token


def ending_of(view: SentenceView) -> Ending | None:
    """Return who is told of at the end of a sentence; None where nobody is."""
    tokens = [token for token in view.sent[-WITHIN:] if not token.is_space]
    for at in range(len(tokens) - 1, 1, -1):
        verb = tokens[at]
        if len(tokens) - at > REST:
            return None
        if _tells(verb, tokens[at + 1 : at + 3]):
            phrase = _before(tokens[:at])
            return Ending(phrase=tuple(phrase), verb=verb) if phrase else None
    return None


def _tells(verb: Token, after: list[Token]) -> bool:
    """Whether a verb ends a sentence by saying who told it, and begins no clause of its own."""
    cue = english().verbs.get(verb.lower_)
    if (
        cue is None
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or cue.frames.get("that") not in figure_words("ending.reports")
    ):
        return False
    word = after[0].lower_ if after else "."
    if cue.takes("listener"):
        return word in figure_words("ending.listeners") or (
            after[0].tag_.startswith("NN") if after else False
        )
    return word in figure_words("ending.after_said")


def _before(tokens: list[Token]) -> list[Token]:
    """Return the words between the comma that ends what is told and the verb of telling."""
    words = list(tokens)
    if words and words[-1].text == ",":
        words.pop()
    phrase = _back_to_comma(words)
    start = len(words) - len(phrase)
    if start and phrase and all(t.tag_ in ("NNP", "NNPS") for t in phrase):
        more = _back_to_comma(words[: start - 1])
        if more and more[0].lower_ in figure_words("ending.of_role") and words[start - 1].text == ",":
            phrase, start = [*more, words[start - 1], *phrase], start - 1 - len(more)
    if start < 1 or words[start - 1].text != ",":
        return []
    verbal = any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in phrase)
    return phrase if 0 < len(phrase) <= LONGEST and not verbal else []


def _back_to_comma(words: list[Token]) -> list[Token]:
    for index in range(len(words) - 1, -1, -1):
        if words[index].text in figure_words("ending.stops"):
            return words[index + 1 :]
    return []
