"""An amount in, the sign of its change out: "up" in "rose 5 percent", "down" in "lost 190 points"."""

from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.hedges import Hedged
from onrecord.annotations.figures.view import SentenceView

STEPS = 4  # lexemes that may stand between the word of change and its number


def change_of(view: SentenceView, hedged: Hedged, before: tuple[int, str] | None) -> str:
    """Return the change of an amount: a bound's sign first, then the direction, then "~" or "=".

    Args:
        view: the sentence.
        hedged: the amount's hedge and place.
        before: last lexeme and change of the amount before it; "190 points, or 0.6%" goes the same way.
    """
    if hedged.sign in "<>":
        return hedged.sign
    return _direction(view, hedged.first) or _same(view, hedged.first, before) or hedged.sign


def _direction(view: SentenceView, first: int) -> str:
    """Return "up" or "down" where a word of change governs the number ("rose by 5", "fell to 5"), else ""."""
    at = first - 1
    while at >= 0 and view.word(at) in figure_words("change.skipped") and first - at < STEPS:
        at -= 1
    if view.word(at) == "to" and at == first - 1:
        return _of_word(view, at - 1)
    if "by" in view.words(at + 1, first - at - 1):
        return next((way for back in range(STEPS) if (way := _of_word(view, at - back))), "")
    return _of_word(view, at)


def _of_word(view: SentenceView, at: int) -> str:
    token, word = view.token(at), view.word(at)
    if token is None or word in figure_words("change.no_verb"):
        return ""
    if word in figure_words("change.particles"):
        gave_up = token.dep_ == "prt" and not _moving(view, token.head.lower_)
        return "" if gave_up else word
    if token.tag_.startswith("NN"):
        return ""
    if view.listed(word, "change.up"):
        return "up"
    return "down" if view.listed(word, "change.down") else ""


def _moving(view: SentenceView, word: str) -> bool:
    return view.listed(word, "change.stems")


def _same(view: SentenceView, first: int, before: tuple[int, str] | None) -> str:
    """Return the change of the number before, where this one says the same in another measure."""
    if before is None or before[1] not in figure_words("change.particles"):
        return ""
    between = view.words(before[0] + 1, first - before[0] - 1)
    return before[1] if between[-1:] == ("or",) and len(between) < STEPS else ""
