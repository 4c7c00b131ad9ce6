"""Which named rule reads an expression, given its surroundings and what was spoken of before."""

from dataclasses import dataclass, replace
from datetime import date

from onrecord.annotations.timexes.anchor import Anchor
from onrecord.annotations.timexes.around import time_words
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.memory import Memory
from onrecord.annotations.timexes.period import Period
from onrecord.annotations.timexes.rules import apply_rule
from onrecord.annotations.timexes.surroundings import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A rule by name, the anchor it counts from, and how sure the choice is (0 to 1).

    Attributes:
        after: where it counts from a day that is itself open: the rule of that day.
        doubt: a guess, which the record must not give as the day.
        weekday: where its day is open, the weekday that can be told all the same.
    """

    rule: str
    expression: Expression
    anchor: Anchor
    sure: float = 0.9
    after: str | None = None
    weekday: int | None = None
    doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the choice is made.

    Attributes:
        around, memory: what stands around and what was spoken of before; sentence: its number.
        day, until: the report's own day, or the first and last that it may be.
        said: the day on which the sentence says that its quoted words were said.
    """

    around: Surroundings
    memory: Memory
    sentence: int
    day: date | None
    until: date | None = None
    said: date | None = None

    @property
    def report(self) -> Anchor:
        """The anchor that the report's own day makes."""
        return Anchor(day=self.day, until=self.until)


_BY_TENSE = {"past": "last-such-date", "future": "next-such-date"}
_FINANCE = frozenset({"quarter", "half"})
_SPANS = frozenset({"quarter", "half", "month", "year"})


def choose(expression: Expression, place: Place) -> Chosen | None:
    """Return the rule for an expression; None for one that no rule counts out (durations, sets)."""
    report = place.report
    kind = expression.kind
    if kind == "weekday":
        return _weekday(expression, place)
    if kind in ("date", "month", "quarter", "season", "named"):
        return _of_year(expression, place)
    if kind == "offset" and place.around.quoted:
        said = None if place.said is None else Period("day", place.said)
        anchor = replace(report, spoken=said)
        return Chosen(
            rule="days-from-saying", expression=expression, anchor=anchor, sure=0.8 if said else 0.5
        )
    if kind == "unit" and expression.grain == "weekend" and expression.toward == 0:
        past = place.around.verb.tense == "past"  # "this weekend" on a Monday, of what was
        weekend = replace(expression, toward=-1 if past else 1)
        return Chosen(rule="weekend-of-report", expression=weekend, anchor=report, sure=0.8)
    if kind == "unit" and expression.amount is not None:
        return Chosen(rule="unit-up-to-report", expression=expression, anchor=report, sure=0.9)
    if kind in _FIXED:
        rule, sure = _FIXED[kind]
        return Chosen(rule=rule, expression=expression, anchor=report, sure=sure)
    if kind == "ago":
        near = place.memory.last_of(_FINANCE | {"year"}, place.sentence, reach=3)
        if expression.grain == "year" and expression.amount == -1 and near and near.grain in _FINANCE:
            anchor = replace(place.report, spoken=place.memory.latest_ended(_FINANCE, place.day) or near)
            return Chosen(rule="units-from-last-spoken", expression=expression, anchor=anchor, sure=0.7)
        rule = "days-from-report" if expression.grain == "day" else "units-from-report"
        return Chosen(rule=rule, expression=expression, anchor=report)
    if kind == "span" and expression.amount is not None:
        return Chosen(rule="span-to-report", expression=expression, anchor=report, sure=0.8)
    if kind == "weekend":
        toward = (
            1
            if place.around.verb.tense == "future" or place.around.before in time_words("choice.forward")
            else -1
        )
        return Chosen(
            rule="weekend-of-report", expression=replace(expression, toward=toward), anchor=report, sure=0.8
        )
    return _from_spoken(expression, place)


_FIXED: dict[str, tuple[str, float]] = {
    "weekday-of-week": ("weekday-of-week", 0.9),
    "weekday-a-week-on": ("weekday-a-week-on", 0.9),
    "year": ("stated", 0.9),
    "decade": ("stated", 0.95),
    "century": ("stated", 0.95),
    "short-year": ("short-year", 0.7),
    "short-decade": ("short-year", 0.8),
    "unit": ("unit-of-report", 0.95),
    "offset": ("days-from-report", 0.95),
    "overnight": ("overnight", 0.8),
    "the-unit": ("unit-of-report", 0.6),
    "year-end": ("unit-of-report", 0.8),
}


def _weekday(expression: Expression, place: Place) -> Chosen:
    around = place.around
    anchor = place.report
    if expression.toward is not None:
        rule = {-1: "weekday-last", 1: "weekday-next"}.get(expression.toward)
        if rule is None:
            rule = "weekday-past" if around.verb.tense == "past" else "weekday-future"
        return Chosen(rule=rule, expression=expression, anchor=anchor, sure=0.9)
    if around.verb.either and around.before not in time_words("choice.bounds"):
        return Chosen(rule="weekday-past-or-future", expression=expression, anchor=anchor, sure=0.5)
    if around.verb.plan and around.before not in time_words("choice.plan_bounds"):
        return Chosen(rule="weekday-future-or-past", expression=expression, anchor=anchor, sure=0.6)
    if around.verb.once:
        return Chosen(rule="weekday-past-or-future", expression=expression, anchor=anchor, sure=0.6)
    ahead = _looks_ahead(around) or _puts_off(around)
    sure = {"past": 0.95, "future": 0.9, "present": 0.6, None: 0.6}[around.verb.tense]
    rule = "weekday-future" if ahead else "weekday-past"
    return Chosen(rule=rule, expression=expression, anchor=anchor, sure=sure)


def _looks_ahead(around: Surroundings) -> bool:
    """Whether the tense looks ahead; of a possessive it needn't be told ("ways to undo Friday's ruling")."""
    verb = around.verb
    if verb.tense == "present":
        return verb.timetable and not around.owner and not around.headline
    return verb.tense == "future" and not (around.owner and verb.infinitive)


def _puts_off(around: Surroundings) -> bool:
    """A limit or a day that a past verb sets lies ahead ("postponed until Friday", "moved to Friday")."""
    if around.verb.fixes and around.before in time_words("choice.goals"):
        return True
    return around.before in time_words("choice.lasting") and (
        around.verb.defers or around.verb.tense == "present"
    )


def _of_year(expression: Expression, place: Place) -> Chosen:
    anchor = place.report
    if expression.year is not None:
        return Chosen(rule="stated", expression=expression, anchor=anchor, sure=0.98)
    if expression.year_toward is not None:
        return Chosen(rule="year-beside", expression=expression, anchor=anchor, sure=0.95)
    if place.day is None and place.memory.year_in(place.sentence) is not None:
        year = replace(expression, year=place.memory.year_in(place.sentence))
        return Chosen(rule="year-of-the-sentence", expression=year, anchor=anchor, sure=0.7)
    if expression.weekday is not None:
        return Chosen(rule="weekday-and-day-fix-the-year", expression=expression, anchor=anchor, sure=0.95)
    if expression.toward is not None:
        rule = {-1: "last-such-date-before", 0: "month-day-of-anchor-year", 1: "next-such-date"}[
            expression.toward
        ]
        return Chosen(rule=rule, expression=expression, anchor=anchor, sure=0.9)
    tense = place.around.verb.tense if place.around.verb.direct else None
    if place.around.before in time_words("choice.ranges"):
        tense = "future" if place.around.verb.tense == "future" else None
    elif expression.kind == "quarter" and tense != "past":
        tense = None
    if place.around.before == "since":
        tense = "past"
    if tense == "past" and place.around.verb.once:
        tense = None
    if place.around.verb.fixes and place.around.before in time_words("choice.goals"):
        tense = "future"
    if tense == "future" and place.around.verb.plan:
        tense = None
    if place.around.heading:
        return Chosen(rule="nearest-such-date", expression=expression, anchor=anchor, sure=0.5, doubt=True)
    if tense is None and place.around.verb.tense == "past" and _not_begun(expression, place):
        return Chosen(rule="last-such-date", expression=expression, anchor=anchor, sure=0.5, doubt=True)
    if tense is None and _may_be_ahead(expression, place):
        return Chosen(rule="next-such-date", expression=expression, anchor=anchor, sure=0.5, doubt=True)
    if tense == "future" and _just_over(expression, place):
        return Chosen(rule="nearest-such-date", expression=expression, anchor=anchor, sure=0.5, doubt=True)
    sure = 0.9 if tense in ("past", "future") else 0.75
    return Chosen(
        rule=_BY_TENSE.get(tense or "", "nearest-such-date"), expression=expression, anchor=anchor, sure=sure
    )


_JUST_OVER = 14  # days; a day ahead is rather one of these past than one of next year


def _just_over(expression: Expression, place: Place) -> bool:
    """Whether a day under a verb that looks ahead was a few days ago: a plan's day that has passed."""
    near = apply_rule("nearest-such-date", expression, place.report)
    return (
        near is not None
        and place.day is not None
        and near.period.grain == "day"
        and 0 < (place.day - near.period.last).days <= _JUST_OVER
    )


def _not_begun(expression: Expression, place: Place) -> bool:
    """Whether the nearest such quarter is one to come, though its sentence tells of what was."""
    if expression.kind != "quarter" or place.around.verb.once or place.day is None:
        return False
    near = apply_rule("nearest-such-date", expression, place.report)
    return near is not None and near.period.first > place.day


def _may_be_ahead(expression: Expression, place: Place) -> bool:
    """Whether a date hangs on a noun under a verb that looks ahead: the nearest may be the wrong one."""
    verb, around = place.around.verb, place.around
    if verb.tense != "future" or verb.plan or verb.direct or around.before not in time_words("choice.days"):
        return False
    near = apply_rule("nearest-such-date", expression, place.report)
    ahead = apply_rule("next-such-date", expression, place.report)
    return near is not None and ahead is not None and near.period != ahead.period


def _from_spoken(expression: Expression, place: Place) -> Chosen | None:
    memory, _sentence = place.memory, place.sentence
    kind = expression.kind
    if kind in ("period", "period-ago", "quarter-ago"):
        rule = "last-spoken-quarter" if kind == "period" else "year-before-last-spoken-quarter"
        spoken = memory.latest_ended(_FINANCE, place.day)
        return Chosen(rule=rule, expression=expression, anchor=replace(place.report, spoken=spoken), sure=0.7)
    if kind in ("clock", "the-part"):
        return _time_of_day(expression, place)
    if kind == "weekday-spoken":
        return _beside_day(expression, "weekday-beside-last-spoken", place)
    if kind == "spoken":
        rule = _SPOKEN[expression.toward or 0]
        if expression.grain in ("week", "month", "year", "quarter", "decade", "season"):
            return _beside_longer(expression, rule, place)
        return _beside_day(expression, rule, place)
    if kind == "shifted":
        if expression.grain == "day":
            return _beside_day(expression, "units-from-last-spoken", place)
        return _beside_longer(expression, "units-from-last-spoken", place)
    return None


_SPOKEN = {1: "next-day-after-last-spoken", -1: "day-before-last-spoken", 0: "same-as-last-spoken"}


def _time_of_day(expression: Expression, place: Place) -> Chosen:
    """A time of day with no day: on the day spoken of in the sentence, else a guess."""
    last = place.memory.last_day(place.sentence, same_sentence=True)
    if last is not None and last.period is not None:
        return Chosen(
            rule="same-as-last-spoken", expression=expression, anchor=Anchor(spoken=last.period), sure=0.7
        )
    spoken = place.memory.last_day(place.sentence)
    period = spoken.period if spoken and spoken.period else None
    return Chosen(
        rule="time-of-day", expression=expression, anchor=replace(place.report, spoken=period), sure=0.4
    )


def _beside_day(expression: Expression, rule: str, place: Place) -> Chosen:
    last = place.memory.last_day(place.sentence)
    if last is None:
        return Chosen(rule=rule, expression=expression, anchor=Anchor(), sure=0.5)
    if last.period is not None:
        return Chosen(rule=rule, expression=expression, anchor=Anchor(spoken=last.period), sure=0.85)
    shift = days_beside(expression)
    known = last.weekday is not None and shift is not None
    weekday = (last.weekday + shift) % 7 if known else expression.weekday  # type: ignore[operator]
    return Chosen(
        rule=rule, expression=expression, anchor=Anchor(), sure=0.85, after=last.rule, weekday=weekday
    )


def days_beside(expression: Expression) -> int | None:
    """Return how many days from the last spoken of an expression lies; None where not counted in days."""
    if expression.kind == "spoken" and expression.grain == "day":
        return expression.toward or 0
    if expression.kind == "shifted" and expression.grain == "day" and expression.amount is not None:
        return int(expression.amount)
    return None


def _beside_longer(expression: Expression, rule: str, place: Place) -> Chosen:
    memory, sentence = place.memory, place.sentence
    spoken = None
    if expression.grain in ("year", "quarter"):
        spoken = memory.last_of(_SPANS, sentence, reach=3, stated_days=expression.kind == "spoken")
        if spoken is not None and spoken.grain in _FINANCE:
            spoken = memory.latest_ended(_FINANCE, place.day) or spoken
    if spoken is None:
        spoken = memory.last_of(_SPANS | {"day", "week", "weekend"}, sentence)
    return Chosen(rule=rule, expression=expression, anchor=replace(place.report, spoken=spoken), sure=0.7)
