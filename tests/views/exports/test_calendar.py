"""The calendar: read back by a library of the standard, each plan once, through its changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest

from onrecord.model.record import HistoryStep, Outcome, Record
from onrecord.views.exports.calendar import days_of
from onrecord.views.exports.formats import export
from tests.views.made import BEACON, MEETING, SILENT, TIDE, VIGIL, a_record, event, support, when

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
LATER = event(
    "The keepers and the harbour office will meet later",
    (support(TIDE, "The harbour office denied that"),),
    modality="planned",
    when=when("2026-06-19"),
    outcome=Outcome(state="pending", to=None, up_to=None, support=()),
)


def entries(record, texts=None):
    """Return the entries of the calendar as the library reads them back, by title."""
    body = export(record, "ics", texts=texts, made_at=MADE)
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    return icalendar.Calendar.from_ical(body.decode()).walk("VEVENT")


def plan(state="pending", to=None, **more):
    changed = replace(MEETING, outcome=Outcome(state=state, to=to, up_to=more.pop("up_to", None), support=()))
    return replace(changed, **more)


def only(*events):
    return replace(a_record(), events=events)


def test_plans_and_nothing_else_are_entries():
    found = entries(a_record())
    assert len(found) == 2
    assert not [each for each in found if SILENT.label in each["summary"]]


def test_an_entry_has_the_day_and_who_says_so_and_the_sentence():
    (found,) = entries(only(MEETING))
    assert found["dtstart"].dt == date(2026, 6, 12)
    assert found["dtend"].dt == date(2026, 6, 13)
    assert found["dtstamp"].dt == MADE
    assert found["summary"] == MEETING.label
    assert "according to a harbour official" in found["description"]
    assert "will meet on 12 June, a harbour official said" in found["description"]


def test_without_texts_there_is_no_sentence():
    assert "“" not in entries(only(MEETING), "none")[0]["description"]


@pytest.mark.parametrize(
    ("state", "status", "sequence"),
    [
        ("pending", "TENTATIVE", 0), ("no-report", "TENTATIVE", 0), ("held", "CONFIRMED", 1),
        ("called-off", "CANCELLED", 1), ("denied", "CANCELLED", 1), ("put-off", "CANCELLED", 1),
        ("changed", "TENTATIVE", 1),
    ],
)  # fmt: skip
def test_status_and_sequence_say_what_became_of_it(state, status, sequence):
    (found,) = entries(only(plan(state, up_to="2026-06-05")))
    assert (found["status"], found["sequence"]) == (status, sequence)


def test_a_plan_put_off_keeps_its_uid_and_takes_the_new_day():
    (before,) = entries(only(MEETING))
    (after,) = entries(only(plan("put-off", LATER.id), LATER))
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt == date(2026, 6, 19)
    assert after["status"] == "TENTATIVE"
    assert "before: 12 June 2026" in after["description"]


def test_a_plan_keeps_the_uid_of_its_first_day_when_a_part_without_one_is_tied_to_it():
    (before,) = entries(only(MEETING))
    part = replace(LATER, id="e-part", when=None)
    tied = replace(part, outcome=Outcome(state="put-off", to=MEETING.id, up_to=None, support=()))
    (after,) = entries(only(tied, MEETING))
    assert after["uid"] == before["uid"]


def test_plans_put_off_to_each_other_end_in_one_entry():
    around = replace(LATER, outcome=Outcome(state="put-off", to=MEETING.id, up_to=None, support=()))
    assert len(entries(only(plan("put-off", LATER.id), around))) == 1


def test_a_plan_put_off_to_what_has_come_is_confirmed():
    came = replace(LATER, modality="happened", outcome=None)
    (found,) = entries(only(plan("put-off", came.id), came))
    assert found["status"] == "CONFIRMED"
    assert found["sequence"] > entries(only(plan("put-off", LATER.id), LATER))[0]["sequence"]


def test_a_step_that_changes_counts():
    step = HistoryStep(report=BEACON.id, what="changes")
    assert entries(only(replace(MEETING, history=(*MEETING.history, step))))[0]["sequence"] == 1


def test_a_day_within_limits_stands_over_all_of_them_and_says_so():
    (found,) = entries(only(plan(when=when("[2026-06-08..2026-06-14]"))))
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2026, 6, 8), date(2026, 6, 15))
    assert found["summary"].startswith("between 8 and 14 June 2026 · ")


@pytest.mark.parametrize("edtf", [None, "../2026-06-12", "[2026-06-08..]", "2026", "XXXX-06-12", "2026-21"])
def test_a_day_without_limits_has_no_place(edtf):
    assert entries(only(plan(when=when(edtf, "open")))) == []


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2026-06-12", date(2026, 6, 12), date(2026, 6, 13)),
        ("2026-06", date(2026, 6, 1), date(2026, 7, 1)),
        ("2026-06-12/2026-06-14", date(2026, 6, 12), date(2026, 6, 15)),
        ("2026-06-12/..", date(2026, 6, 12), date(2026, 6, 13)),
        ("2026-06-12T18:30", datetime(2026, 6, 12, 18, 30), None),
        ("2026-06-12T18:30Z", datetime(2026, 6, 12, 18, 30, tzinfo=UTC), None),
        ("2026-06-12T18:30+02:00", datetime(2026, 6, 12, 16, 30, tzinfo=UTC), None),
    ],
)
def test_days_of_a_plan(edtf, start, end):
    assert days_of(when(edtf)) == (start, end)


def test_a_plan_of_which_only_the_earliest_day_is_known_has_no_place():
    assert entries(only(plan(when=when("2026-06-12/..", "bounded")))) == []


def test_lines_of_which_the_machine_is_unsure_are_left_out():
    weak = tuple(replace(each, confidence=0.4) for each in MEETING.support)
    assert entries(only(replace(MEETING, support=weak))) == []


def test_no_words_of_a_report_end_a_property():
    evil = "meet\r\nEND:VEVENT\nBEGIN:VALARM\nTRIGGER:-PT1M; x=1, y\\n"
    (found,) = entries(only(replace(MEETING, label=evil)))
    assert found.subcomponents == []
    assert "END:VEVENT" in found["summary"]


def test_an_empty_record_is_a_calendar_too():
    assert entries(Record(made_at="", as_of=None, as_read=None, versions=())) == []


def test_of_two_plans_each_has_its_own_uid():
    found = entries(only(MEETING, VIGIL))
    assert len({each["uid"] for each in found}) == 2
