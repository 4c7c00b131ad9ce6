"""An amount in, the sign of its change out: "up" in "rose 5 percent", "down" in "lost 190 points"."""

from onrecord.annotations.figures.hedges import Hedged
from onrecord.annotations.figures.view import SentenceView

SKIPPED = (
    "by",
    "just",
    "only",
    "about",
    "around",
    "some",
    "roughly",
    "another",
    "a",
    "an",
    "further",
    "as",
    "much",
    "to",
    "more",
    "nearly",
    "almost",
)
LINKS = (("or",), (",", "or"), ("and",), (",", "and"), ("(",))


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
    at = first - 1
    while at >= 0 and view.word(at) in SKIPPED and view.word(at) != "to" and first - at < 4:
        at -= 1
    token, word = view.token(at), view.word(at)
    noun = token is not None and token.tag_.startswith("NN") and word not in ("up", "down")
    if noun or word in ("cut", "ease", "contract"):
        return ""
    if view.listed(word, "change.up"):
        return "up"
    return "down" if view.listed(word, "change.down") else ""


def _same(view: SentenceView, first: int, before: tuple[int, str] | None) -> str:
    if before is None or before[1] not in ("up", "down"):
        return ""
    between = view.words(before[0] + 1, first - before[0] - 1)
    return before[1] if between in LINKS[:2] else ""
