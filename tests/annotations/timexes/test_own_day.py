"""The day of a report that prints none: only as far as its text allows."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import ANNOTATOR, own_day, re_anchored
from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Block
from onrecord.model.when import When
from tests.support import parsed


def dayless(text: str) -> Parsed:
    return parsed(text, published=None)


def found(report: Parsed) -> dict[str, Timex]:
    return {t.span.of(report.report.text): t for t in ANNOTATOR.find(report, Found())}


def edtf_of(when: When | None) -> str | None:
    return None if when is None else when.edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("The war began on October 7, 2023.", "[2023-10-07..]", id="a past day is the earliest"),
        pytest.param(
            "The war began on October 7, 2023. The dam broke on May 2, 2024.",
            "[2024-05-02..]",
            id="the latest past day counts",
        ),
        pytest.param("The leaders will meet on July 7.", None, id="a coming day gives no year"),
        pytest.param(
            "The war began on October 7, 2023. The leaders will meet on July 7.",
            "[2023-10-07..]",
            id="nor beside a past day",
        ),
        pytest.param("On Sunday the minister spoke. The next day he fled.", None, id="weekdays alone"),
        pytest.param("The games will open on May 3, 2027.", None, id="a coming day alone is no earliest day"),
        pytest.param(
            "The war began on October 7, 2023. The games will open on May 3, 2027.",
            "[2023-10-07..2027-05-03]",
            id="between the latest past and the earliest coming day",
        ),
        pytest.param(
            "The war began on October 7, 2023. He said the games would open on May 3, 2024.",
            "[2023-10-07..]",
            id="what was once to come may be past by now",
        ),
        pytest.param(
            "The war began on October 7, 2023. “We will open on May 3, 2024,” he said.",
            "[2023-10-07..]",
            id="quoted words may be old",
        ),
        pytest.param(
            "The vote was set for May 3, 2027. The war began on October 7, 2023.",
            "[2023-10-07..]",
            id="a plan's day is not past",
        ),
        pytest.param("They agreed to finish by 2027.", None, id="a limit is not past"),
        pytest.param(
            "The war began on October 7, 2023. The envoy arrived on Tuesday, May 6.",
            "[2025-05-06..]",
            id="a weekday with a day of the month gives its earliest year",
        ),
        pytest.param("The envoy arrived on Tuesday, May 6.", None, id="but no year where nothing bounds it"),
        pytest.param(
            "Hostages have been held since the Oct. 7, 2023, attack.", "[2023-10-07..]", id="since a day"
        ),
        pytest.param("The minister spoke.", None, id="nothing to go by"),
    ],
)  # fmt: skip
def test_the_day_is_bounded_by_what_is_told(text: str, edtf: str | None) -> None:
    assert edtf_of(own_day(dayless(text))) == edtf


def test_every_bound_has_its_reason() -> None:
    when = own_day(dayless("The war began on October 7, 2023."))
    assert when is not None
    assert when.basis == "bounded"
    assert when.reason == "it tells of October 7, 2023 as past"


def test_a_printed_day_is_left_alone() -> None:
    assert own_day(parsed("The war began on October 7, 2023.")) is None


def test_the_day_of_fetching_is_the_latest() -> None:
    report = dayless("The war began on October 7, 2023.")
    fetched = replace(report.report, retrieved=datetime(2023, 11, 2, 9, tzinfo=UTC))
    assert edtf_of(own_day(Parsed(report=fetched, doc=report.doc))) == "[2023-10-07..2023-11-02]"


CAPTION = "Premier Ada Voss leaves Port Leven ahead of her visit to Calder on February 02, 2025."
BODY = "Voss will meet the governor on Tuesday."


def captioned(caption: str) -> Parsed:
    text = f"{caption}\n{BODY}"
    end = len(caption)
    blocks = (Block(kind="caption", start=0, end=end), Block(kind="body", start=end + 1, end=len(text)))
    return parsed(text, published=None, blocks=blocks)


def test_a_dated_picture_that_looks_ahead_dates_the_report() -> None:
    when = own_day(captioned(CAPTION))
    assert edtf_of(when) == "[2025-02-02..2025-02-04]"
    assert when is not None
    assert when.basis == "inferred"


def test_a_picture_from_the_files_gives_an_earliest_day_only() -> None:
    assert (
        edtf_of(own_day(captioned(CAPTION.replace("leaves", "is seen in a file photo")))) == "[2025-02-02..]"
    )


def test_days_are_fixed_where_every_day_of_a_bounded_report_gives_the_same() -> None:
    report = captioned(CAPTION)
    day = own_day(report)
    fixed = found(Parsed(report=replace(report.report, published=day), doc=report.doc))
    assert fixed["Tuesday"].when.edtf == "2025-02-04"
    assert fixed["Tuesday"].when.anchor == "[2025-02-02..2025-02-04]"


OPEN = (
    "On Sunday, the minister posted an appeal. The next day, shells hit the harbour. "
    "They will meet on July 7."
)


@pytest.mark.parametrize(
    ("words", "edtf"), [("Sunday", "2025-06-29"), ("The next day", "2025-06-30"), ("July 7", "2025-07-07")]
)
def test_an_open_day_is_resolved_by_its_own_rule_once_the_report_is_dated(words: str, edtf: str) -> None:
    timex = found(dayless(OPEN))[words]
    assert timex.when.basis == "open"
    when = re_anchored(timex, date(2025, 7, 2))
    assert when.edtf == edtf
    assert (when.rule, when.printed, when.span) == (timex.when.rule, timex.when.printed, timex.when.span)


def test_an_open_next_day_keeps_its_weekday() -> None:
    assert found(dayless(OPEN))["The next day"].when.weekday == "Monday"


def test_resolving_again_gives_what_a_dated_report_would_have_given() -> None:
    undated, dated = found(dayless(OPEN)), found(parsed(OPEN, published="2025-07-02"))
    for words, timex in undated.items():
        assert re_anchored(timex, date(2025, 7, 2)).edtf == dated[words].when.edtf


def test_what_is_not_open_stays_as_it_is() -> None:
    when = When(edtf="2023-10-07", basis="stated", printed="October 7, 2023", rule="stated")
    assert re_anchored(when, date(2025, 7, 2)) is when


def test_words_that_are_no_time_stay_as_they_are() -> None:
    when = When(edtf=None, basis="open", printed="some day or other", rule="weekday-past")
    assert re_anchored(when, date(2025, 7, 2)) is when


def test_a_headline_means_the_day_that_the_text_means() -> None:
    report = parsed(
        "The governors will meet on Thursday.", headline="Talks set for Thursday", published="2026-03-10"
    )
    days = {t.when.edtf for t in ANNOTATOR.find(report, Found())}
    assert days == {"2026-03-12"}


TOMORROW = "The envoys will meet tomorrow, March 14, in Calder."


@pytest.mark.parametrize(
    ("text", "edtf", "weekday"),
    [
        pytest.param(TOMORROW, "XXXX-03-13", None, id="told the day before, of some year"),
        pytest.param(
            "The envoys will meet tomorrow, Friday, March 14.",
            "XXXX-03-13",
            "Thursday",
            id="with its weekday",
        ),
        pytest.param(
            f"The ferry sank on Tuesday, March 11. {TOMORROW}",
            "XXXX-03-13",
            "Thursday",
            id="a near past day tells the weekday",
        ),
        pytest.param(
            f"The ferry sank on Tuesday, October 7. {TOMORROW}", "XXXX-03-13", None, id="one far off doesn't"
        ),
        pytest.param(
            "The envoys will meet tomorrow, March 14, 2025.", "2025-03-13", None, id="the year is printed"
        ),
        pytest.param(
            f"The war began on October 7, 2023. The law will lapse on May 3, 2024. {TOMORROW}",
            "2024-03-13",
            None,
            id="one such day lies between the bounds",
        ),
        pytest.param(
            f"The war began on October 7, 2023. {TOMORROW}", "XXXX-03-13", None, id="one bound fixes no year"
        ),
        pytest.param(
            "The envoys will meet tomorrow, March 1, in Calder.", None, None, id="28 or 29 February: not told"
        ),
        pytest.param(
            f"{TOMORROW} The governor spoke yesterday, March 2, in Calder.",
            None,
            None,
            id="two days that differ",
        ),
        pytest.param(
            "“They will meet tomorrow, March 14,” he said.", None, None, id="quoted words may be older"
        ),
        pytest.param(
            "The envoys will meet tomorrow. March 14 is a feast.", None, None, id="not put beside it"
        ),
    ],
)
def test_a_day_named_beside_tomorrow_gives_the_own_day(
    text: str, edtf: str | None, weekday: str | None
) -> None:
    when = own_day(dayless(text))
    assert (edtf_of(when), when and when.weekday) == (edtf, weekday)


def test_a_year_that_is_not_told_stays_open_with_its_reason() -> None:
    when = own_day(dayless(TOMORROW))
    assert when is not None
    assert (when.basis, when.printed) == ("open", "tomorrow, March 14")
    assert when.reason == "it says “tomorrow, March 14”; the year is not told"
