"""`onrecord forget`, as somebody types it."""

from onrecord.desk import Desk


def the_first(store):
    with Desk(store) as desk:
        return next(line.report for line in desk.record().reports if "Dam" in (line.report.headline or ""))


def test_a_report_is_forgotten_and_says_so_when_it_comes_again(onrecord, annotated, folder):
    assert onrecord("read", folder).status == 0
    report = the_first("onrecord.db")
    ran = onrecord("forget", report.id[:8], "--because", "at the outlet's wish")
    assert ran.status == 0
    assert "forgotten on" in ran.out
    assert "at the outlet's wish" in ran.out
    again = onrecord("read", folder)
    assert again.status == 3
    assert "1 known already, 1 forgotten before" in again.err
    assert "at the outlet's wish" in again.err
    assert onrecord("store", "check").status == 0
    assert onrecord("show", "Choir").status == 0
    assert onrecord("show", "Dam").status == 1
    assert onrecord("read", "--again", folder).status == 0
    assert the_first("onrecord.db").text == report.text
    assert onrecord("read", folder).status == 0


def test_a_report_that_is_not_there_can_not_be_forgotten(onrecord, store):
    assert onrecord("forget", "r-zzz", "--store", str(store)).status == 1
