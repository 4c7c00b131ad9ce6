"""Readings of one sentence in, which is part of which out: "12 people, including five children"."""

from collections.abc import Sequence

from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.span import Span

FAR = 4
CLAUSE = 9  # lexemes from "of which" to the number that ends its clause
LONGEST_TAIL = 7
LONGEST_STEP = 7  # lexemes from one member of a list to the next


def opens_part(view: SentenceView, first: int, last: int) -> bool:
    """Whether a number (lexemes first to last with hedge) is said to be a part of one before it."""
    if dismissed(view, first, last):
        return True
    if view.words(last + 1, 2) in figure_phrases("parts.of_them") and first > 0:
        return "there" not in view.words(
            max(0, first - 3), min(3, first)
        )  # "there were 50 of them": all there are
    for back in range(FAR):
        end = first - back
        if any(
            len(w) <= end and view.words(end - len(w), len(w)) == w for w in figure_phrases("parts.openers")
        ):
            return True
        if (
            end < 1
            or view.word(end - 1) not in figure_words("parts.list")
            or view.word(end - 1) in figure_words("parts.joins")
        ):
            return False
    return False


def dismissed(view: SentenceView, first: int, last: int) -> str:
    """Return the verb of "of which it has dismissed 180"; "" where no part is told so."""
    after = view.word(last + 1)
    if after[:1].isalnum() or after in ("(", "-"):
        return ""
    for at in range(first - 2, max(0, first - CLAUSE), -1):
        if not view.word(at)[:1].isalpha():
            return ""
        if view.words(at, 2) in figure_phrases("parts.of_which"):
            return view.lexemes[first - 1].text if first - at > 2 else ""
    return ""


def tail_of(view: SentenceView, last: int) -> str:
    """Return the words after a part's number that say which are counted; "" where there are none.

    "Four of them in serious condition", "five in Ames and four in Bell".
    """
    start = last + 3 if view.words(last + 1, 2) in figure_phrases("parts.of_them") else last + 1
    if start == last + 1 and not view.listed(view.word(start), "bare.places"):
        return ""
    end = start - 1
    while end - last < LONGEST_TAIL and view.word(end + 1)[:1].isalpha() and view.word(end + 1) != "and":
        end += 1
    return view.text[view.lexemes[start].start : view.lexemes[end].end] if end >= start else ""


def goes_on(view: SentenceView, end: int, first: int) -> bool:
    """Whether a number goes on the list of the one before, which ended at `end`: "… and five children"."""
    at = first - 1
    if first - end > LONGEST_STEP or view.word(at) not in figure_words("parts.joins"):
        return False
    tokens = (view.token(index) for index in range(end + 1, first))
    return not any(
        token is None or token.pos_ in ("VERB", "AUX") or token.lower_ in figure_words("parts.ends")
        for token in tokens
    )


def whole_of(places: Sequence[tuple[Span, float | None]], place: Span, value: float | None) -> int | None:
    """Return the index of the nearest reading before a place that is no smaller; None if there is none."""
    for index in range(len(places) - 1, -1, -1):
        span, size = places[index]
        if span.end <= place.start and (size is None or value is None or size >= value):
            return index
    return None
