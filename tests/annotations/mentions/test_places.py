"""Which place a name means, by the rules of the place table."""

import pytest

from onrecord.annotations.mentions.places import gazetteer
from tests.annotations.mentions.reading import mentions_in

PARIS, LONDON, FRANCE, GEORGIA = 2988507, 2643743, 3017382, 614540

RESOLVED = [
    ("country", "france", (), FRANCE),
    ("by-far-the-largest", "paris", (), PARIS),
    ("town-and-state-of-one-name", "washington", (), 4140963),
    ("town-by-another-name", "kiev", (), 703448),
    ("the-one-in-a-state-named", "springfield", ("US", "US-IL"), 4250542),
    ("several-alike", "springfield", (), None),
    ("country-before-state", "georgia", (), GEORGIA),
    ("state", "ohio", (), 5165418),
    ("unknown", "weirholm", (), None),
    ("small-town-and-nothing-told", "linden", (), None),
    ("empty", "", (), None),
]


@pytest.mark.parametrize(
    ("name", "near", "expected"), [row[1:] for row in RESOLVED], ids=[row[0] for row in RESOLVED]
)
def test_which_place_a_name_means(name, near, expected):
    found = gazetteer().resolve(name, near)
    assert (None if found is None else found[0].geonames) == expected


def test_every_nation_of_the_word_list_is_in_the_table():
    table = gazetteer()
    missing = {code for code in table.nations.values() if not table.by_name.get(code.lower() + "\x1f")}
    assert missing == set()


def test_place_mention_carries_degrees():
    found = {m.name: m for m in mentions_in("Rain flooded London and France.")}
    assert found["London"].geonames == LONDON
    assert found["London"].latitude == pytest.approx(51.5, abs=0.1)
    assert (found["France"].geonames, found["France"].latitude) == (FRANCE, None)


def test_region_without_row_stays_open():
    (place,) = mentions_in("Rain fell across the Middle East.")
    assert (place.kind, place.geonames) == ("place", None)
