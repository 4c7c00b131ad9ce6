"""Datelines and date lines: places, agencies, days; and openings that only look like them."""

import pytest

from onrecord.reports.dateline import parse_dateline
from onrecord.reports.dayline import leading_days, parse_dayline, trailing_days


@pytest.mark.parametrize(
    ("line", "place", "agency", "day"),
    [
        pytest.param(
            "PORT LEVEN, May 6, 2025 - Ferries", "PORT LEVEN", None, "May 6, 2025", id="place and day"
        ),
        pytest.param("ARDEN (AP) — Ferries", "ARDEN", "AP", None, id="place and agency"),
        pytest.param("ARDEN — Ferries", "ARDEN", None, None, id="place"),
        pytest.param("ARDEN, Calverra – Ferries", "ARDEN, Calverra", None, None, id="place and country"),
        pytest.param("ST. ALDA, N.M. -- Ferries", "ST. ALDA, N.M.", None, None, id="a saint and a state"),
        pytest.param(
            "Arden (Reuters) - Ferries", "Arden", "Reuters", None, id="small letters with an agency"
        ),
        pytest.param(
            "Arden, March 3, 2026 – Ferries", "Arden", None, "March 3, 2026", id="small letters with a day"
        ),
        pytest.param(
            "Arden, Ala. — Ferries", "Arden, Ala.", None, None, id="small letters with a state cut short"
        ),
        pytest.param(
            "ARDEN/LEVEN, Tuesday, March 3 -- Two", "ARDEN/LEVEN", None, "Tuesday, March 3", id="two places"
        ),
        pytest.param("ARDEN (May 6, 2025) – Two", "ARDEN", None, "May 6, 2025", id="day in brackets"),
        pytest.param("McARDEN — Two", "McARDEN", None, None, id="a small letter in the name"),
        pytest.param(
            "PORT-AU-LEVEN, May 6 (NPA) - A", "PORT-AU-LEVEN", "NPA", "May 6", id="dashes in the name"
        ),
        pytest.param("NEW ARDEN: The", "NEW ARDEN", None, None, id="a colon"),
        pytest.param("(CNN) — Two", None, "CNN", None, id="an agency alone"),
        pytest.param("CNN — Two", None, "CNN", None, id="a known outlet is no place"),
        pytest.param("Feb 4 (Reuters) - Two", None, "Reuters", "Feb 4", id="a day and an agency"),
        pytest.param("ARDEN —", "ARDEN", None, None, id="on its own line"),
    ],
)
def test_a_dateline_is_parsed(line, place, agency, day):
    found = parse_dateline(line)
    assert found is not None
    assert (found.place, found.agency, found.day.printed if found.day else None) == (place, agency, day)
    assert line[found.end :] in {"Ferries", "Two", "A", "The", ""}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("COVID-19 cases rose in Arden.", id="a dash in a word"),
        pytest.param("NASA — the agency — said so.", id="no sentence begins after the dash"),
        pytest.param("UPDATE: The ferry is afloat.", id="a label"),
        pytest.param("BREAKING NEWS — Two ferries collided.", id="another label"),
        pytest.param("NPFD: The fire is out.", id="a speaker"),
        pytest.param("Talks — The two sides meet again.", id="a word in small letters"),
        pytest.param("I — We — they all said so.", id="one letter"),
        pytest.param("The ferry ran aground - Again.", id="a sentence"),
        pytest.param("ARDEN is dry.", id="no dash"),
    ],
)
def test_what_only_looks_like_a_dateline_is_none(line):
    assert parse_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        pytest.param("Tuesday, March 10", ["Tuesday, March 10"], id="bare"),
        pytest.param("ARDEN DAILY NEWS - Tuesday, May 6", ["Tuesday, May 6"], id="outlet before it"),
        pytest.param("Arden Daily News | Published May 6, 2025", ["May 6, 2025"], id="outlet and label"),
        pytest.param("By Owen Tarrant | March 3, 2026", ["March 3, 2026"], id="byline before it"),
        pytest.param("Posted on 13 August 2013", ["13 August 2013"], id="label"),
        pytest.param("7:18 PM, March 3, 2026", ["March 3, 2026"], id="time before it"),
        pytest.param("***UPDATED at 5 p.m. on March 3, 2026***", ["March 3, 2026"], id="stars"),
        pytest.param(
            "Published: March 3, 2026 at 4:05 p.m. EST | Updated: March 4, 2026",
            ["March 3, 2026 at 4:05 p.m. EST", "March 4, 2026"],
            id="published and updated",
        ),
    ],
)
def test_a_date_line_is_parsed(line, printed):
    found = parse_dayline(line)
    assert found is not None
    assert [stated.day.printed for stated in found.days] == printed
    assert all(line[one.day.start : one.day.end] == one.day.printed for one in found.days)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("On March 3, 2026, the dam broke.", id="a sentence"),
        pytest.param("The vote is set for May 5", id="a heading"),
        pytest.param("Last updated 3 hours ago", id="no day"),
        pytest.param("Two dead on May 3", id="a headline"),
        pytest.param("March 3, 2026: a day of floods", id="a title"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_holds_other_words_is_no_date_line(line):
    assert parse_dayline(line) is None


@pytest.mark.parametrize(
    ("line", "end"),
    [
        pytest.param("date 2025-02-04 The ferry left.", 15, id="label"),
        pytest.param("2025-02-04 The ferry left.", 10, id="ISO"),
        pytest.param("March 3, 2026 - The ferry left.", 13, id="dash"),
        pytest.param("March 3, 2026 was a day of floods.", None, id="a sentence"),
        pytest.param("March 3, 2026 The ferry left.", None, id="neither label nor dash"),
        pytest.param("date palms grew there.", None, id="a date of another kind"),
    ],
)
def test_a_day_before_the_first_sentence(line, end):
    found = leading_days(line)
    assert (found.end if found else None) == end


@pytest.mark.parametrize(
    ("line", "start"),
    [
        pytest.param("Ferry aground Posted: Sunday, July 27, 2014 12:06 PM EDT", 14, id="after a headline"),
        pytest.param("A ferry lies aground. (Published Sunday, Jan. 4, 2015)", 22, id="in brackets"),
        pytest.param("Report published May 5, 2014", None, id="no colon, no brackets"),
    ],
)
def test_a_day_behind_a_headline(line, start):
    found = trailing_days(line)
    assert (found.start if found else None) == start
