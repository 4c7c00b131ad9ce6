"""By which keys reports meet: pairs of words, and for how long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.gist import Gist
from onrecord.links.keys import halves, keys_of, neighbours, quarters

DAY = date(2026, 3, 2)


def keys(*words: str, day: date | None = DAY, proper: tuple[str, ...] = ()) -> frozenset[str]:
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
    assert own & keys(*words, proper=proper, day=DAY + timedelta(days=days))
    if days == 1:
        assert not own & keys(*words, proper=proper, day=DAY + timedelta(days=2))


def test_a_rare_name_alone_makes_a_key_and_a_common_one_for_neighbouring_days() -> None:
    assert keys("okafor", proper=("okafor",)) & keys("okafor", proper=("okafor",), day=date(2026, 3, 20))
    assert not keys("market", proper=("market",)) & keys("market", proper=("market",), day=date(2026, 3, 9))


def test_two_words_make_one_sort_of_key() -> None:
    made = keys("sandbank", "trawler", "okafor", proper=("okafor", "trawler"))
    told = [key.partition("|")[2].split(":") for key in sorted(made)]
    sorts = {frozenset(words.split("|")): sort for sort, words in told}
    assert sorts[frozenset({"okafor", "trawler"})] == "pr"
    assert sorts[frozenset({"okafor", "sandbank"})] == "ww"
    assert len({key.partition("|")[2] for key in made}) == len(sorts)


def test_what_is_published_together_lies_together() -> None:
    first, later = (sorted(keys("sandbank", "trawler", day=day)) for day in (DAY, DAY + timedelta(days=90)))
    assert first[-1] < later[0]


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30)), st.sampled_from([0, 1]))
def test_neighbouring_days_share_each_stretch(day: date, later: int) -> None:
    for stretch in (neighbours, halves, quarters):
        assert set(stretch(day)) & set(stretch(min(day + timedelta(days=later), date(9999, 12, 30))))


def test_reports_without_a_day_meet_each_other() -> None:
    assert keys("company", "market", day=None) & keys("company", "market", day=None)
