"""Labels beside answers, on made-up ones; the label files are well formed."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from eval.labels.answers import Answers, Event, Name, Place, Pronoun, read_labels, read_sample
from eval.labels.compare import Share, compare, day_beside, matched
from eval.labels.score import differences, score
from eval.labels.sentences import SortWords, sentences
from eval.labels.texts import Key

from onrecord.model.annotation import Modality
from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Span

FOLDER = Path(__file__).parents[2] / "eval" / "labels"
LABELS = sorted(path for path in FOLDER.glob("*.json") if path.name in ("one.json", "two.json"))


def at(start: int, end: int, doc: str = "a") -> Place:
    return Place(key=Key("quotes", doc), span=Span(start, end))


def name(start: int, end: int, kind: str = "person", doc: str = "a") -> Name:
    return Name(place=at(start, end, doc), kind=kind)


def pronoun(start: int, *refers: tuple[int, int]) -> Pronoun:
    return Pronoun(place=at(start, start + 2), refers=tuple(Span(*span) for span in refers))


def event(
    modality: str = "happened", day: str | None = None, people: tuple[tuple[tuple[int, int], ...], ...] = ()
) -> Event:
    spans = tuple(tuple(Span(*span) for span in one) for one in people)
    return Event(place=at(50, 58), modality=modality, day=day, participants=spans)


def measures(first: Answers, second: Answers) -> dict[str, tuple[int, int]]:
    return {key: (share.part, share.whole) for key, share in compare(first, second).items()}


def of_events(first: Event, second: Event) -> dict[str, tuple[int, int]]:
    return measures(Answers(events=(first,)), Answers(events=(second,)))


def test_kinds_are_compared_over_names_that_both_have() -> None:
    first = Answers(names=(name(0, 4), name(10, 20, "place"), name(30, 35)))
    second = Answers(names=(name(0, 4), name(10, 16, "organization"), name(60, 65), name(0, 4, doc="b")))
    found = measures(first, second)
    assert found["names_typing"] == (1, 2)
    assert found["names_span_p"] == (1, 4)
    assert found["names_span_r"] == (1, 3)
    assert found["names_overlap_r"] == (2, 3)


def test_the_most_exact_are_matched_first_and_only_once() -> None:
    first = [name(0, 12)]
    second = [name(0, 4), name(0, 12), name(5, 12)]
    assert matched(first, second) == [(first[0], second[1])]


@pytest.mark.parametrize(
    ("labelled", "said", "right", "resolved"),
    [
        pytest.param(((0, 4),), ((0, 4), (20, 24)), 1, 1, id="its chain holds the antecedent"),
        pytest.param(((30, 40), (0, 4)), ((0, 4),), 1, 1, id="its chain holds the same one's name"),
        pytest.param(((0, 4),), ((20, 24),), 0, 1, id="somebody else"),
        pytest.param((), ((20, 24),), 0, 1, id="resolved, though it can't be told"),
        pytest.param(((0, 4),), (), 0, 0, id="left open is not wrong"),
    ],
)
def test_pronouns(
    labelled: tuple[tuple[int, int], ...], said: tuple[tuple[int, int], ...], right: int, resolved: int
) -> None:
    found = measures(
        Answers(pronouns=(pronoun(50, *labelled),)),
        Answers(pronouns=(pronoun(50, *said), pronoun(90, (0, 4)))),
    )
    assert found["pronouns_p"] == (right, resolved)
    assert found["pronouns_resolved"] == (resolved, 1)


@pytest.mark.parametrize(
    ("label", "said", "verdict"),
    [
        ("2021-03-04", "2021-03-04", "right"),
        ("2021-03-04", "2021-03-05", "wrong"),
        ("2021-03", "2021-03-05", "wrong"),
        ("2021-03-01/2021-03-07", "[2021-03-01..2021-03-07]", "right"),
        ("2021", "2021-01-01/2021-03-04", "right"),
        ("2021-03-04", "../2021-03-04", "left open"),
        ("2021-03-04", None, "left open"),
        (None, "../2021-03-04", "rightly open"),
        ("../2021-03-04", None, "rightly open"),
        ("2021-03-04/..", None, "rightly open"),
        ("../2021-03-04", "2021-03-04", "made up"),
        (None, "2021-03-04", "made up"),
    ],
)
def test_a_day_is_right_or_rightly_open(label: str | None, said: str | None, verdict: str) -> None:
    assert day_beside(label, said) == verdict


def test_modality_and_day_are_compared_over_events_that_both_have() -> None:
    found = of_events(event("planned", "2021-03-04"), event("happened", "2021-03-04"))
    assert found["events_p"] == found["events_r"] == (1, 1)
    assert found["modality"] == (0, 1)
    assert found["day"] == (1, 1)


@pytest.mark.parametrize(
    ("labelled", "said", "f1"),
    [
        pytest.param((((0, 4),), ((9, 12),)), (((0, 4),), ((9, 12),)), (4, 4), id="both"),
        pytest.param((((0, 4),), ((9, 12),)), (((0, 4),),), (2, 3), id="one missed"),
        pytest.param((((0, 4),),), (((0, 4),), ((9, 12),)), (2, 3), id="one too many"),
        pytest.param((((0, 4),), ((9, 12),)), (((0, 4), (9, 12)),), (2, 2), id="one, told twice"),
        pytest.param((((0, 4),),), (((0, 4),), ()), (2, 2), id="who is told of elsewhere isn't counted"),
        pytest.param((), (), (0, 0), id="none"),
    ],
)
def test_participants(
    labelled: tuple[tuple[tuple[int, int], ...], ...],
    said: tuple[tuple[tuple[int, int], ...], ...],
    f1: tuple[int, int],
) -> None:
    assert of_events(event(people=labelled), event(people=said))["participants_f1"] == f1


def test_nothing_beside_nothing_is_no_error() -> None:
    assert compare(Answers(), Answers())["modality"] == Share(part=0, whole=0)
    assert Share(part=0, whole=0).value == 0


def test_two_readers_agree_with_themselves() -> None:
    labels = Answers(names=(name(0, 4),), pronouns=(pronoun(50, (0, 4)), pronoun(60)), events=(event(),))
    shown = score(labels, {"one": labels, "two": labels})
    assert list(shown) == ["beside one", "beside two", "agreement"]
    assert {key: shown["agreement"][key][-1] for key in ("names_typing", "modality", "day")} == {
        "names_typing": 1.0,
        "modality": 1.0,
        "day": 1.0,
    }
    assert shown["agreement"]["pronouns_alike"] == [2, 2, 1.0]


def test_differences_name_places_only() -> None:
    labels = Answers(names=(name(0, 4),), events=(event(people=(((0, 4),), ((9, 12),))),))
    said = Answers(names=(name(0, 4, "place"),), events=(event("planned", people=(((0, 4),),)),))
    assert list(differences(labels, said)) == [
        "name\tquotes a 0-4\tperson 0-4\tplace 0-4",
        "modality\tquotes a 50-58\thappened\tplanned",
        "participants\tquotes a 50-58\t0-4 9-12\t0-4",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. A. Moe left. He met Ms. Roe.", ["Dr. A. Moe left.", "He met Ms. Roe."]),
        ("“Go!” She went.\nin small letters. ", ["“Go!”", "She went."]),
        ("A line with no end\nA sentence.", ["A sentence."]),
        ("It cost 1.5 crowns in Leven.", ["It cost 1.5 crowns in Leven."]),
    ],
)
def test_sentences_by_simple_rules(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", True),
        ("He stepped down.", True),
        ("Two phone calls came.", True),
        ("He stepped up.", False),
        ("A quiet day.", False),
    ],
)
def test_words_of_the_table_in_their_forms(text: str, expected: bool) -> None:
    assert SortWords().stand_in(text) is expected


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_lie_within_the_sample(path: Path) -> None:
    sample, labels = read_sample(FOLDER / "sample.json"), read_labels(path)
    for place in (one.place for some in (labels.names, labels.pronouns) for one in some):
        assert any(place.key == p.key and p.span.holds(place.span) for p in sample.reports), place
    for event in labels.events:
        place = event.place
        inside = [p for p in sample.sentences if place.key == p.key and p.span.holds(place.span)]
        assert inside, place
        assert all(inside[0].span.holds(spans[0]) for spans in event.participants), place


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_are_of_the_kinds_that_the_rules_name(path: Path) -> None:
    labels = read_labels(path)
    assert {one.kind for one in labels.names} <= {"person", "organization", "place", "group"}
    for one in labels.events:
        assert one.modality in get_args(Modality)
        day = None if one.day is None else PartialDate.parse(one.day)
        assert day is None or date.min < (day.last or day.first or date.min), one
