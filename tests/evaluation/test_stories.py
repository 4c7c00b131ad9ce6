"""Our stories in the form of the `stories` task."""

from dataclasses import replace
from datetime import date

from onrecord.annotations.reading import Annotated
from onrecord.evaluation.stories import day_of, link_all, mix, predictions, toll_of
from onrecord.links.gist import Gist
from onrecord.pipeline import Read
from onrecord.record.sql import open_store
from tests.record.test_joining import parts


def gist(**told: object) -> Gist:
    fields: dict[str, object] = {
        "report": "a",
        "day": date(2026, 3, 10),
        "names": (),
        "leading": frozenset(),
        "places": frozenset(),
        "words": (),
        "focal": (),
        "keys": (),
        **told,
    }
    return Gist(**fields)  # type: ignore[arg-type]


def test_the_day_is_what_the_reports_together_find_likeliest() -> None:
    first = gist(days=((date(2026, 3, 9), 0.5), (date(2026, 3, 8), 0.4)))
    second = gist(days=((date(2026, 3, 8), 0.9),))
    assert day_of([first, second]) == date(2026, 3, 8)


def test_nothing_happened_after_it_was_first_told() -> None:
    late = gist(day=date(2026, 5, 1), days=((date(2026, 4, 30), 0.9),))
    early = gist(days=((date(2026, 3, 9), 0.3),))
    assert day_of([late, early]) == date(2026, 3, 9)


def test_where_no_day_is_told_it_is_the_last_that_all_allow() -> None:
    assert day_of([gist(day=date(2026, 3, 12)), gist()]) == date(2026, 3, 10)
    assert day_of([gist(day=None)]) is None


def test_who_counts_several_weighs_more_than_who_tells_of_one() -> None:
    one = gist(tolls=(("killed", ((1, 0.7),)),))
    four = gist(tolls=(("killed", ((4, 0.6),)),))
    assert toll_of([one, four], "killed") == 4
    assert toll_of([gist()], "killed") is None


def test_other_reports_are_spread_in_order_over_the_stretch() -> None:
    rows = [{"address": "a", "published": "2026-03-01"}, {"address": "b", "published": "2026-03-11"}]
    others = [{"id": f"o{n}", "title": "t", "text": "x" * 300} for n in range(5)] + [{"id": "s", "text": "x"}]
    mixed = mix(rows, others)
    assert [row["address"] for row in mixed] == ["a", "b", "o0", "o1", "o2", "o3", "o4"]
    assert [row["published"] for row in mixed[2:]] == [f"2026-03-0{n}" for n in (1, 3, 5, 7, 9)]


def test_the_answer_is_what_the_store_holds() -> None:
    store = open_store("sqlite://")
    reads = [
        Read(
            address=report.address,
            report=report,
            problems=(),
            annotated=Annotated(report=report, found=found, finders=("hand/1",)),
        )
        for report, found in parts()
    ]
    costs = list(link_all(store, iter(reads)))
    assert len(costs) == len(reads)
    assert None not in costs
    assert list(link_all(store, iter([replace(read, annotated=None) for read in reads]))) == [None] * 7
    with store.view() as view:
        answers = list(predictions(view, {report.address for report, _ in parts()}))
    store.close()
    assert sorted(doc for answer in answers for doc in answer["docs"]) == sorted(
        report.address for report, _ in parts()
    )
    together = next(answer for answer in answers if "a.txt" in answer["docs"])
    assert {"b.txt", "c.txt"} <= set(together["docs"])
    assert "f.txt" not in together["docs"]
