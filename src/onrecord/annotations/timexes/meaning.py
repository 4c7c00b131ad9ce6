"""A chosen rule in, the TIMEX3 value and the record's day out."""

from dataclasses import dataclass, replace

from onrecord.annotations.timexes.anchor import Outcome
from onrecord.annotations.timexes.choice import Chosen
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.rules import apply_rule
from onrecord.annotations.timexes.surroundings import words_around
from onrecord.model.annotation import TimexType
from onrecord.model.when import WEEKDAYS, Basis, Mod, When

_MODS: dict[str, Mod] = {
    "START": "start", "MID": "mid", "END": "end",
    "APPROX": "about", "LESS_THAN": "about", "MORE_THAN": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """TIMEX3 type, value and mod; the record's day (without its place in the text); what the rule gave."""

    type: TimexType
    value: str
    mod: str | None
    when: When
    outcome: Outcome | None
    sure: float


def meaning_of(expression: Expression, chosen: Chosen | None, preposition: str = "") -> Meaning:
    """Return what an expression means once its rule is chosen; `preposition` is one that governs its day."""
    if chosen is None:
        return _dayless(expression)
    outcome = apply_rule(chosen.rule, chosen.expression, chosen.anchor)
    if chosen.doubt and outcome is not None:
        outcome = replace(outcome, sure=False)
    when = _when(chosen, outcome, preposition)
    timed = chosen.expression.clock or chosen.expression.part
    kind: TimexType = "DURATION" if expression.kind == "span" else "TIME" if timed else "DATE"
    value = _value(chosen.expression, outcome)
    return Meaning(type=kind, value=value, mod=expression.mod, when=when, outcome=outcome, sure=chosen.sure)


def _dayless(expression: Expression) -> Meaning:
    kinds: dict[str, TimexType] = {"duration": "DURATION", "span": "DURATION", "set": "SET", "per": "SET"}
    value = expression.value or "XXXX-XX-XX"
    when = When(edtf=None, basis="open", mod=_MODS.get(expression.mod or ""))
    kind = kinds.get(expression.kind, "DATE")
    return Meaning(type=kind, value=value, mod=expression.mod, when=when, outcome=None, sure=0.9)


def _value(expression: Expression, outcome: Outcome | None) -> str:
    base = (outcome.timex or outcome.period.timex) if outcome else _unknown(expression)
    if outcome and (outcome.period.grain != "day" or outcome.timex):
        return base
    if expression.clock:
        return base + expression.clock
    return f"{base}T{expression.part}" if expression.part else base


def _unknown(expression: Expression) -> str:
    if expression.weekday is not None and expression.month is None:
        return f"XXXX-WXX-{expression.weekday + 1}"
    if expression.month is not None:
        return f"XXXX-{expression.month:02d}" + (f"-{expression.day:02d}" if expression.day else "")
    if expression.season:
        return f"XXXX-{expression.season}"
    if expression.grain == "quarter":
        return f"XXXX-Q{expression.order or 'X'}"
    if expression.value:
        return expression.value
    return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(expression.grain, "XXXX-XX-XX")


def _when(chosen: Chosen, outcome: Outcome | None, preposition: str) -> When:
    """Return the record's day: only what the words, the rule and the anchor allow."""
    expression = chosen.expression
    number = chosen.weekday if chosen.weekday is not None else expression.weekday
    weekday = WEEKDAYS[number] if number is not None else None
    mod = _mod(expression) or _bound(preposition)
    rule = rule_name(chosen)
    if outcome is None or not outcome.sure:
        edtf = _every_year(expression)
        guess = f"only a guess at the {'year' if edtf else 'day'}"
        reason = "the day that it counts from is not known" if outcome is None else guess
        return When(edtf=edtf, basis="open", rule=rule, mod=mod, weekday=weekday, reason=reason)
    basis: Basis = "bounded" if outcome.reason else "resolved" if outcome.counted_from else "stated"
    return When(
        edtf=_edtf(expression, outcome),
        basis=basis,
        rule=rule,
        anchor=outcome.counted_from,
        reason=outcome.reason,
        mod=mod,
        weekday=weekday,
        zone=expression.zone,
    )


def _every_year(expression: Expression) -> str | None:
    """Return the EDTF of a month or day whose year isn't known; None where that isn't what is printed."""
    if expression.month is None or expression.year is not None or expression.grain not in ("day", "month"):
        return None
    return f"XXXX-{expression.month:02d}" + (f"-{expression.day:02d}" if expression.day else "")


def rule_name(chosen: Chosen) -> str:
    """Return a rule's name; where the day that it counts from is itself open, behind that day's and ">"."""
    return f"{chosen.after}>{chosen.rule}" if chosen.after else chosen.rule


def _edtf(expression: Expression, outcome: Outcome) -> str:
    if outcome.edtf:
        return outcome.edtf
    clock = expression.clock
    exact = clock != "T24:00" and not expression.vague_clock
    if clock and exact and outcome.period.grain == "day":
        zone = expression.zone if expression.zone and expression.zone[0] in "Z+-" else ""
        return f"{outcome.period.edtf}{clock}:00{zone}"
    return outcome.period.edtf


def _mod(expression: Expression) -> Mod | None:
    """Return what the words say of the whole day or unit that the value gives.

    "Earlier this week" lies in the week, not before it; "early Monday evening" isn't early on Monday.
    """
    if expression.mod in ("BEFORE", "AFTER") or expression.part or expression.clock:
        return None
    return _MODS.get(expression.mod or "")


def _bound(preposition: str) -> Mod | None:
    if preposition in words_around()["until"]:
        return "before"
    return "after" if preposition in words_around()["since"] else None
