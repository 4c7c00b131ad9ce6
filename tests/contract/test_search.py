"""What any store must find by words."""

from dataclasses import replace

import pytest

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.store import HitKind, Store
from tests.contract.made import a_report, found_in


@pytest.fixture
def report(store: Store) -> Report:
    made = a_report()
    with store.writer() as writer:
        writer.keep(made, found_in(made), finders=(), problems=())
        other = a_report(
            "A fire broke out in Orrin. The mayor was not told.", headline="Fire", address="o.txt"
        )
        writer.keep(other, Found(), finders=(), problems=())
    return made


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("river", "report", "river"),
        ("will hold", "statement", "will hold"),
        ("visited dam", "event", "visited the dam"),
        ("quandt", "person", "Quandt"),
        ("visiting", "event", "visited"),
    ],
    ids=["a-word", "two-words", "words-apart", "any-case", "another-ending"],
)
def test_words_lead_to_their_place(
    store: Store, report: Report, words: str, kind: HitKind, expected: str
) -> None:
    with store.view() as view:
        (hit,) = view.search(words, kind=kind)
    assert (hit.kind, hit.report) == (kind, report.id)
    assert report.text[hit.start : hit.end] == expected
    assert expected in hit.excerpt
    of_kind = {"statement": "quotations", "event": "events", "person": "mentions"}
    assert hit.id == (report.id if kind == "report" else getattr(found_in(report), of_kind[kind])[0].id)


def test_kinds_take_turns(store: Store, report: Report) -> None:
    with store.view() as view:
        assert [hit.kind for hit in view.search("dam")] == ["report", "statement", "event"]
        assert [hit.kind for hit in view.search("dam", limit=2)] == ["report", "statement"]
        assert [hit.kind for hit in view.search("mayor")] == ["report", "person", "report"]
        assert view.search("dam", limit=0) == ()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "*",
        '"',
        "—",
        "dam AND fire",
        "dam OR fire",
        "NOT dam",
        "headline:dam",
        "dam NEAR fire",
        "da*",
        "^",
    ],
)
def test_operators_are_words(store: Store, report: Report, words: str) -> None:
    with store.view() as view:
        assert view.search(words, kind="report") == ()


@pytest.mark.parametrize(
    "words", ['"dam', "dam)", "(dam", "-dam", "dam*", "dam — river", "dam \x00 \ud800", "'dam'"]
)
def test_marks_beside_words_are_passed_over(store: Store, report: Report, words: str) -> None:
    with store.view() as view:
        assert [hit.id for hit in view.search(words, kind="report")] == [report.id]


def test_a_pasted_passage_leads_to_its_report(store: Store) -> None:
    passage = " ".join(f"word{number}" for number in range(400))
    made = a_report(f"It began. {passage} It ended.")
    with store.writer() as writer:
        writer.keep(made, Found(), finders=(), problems=())
    with store.view() as view:
        assert [hit.report for hit in view.search(passage)] == [made.id]
        assert view.search("dam " * 5000, kind="statement") == ()


def test_a_headline_beside_the_text_is_found(store: Store) -> None:
    made = a_report("Rain fell.", headline=None)
    with store.writer() as writer:
        writer.keep(replace(made, headline="Storm nears"), Found(), finders=(), problems=())
    with store.view() as view:
        (hit,) = view.search("storm")
    assert (hit.start, hit.end, hit.excerpt) == (0, 0, "Storm nears")


def test_an_excerpt_is_cut_between_words_around_the_densest_place(store: Store) -> None:
    filler = "Nothing of note came to pass in the long weeks that went by then. " * 20
    made = a_report(
        f"The harbour slept. {filler}The harbour and the bridge were shut\nby the storm. {filler}"
    )
    with store.writer() as writer:
        writer.keep(made, Found(), finders=(), problems=())
    with store.view() as view:
        (hit,) = view.search("bridge harbour storm")
    assert made.text[hit.start : hit.end] == "harbour and the bridge were shut\nby the storm"
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert "harbour and the bridge were shut by the storm. Nothing" in hit.excerpt
    assert 100 < len(hit.excerpt) < 200


def test_a_text_full_of_one_word_is_searched_in_linear_time(store: Store) -> None:
    made = a_report("dam " * 50_000)
    with store.writer() as writer:
        writer.keep(made, Found(), finders=(), problems=())
    with store.view() as view:
        (hit,) = view.search("dam", kind="report")
    assert made.text[hit.start : hit.end].casefold() == "dam"
