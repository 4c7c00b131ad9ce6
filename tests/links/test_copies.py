"""Which reports carry one copy."""

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
    first = print_of(make_report(f"She said: {speech} Then she left for Arden.", address="a"))
    second = print_of(make_report(f"In her words: {speech} The hall was silent.", address="b"))
    assert compare_copies(first, second) is None


def test_copies_of_copies_are_one_set() -> None:
    prints = [
        print_of(make_report(COPY + extra, address=str(i)))
        for i, extra in enumerate(["", " So it was.", " And."])
    ]
    links = [link for a in prints for b in prints if a.report < b.report and (link := compare_copies(a, b))]
    assert settle_copies([p.report for p in prints], links) == (frozenset(p.report for p in prints),)


def test_of_few_words_only_the_very_same_tell() -> None:
    few = "Nobody was hurt when the ferry struck sand."
    first, second = print_of(make_report(few, address="a")), print_of(make_report(few, address="b"))
    assert first.keys == second.keys != ()
    assert compare_copies(first, second) is not None
    other = print_of(make_report(few.replace("sand", "rock"), address="c"))
    assert not set(other.keys) & set(first.keys)
    assert compare_copies(first, other) is None
