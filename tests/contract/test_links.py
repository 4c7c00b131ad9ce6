"""What any store must do with keys, pairs and groups."""

from contextlib import suppress

import pytest

from onrecord.errors import NotOnRecordError
from onrecord.links.key_numbers import TIMED, always, during
from onrecord.model.annotation import Found
from onrecord.record.store import SETTLED_BY, Pair, Store
from tests.contract.made import a_report, found_in

DAM, FLOOD, FIRE, WEATHER = 1, 2, 3, 4
ODD = TIMED - 1  # the greatest number of a key that meets none but itself


@pytest.fixture
def ids(store: Store) -> list[str]:
    reports = [a_report(f"Rain fell on day {day}.", address=f"{day}.txt") for day in range(5)]
    with store.writer() as writer:
        for report in reports:
            writer.keep(report, Found(), finders=(), problems=())
    return sorted(report.id for report in reports)


def pair(first: str, second: str, *, score: float = 0.5) -> Pair:
    return Pair(
        layer="stories",
        first=first,
        second=second,
        score=score,
        reasons=(("place", 1.5, "Tarnbeck"), ("day", -2.0, "")),
    )


def test_keys_lead_to_the_reports_that_share_them(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_keys("stories", ids[2], [DAM, DAM, FLOOD])
        writer.put_keys("stories", ids[0], [DAM])
        writer.put_keys("copies", ids[1], [DAM])
    with store.view() as view:
        assert view.sharing("stories", [FLOOD, DAM, FIRE]) == {
            FLOOD: (ids[2],), DAM: (ids[0], ids[2]), FIRE: (),
        }  # fmt: skip


def test_reports_meet_those_that_share_a_key_of_that_layer(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_keys("stories", ids[0], [DAM, FLOOD])
        writer.put_keys("stories", ids[1], [DAM, FLOOD, ODD])
        writer.put_keys("stories", ids[2], [ODD, FIRE])
        writer.put_keys("copies", ids[0], [FIRE])
    with store.view() as view:
        assert view.meeting("stories", ids[:1]) == ((ids[0], ids[1]),)
        assert sorted(view.meeting("stories", [ids[1], ids[2]])) == sorted(
            [(ids[1], ids[0]), (ids[1], ids[2]), (ids[2], ids[1])]
        )
        assert view.meeting("copies", ids) == ()


def test_keys_of_a_stretch_of_time_meet_those_of_its_neighbours(store: Store, ids: list[str]) -> None:
    days = [during(("d", number), "ww", "dam", "flood") for number in (0, 1, 2, 65535)]
    with store.writer() as writer:
        for each, key in zip(ids, [*days, always("ww", "dam", "flood")], strict=False):
            writer.put_keys("stories", each, [key])
    with store.view() as view:
        met = {each: {other for own, other in view.meeting("stories", ids) if own == each} for each in ids}
        assert view.meeting("copies", ids) == ()
    assert met == {
        ids[0]: {ids[1], ids[3]}, ids[1]: {ids[0], ids[2]}, ids[2]: {ids[1]}, ids[3]: {ids[0]}, ids[4]: set(),
    }  # fmt: skip


def test_newer_keys_take_the_place_of_older_ones_of_that_layer(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_keys("stories", ids[0], [DAM, FLOOD])
        writer.put_keys("copies", ids[0], [DAM])
        writer.put_keys("stories", ids[0], [FIRE, ODD])
    with store.view() as view:
        assert view.sharing("stories", [DAM, FIRE]) == {DAM: (), FIRE: (ids[0],)}
        assert view.sharing("stories", [ODD]) == {ODD: (ids[0],)}
        assert view.sharing("copies", [DAM]) == {DAM: (ids[0],)}


def test_more_keys_than_a_query_can_hold(store: Store, ids: list[str]) -> None:
    keys = list(range(1203))
    with store.writer() as writer:
        writer.put_keys("stories", ids[0], keys)
    with store.view() as view:
        assert view.sharing("stories", keys) == dict.fromkeys(keys, (ids[0],))


def test_pairs_come_back_in_order_from_either_side(store: Store, ids: list[str]) -> None:
    kept = [pair(ids[1], ids[2]), pair(ids[0], ids[3]), pair(ids[0], ids[1], score=-0.25)]
    with store.writer() as writer:
        writer.put_pairs(kept)
    with store.view() as view:
        assert view.pairs("stories", [ids[1]]) == (kept[2], kept[0])
        assert view.pairs("stories", [ids[1], ids[3], "r-none"]) == (kept[2], kept[1], kept[0])
        assert view.pairs("stories", [ids[4]]) == ()
        assert view.pairs("copies", ids) == ()


def test_a_pair_is_overwritten(store: Store, ids: list[str]) -> None:
    newer = pair(ids[0], ids[1], score=0.75)
    with store.writer() as writer:
        writer.put_pairs([pair(ids[0], ids[1])])
        writer.put_pairs([newer])
    with store.view() as view:
        assert view.pairs("stories", ids) == (newer,)


def test_pairs_come_with_one_of_their_reasons_from_either_side(store: Store, ids: list[str]) -> None:
    quoting = Pair(
        layer="stories", first=ids[0], second=ids[3], score=0.25,
        reasons=(("day", 0.5, 'the words ["place",9.0,""] stand in it'), ("place", -0.125, "")),
    )  # fmt: skip
    kept = [pair(ids[1], ids[2]), quoting, pair(ids[0], ids[1], score=-0.25)]
    with store.writer() as writer:
        writer.put_pairs(kept)
    with store.view() as view:
        assert set(view.scores("stories", [ids[1]], "place")) == {each.scored("place") for each in kept[::2]}
        assert view.scores("stories", [ids[3]], "place") == ((ids[0], ids[3], 0.25, -0.125),)
        assert view.scores("stories", [ids[3]], "people") == ((ids[0], ids[3], 0.25, None),)
        assert view.scores("copies", ids, "place") == ()


def test_the_value_by_which_a_layer_is_settled_comes_as_its_reason_has_it(
    store: Store, ids: list[str]
) -> None:
    kept = [
        Pair(layer=layer, first=ids[0], second=second, score=0.5, reasons=reasons)
        for layer, reason in SETTLED_BY.items()
        for second, reasons in (
            (ids[1], ((reason, -1.234, ""), ("day", 0.5, ""))),
            (ids[2], (("day", 2.0, ""),)),
        )
    ]
    with store.writer() as writer:
        writer.put_pairs(kept)
        writer.put_pairs(kept)
    with store.view() as view:
        for layer, reason in SETTLED_BY.items():
            expected = {each.scored(reason) for each in kept if each.layer == layer}
            assert {value for *_, value in expected} == {-1.234, None}
            assert set(view.scores(layer, [ids[1], ids[2]], reason)) == expected
            assert set(view.scores_within(layer, ids, reason)) == expected


def test_pairs_within_some_reports_leave_out_those_that_lead_out(store: Store, ids: list[str]) -> None:
    kept = [pair(ids[0], ids[1]), pair(ids[1], ids[2]), pair(ids[2], ids[4])]
    with store.writer() as writer:
        writer.put_pairs(kept)
    with store.view() as view:
        within = view.scores_within("stories", [ids[0], ids[1], ids[2], "r-none"], "place")
        assert set(within) == {each.scored("place") for each in kept[:2]}


def test_what_is_kept_of_many_is_read_at_once(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.cache(ids[0], "gist", b"one")
        writer.cache(ids[1], "gist", b"two")
        writer.cache(ids[2], "older", b"three")
    with store.view() as view:
        assert view.bodies(ids, "gist") == {ids[0]: b"one", ids[1]: b"two"}


def test_a_number_given_back_leads_to_the_report_that_takes_it(store: Store) -> None:
    undone, kept = a_report("Rain fell.", address="1.txt"), a_report("Snow fell.", address="2.txt")
    for report in (undone, kept):
        with suppress(ZeroDivisionError), store.writer() as writer:
            writer.keep(report, Found(), finders=(), problems=())
            writer.put_keys("stories", report.id, [WEATHER])
            assert writer.view.sharing("stories", [WEATHER]) == {WEATHER: (report.id,)}
            if report is undone:
                raise ZeroDivisionError
    with store.view() as view:
        assert view.sharing("stories", [WEATHER]) == {WEATHER: (kept.id,)}


def test_groups_come_back_sorted(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_groups("stories", {"s-2": [ids[3], ids[1]], "s-1": [ids[0]]})
    with store.view() as view:
        assert view.groups("stories") == {"s-1": (ids[0],), "s-2": (ids[1], ids[3])}
        assert view.groups("stories", [ids[3], ids[4]]) == {"s-2": (ids[1], ids[3])}
        assert view.group("stories", "s-2") == (ids[1], ids[3])
        assert view.group("stories", "s-9") == ()
        assert view.groups("copies") == {}


def test_groups_that_merge_replace_both(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_groups("stories", {"s-1": [ids[0], ids[1]], "s-2": [ids[2]], "s-3": [ids[4]]})
        writer.put_groups("stories", {"s-1": [ids[0], ids[1], ids[2], ids[3]]})
    with store.view() as view:
        assert view.groups("stories") == {"s-1": tuple(ids[:4]), "s-3": (ids[4],)}


def test_a_group_that_splits_leaves_no_trace(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_groups("stories", {"s-1": ids})
        writer.put_groups("stories", {"s-1": ids[:2], "s-3": ids[2:]})
    with store.view() as view:
        assert view.groups("stories") == {"s-1": tuple(ids[:2]), "s-3": tuple(ids[2:])}


def test_links_of_unknown_reports_are_refused(store: Store, ids: list[str]) -> None:
    with pytest.raises(NotOnRecordError), store.writer() as writer:
        writer.put_pairs([pair(ids[0], "r-none")])
    with pytest.raises(NotOnRecordError), store.writer() as writer:
        writer.put_groups("stories", {"s-1": ["r-none"]})
    with pytest.raises(NotOnRecordError), store.writer() as writer:
        writer.put_keys("stories", "r-none", [DAM])


def test_ids_are_found_by_how_they_begin(store: Store, ids: list[str]) -> None:
    report = a_report()
    with store.writer() as writer:
        writer.keep(report, found_in(report), finders=(), problems=())
        writer.put_groups("stories", {"s-aaa": ids[:1], "s-aab": ids[1:]})
    (quotation,) = found_in(report).quotations
    with store.view() as view:
        assert view.ids_beginning("s-aa") == ("s-aaa", "s-aab")
        assert view.ids_beginning("s-aab") == ("s-aab",)
        assert view.ids_beginning(quotation.id[:9]) == (quotation.id,)
        assert view.ids_beginning("r-") == tuple(sorted([*ids, report.id]))
        assert view.ids_beginning("%") == ()
        assert view.ids_beginning("\ud7ff") == ()
        assert len(view.ids_beginning("")) == 10
