"""The report's mentions in, the one that a word belongs to out."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotations.events.lexicon import event_words
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Mention


class People:
    """The mentions of a report by the words they cover.

    Args:
        parsed: The report.
        mentions: Its mentions.
    """

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -len(m.span)))
        self._starts = [m.span.start for m in self._mentions]
        self._reach = max((len(m.span) for m in mentions), default=0)
        self._by_id = {m.id: m for m in mentions}
        self._roots: dict[str, int | None] = {}
        self._parsed = parsed

    def covering(self, token: Token) -> list[Mention]:
        """Return the mentions whose span holds a word, the longest first."""
        place, end = token.idx, token.idx + len(token.text)
        last = bisect_right(self._starts, place)
        found = []
        for mention in reversed(self._mentions[:last][-40:]):
            if mention.span.start < place - self._reach:
                break
            if mention.span.end >= end:
                found.append(mention)
        return sorted(found, key=lambda m: -len(m.span))

    def at(self, token: Token) -> Mention | None:
        """Return the mention that a noun phrase with this head is: a name rather than its role."""
        own = self._headed(token)
        if own is not None and own.form == "name":
            return own
        name = next((t for t in token.children if t.dep_ == "appos"), None)
        named = None if name is None else self._headed(name)
        if named is not None and named.form == "name" and named.kind == "person":
            return named
        return own or self._behind(token)

    def _headed(self, token: Token) -> Mention | None:
        for mention in self.covering(token):
            if self._root(mention) == token.i:
                return mention
        inside = [m for m in self.covering(token) if m.form == "name"]
        return inside[0] if inside else None

    def _root(self, mention: Mention) -> int | None:
        if mention.id not in self._roots:
            tokens = self._parsed.tokens_in(mention.span)
            self._roots[mention.id] = None if tokens is None else tokens.root.i
        return self._roots[mention.id]

    def _behind(self, token: Token) -> Mention | None:
        """Return who stands behind a head that is no mention: "a delegation of Weirholm"."""
        if token.lemma_ not in event_words("people.stand_for"):
            return None
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in event_words("people.of"):
                for noun in prep.children:
                    found = self._headed(noun)
                    if found is not None:
                        return found
        return next(
            (m for t in token.children if t.dep_ in ("amod", "compound") and (m := self._headed(t))), None
        )

    def kind(self, mention: str) -> str:
        """Return the kind of a mention, by id."""
        return self._by_id[mention].kind

    def named(self, mention: Mention) -> bool:
        """Whether it is known who or what a mention is: a name, a role or group, a pronoun with its name."""
        return mention.form in ("name", "role", "description") or mention.chain not in (None, mention.id)
