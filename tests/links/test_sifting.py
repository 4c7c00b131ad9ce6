"""What is passed over without a comparison: nothing that one would come to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.gist import Focal, Gist
from onrecord.links.laid import lay
from onrecord.links.sifting import EXACT, SIFTED, at_most, far
from onrecord.links.stories import (
    BIAS,
    FAINT,
    FEATURES,
    SIEVE,
    UNLIKE,
    compare_laid,
    compare_stories,
    tells,
    tie_of,
)

NAMES = ("reyes", "brandt", "okafor", "hale")
WORDS = ("sandbank", "ferry", "tug", "tide", "pilot")
DAYS = st.integers(0, 3).map(lambda days: date(2026, 3, 2) + timedelta(days=days * days))
SORTS = st.sampled_from(["meeting", "crash"])


def weights(names: tuple[str, ...], most: float) -> st.SearchStrategy[tuple[tuple[str, float], ...]]:
    values = st.floats(0.1, most).map(lambda value: round(value, 3))
    return st.dictionaries(st.sampled_from(names), values).map(lambda found: tuple(found.items()))


focals = st.builds(
    Focal,
    sort=SORTS,
    state=st.sampled_from(["real", "planned"]),
    first=st.none() | st.just(date(2026, 3, 3)),
    last=st.none() | st.just(date(2026, 3, 3)),
    names=st.frozensets(st.sampled_from(NAMES)),
    weight=st.sampled_from([1.0, 0.5]),
)


def told(report: str, day: date, terms: tuple[tuple[str, float], ...]) -> Gist:
    return Gist(
        report=report,
        day=day,
        names=(),
        leading=frozenset(),
        places=frozenset(),
        words=(),
        focal=(),
        keys=(),
        terms=terms,
    )


gists = st.builds(
    Gist,
    report=st.sampled_from(["a", "b", "c"]),
    day=st.none() | DAYS,
    names=weights(NAMES, 8.0),
    leading=st.frozensets(st.sampled_from(NAMES)),
    places=st.frozensets(st.sampled_from(["port leven", "marl"])),
    words=weights(WORDS, 6.0),
    focal=st.lists(focals, max_size=2).map(tuple),
    keys=st.just(()),
    terms=weights(WORDS, 0.45),
    headline=weights(WORDS, 0.45),
    people=weights(NAMES, 12.0),
    towns=st.lists(st.sampled_from(["marl", "leven"]), unique=True).map(tuple),
    streets=st.frozensets(st.sampled_from(["mill", "quay", "elm"])),
    days=st.dictionaries(DAYS, st.sampled_from([0.2, 0.5])).map(lambda days: tuple(days.items())),
    ages=st.frozensets(st.integers(20, 22)),
    tolls=st.dictionaries(st.sampled_from(["killed", "hurt"]), st.just(((1, 0.5), (2, 0.4)))).map(
        lambda tolls: tuple(tolls.items())
    ),
    kinds=st.sampled_from([frozenset(), frozenset({"court"})]),
    outlet=st.sampled_from([None, "The Leven Post"]),
)


@given(gists, gists)
def test_no_feature_says_more_than_it_is_said_to_say_at_most(first: Gist, second: Gist) -> None:
    one, other = lay(first), lay(second)
    said = {each.name: each.compare(one, other)[0] for each in FEATURES}
    for name, most in zip(SIFTED, at_most(one, other), strict=True):
        assert said[name] <= most + 1e-9
        assert name not in EXACT or said[name] == most


@given(gists, gists)
def test_no_score_is_above_the_most_that_it_can_be(first: Gist, second: Gist) -> None:
    one, other = sorted((first, second), key=lambda gist: gist.report)
    link, (happening, story, line) = compare_stories(first, second), SIEVE.most(lay(one), lay(other))
    assert link.happening <= BIAS + happening
    assert link.story <= story
    assert link.line <= line


@given(gists, gists)
def test_what_comes_to_something_is_not_passed_over(first: Gist, second: Gist) -> None:
    link = compare_stories(first, second)
    away = far(lay(first), lay(second))
    worth = tells(link.happening, link.story) if not away else link.happening >= FAINT or link.story >= 1
    assert compare_laid(lay(first), lay(second)) == (link if worth or tie_of(link) >= 0 else None)


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        pytest.param(0, True, id="on one day"),
        pytest.param(1, True, id="on the next"),
        pytest.param(2, False, id="later, and little alike"),
    ],
)
def test_a_faint_likeness_is_kept_of_neighbouring_days_alone(days: int, *, kept: bool) -> None:
    one, other = date(2026, 3, 2), date(2026, 3, 2) + timedelta(days=days)
    first, second = told("a", one, (("sandbank", 0.5),)), told("b", other, (("sandbank", 0.4),))
    link = compare_stories(first, second)
    assert UNLIKE < link.happening < FAINT
    assert (compare_laid(lay(first), lay(second)) is not None) == kept
