"""Shares, votes and seats with no noun of their own, and what a measure is of. Invented sentences."""

import pytest

from onrecord.annotations.figures import ANNOTATOR
from onrecord.model.annotation import Found
from tests.support import parsed

VOTE = (
    "Votes were counted in Sund all night after the election. "
    "The Harbour Party had 31 percent and the Farmers' Union 12.5 percent. "
    "Yes stood at 53 percent and no at 46.9. "
    "Turnout, at 68.9 percent, was high. The recount gave Lorne 20,598 and Greel 20,401. "
    "Greel's votes rose from 20,392 to 20,401. The Union lost a seat and now has 26. Lorne won by 212."
)
PLAIN = (
    "Unemployment came to 8 percent. The Harbour Company had 31 percent of its staff at home. "
    "The tunnel is 7.1 kilometres long and will cost 380 million francs. "
    "The bus was going at 70 kilometres an hour. "
    "Some 500 supporters sang. The Greens said 2,000 of them had come. "
    "They asked for six ministries, not for three."
)
COUNTS = [
    pytest.param(VOTE, "31 percent", "vote of Harbour Party", "percent", id="held-by-a-name"),
    pytest.param(VOTE, "46.9", "vote of no", "percent", id="goes-on-in-percent"),
    pytest.param(VOTE, "53 percent", "vote of Yes", "percent", id="a-side"),
    pytest.param(VOTE, "68.9 percent", "Turnout", "percent", id="beside-turnout"),
    pytest.param(VOTE, "20,598", "votes of Lorne", "count", id="given-to-a-name"),
    pytest.param(VOTE, "26", "seats", "count", id="seats-without-a-noun"),
    pytest.param(VOTE, "212", "votes of Lorne", "count", id="won-by"),
    pytest.param(PLAIN, "8 percent", "Unemployment came", "percent", id="no-vote-is-spoken-of"),
    pytest.param(PLAIN, "7.1 kilometres", "tunnel long", "measure", id="how-long"),
    pytest.param(PLAIN, "380 million francs", "tunnel cost", "money", id="the-subject-of-two-verbs"),
    pytest.param(PLAIN, "70 kilometres an hour", "bus going", "measure", id="how-fast"),
    pytest.param(PLAIN, "2,000", "supporters sang", "count", id="more-of-them"),
]


@pytest.mark.parametrize(("text", "printed", "counts", "measure"), COUNTS)
def test_what_a_number_counts_that_says_it_by_its_place(
    text: str, printed: str, counts: str, measure: str
) -> None:
    found = [r for r in ANNOTATOR.find(parsed(text), Found()) if r.span.of(text) == printed]
    kept = [(r.counts.casefold(), r.measure) for r in found if r.keep]
    assert kept == [(counts.casefold(), measure)]


def test_what_votes_rose_from_was_cast_for_nobody() -> None:
    assert not any(
        "against" in r.counts or "for" in r.counts.split() for r in ANNOTATOR.find(parsed(VOTE), Found())
    )
