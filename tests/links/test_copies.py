"""Which reports carry one copy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.copies import compare_copies, print_of, settle_copies
from tests.support import make_report

COPY = (
    "The ferry to Arden ran aground on a sandbank off Port Leven shortly after six on Monday morning "
    "with 212 passengers on board, the coastguard said. Nobody was hurt, but the tide fell before "
    "tugs could reach the ship and it was noon until the last of them had been brought ashore in "
    "small boats. The operator said that the master had steered clear of a trawler whose lights were "
    "out. Harbour officials opened an inquiry and asked the crews of both vessels to stay in the "
    "town until they had been heard."
)
OTHER = (
    "Passengers told of cold hours on a tilted deck after their ship struck sand outside the harbour "
    "on Monday. A baker from Arden handed round the rolls that he had meant to sell, and a choir "
    "sang. The company would not say when the ship would float again, while fishermen of the town "
    "said that the bank had been creeping west since the winter storms and that they had warned of "
    "it in letters that no office had ever answered."
)
INQUIRY = (
    "A judge in Leven heard on Thursday that the pilot of the ferry Saint Orla had asked twice for a "
    "second radar and been told to wait for the next budget, in the first hour of a hearing that is to last "
    "three weeks. "
    "The owner's lawyer objected to the letter and said that it had been shown to nobody before. "
)
RATES = (
    "The Bank of Leven bought 212 mln crowns of three-month bills at 4.25 pct and 96 mln crowns of "
    "six-month bills at 4.50 pct in its daily operation, dealers said. The shortage in the market was "
    "estimated at 340 mln crowns before the operation began and no further help was given."
)
ISSUE = (
    "Arden Light and Power is issuing 50 mln crowns of bonds due in 1994, lead manager Cove Bank said. "
    "The bonds are available in pieces of 1,000 crowns and will be listed in Leven. Fees comprise 1-1/4 "
    "pct for selling and 5/8 pct for management and underwriting together."
)
RESULT = "Shr 14 cts vs nine cts. Net 1,914,388 vs 1,206,095. Sales 58.8 mln vs 40.7 mln. Avg shrs 6,342,353."


def are_copies(first: str, second: str, *days: str, headline: str | None = None) -> bool:
    """Whether two texts are one copy, in whatever order they are compared."""
    days = days or ("2026-03-10", "2026-03-10")
    prints = [
        print_of(make_report(text, address=name, published=day, headline=headline))
        for name, text, day in zip("ab", (first, second), days, strict=True)
    ]
    found = compare_copies(prints[0], prints[1]) is not None
    assert found == (compare_copies(prints[1], prints[0]) is not None)
    return found


@pytest.mark.parametrize("text", [COPY, RATES, RESULT, ""])
def test_what_is_met_is_compared_the_same_without_its_keys(text: str) -> None:
    report = make_report(text, address="a")
    assert print_of(report, keyed=False) == replace(print_of(report), keys=())


def test_a_trimmed_copy_shares_keys_and_is_found() -> None:
    whole, cut = (
        make_report(COPY, address="a"),
        make_report(COPY[:400], address="b", headline="Ferry aground"),
    )
    first, second = print_of(whole), print_of(cut)
    assert set(first.keys) & set(second.keys)
    link = compare_copies(first, second)
    assert link is not None
    assert link.second_share > 0.9 > link.first_share


def test_two_reports_of_one_happening_are_no_copies() -> None:
    first, second = print_of(make_report(COPY, address="a")), print_of(make_report(OTHER, address="b"))
    assert not set(first.keys) & set(second.keys)
    assert compare_copies(first, second) is None


def test_one_speech_quoted_by_both_makes_no_copy() -> None:
    speech = "“" + COPY.replace(".", ",") + "”"
    assert not are_copies(f"She said: {speech} Then she left for Arden.", f"In her words: {speech} Silence.")


def test_copies_of_copies_are_one_set() -> None:
    prints = [
        print_of(make_report(COPY + extra, address=str(i)))
        for i, extra in enumerate(["", " So it was.", " And."])
    ]
    links = [
        (a.report, b.report) for a in prints for b in prints if a.report < b.report and compare_copies(a, b)
    ]
    assert settle_copies([p.report for p in prints], links) == (frozenset(p.report for p in prints),)


def test_of_few_words_only_the_very_same_tell() -> None:
    few = "Nobody was hurt when the ferry struck sand."
    first, second = print_of(make_report(few, address="a")), print_of(make_report(few, address="b"))
    assert first.keys == second.keys != ()
    assert compare_copies(first, second) is not None
    other = print_of(make_report(few.replace("sand", "rock"), address="c"))
    assert not set(other.keys) & set(first.keys)
    assert compare_copies(first, other) is None


@pytest.mark.parametrize(
    ("second", "days", "expected"),
    [
        pytest.param(COPY.replace("sandbank", "bank of sand"), (), True, id="lightly edited"),
        pytest.param(COPY.replace("212", "211"), (), True, id="one number mended"),
        pytest.param(OTHER + " " + COPY, (), True, id="carried below one's own words on one day"),
        pytest.param(COPY, ("2026-03-10", "2026-03-12"), True, id="printed two days later"),
        pytest.param(
            INQUIRY + COPY,
            ("2026-03-10", "2026-03-12"),
            False,
            id="the old report as background of other news",
        ),
        pytest.param(COPY, (None, "2026-03-12"), True, id="a report without a day"),
    ],
)
def test_a_copy_keeps_most_of_the_words_and_the_news(second: str, days: tuple, expected: bool) -> None:
    assert are_copies(COPY, second, *days) is expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            RATES, RATES.replace("212", "180").replace("96", "44").replace("340", "250"), id="numbers"
        ),
        pytest.param(
            ISSUE,
            ISSUE.replace("Arden Light and Power", "Tolmark Shipping").replace("1994", "1996"),
            id="another company",
        ),
        pytest.param(
            RATES.replace("212", "two").replace("96", "nine").replace("340", "six"), RATES, id="words"
        ),
        pytest.param(
            "Close this box. Get e-mail notifications on Ida Vesk daily! Your notification has been saved. "
            "There was a problem saving your notification. Whenever Ida Vesk posts "
            "new content, you'll get an email delivered to your inbox with a link.",
            "Close this box. Get e-mail notifications on Jon Tarr daily! Your notification has been saved. "
            "There was a problem saving your notification. Whenever Jon Tarr posts "
            "new content, you'll get an email delivered to your inbox with a link.",
            id="a page's own words",
        ),
    ],
)  # fmt: skip
def test_one_form_filled_in_twice_is_no_copy(first: str, second: str) -> None:
    assert not are_copies(first, second)


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        pytest.param(ISSUE, ISSUE.replace("Arden", "Ardan"), None, id="a name spelt otherwise"),
        pytest.param(
            "The bonds of Arden Light are cheap. " + ISSUE, ISSUE, None, id="a name that both texts know"
        ),
        pytest.param(
            ISSUE.replace("1994", "1996").replace("1-1/4", "1-3/8").replace("5/8", "3/4"), ISSUE,
            "Corrected: Arden Light issues bonds", id="sent again with its numbers corrected",
        ),
        pytest.param(RATES.replace("six-month", "6-month"), RATES, None, id="a number in other signs"),
        pytest.param(RESULT, RESULT.replace("Sales", "Revs"), None, id="a short result"),
    ],
)  # fmt: skip
def test_a_notice_sent_again_is_a_copy(first: str, second: str, headline: str | None) -> None:
    assert are_copies(first, second, headline=headline)


def test_a_short_result_sent_again_is_met() -> None:
    first, second = (
        print_of(make_report(text, address=text))
        for text in (RESULT, RESULT.replace("Sales", "Revs").replace("vs nine", "vs 9"))
    )
    assert set(first.keys) & set(second.keys)


def test_a_cut_of_a_long_report_is_met() -> None:
    whole = print_of(make_report(" ".join((OTHER, INQUIRY, RATES, ISSUE, COPY)), address="a"))
    cut = print_of(make_report(COPY[:330], address="b"))
    assert set(whole.keys) & set(cut.keys)
    assert compare_copies(whole, cut) is not None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_are_compared_alike_from_both_sides(first: str, second: str) -> None:
    are_copies(f"x{first}", f"x{second}")


def test_a_megabyte_is_printed_in_time() -> None:
    long = print_of(make_report("“ 1,2 " * 160_000, address="a"))
    assert compare_copies(long, print_of(make_report(COPY, address="b"))) is None
