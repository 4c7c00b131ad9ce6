"""A reading's clause and the report's time expressions in, as-of day and beginning out.

A count's own day is printed ("by Friday", "on Tuesday put the toll at 45") or follows from the tense: what
is told in the present or the present perfect holds for the day of the report. The day of a past event is no
day of a count, so a plain past has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import Quotation, Timex
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When

FAR = 80  # code points from "since" to the day in "since the strike began on May 1"
TYPES = ("DATE", "TIME")
OPENING = 6  # code points before a day that opens a sentence: "On Friday"
NEAR = 24  # code points between a toll's number and its day: "45 people late on Friday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """As-of day and beginning of a count; None where no words of the report tell."""

    as_of: When | None
    since: When | None


def days_of(
    view: SentenceView, clause: Clause, timexes: Sequence[Timex], *, number: Span, toll: bool
) -> Days:
    """Return the days printed for a count; `toll`: the verb reports a count ("the toll rose to …")."""
    text = view.text
    here = [t for t in timexes if clause.span.overlaps(t.span) or _close(t.span, clause.span)]
    since = _since(text, [t for t in timexes if _in(view, t.span) and _of_clause(view, clause, t.span)])
    left = [t for t in here if t.type in TYPES and t.when != since]
    return Days(as_of=_stated(view, left, number, toll=toll), since=since)


def as_said(quotation: Quotation | None) -> When | None:
    """Return the day on which a count was given, where the report tells when its speaker said it."""
    said = quotation.said if quotation is not None else None
    if said is None or said.edtf is None or said.basis == "open":
        return None
    return When(
        edtf=said.edtf,
        basis="inferred",
        printed=said.printed,
        span=said.span,
        rule="count-as-said",
        anchor=said.edtf,
        reason="the count is given in what was said then",
    )


def _in(view: SentenceView, span: Span) -> bool:
    return bool(view.sent.start_char <= span.start < view.sent.end_char)


def _close(span: Span, clause: Span) -> bool:
    return 0 <= span.start - clause.end <= 5


def _stated(view: SentenceView, timexes: Sequence[Timex], number: Span, *, toll: bool) -> When | None:
    """Return the day that dates the count: "by Friday"; of a toll also "rose to 45 on Friday"."""
    for timex in timexes:
        if view.text[timex.span.end : timex.span.end + 2].lower() in ("'s", "’s"):
            continue  # "Friday's flood" dates the flood
        before = view.text[max(0, timex.span.start - 8) : timex.span.start].lower().rstrip()
        printed = timex.span.of(view.text).lower()
        if any(
            f" {before}".endswith(f" {word}") or printed.startswith(word + " ")
            for word in figure_words("days.as_of")
        ):
            return timex.when
        counts = timex.when.edtf is not None or timex.when.rule is not None
        if toll and counts and _at_verb(view, timex.span, number, before):
            return timex.when
    return None


def _at_verb(view: SentenceView, day: Span, number: Span, before: str) -> bool:
    """Whether a day dates the verb of a toll: right at the number, or at the sentence's start."""
    word = before.rpartition(" ")[2]
    at_start = day.start - view.sent.start_char <= OPENING and word in figure_words("days.at_start")
    return at_start or (
        number.end <= day.start <= number.end + NEAR
        and (word in figure_words("days.at_start") or word.isdigit())
    )


def _of_clause(view: SentenceView, clause: Clause, day: Span) -> bool:
    """Whether a day hangs on the clause's verb, not on one told of beside: "hostages held since May"."""
    token = next(iter(view.tokens_from(view.lexeme_at(day.start))), None)
    while token is not None and token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    for _ in range(4):  # "since the strike began on May 1": the strike's verb hangs on the count's
        if token is None or clause.verb is None or token == clause.verb:
            return True
        if token.dep_ not in ("advcl", "xcomp", "conj", "ccomp", "pcomp"):
            return False
        token = token.head if token.dep_ != "pcomp" else token.head.head
    return True


def _since(text: str, timexes: Sequence[Timex]) -> When | None:
    for timex in timexes:
        if timex.span.of(text).lower().startswith("since "):
            return timex.when
        before = text[max(0, timex.span.start - FAR) : timex.span.start].lower()
        at = before.rfind("since ")
        if at >= 0 and timex.type in TYPES and not set(before[at:]) & set(".,;:"):
            return timex.when
    return None


def as_told(clause: Clause, report: Report) -> When | None:
    """Return the report's day for a count told in the present or present perfect; None for any other."""
    verb = clause.verb
    if verb is None or report.published is None or report.published.date is None or clause.telling != "fact":
        return None
    tense = _tense(verb)
    day = report.published.date.day
    if not tense or day is None:
        return None
    return When(
        edtf=day.isoformat(),
        basis="inferred",
        rule="count-in-present",
        anchor=day.isoformat(),
        reason=f"told in the {tense} in a report of that day",
    )


def _tense(verb: Token) -> str:
    """Return "present perfect" or "present" where a verb stands in it, else ""."""
    helpers = {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
    if helpers & figure_words("days.past"):
        return ""
    if helpers & figure_words("days.perfect"):
        return "present perfect"
    if helpers & figure_words("days.present") or verb.tag_ in ("VBP", "VBZ"):
        return "present"
    return ""
