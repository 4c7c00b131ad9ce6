"""What a text tells of where, who and how old: streets, ages, telling words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.links.ages import ages_of
from onrecord.links.streets import streets_of
from onrecord.links.terms import alike, proper_words, stem, terms_of


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("It happened on North Alder Avenue near the mill.", ["alder"]),
        ("In the 500 block of Alder Ave., police said.", ["alder", "alder"]),
        ("In the 2100 block of E. 79th, a man fell.", ["79th"]),
        ("At Third Street and Weir Lane.", ["3rd", "weir"]),
        ("Martin Weir Boulevard was closed.", ["martin weir"]),
        ("The Supreme Court heard him.", []),
        ("The court heard him in the street.", []),
        ("They met on the road to Leven.", []),
        ("Ada Street said so.", ["ada"]),
    ],
    ids=[
        "kind", "block and short form", "block alone", "ordinals", "two words", "a court", "small letters",
        "no name", "a surname like a street is one: rare, and no line rests on it",
    ],
)  # fmt: skip
def test_streets(text: str, streets: list[str]) -> None:
    assert list(streets_of(text)) == streets


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a 34-year-old man and a 12 year old", [34, 12]),
        ("Ada Brandt, 34, of Leven; Otto Reyes, 61.", [34, 61]),
        ("a woman aged 27", [27]),
        ("children ages 5 and 7", [5]),
        ("at age 7:30", []),
        ("on March 4, 12 people", []),
        ("a 300-year-old oak", []),
    ],
    ids=["year-old", "apposition", "aged", "the first of two", "a time", "a day", "no person"],
)
def test_ages(text: str, ages: list[int]) -> None:
    assert list(ages_of(text)) == ages


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ferries", "ferry"),
        ("witnesses", "witness"),
        ("witness", "witness"),
        ("torches", "torch"),
        ("harbour's", "harbour"),
        ("various", "various"),
        ("gas", "gas"),
    ],
)
def test_plural_and_possessive_are_cut(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_rare_words_tell_more_than_common_ones() -> None:
    terms = dict(terms_of("The people saw a sandbank, and the people saw a ferry in the time."))
    assert terms["sandbank"] > terms["ferry"]
    assert "people" not in terms


def test_a_text_is_most_like_itself() -> None:
    terms = dict(terms_of("The ferry Kestrel struck a sandbank off Port Leven."))
    other = dict(terms_of("A coach struck a lorry near Marlby."))
    assert alike(terms, terms)[0] == pytest.approx(1.0, abs=0.01)
    assert alike(terms, other)[0] < 0.5
    assert alike(terms, other)[0] == alike(other, terms)[0]


def test_a_word_written_small_anywhere_is_no_name() -> None:
    assert proper_words("Weir fell, as the weir at Leven fell.") == {"leven"}


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_borne(text: str) -> None:
    assert all(1 <= age <= 105 for age in ages_of(text))
    assert all(streets_of(text))
    assert all(0 < weight <= 1 for _, weight in terms_of(text))
