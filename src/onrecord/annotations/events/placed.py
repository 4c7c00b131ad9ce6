"""A report's time expressions in, those that tell a day or time with the words that they stand with out."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.events.lexicon import event_words
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A time expression with the word at the head of its phrase."""

    timex: Timex
    head: Token
    start: int
    end: int


def in_sentence(parsed: Parsed, timexes: Sequence[Timex]) -> list[Placed]:
    """Return the expressions that tell a day or time, each with its head word."""
    placed = []
    for timex in timexes:
        tokens = parsed.tokens_in(timex.span)
        as_of = (
            tokens is not None and parsed.doc[max(0, tokens.start - 2) : tokens.start].text.lower() == "as of"
        )
        if tokens is not None and timex.type in ("DATE", "TIME") and not as_of:
            placed.append(Placed(timex=timex, head=tokens.root, start=tokens.start, end=tokens.end))
    return placed


def is_one_day(each: Placed) -> bool:
    """Whether an expression tells a single day."""
    day = each.timex.when.date
    return day is not None and day.first is not None and day.first == day.last


def held_by(each: Placed) -> Token | None:
    """Return the verb or event noun that an expression hangs on."""
    token = each.head
    if token.dep_ in ("poss", "compound", "nmod", "amod"):
        return token.head
    for _ in range(6):
        head = token.head
        if head == token:
            return None
        if head.pos_ in ("VERB", "AUX") or (head.pos_ == "ADJ" and head.lower_ in event_words("days.due")):
            return head
        if head.pos_ in ("NOUN", "PROPN") and not each.start <= head.i < each.end:
            return head
        token = head
    return None


def introduced(each: Placed) -> str:
    """Return the preposition before an expression; empty where there is none."""
    before = each.head.head if each.head.dep_ == "pobj" else None
    return "" if before is None else before.lower_
