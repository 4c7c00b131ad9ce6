"""Two states of a report are compared word by word, furniture left out."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.report import Block
from onrecord.model.span import Span
from onrecord.record.aligning import align
from tests.build import place
from tests.support import make_report

OLD = make_report("The ferry sank on Monday.\n42 people died. The captain was held.\nRain fell.")
NEW = make_report("The ferry sank on Sunday.\n38 people died.\nRain fell all night.")


def test_what_was_changed_cut_and_added() -> None:
    aligned = align(OLD, NEW)
    edits = [
        (e.before.of(OLD.text) if e.before else None, e.after.of(NEW.text) if e.after else None)
        for e in aligned.edits
    ]
    assert edits == [
        ("Monday", "Sunday"),
        ("42", "38"),
        ("The captain was held.", None),
        (None, "all night"),
    ]


def test_where_words_stand_now_and_what_stands_instead() -> None:
    aligned = align(OLD, NEW)
    carried, instead = aligned.carried(place(OLD, "people died")), aligned.instead(place(OLD, "42"))
    assert carried is not None
    assert instead is not None
    assert (carried.of(NEW.text), instead.of(NEW.text)) == ("people died", "38")
    assert aligned.carried(place(OLD, "captain")) is None
    assert aligned.instead(place(OLD, "The captain was held.")) is None
    assert aligned.share(place(OLD, "42 people")) == 0.5
    assert aligned.share(Span(0, 0)) == 1.0


def test_furniture_is_left_out() -> None:
    text = "Related: ten ferries that sank. The ferry sank."
    blocks = (Block(kind="related", start=0, end=31), Block(kind="body", start=32, end=len(text)))
    later = make_report("The ferry sank.")
    aligned = align(make_report(text, blocks=blocks), later)
    assert aligned.edits == ()
    assert aligned.carried(Span(0, 31)) is None


WORDS = st.lists(st.sampled_from(["a", "b", "the", "42", "."]), max_size=30).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_pairs_are_the_same_words_in_order(old: Any, new: Any) -> None:
    before, after = make_report("\n".join(old)), make_report("\n".join(new))
    aligned = align(before, after)
    for one, other in aligned.pairs:
        assert aligned.before[one].of(before.text) == aligned.after[other].of(after.text)
    assert list(aligned.pairs) == sorted(aligned.pairs)
    assert len({p for p, _ in aligned.pairs}) == len(aligned.pairs) == len({p for _, p in aligned.pairs})
    for span in aligned.before:
        inside = [word for word in aligned.before if word.overlaps(span)]
        assert inside == [span]
        assert aligned.share(span) in (0.0, 1.0)
    assert align(before, before).edits == ()
