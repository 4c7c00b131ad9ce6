"""A draft's speaker and the report's mentions in, the mentions that speak out.

The mention that holds the head of the speaker words speaks, and those that are joined to it by "and". Where
the head is a role with a name beside it ("the minister, Karl Hahn"), the name does. No guess beyond that.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.model.annotation import Mention, MentionForm

ORDER: Final[dict[MentionForm, int]] = {"name": 0, "role": 1, "pronoun": 2, "description": 3}
WINDOW: Final = 12
"""Mentions that begin before a token and are looked at: more than can nest."""

PEOPLE: Final = frozenset({"person", "organization", "group", "unnamed", "place"})
SPEAKERS: Final = frozenset({"person", "unnamed"})
BODIES: Final = frozenset({"organization", "place"})
STEPS: Final = 3
"""Tokens up from a body's name to the one whose office there it tells."""


def mentions_of(speaker: Speaker | None, mentions: Sequence[Mention], text: str = "") -> tuple[str, ...]:
    """Return the ids of the mentions that a speaker's words are, in order of place; empty if none.

    Args:
        speaker: who says it, as printed.
        mentions: all of the report, in order of place.
        text: the report's; with it a role is followed to the name that is set off behind it.
    """
    if speaker is None:
        return ()
    heads = [speaker.head, *_joined(speaker)]
    at = _holding if speaker.set_off else mention_at
    found = [mention for head in heads if (mention := at(head, mentions)) is not None]
    if speaker.words.of(text).lower() in quotation_words("who.people"):
        found = [_whose_body(speaker.head, one, mentions) or one for one in found]
    if len(found) == 1:
        pronoun = found[0].form == "pronoun" and found[0].chain != found[0].id
        founder = next((m for m in mentions if pronoun and m.id == found[0].chain), found[0])
        found = [_named_behind(founder, mentions, text) or found[0]]
    return tuple(dict.fromkeys(mention.id for mention in sorted(found, key=lambda m: m.span)))


def _whose_body(head: Token, body: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """Return the person of whom a body is told: "Karl Hahn, head of the Bank, who …" is no bank."""
    if body.kind not in BODIES:
        return None
    for _ in range(STEPS):
        head = head.head
        found = mention_at(head, mentions)
        if found is not None and found.kind in SPEAKERS:
            return found
    return None


def _joined(speaker: Speaker) -> list[Token]:
    words = speaker.words
    return [t for t in speaker.head.conjuncts if words.start <= t.idx < words.end and t.dep_ == "conj"]


def mention_at(head: Token, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a noun is: the name of the one it holds, or of what is set beside it."""
    own = _holding(head, mentions)
    if own is not None and own.form == "name":
        return own
    beside = [c for c in head.children if c.dep_ == "appos"]
    if head.dep_ == "appos":
        beside.append(head.head)  # "Karl Hahn, a mayor who said …"
    named = [own, *(_holding(token, mentions) for token in beside)]
    held = [mention for mention in named if mention is not None]
    return min(held, key=lambda m: (ORDER[m.form], m.span), default=None)


def _named_behind(mention: Mention, mentions: Sequence[Mention], text: str) -> Mention | None:
    """Return the name between commas right behind a role: "the mayor, Karl Hahn, …"; by its print alone.

    Parsers take such a name for a noun of its own as often as for an apposition.
    """
    end = mention.span.end
    if mention.form not in ("role", "description") or mention.kind not in SPEAKERS or mention.plural:
        return None
    if text[end : end + 2] != ", ":
        return None
    last = bisect_right(mentions, end + 2, key=lambda m: m.span.start)
    near = mentions[max(0, last - WINDOW) : last + 1]
    names = [m for m in near if end + 2 in _starts(m) and m.form == "name" and m.kind == "person"]
    return next((m for m in names if text[m.span.end : m.span.end + 1] in {",", " "}), None)


def _starts(mention: Mention) -> tuple[int, ...]:
    """Return where a name may begin: itself, or its title ("Colonel Karl Hahn")."""
    title = () if mention.role is None else (mention.role.start,)
    return (mention.span.start, *title)


def _holding(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    last = bisect_right(mentions, token.idx, key=lambda m: m.span.start)
    near = mentions[max(0, last - WINDOW) : last]
    at = [m for m in near if token.idx < m.span.end and m.kind in PEOPLE]
    return min(at, key=lambda m: (ORDER[m.form], len(m.span), m.span), default=None)
