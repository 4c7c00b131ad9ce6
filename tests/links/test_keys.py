"""By which keys reports meet: pairs of words, and for how long."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.gist import Gist
from onrecord.links.key_numbers import TIMED, Stretch, always, during, marked, met_by, on
from onrecord.links.keys import half, keys_of, quarter, single

DAY = date(2026, 3, 2)
NUMBER = 4016817487537684231
OTHERS = (269889978292408314, 349673790822058, 753188511291725011)


def keys(*words: str, day: date | None = DAY, proper: tuple[str, ...] = ()) -> frozenset[int]:
    gist = Gist(
        report="a",
        day=day,
        names=(),
        leading=frozenset(),
        places=frozenset(),
        words=(),
        focal=(),
        keys=(),
        terms=tuple((word, 0.3) for word in words),
    )
    return frozenset(keys_of(gist, (), proper))


def meet(own: frozenset[int], other: frozenset[int]) -> bool:
    """Whether some key of one report meets one of another, either way."""
    found = any(not other.isdisjoint(met_by(key)) for key in own)
    assert found == any(not own.isdisjoint(met_by(key)) for key in other)
    return found


@pytest.mark.parametrize(
    ("words", "proper", "days"),
    [
        pytest.param(("sandbank", "trawler"), (), 15, id="two rare words: half a month"),
        pytest.param(("sandbank", "trawler"), ("sandbank",), 15, id="a rare name with a rare word"),
        pytest.param(("okafor", "brandt"), ("okafor", "brandt"), 60, id="two rare names: a quarter"),
        pytest.param(("company", "market"), (), 1, id="two common words: the next day"),
        pytest.param(("company", "market"), ("company", "market"), 1, id="common words with a capital"),
    ],
)
def test_the_rarer_two_words_the_longer_they_make_reports_meet(
    words: tuple[str, str], proper: tuple[str, ...], days: int
) -> None:
    own = keys(*words, proper=proper)
    assert meet(own, keys(*words, proper=proper, day=DAY + timedelta(days=days)))
    if days == 1:
        assert not meet(own, keys(*words, proper=proper, day=DAY + timedelta(days=2)))


def test_a_rare_name_alone_makes_a_key_and_a_common_one_for_neighbouring_days() -> None:
    rare, common = keys("okafor", proper=("okafor",)), keys("market", proper=("market",))
    assert meet(rare, keys("okafor", proper=("okafor",), day=date(2026, 3, 20)))
    assert not meet(common, keys("market", proper=("market",), day=date(2026, 3, 9)))


def test_two_words_make_one_sort_of_key() -> None:
    words = ("sandbank", "trawler", "okafor")
    made = keys(*words, proper=("okafor", "trawler"))
    alone = [keys(word, proper=("okafor", "trawler")) for word in words]
    assert len(made) == 3 + len(frozenset[int]().union(*alone))  # three pairs, and each name by itself


def test_what_is_published_together_lies_together() -> None:
    first, later = (sorted(keys("sandbank", "trawler", day=day)) for day in (DAY, DAY + timedelta(days=90)))
    assert first[-1] < later[0]


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30)), st.sampled_from([0, 1]))
def test_neighbouring_days_meet_in_each_stretch(day: date, later: int) -> None:
    other = min(day + timedelta(days=later), date(9999, 12, 30))
    for stretch in (single, half, quarter):
        key = during(stretch(day), "ww", "sandbank", "trawler")
        assert during(stretch(other), "ww", "sandbank", "trawler") in met_by(key)


@given(
    st.sampled_from([single, half, quarter]),
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
    st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)),
)
def test_stretches_meet_their_neighbours_and_no_others(
    stretch: Callable[[date | None], Stretch | None], first: date, second: date
) -> None:
    one, other = stretch(first), stretch(second)
    assert one is not None
    assert other is not None
    left, right = (during(each, "ww", "sandbank", "trawler") for each in (one, other))
    assert (right in met_by(left)) == (left in met_by(right)) == (abs(one[1] - other[1]) <= 1)


def test_a_likely_day_meets_itself_alone() -> None:
    key = on(DAY.toordinal(), "td", "tarnbeck")
    assert met_by(key) == (key,)
    assert on(DAY.toordinal() + 1, "td", "tarnbeck") != key


def test_keys_are_kept_in_stores_so_their_numbers_stay() -> None:
    assert during(half(DAY), "ww", "sandbank", "trawler") == NUMBER
    assert (always("pn", "ada brandt"), on(9, "td", "tarnbeck"), marked("t", 5)) == OTHERS


@given(st.text(), st.text(), st.integers(), st.integers(min_value=0, max_value=2**64 - 1))
def test_a_key_is_a_number_that_a_store_can_keep(first: str, second: str, number: int, value: int) -> None:
    untimed = (always("ww", first, second), on(number, "td", first), marked("t", value))
    timed = during(("d", number), "ww", first, second)
    assert all(0 <= key < TIMED for key in untimed)
    assert TIMED <= timed < 2 * TIMED
    assert all(0 <= key < 2 * TIMED for each in (*untimed, timed) for key in met_by(each))


def test_reports_without_a_day_meet_each_other() -> None:
    assert meet(keys("company", "market", day=None), keys("company", "market", day=None))
