"""Who is cited for a number without being quoted for it. Every sentence is invented."""

import pytest

from onrecord.annotations.figures import ANNOTATOR
from onrecord.model.annotation import EntityKind, Found, Mention, MentionForm, Quotation
from onrecord.model.span import Span
from tests.support import parsed

NAMES: dict[str, EntityKind] = {
    **dict.fromkeys(
        ("Lake Guard", "Police in Ames", "Safety Office", "Merrow Lines", "Workers Union", "New Hope"),
        "organization",
    ),
    **dict.fromkeys(("Electoral Commission", "Senate"), "organization"),
    **dict.fromkeys(("Ada Lane", "Bell", "Josef Lamb", "Godfrey Bell"), "person"),
    "Canada": "place",
    "Greens": "group",
    "a source at the owner's office": "unnamed",
}


def mentions(text: str) -> tuple[Mention, ...]:
    """Return a mention for each of the names that stand in a text, the longest at a place."""
    found: dict[int, Mention] = {}
    for name in sorted(NAMES, key=len):
        start = text.find(name)
        if start < 0:
            continue
        form: MentionForm = "description" if NAMES[name] == "unnamed" else "name"
        found[start + len(name)] = Mention(
            id=f"n-{name}", report="r-1", span=Span(start, start + len(name)), form=form, kind=NAMES[name],
            name=name, role=None, chain=None, reason="made", finder="mentions.made/1", confidence=1.0,
        )  # fmt: skip
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


def givers(text: str) -> dict[str, list[str]]:
    """Return by the printed number who gives it, of all numbers that are attributed."""
    found = Found(mentions=mentions(text))
    names = {mention.id: mention.name for mention in found.mentions}
    return {
        reading.span.of(text): [names[each] for each in reading.given_by]
        for reading in ANNOTATOR.find(parsed(text), found)
        if reading.voice == "attributed"
    }


GIVEN: list[tuple[str, dict[str, list[str]]]] = [
    # verbs of counting, confirming, announcing
    ("The Lake Guard has confirmed 14 deaths from 30 cases.", {"14": ["Lake Guard"], "30": ["Lake Guard"]}),
    ("Police in Ames, who had counted 300 cars, left.", {"300": ["Police in Ames"]}),
    ("Canada reported 12 cases.", {"12": ["Canada"]}),
    ("The Safety Office announced the closure of 12 shops.", {"12": ["Safety Office"]}),
    ("Twelve cases were confirmed by the Safety Office.", {"Twelve": ["Safety Office"]}),
    ("Merrow Lines raised the number of boats under repair to 68.", {"68": ["Merrow Lines"]}),
    ("The Lake Guard cut the number of people killed to 25.", {"25": ["Lake Guard"]}),
    ("They are the 14 people whose deaths the Lake Guard has confirmed.", {"14": ["Lake Guard"]}),
    # by whose count, in whose paper
    ("By the Workers Union's count, 4,000 people marched.", {"4,000": ["Workers Union"]}),
    ("In the Electoral Commission's result New Hope has 57 seats.", {"57": ["Electoral Commission"]}),
    ("By Tuesday the Lake Guard's count stood at 52 dead.", {"52": ["Lake Guard"]}),
    ("A report that the Safety Office published on Monday lists 71 complaints.", {"71": ["Safety Office"]}),
    ("The Lake Guard on Monday published a list of 103 people.", {"103": ["Lake Guard"]}),
    # who reads them out
    (
        "Bell had 20,604 votes when the returning officer, Ada Lane, read out the result.",
        {"20,604": ["Ada Lane"]},
    ),
    # at the end of the sentence
    (
        "The company will keep three plants, its chairman, Josef Lamb, told reporters after the meeting.",
        {"three": ["Josef Lamb"]},
    ),
    (
        "The coach had 43 passengers, the firm's director, Godfrey Bell, said, since two had come later.",
        {"43": ["Godfrey Bell"]},
    ),
    ("The mill will shut 12 shops, a source at the owner's office said.", {
        "12": ["a source at the owner's office"],
    }),
    # "it" is the body that was spoken of last
    ("The Lake Guard met on Friday. It said 52 had been rescued.", {"52": ["Lake Guard"]}),
    ("The Electoral Commission met late. It put turnout at 68.9 percent.", {
        "68.9 percent": ["Electoral Commission"],
    }),
    # who is followed, who found it, who is named next, and who answers
    (
        "Nineteen people had died by dawn at the old mill, according to Ada Lane, who was there.",
        {"Nineteen": ["Ada Lane"]},
    ),
    ("Two million crowns changed hands, as the Safety Office found later.", {
        "Two million crowns": ["Safety Office"],
    }),
    ("The Safety Office counts 21,000 people, and Merrow Lines 30,000.", {
        "21,000": ["Safety Office"], "30,000": ["Merrow Lines"],
    }),
    ("How many have died? Two, says the Lake Guard.", {"Two": ["Lake Guard"]}),
    # shares go on, and so does what somebody is cited for
    (
        "In the Electoral Commission's result New Hope has 57 seats. The Greens now have 28 seats.",
        {"57": ["Electoral Commission"], "28": ["Electoral Commission"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GIVEN, ids=[text for text, _ in GIVEN])
def test_who_gives_a_number(text: str, expected: dict[str, list[str]]) -> None:
    assert {number: names for number, names in givers(text).items() if number in expected} == expected


NOT_GIVEN = [
    ("The storm brought the toll to 12.", "a storm counts nothing"),
    ("The Senate confirmed two judges.", "who confirms a judge counts none"),
    ("The fire claimed the lives of 11 miners.", "a fire claims no number"),
    ("The Workers Union speaks for 800 people.", "for whom it speaks, not of how many"),
    ("The Lake Guard has not confirmed 14 deaths.", "it has not"),
    ("The mill's number of workers fell to 300.", "whose workers, not whose count"),
    ("Merrow Lines cut the number of its workers to 300.", "it dismissed them"),
    ("The Workers Union met. A memo was read out. It said 12 had died.", "the memo did"),
    ("The Safety Office announced 12 cases, bringing the toll to 40.", "the report adds them up", "40"),
    ("The Greens, which have nine seats, will stay out, Ada Lane said.", "an aside of the report", "nine"),
    (
        "In the Electoral Commission's result New Hope has 57 seats. In 2018 it won 61 seats.",
        "another vote",
        "61",
    ),
]


@pytest.mark.parametrize("row", NOT_GIVEN, ids=[row[0] for row in NOT_GIVEN])
def test_who_does_not_give_a_number(row: tuple[str, ...]) -> None:
    found = givers(row[0])
    assert (found if len(row) == 2 else found.get(row[2], [])) in ({}, []), row[1]


def test_what_the_report_adds_after_who_said_it_is_its_own() -> None:
    text = "A dam had burst, Ada Lane said, as the number of people killed passed 20."
    pieces = [Span(text.index(words), text.index(words) + len(words)) for words in (
        "A dam had burst", "as the number of people killed passed 20",
    )]  # fmt: skip
    cue = Span(text.index("said"), text.index("said") + len("said"))
    said = Quotation(
        id="q-1", report="r-1", span=pieces[0].to(pieces[1]), kind="indirect", content=tuple(pieces), cue=cue,
        speaker_words=None, speakers=("n-Ada Lane",), reason="made", finder="quotations.made/1",
        confidence=1.0,
    )  # fmt: skip
    (reading,) = ANNOTATOR.find(parsed(text), Found(mentions=mentions(text), quotations=(said,)))
    assert (reading.voice, reading.given_by) == ("own", ())


def said_by(text: str, speaker: str, content: str, cue: str) -> Quotation:
    """Return a made indirect quotation."""
    piece, verb = (Span(text.index(words), text.index(words) + len(words)) for words in (content, cue))
    return Quotation(
        id=f"q-{cue}", report="r-1", span=piece, kind="indirect", content=(piece,), cue=verb,
        speaker_words=None, speakers=(f"n-{speaker}",), reason="made", finder="quotations.made/1",
        confidence=1.0,
    )  # fmt: skip


WITHIN = [
    ("Ada Lane said the mill, which has 60 workers, would close.",
     ("Ada Lane", "the mill, which has 60 workers, would close", "said"), [], "an aside of the report"),
    ("Ada Lane said the mill with 60 workers would close.",
     ("Ada Lane", "the mill with 60 workers would close", "said"), ["n-Ada Lane"], "what she says"),
    ("Ada Lane said that Godfrey Bell had called her and promised that three boats would come.",
     ("Ada Lane", "that three boats would come", "promised"), ["n-Godfrey Bell"], "what he promised her"),
    ("The men holding nine sailors asked for a boat, Ada Lane said.",
     ("Ada Lane", "The men holding nine sailors asked for a boat", "said"), [], "who they are is known"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "expected", "why"), WITHIN, ids=[row[0] for row in WITHIN])
def test_who_gives_a_number_within_what_is_said(
    text: str, said: tuple[str, str, str], expected: list[str], why: str
) -> None:
    found = Found(mentions=mentions(text), quotations=(said_by(text, *said),))
    (reading,) = ANNOTATOR.find(parsed(text), found)
    assert list(reading.given_by) == expected, why


def test_a_giver_is_called_by_the_name_that_stands_beside_his_role() -> None:
    text = "The spokesman, Colonel Godfrey Bell, counted 14 boats."
    role = Mention(
        id="n-role", report="r-1", span=Span(0, len("The spokesman")), form="role", kind="person",
        name="The spokesman", role=None, chain=None, reason="made", finder="mentions.made/1", confidence=1.0,
    )  # fmt: skip
    (reading,) = ANNOTATOR.find(parsed(text), Found(mentions=(role, *mentions(text))))
    assert reading.given_by == ("n-Godfrey Bell",)
