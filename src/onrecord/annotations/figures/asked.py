"""A question in, what it asks the number of out: "How many have died?": people died.

So does a sentence that says the number is in doubt: "How many walked off is disputed", "How large the crowd
was depends on who is asked". "And the filters?" asks no number, but says what the next one is of.
"""

from typing import Final

from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.view import SentenceView

OPENING: Final = 2  # lexemes before "how many" that may open a sentence: "And how many"
NOUN: Final = 4  # lexemes of what is asked for: "dam engineers"
TOPIC: Final = 7  # lexemes of a question that names what is spoken of next
BACK: Final = 400  # code points back in which a crowd is told of that "it" may be


def question_of(view: SentenceView) -> str:
    """Return what a sentence asks the number of ("people aboard"), else what it asks after, else ""."""
    words = [lexeme.lower for lexeme in view.lexemes]
    asks = words[-1:] == ["?"]
    at = next((i for i in range(len(words)) if tuple(words[i : i + 2]) in figure_phrases("asked.how")), None)
    if at is None or not (asks or at < OPENING):
        return _topic(view) if asks else ""
    return _many(view, at + 2) if words[at + 1] == "many" else _crowd(view, at + 2)


def _many(view: SentenceView, at: int) -> str:
    """Return "people" with what they did for "how many have died"; "" where that isn't told."""
    noun: list[str] = []
    while at < len(view.lexemes) and len(noun) < NOUN:
        token = view.token(at)
        state = any(view.word(at) in state.adjectives for state in view.lexicon.states)
        if token is None or not (token.tag_ in ("NN", "NNS", "JJ") or state):
            break
        noun.append(view.lexemes[at].text)
        at += 1
    while view.word(at) in figure_words("asked.helping"):
        at += 1
    said = view.word(at).isalpha() and view.word(at) not in figure_words("asked.unsaid")
    did = _cut(gone(view, at)) if said else ""
    return " ".join([*(noun or ["people"]), *([did] if did else [])]) if noun or did else ""


def _cut(words: str) -> str:
    """Return words up to those that say of the number that it isn't agreed on."""
    kept = words.split()
    end = next((i for i, word in enumerate(kept) if word.lower() in figure_words("asked.doubt")), len(kept))
    return " ".join(kept[:end])


def _crowd(view: SentenceView, at: int) -> str:
    """Return the crowd of "how large it was", if there is one there or shortly before."""
    near = view.words(at, NOUN)
    start = view.lexemes[0].start
    told = view.text[max(0, start - BACK) : start].lower() if "it" in near else ""
    crowds = view.lexicon.words["bare.crowds"]
    here = next((word for word in near if word in crowds), None)
    return "crowd" if here or any(f" {word} " in told for word in crowds) else ""


def _topic(view: SentenceView) -> str:
    """Return the things that a short question is about: "And the filters?", "Where are the boats?"."""
    words = view.lexemes[:-1]
    if (
        not 2 <= len(words) <= TOPIC
        or words[-2].lower != "the"
        or words[0].lower not in figure_words("asked.topic")
    ):
        return ""
    token = view.token(len(words) - 1)
    return words[-1].lower if token is not None and token.tag_ == "NNS" else ""
