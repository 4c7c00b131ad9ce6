"""Bylines: names without "By", outlets beside them, and sentences that only begin alike."""

import pytest

from onrecord.reports.byline import is_name, parse_bare_byline, parse_byline, parse_names


@pytest.mark.parametrize(
    ("line", "names", "outlet"),
    [
        pytest.param("By Ines Okafor", ("Ines Okafor",), None, id="one name"),
        pytest.param("By: Ines Okafor.", ("Ines Okafor",), None, id="colon and full stop"),
        pytest.param("BY INES OKAFOR", ("INES OKAFOR",), None, id="capitals"),
        pytest.param("Words by Ines Okafor", ("Ines Okafor",), None, id="words by"),
        pytest.param(
            "By Ines Okafor, Port Leven Courier", ("Ines Okafor",), "Port Leven Courier", id="outlet"
        ),
        pytest.param("By Ines Okafor | Arden Daily News", ("Ines Okafor",), "Arden Daily News", id="bar"),
        pytest.param(
            "By Ines Okafor and Per Lind, Leven Post", ("Ines Okafor", "Per Lind"), "Leven Post", id="two"
        ),
        pytest.param(
            "By A. B. Lane, Ann Lee and Bo de la Cruz",
            ("A. B. Lane", "Ann Lee", "Bo de la Cruz"),
            None,
            id="three",
        ),
        pytest.param("By Ann Lee, Bo Ray, Cy Dun", ("Ann Lee", "Bo Ray", "Cy Dun"), None, id="commas alone"),
        pytest.param("By Ines Okafor, Staff Writer", ("Ines Okafor",), None, id="a role is no outlet"),
        pytest.param("By Ines Okafor Staff Writer", ("Ines Okafor",), None, id="a role without a comma"),
        pytest.param("By Ines Okafor, iokafor@leven.example", ("Ines Okafor",), None, id="an address"),
        pytest.param("By INES OKAFORNorthmark Press", ("INES OKAFOR",), "Northmark Press", id="glued"),
        pytest.param("By The Associated Press", (), "The Associated Press", id="an agency"),
        pytest.param("By Staff Reporter", (), None, id="nobody by name"),
    ],
)
def test_a_byline_is_parsed(line, names, outlet):
    found = parse_byline(line)
    assert found is not None
    assert (found.names, found.outlet) == (names, outlet)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Monday, the water had fallen.", id="a sentence"),
        pytest.param("By Monday", id="a day"),
        pytest.param("By the River", id="a title"),
        pytest.param("By Design", id="a phrase"),
        pytest.param("By Tuesday Port Leven was cut off", id="a sentence without a stop"),
        pytest.param("Ines Okafor said so", id="no label"),
        pytest.param("By " + "Ines Okafor and " * 20, id="too long"),
    ],
)
def test_what_only_begins_alike_is_no_byline(line):
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        pytest.param("Ines Okafor, Radio Linden", True, id="name and outlet"),
        pytest.param("Ines Okafor, Staff Writer", True, id="name and role"),
        pytest.param("Ines Okafor, Chief of Police", False, id="somebody in the news"),
        pytest.param("Ines Okafor", False, id="a bare name"),
    ],
)
def test_a_byline_without_by_needs_an_outlet_or_a_role(line, is_byline):
    assert (parse_bare_byline(line) is not None) is is_byline


@pytest.mark.parametrize(
    ("field", "names"),
    [
        pytest.param("Ann Lee, Bo Ray", ("Ann Lee", "Bo Ray"), id="in a field a comma parts names"),
        pytest.param("By Ann Lee", ("Ann Lee",), id="a field with a label"),
        pytest.param("Ann Lee, Leven Post", ("Ann Lee",), id="an outlet in a field"),
        pytest.param("Northmark Press Agency", (), id="an agency is nobody"),
        pytest.param("admin", (), id="a login"),
    ],
)
def test_the_names_in_a_field(field, names):
    assert parse_names(field).names == names


@pytest.mark.parametrize(
    "words", ["Port", "Leven Daily News", "Ann lee", "Al Jazeera", "A B C D E F", "In March"]
)
def test_what_is_no_name(words):
    assert not is_name(words)
