"""A place after a number in, what is said there of what it counts out: "gone home", "in hospital"."""

from typing import Final

from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.view import SentenceView

LONGEST: Final = 8  # words that say which are counted
ENOUGH: Final = 3  # words after which a further place is left out
HYPHENS: Final = ("-", "‑")


def gone(view: SentenceView, at: int) -> str:
    """Return what is said of people from their verb on, up to a mark: "gone home", "in hospital"."""
    words: list[int] = []
    for index in range(at, min(at + LONGEST, len(view.lexemes))):
        word, lexeme = view.word(index), view.lexemes[index]
        further = len(words) > ENOUGH and word in figure_words("among.prepositions")
        hyphen = word in HYPHENS and lexeme.glued and bool(words)
        if not (hyphen or word[0].isalnum()) or further or word in figure_words("among.ends"):
            break
        if _day(view, index):
            break
        if lexeme.kind == "number" or word in view.lexicon.number_words:
            break
        if not _helps(view, index):
            words.append(index)
    while words and view.word(words[-1]) in figure_words("among.open_ends"):
        words.pop()
    return "".join(_spaced(view, index) for index in words).strip()


def _spaced(view: SentenceView, index: int) -> str:
    lexeme = view.lexemes[index]
    return lexeme.text if lexeme.glued else f" {lexeme.text}"


def _helps(view: SentenceView, index: int) -> bool:
    """Whether a word is a helping verb or the like, that says nothing of its own."""
    token = view.token(index)
    main = token is not None and token.pos_ == "VERB"
    return view.word(index) in figure_words("among.left_out") and not main


def _day(view: SentenceView, index: int) -> bool:
    """Whether a day begins at a lexeme: "on Tuesday", "last night"."""
    return any(word in figure_words("among.days") for word in view.words(index, 2))
