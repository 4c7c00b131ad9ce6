"""Two reports side by side: what is the same, worded otherwise, or only in one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.report import Report
from onrecord.views.comparing import MOST, Compared, compared
from tests.support import make_report

FIRST = (
    "The ferry Kestrel ran aground off Port Leven on Monday. Nobody was hurt. "
    "“We had no warning of the bank,” its master said."
)


def beside(first: str, second: str) -> Compared:
    return compared(report(first, "a.txt"), report(second, "b.txt"))


def report(text: str, address: str) -> Report:
    return make_report(text, address=address)


@pytest.mark.parametrize(
    ("second", "relations"),
    [
        (FIRST, ["same", "same", "same"]),
        (FIRST.replace("“", '"').replace("”", '"'), ["same", "same", "same"]),
        (FIRST.replace("Nobody", "No passenger"), ["same", "otherwise", "same"]),
        (FIRST.replace("Nobody was hurt. ", ""), ["same", "first", "same"]),
        (f"{FIRST} Divers will look at the hull.", ["same", "same", "same", "second"]),
        ("Rain is forecast.", ["first", "first", "first", "second"]),
        (
            "Nobody was hurt. The ferry Kestrel ran aground off Port Leven on Monday. "
            "“We had no warning of the bank,” its master said.",
            ["same", "same", "same"],
        ),
    ],
    ids=["copy", "other marks", "reworded", "cut", "added", "another story", "another order"],
)
def test_sentences_are_matched_by_their_words(second: str, relations: list[str]) -> None:
    assert [row.relation for row in beside(FIRST, second).rows] == relations


def test_differing_words_are_marked_on_both_sides() -> None:
    row = beside("The ferry carried 40 people to port.", "The ferry carried 52 people to port.").rows[0]
    assert row.first is not None
    assert row.second is not None
    assert [run.words for run in row.first.runs if run.differs] == ["40"]
    assert [run.words for run in row.second.runs if run.differs] == ["52"]


def test_a_number_more_is_never_the_same() -> None:
    assert beside("At least 4 people died.", "At least 14 people died.").count("same") == 0


def test_what_is_past_the_most_is_told_to_be_left_out() -> None:
    text = " ".join(f"Sentence {number} tells of harbour {number}." for number in range(MOST + 30))
    assert beside(text, "One only.").left_out == 30


WORDS = st.text(alphabet="ab .!\n“”Ä\u202e", max_size=120).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_every_sentence_stands_there_once(first: str, second: str) -> None:
    found = beside(first, second)
    for side, text in (("first", first), ("second", second)):
        cells = [getattr(row, side) for row in found.rows if getattr(row, side) is not None]
        spans = sorted((cell.start, cell.end) for cell in cells)
        assert len(set(spans)) == len(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
