"""One name for one quantity, whatever words a report has for it."""

from typing import Any

import pytest

from onrecord.links.counting import count_the_same
from onrecord.links.quantity_names import as_named
from onrecord.model.annotation import FigureReading
from tests.build import figure
from tests.support import make_report


def named(text: str, printed: str, **fields: Any) -> FigureReading:
    report = make_report(text)
    return as_named(figure(report, printed, text.rstrip("."), 1, 1, **fields), text)


PERCENT: dict[str, Any] = {"measure": "percent", "unit": "percent"}
TURNOUT = named("Turnout was 57 percent.", "57", counts="Turnout", head="turnout", **PERCENT)
COST = named("The tunnel will cost 380 francs.", "380", counts="tunnel cost", head="tunnel",
             measure="money", unit="francs")  # fmt: skip
SEATS = named("The Greens have 41 seats.", "41", counts="seats", head="seat", unit="")
COUNTED = named("With 14 percent of stations counted.", "14", counts="stations", head="station", **PERCENT)
ONE = [
    pytest.param(TURNOUT, named("Participation stood at 49 percent.", "49", counts="Participation stood",
                                head="participation", **PERCENT), True, id="another-word"),
    pytest.param(TURNOUT, named("Some 61 percent of voters took part.", "61 percent", counts="voters",
                                head="voter", **PERCENT), True, id="voters-who-took-part"),
    pytest.param(TURNOUT, named("Some 61 percent of voters are women.", "61", counts="voters", head="voter",
                                **PERCENT), False, id="voters-who-did-not"),
    pytest.param(TURNOUT, named("Female turnout was 61 percent.", "61", counts="Female turnout",
                                head="turnout", **PERCENT), False, id="of-some"),
    pytest.param(COST, named("She put the cost of the tunnel at 520 francs.", "520", counts="cost put",
                             head="cost", measure="money", unit="francs"), True, id="the-cost-of-it"),
    pytest.param(COST, named("She put the cost of the bridge at 520 francs.", "520", counts="cost put",
                             head="cost", measure="money", unit="francs"), False, id="of-another"),
    pytest.param(SEATS, named("The Greens won 38 seats.", "38", counts="seats won", head="seat", unit=""),
                 True, id="seats-however-they-came"),
    pytest.param(SEATS, named("The Greens hold 38 safe seats.", "38", counts="safe seats", head="seat",
                              unit=""), False, id="seats-of-a-sort"),
    pytest.param(COUNTED, named("By noon 38 percent of polling stations had been counted.", "38",
                                counts="polling stations", head="station", **PERCENT), True, id="how-far"),
    pytest.param(COUNTED, named("Police guard 38 percent of polling stations.", "38",
                                counts="polling stations", head="station", **PERCENT), False, id="guarded"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one"), ONE)
def test_two_words_for_one_quantity(first: FigureReading, second: FigureReading, one: bool) -> None:
    assert count_the_same(first, second) is one


def test_all_there_are_have_not_been_counted() -> None:
    text = "With 212 of 1,480 stations counted, Reyes was ahead."
    total = named(text, "1,480", counts="stations counted", head="station", unit="")
    some = named(text, "212", counts="stations", head="station", unit="")
    assert (total.head, some.head) == ("station", "station counted")
