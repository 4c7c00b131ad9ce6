"""Which reports share a focal event."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.average import Levels, settle_average
from onrecord.links.event_tellings import LISTED
from onrecord.links.gist import Focal, Gist, gist_of
from onrecord.links.laid import Laid, lay
from onrecord.links.stories import (
    SAME_HAPPENING,
    SAME_STORY,
    UNLIKE,
    StoryLink,
    compare_laid,
    compare_stories,
    settle_happenings,
    settle_stories,
    tells,
    tie_of,
)
from tests.build import event, found, name
from tests.support import make_report

WORDS = (("sandbank", 5.0), ("ferry", 4.0), ("tug", 5.0), ("tide", 4.0))


def gist(report: str, **more: object) -> Gist:
    fields: dict[str, object] = {
        "day": date(2026, 3, 2),
        "names": (("reyes", 4.5), ("brandt", 4.2)),
        "leading": frozenset({"reyes", "brandt"}),
        "places": frozenset({"port leven"}),
        "words": WORDS,
        "focal": (focal(date(2026, 3, 3)),),
        "keys": (),
        **more,
    }
    return Gist(report=report, **fields)  # type: ignore[arg-type]


def focal(day: date) -> Focal:
    return Focal(
        sort="meeting", state="real", first=day, last=day, names=frozenset({"reyes", "brandt"}), weight=1.0
    )


def test_two_reports_of_one_meeting_are_one_story() -> None:
    assert compare_stories(gist("a"), gist("b")).story >= SAME_STORY


def test_two_meetings_months_apart_are_two_stories_of_one_storyline() -> None:
    link = compare_stories(gist("a"), gist("b", day=date(2026, 8, 1), focal=(focal(date(2026, 8, 3)),)))
    assert link.story < SAME_STORY
    assert tie_of(link) >= 0


@given(st.integers(0, 200), st.sampled_from([("reyes", "brandt"), ("okafor", "brandt"), ("okafor", "hale")]))
def test_what_is_laid_out_and_kept_compares_as_the_gists_do(days: int, names: tuple[str, str]) -> None:
    other = gist(
        "b",
        day=date(2026, 3, 2) + timedelta(days=days),
        names=tuple((each, 4.0) for each in names),
        leading=frozenset(names),
        words=WORDS[: days % 5],
        days=((date(2026, 3, 3), 0.5),),
        tolls=(("killed", ((2, 0.5), (3, 0.25))),),
    )
    kept = msgspec.json.decode(msgspec.json.encode(lay(other)), type=Laid)
    link, short = compare_stories(gist("a"), other), compare_laid(kept, lay(gist("a")))
    worth = tells(link.happening, link.story) or tie_of(link) >= 0
    assert short == (link if worth else None)


def test_other_people_and_other_words_are_another_story() -> None:
    other = gist(
        "b",
        names=(("okafor", 4.0),),
        leading=frozenset({"okafor"}),
        words=(("harvest", 4.0),),
        focal=(),
        places=frozenset(),
    )
    assert tie_of(compare_stories(gist("a"), other)) < 0


def test_a_comparison_does_not_hang_on_its_order_and_gives_its_reasons() -> None:
    assert compare_stories(gist("a"), gist("b")) == compare_stories(gist("b"), gist("a"))
    assert all(reason for _, _, reason in compare_stories(gist("a"), gist("b")).reasons)


@given(st.permutations(["a", "b", "c", "d"]), st.permutations([0, 1, 2]))
def test_settling_does_not_hang_on_order(reports: list[str], order: list[int]) -> None:
    links = [link("a", "b", 4.0), link("b", "c", 2.0), link("a", "c", -9.0)]
    settled = settle_happenings(reports, happening(links[i] for i in order), ())
    assert settled == [["a", "b", "c"], ["d"]]


@given(
    st.dictionaries(
        st.sampled_from(list(combinations("abcdef", 2))), st.integers(-8, 8).map(lambda half: half / 2)
    )
)
def test_what_is_like_nothing_is_left_out_and_changes_nothing(scores: dict[tuple[str, str], float]) -> None:
    pairs = [(max(UNLIKE, score), a, b) for (a, b), score in scores.items()]
    levels = Levels(least=SAME_HAPPENING, unscored=UNLIKE)
    assert settle_happenings("abcdef", scores, ()) == settle_average("abcdef", pairs, levels)


def test_one_bridge_does_not_join_what_nothing_else_does() -> None:
    links = [link("a", "b", 4.0), link("c", "d", 4.0), link("b", "c", 1.0)]
    assert settle_happenings("abcd", happening(links), ()) == [["a", "b"], ["c", "d"]]


def test_a_story_lies_within_a_happening() -> None:
    links = [link("a", "b", 4.0, story=2.0), link("b", "c", 4.0, story=0.1), link("a", "c", 4.0, story=0.1)]
    assert settle_stories([["a", "b", "c"]], story(links), ()) == [("a", "b"), ("c",)]
    assert settle_stories([["a"], ["b", "c"]], story(links), ()) == [("a",), ("b",), ("c",)]


def happening(links: Iterable[StoryLink]) -> dict[tuple[str, str], float]:
    return {(each.first, each.second): each.happening for each in links}


def story(links: Iterable[StoryLink]) -> dict[tuple[str, str], float]:
    return {(each.first, each.second): each.story for each in links}


def link(first: str, second: str, happening: float, *, story: float = 0.0) -> StoryLink:
    return StoryLink(first=first, second=second, happening=happening, story=story, line=0.0, reasons=())


def test_copies_that_were_compared_are_one_story_whatever_the_scores() -> None:
    links = [link("a", "b", -9.0)]
    assert settle_happenings("ab", happening(links), [frozenset("ab")]) == [["a", "b"]]
    assert settle_stories([["a", "b"]], story(links), [frozenset("ab")]) == [("a", "b")]


def test_what_shares_the_furniture_of_a_page_and_no_key_is_not_one_happening() -> None:
    assert settle_happenings("ab", {}, [frozenset("ab")]) == [["a"], ["b"]]


def test_a_gist_tells_names_focal_event_and_keys() -> None:
    report = make_report("Reyes and Brandt meet\n\nDana Reyes met Otto Brandt on Monday.")
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    met = event(report, "Dana Reyes met Otto Brandt on Monday.", "met", reyes, brandt, day="2026-03-09")
    met = replace(met, finder=f"{LISTED}1")
    made = gist_of(report, found(reyes, brandt, met))
    assert {n for n, _ in made.names} == {"reyes", "brandt"}
    assert made.focal[0].names == {"reyes", "brandt"}
    assert made.focal[0].first == date(2026, 3, 9)
