"""An open day and a day learnt later in, the day by the same rule out.

A report whose own day isn't printed keeps its "on Sunday" open, with the rule that would have resolved
it. Once other reports tell the report's day, the rule is applied to the printed words again: no parse
is needed.
"""

from dataclasses import replace
from datetime import date

from onrecord.annotations.timexes import grammar, lexicon
from onrecord.annotations.timexes.anchor import Anchor
from onrecord.annotations.timexes.choice import Chosen, days_beside
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.meaning import meaning_of
from onrecord.annotations.timexes.readers import expression_of
from onrecord.annotations.timexes.rules import RULES, apply_rule
from onrecord.annotations.timexes.words import words_of
from onrecord.model.annotation import Timex
from onrecord.model.when import WEEKDAYS, When


def re_anchored(found: Timex | When, day: date) -> When:
    """Return the day of an expression that was open for want of the report's own day, counted from that day.

    What is not open, or can't be read again from its words and its rule, comes back as it is.
    """
    when = found.when if isinstance(found, Timex) else found
    if (when.edtf is not None and when.basis != "open") or when.rule is None or when.printed is None:
        return when
    expression = expression_in(when.printed)
    if expression is None:
        return when
    chosen = _chosen(when, expression, day)
    if chosen is None:
        return when
    fresh = meaning_of(expression, chosen).when
    if fresh.edtf is None or fresh.basis == "open":
        return when
    return replace(
        when,
        edtf=fresh.edtf,
        basis=fresh.basis,
        anchor=fresh.anchor,
        reason=fresh.reason,
        mod=when.mod or fresh.mod,
        zone=fresh.zone,
    )


def _chosen(when: When, expression: Expression, day: date) -> Chosen | None:
    *before, rule = (when.rule or "").split(">")
    if rule not in RULES:
        return None
    if not before:
        return Chosen(rule=rule, expression=expression, anchor=Anchor(day=day))
    shift = days_beside(expression)
    if len(before) > 1 or before[0] not in RULES or when.weekday is None or shift is None:
        return None  # the day that it counts from hangs on yet another one
    other = Expression(kind="weekday", weekday=(WEEKDAYS.index(when.weekday) - shift) % 7)
    spoken = apply_rule(before[0], other, Anchor(day=day))
    if spoken is None or not spoken.sure:
        return None
    return Chosen(rule=rule, expression=expression, anchor=Anchor(spoken=spoken.period))


def expression_in(printed: str) -> Expression | None:
    """Return what the words of a time expression say; None where they aren't one, or other words stand by."""
    words = words_of(printed, 0, lexicon.english())
    readings = [r for r in grammar.english().readings(words) if r.first == 0 and r.end == len(words)]
    for reading in sorted(readings, key=lambda r: r.order):
        expression = expression_of(reading)
        if expression is not None:
            return expression
    return None
