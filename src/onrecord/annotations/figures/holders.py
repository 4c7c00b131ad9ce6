"""Numbers of seats, votes and shares in, whose they are out: "won 34 seats, the Greens 29".

Two parties' seats are two quantities, so each number of that kind carries the mention of its holder. A number
beside a second name goes on the first one's count; votes for and against are told apart by their words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_endings, figure_phrases, figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.shares import held_bare, share_of_vote, side_before, side_of
from onrecord.annotations.figures.view import SentenceView, child
from onrecord.annotations.figures.votes import in_points, of_a_vote
from onrecord.model.annotation import FigureReading, Mention
from onrecord.model.span import Span

FAR: Final = 10  # lexemes from one holder's number to the next one's
NAME: Final = 4  # words of a holder's name


def is_shared(view: SentenceView, what: Counted) -> bool:
    """Whether what is counted is held by somebody: seats, votes."""
    return view.listed(what.lemma, "holders.heads")


def goes_on(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return what a number counts that goes on the shares told before it in the sentence; None for others."""
    if quantity.counted_by == "percent" or in_points(quantity):
        other = of_a_vote(view, quantity, what, done)
        return (
            other if other is not None or in_points(quantity) else share_of_vote(view, quantity, what, done)
        )
    if (former := _former(view, quantity, what, done)) is not None:
        return former
    bare = held_bare(view, quantity, what)
    if what.phrase or not done or bare is not None:
        return bare or _voted(view, quantity, what)
    before, reading = done[-1]
    gap = quantity.hedged.first - before.amount.last - 1
    if not view.listed(reading.head, "holders.heads") or not 0 < gap <= FAR or not reading.keep:
        return _voted(view, quantity, what)
    one_unit = quantity.amount.unit in (None, before.amount.unit) and (
        quantity.counted_by == "count" or quantity.counted_by == before.counted_by
    )
    between = view.words(before.amount.last + 1, gap)
    if (
        not one_unit
        or not any(word in figure_words("holders.separate") for word in between)
        or view.word(quantity.hedged.first - 1) == "from"
    ):
        return None
    phrase = reading.counts.partition(" of ")[0].removesuffix(" for")
    against = view.word(max(quantity.amount.last, quantity.hedged.last) + 1) == "against"
    if (
        against
        or (between == ("to",) and reading.head == "vote")
        or between[-2:] in figure_phrases("holders.votes_to")
    ):
        phrase = f"{phrase} against"
    return _like(reading, phrase, what)


def _former(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return what a bare number counts that a percentage came from: "27 percent, down from 33"."""
    first = quantity.hedged.first
    if what.phrase or not done or view.words(first - 2, 2) not in figure_phrases("votes.up_from"):
        return None
    before, reading = done[-1]
    near = first - before.amount.last <= FAR and reading.measure == "percent" and reading.keep
    return _like(reading, reading.counts, what) if near else None


def _like(reading: FigureReading, phrase: str, what: Counted) -> Counted:
    return Counted(
        phrase=phrase,
        noun=phrase,
        lemma=reading.head,
        head=reading.head,
        people=False,
        state="",
        node=what.node,
    )


def counted_so_far(view: SentenceView, quantity: Quantity, what: Counted) -> Counted:
    """Return how far a count has come ("62 percent of the votes counted") apart from what somebody holds."""
    words = view.words(max(quantity.amount.last, quantity.hedged.last) + 1, 6)
    if what.lemma not in figure_words("holders.votes") or "counted" not in words:
        return what
    return replace(
        what, phrase=f"{what.phrase.removesuffix(' counted')} counted", head="vote counted", lemma="count"
    )


def _voted(view: SentenceView, quantity: Quantity, what: Counted) -> Counted | None:
    """Return the votes of "voted by 71 to 38", "approved it 71-38": for, and against."""
    if what.phrase or quantity.counted_by != "count":
        return None
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    near = view.words(max(0, first - FAR), min(FAR, first))
    if not any(view.listed(word, "holders.voting") for word in near) or "from" in near[-4:]:
        return None
    counted = replace(what, noun="votes", lemma="vote", head="vote")
    if view.word(last + 1) == "to" and _is_number(view, last + 2):
        return replace(counted, phrase="votes for")
    if view.word(first - 1) == "to" and _is_number(view, first - 2):
        return replace(counted, phrase="votes against")
    return None


def _is_number(view: SentenceView, index: int) -> bool:
    word = view.word(index)
    return word[:1].isdigit() or word in view.lexicon.number_words


def holder_of(
    view: SentenceView,
    quantity: Quantity,
    clause: Clause,
    mentions: Sequence[Mention],
    *,
    gapped: bool,
) -> str | None:
    """Return the mention of whose share a number is: right before it, after "for", or its verb's subject.

    A `gapped` number has no verb of its own. "Of the 120 seats" all hold.
    """
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    at = first - 1
    while at > 0 and view.listed(view.word(at), "holders.holding"):
        at -= 1
    place = view.lexemes[at].end if at >= 0 else -1
    owned = view.word(at).endswith(figure_endings("shares.possessive"))
    places = (place, place - 2) if owned else (place,)
    before = [m for m in mentions if m.span.end in places and m.form in ("name", "role")]
    if before and view.word(first - 1) != "by":  # "Lane beat Reyes by 212 votes"
        return max(before, key=lambda m: len(m.span)).id
    if view.word(last + 1) == "for" and (given := _starting(view, last + 2, mentions)):
        return given
    if gapped or view.words(first - 2, 2) in figure_phrases("holders.all_of"):
        return None
    subject = _subject_of(clause.verb)
    if subject is None or subject.idx > quantity.span.start:
        return None
    spot = Span(subject.idx, subject.idx + len(subject.text))
    holding = [m for m in mentions if m.span.holds(spot)]
    return max(holding, key=lambda m: len(m.span)).id if holding else None


def _subject_of(verb: Token | None) -> Token | None:
    """Return the subject of a verb, of the one that it goes on, or what "which" stands for."""
    if verb is None:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None and verb.dep_ == "conj":
        subject = child(verb.head, "nsubj", "nsubjpass")
    if subject is not None and subject.lower_ in figure_words("shared.relative") and verb.dep_ == "relcl":
        return verb.head
    return subject


def _starting(view: SentenceView, index: int, mentions: Sequence[Mention]) -> str | None:
    starts = [view.lexemes[i].start for i in (index, index + 1) if i < len(view.lexemes)]
    found = [m for m in mentions if m.span.start in starts]
    return max(found, key=lambda m: len(m.span)).id if found else None


def named_holder(view: SentenceView, quantity: Quantity, clause: Clause, *, gapped: bool) -> str:
    """Return the name of a holder whom no mention names: right before the number, or the subject; else ""."""
    end = quantity.hedged.first - 1
    if view.words(end - 1, 2) in figure_phrases("holders.all_of"):
        return ""
    while end > 0 and view.listed(view.word(end), "holders.holding"):
        end -= 1
    if side := side_of(view, quantity) or side_before(view, end):
        return side
    last = max(quantity.amount.last, quantity.hedged.last)
    if view.word(last + 1) == "for":
        return _name_from(view, last + 2)
    start = end + 1
    while start > 0 and end - start < NAME and _of_name(view, start - 1):
        start -= 1
    if start <= end and any(view.lexemes[i].text[:1].isupper() for i in range(start, end + 1)):
        return view.text[view.lexemes[start].start : view.lexemes[end].end]
    subject = child(clause.verb, "nsubj") if clause.verb is not None and not gapped else None
    if subject is None or subject.tag_ not in ("NNP", "NNPS") or subject.idx > quantity.span.start:
        return ""
    names = [
        t for t in subject.subtree if t.tag_ in ("NNP", "NNPS", "POS") and subject.i - NAME < t.i <= subject.i
    ]
    return " ".join(t.text for t in names if t.tag_ != "POS")


def _name_from(view: SentenceView, start: int) -> str:
    """Return the name that begins at a lexeme: "20,403 for Lucan Prewitt"."""
    end = start
    while end < min(start + NAME, len(view.lexemes)) and _of_name(view, end):
        end += 1
    return view.text[view.lexemes[start].start : view.lexemes[end - 1].end] if end > start else ""


def _of_name(view: SentenceView, index: int) -> bool:
    lexeme = view.lexemes[index]
    mark = lexeme.text in ("'", "’") and lexeme.glued
    name = lexeme.text[:1].isupper() and lexeme.text != "I"
    return mark or (lexeme.kind == "word" and name and index > 0)
