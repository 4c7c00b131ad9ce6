"""What the words of a time expression say, before any day is counted out.

An expression holds only what is printed: "last Friday" is the weekday 4, one back; which day that is,
the rules say.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What the words of a time expression say.

    Attributes:
        kind: sort of expression; with the context it decides the rule.
        grain: unit that is counted or named.
        toward: -1 last, 0 this, 1 next.
        year_toward: the same for a year named beside it ("June last year").
        amount: how many units; None where not said or vague ("several").
        part: MO, AF, EV, NI; clock: T10:30; zone: offset, or "" where not known.
        vague_clock: the time of day may be meant twelve hours later.
        mod: TIMEX3 mod.
        value: a TIMEX3 value that hangs on no day (sets, references, durations).
    """

    kind: str
    grain: str = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    order: int | None = None
    toward: int | None = None
    year_toward: int | None = None
    amount: float | None = None
    part: str | None = None
    clock: str | None = None
    vague_clock: bool = False
    zone: str | None = None
    mod: str | None = None
    named: str | None = None
    value: str | None = None
