"""The words that stand for an event."""

from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, found, name
from tests.support import make_report

OPENING = "Dana Reyes opened the auction on Friday"
STAY = "will stay in Marl until it closes"


def label(text: str, clause: str, trigger: str, *, who: bool = True) -> str:
    report = make_report(text)
    reyes = name(report, "Dana Reyes")
    of = event(report, clause, trigger, *([reyes] if who else []), sort="stay", type=None, modality="planned")
    record = compose("l", {"s": [report.id]}, [report], {report.id: found(reyes, of)}, Beside())
    return record.events[0].label


def test_a_clause_with_a_subject_stands_as_it_is() -> None:
    assert label(f"{OPENING}.", OPENING, "opened") == OPENING


def test_a_clause_that_begins_with_its_verb_is_told_of_whom_it_is() -> None:
    assert label(f"{OPENING} and {STAY}.", STAY, "stay") == f"Dana Reyes … {STAY}"


def test_what_somebody_goes_on_to_say_is_told_of_whom_it_is() -> None:
    told = "told the millers that she would stay in Marl"
    assert label(f"{OPENING} and {told}.", told, "stay") == f"Dana Reyes … {told}"


def test_where_nobody_is_known_the_cut_is_marked() -> None:
    assert label(f"{OPENING} and {STAY}.", STAY, "stay", who=False) == f"… {STAY}"


def test_no_name_is_fetched_from_another_paragraph() -> None:
    assert label(f"{OPENING}.\n\nAll {STAY}.", STAY, "stay") == f"… {STAY}"
