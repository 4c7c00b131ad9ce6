"""Weekdays of headlines, settled by the text below them.

A headline has no tense to go by ("Talks set for Thursday", "Two die Sunday"). Where the text under it
speaks of the same weekday, and always of the same one, the headline means that.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.surroundings import Surroundings
from onrecord.model.annotation import Timex


class Located(NamedTuple):
    """A time expression with what it was read from."""

    timex: Timex
    expression: Expression
    around: Surroundings


def with_settled_headlines(located: Sequence[Located]) -> list[Located]:
    """Return the expressions, those of headlines as the text below them means them."""
    below = [one for one in located if not one.around.headline]
    return [_settled(one, below) if _unsettled(one) else one for one in located]


def _unsettled(one: Located) -> bool:
    expression = one.expression
    plain = expression.kind == "weekday" and expression.toward is None
    return one.around.headline and plain and expression.clock is None


def _settled(one: Located, below: Sequence[Located]) -> Located:
    same = [
        other.timex
        for other in below
        if other.expression.kind == "weekday" and other.expression.weekday == one.expression.weekday
    ]
    if not same or len({(timex.when.rule, (timex.when.edtf or "")[:10]) for timex in same}) != 1:
        return one
    model = same[0]
    when, part = one.timex.when, one.expression.part
    edtf = model.when.edtf[:10] if model.when.edtf and "T" in model.when.edtf else model.when.edtf
    value = model.value.partition("T")[0] + (f"T{part}" if part else "")
    settled = replace(
        when, edtf=edtf, basis=model.when.basis, rule=model.when.rule, anchor=model.when.anchor,
        reason=model.when.reason,
    )  # fmt: skip
    return one._replace(timex=replace(one.timex, value=value, when=settled, confidence=model.confidence))
