"""What the text has spoken of so far: the discourse anchors.

"The next day" counts from the last day spoken of; "a year earlier" from the last quarter, month or
year. A day that only dates a telling ("he said Thursday") is passed over while another one is at hand.
"""

from dataclasses import dataclass, field
from datetime import date

from onrecord.annotations.timexes.period import Period


@dataclass(slots=True)
class Spoken:
    """A stretch of the calendar that the text spoke of, and where."""

    period: Period | None
    rule: str
    sentence: int
    reporting: bool
    weekday: int | None = None


@dataclass(slots=True)
class Memory:
    """All that was spoken of, in order of place."""

    all: list[Spoken] = field(default_factory=list)
    reach: int = 8  # sentences back; farther, an expression no longer points there

    def last_day(self, sentence: int, *, same_sentence: bool = False) -> Spoken | None:
        """Return the last day spoken of, tellings last."""
        reach = 0 if same_sentence else self.reach
        near = [s for s in self.all[-40:] if s.weekday is not None and sentence - s.sentence <= reach]
        told = [s for s in near if not s.reporting]
        last = told or near
        return last[-1] if last else None

    def last_of(
        self, grains: frozenset[str], sentence: int, *, reach: int | None = None, stated_days: bool = False
    ) -> Period | None:
        """Return the last stretch of one of some grains; if told so, a day with its year counts too."""
        far = self.reach if reach is None else reach
        for spoken in reversed(self.all[-40:]):
            if spoken.period is None or sentence - spoken.sentence > far:
                continue
            if spoken.period.grain in grains or (stated_days and spoken.rule == "stated"):
                return spoken.period
        return None

    def latest_ended(self, grains: frozenset[str], day: date | None) -> Period | None:
        """Return the latest stretch of some grains, anywhere before in the text, that was over by a day."""
        found = [s.period for s in self.all if s.period and s.period.grain in grains]
        over = [period for period in found if day is None or period.last < day]
        return max(over, key=lambda period: period.first, default=None)

    def year_in(self, sentence: int) -> int | None:
        """Return the one year that a sentence has stated so far; None if none or several."""
        years = {
            spoken.period.first.year
            for spoken in self.all[-40:]
            if spoken.sentence == sentence
            and spoken.rule == "stated"
            and spoken.period
            and spoken.period.grain in ("year", "month", "day")
        }
        return years.pop() if len(years) == 1 else None
