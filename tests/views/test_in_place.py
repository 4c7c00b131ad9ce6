"""A report's text with what was found in it: no word is lost, and none stands twice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.report import Report
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.views.harmless import SHOWN, harmless
from onrecord.views.in_place import PART, ReportPage, report_page
from tests.build import event, figure, found, name, said
from tests.record.test_joining import read
from tests.support import make_report

TEXT = (
    "Dana Reyes said on Monday that 40 people had left.\nBy A. Writer\n“Nobody rang us,” she said. They left."
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "made.db"))


def kept(store: Store, text: str = TEXT, *, annotated: bool = True) -> Report:
    report = make_report(text, address="a.txt")
    things = []
    if annotated:
        who = name(report, "Dana Reyes")
        things = [
            who,
            said(report, "that 40 people had left", who, kind="indirect"),
            said(report, "Nobody rang us,", who),
            figure(report, "40", "40 people had left", 40, 40),
            event(report, "40 people had left", "left", who),
        ]
    read(store, [[(report, found(*things))]])
    return report


def words(page: ReportPage) -> str:
    return "".join(patch.words for stretch in page.stretches for patch in stretch.patches)


def test_patches_bear_all_that_covers_them(store: Store) -> None:
    page = report_page(store, kept(store).id)
    kinds = {patch.words: patch.kinds for stretch in page.stretches for patch in stretch.patches}
    assert kinds["40"] == ("figure", "quotation")
    assert kinds["left"] == ("event", "quotation")
    assert kinds["Nobody rang us,"] == ("quotation",)


def test_only_chosen_kinds_cut_the_text(store: Store) -> None:
    page = report_page(store, kept(store).id, marked=("quotation",))
    assert "that 40 people had left" in [p.words for s in page.stretches for p in s.patches]


def test_each_thing_is_listed_once_where_it_begins(store: Store) -> None:
    page = report_page(store, kept(store).id)
    listed = [(thing.kind, thing.words) for stretch in page.stretches for thing in stretch.things]
    assert sorted(listed) == [
        ("event", "left"),
        ("figure", "40"),
        ("name", "Dana Reyes"),
        ("quotation", "Nobody rang us,"),
        ("quotation", "that 40 people had left"),
    ]
    assert dict(page.counts) == {"event": 1, "figure": 1, "name": 1, "quotation": 2}


def test_the_place_asked_for_is_marked_first(store: Store) -> None:
    report = kept(store)
    start = report.text.index("Nobody")
    page = report_page(store, report.id, here=(start, start + 6), marked=())
    assert [(p.words, p.first) for s in page.stretches for p in s.patches if p.kinds] == [("Nobody", True)]


@pytest.mark.parametrize("here", [(-1, 3), (5, 5), (9, 2), (0, 10**9)])
def test_a_place_that_is_none_marks_nothing(store: Store, here: tuple[int, int]) -> None:
    page = report_page(store, kept(store).id, here=here, marked=())
    assert not [p for s in page.stretches for p in s.patches if p.kinds]


def test_a_long_report_comes_in_parts_that_hold_all_of_it(store: Store) -> None:
    report = kept(store, "A sentence of a long report.\n" * 6_000, annotated=False)
    page = report_page(store, report.id)
    seen = words(page)
    assert page.before is None
    while page.after is not None:
        assert len(words(page)) <= PART
        page = report_page(store, report.id, begin=page.after)
        seen += words(page)
    assert seen.count("long report") == 6_000


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_no_word_is_lost(tmp_path: Path, text: str) -> None:
    store = open_store("sqlite://")
    try:
        report = kept(store, text, annotated=False)
        page = report_page(store, report.id)
    finally:
        store.close()
    kept_words, all_words = (t.replace(SHOWN, " ").split() for t in (words(page), harmless(report.text)))
    assert "".join(kept_words) == "".join(all_words)
