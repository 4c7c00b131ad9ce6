"""Blocks of plain text: what each line of an invented report is, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reports.blocks import lay_out
from onrecord.reports.lines import sort_of_line

BODY = "The ferry ran aground off Port Leven on Tuesday, the harbour office said."
MORE = "Nobody was hurt. It will be towed at high water."
THIRD = "Two divers looked at the hull in the afternoon."


def kinds(text, hints=None):
    """Return the kind and words of each block; of body the first word only."""
    return [
        (
            block.kind,
            text[block.start : block.end].split()[0]
            if block.kind == "body"
            else text[block.start : block.end],
        )
        for block in lay_out(text, hints).blocks
    ]


B, M, T = ("body", "The"), ("body", "Nobody"), ("body", "Two")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{BODY}\n\n{MORE}", [B, M], id="no headline where a paragraph comes first"),
        pytest.param(f"{BODY}\n{MORE}\n{THIRD}", [B, M, T], id="single line ends part paragraphs"),
        pytest.param(BODY, [B], id="one paragraph"),
        pytest.param("Ferry aground", [("body", "Ferry")], id="one short line is no headline of nothing"),
        pytest.param(f"Ferry aground\n\n{BODY}", [("headline", "Ferry aground"), B], id="headline"),
        pytest.param(f"Ferry aground?\n{BODY}", [("headline", "Ferry aground?"), B], id="a question"),
        pytest.param(
            f"Ferry aground\nDivers look at the hull\n\n{BODY}",
            [("headline", "Ferry aground"), ("subhead", "Divers look at the hull"), B],
            id="subhead",
        ),
        pytest.param(
            f"Ferry aground\n\nDivers looked at the hull.\n\nBy Ann Lee\n\n{BODY}\n\n{MORE}",
            [
                ("headline", "Ferry aground"),
                ("subhead", "Divers looked at the hull."),
                ("byline", "By Ann Lee"),
                B,
                M,
            ],
            id="a subhead may end with a full stop if the byline comes after it",
        ),
        pytest.param(
            f"Ferry Runs Aground Near Port Leven.\n\n{BODY}\n\n{MORE}",
            [("headline", "Ferry Runs Aground Near Port Leven."), B, M],
            id="a headline in capitals may end with a full stop",
        ),
        pytest.param(
            f"LEVEN POST\nTuesday, March 10\n\nFerry aground\n\n{BODY}",
            [("boilerplate", "LEVEN POST"), ("date", "Tuesday, March 10"), ("headline", "Ferry aground"), B],
            id="masthead and date line on top",
        ),
        pytest.param(
            f"THE LAMPLIGHTER\nTuesday, March 10\n\nFerry runs aground in fog\n\nBy Ann Lee\n\n{BODY}",
            [
                ("boilerplate", "THE LAMPLIGHTER"),
                ("date", "Tuesday, March 10"),
                ("headline", "Ferry runs aground in fog"),
                ("byline", "By Ann Lee"),
                B,
            ],
            id="a masthead that no list knows, over its day and a headline",
        ),
        pytest.param(
            f"THE LAMPLIGHTER\nTuesday, March 10\n\nFERRY AGROUND\n\nTwelve taken off\n\n{BODY}",
            [
                ("boilerplate", "THE LAMPLIGHTER"),
                ("date", "Tuesday, March 10"),
                ("headline", "FERRY AGROUND"),
                ("subhead", "Twelve taken off"),
                B,
            ],
            id="a masthead that no list knows over a headline in capitals",
        ),
        pytest.param(
            f"THE HARBOUR OBSERVER\n\nFerry runs aground in thick fog\n\nBy Ann Lee\n\n{BODY}",
            [
                ("boilerplate", "THE HARBOUR OBSERVER"),
                ("headline", "Ferry runs aground in thick fog"),
                ("byline", "By Ann Lee"),
                B,
            ],
            id="a masthead without a day over a headline",
        ),
        pytest.param(
            f"FERRY AGROUND\n\nTwelve people taken off in the dark\n\nBy Ann Lee\n\n{BODY}",
            [
                ("headline", "FERRY AGROUND"),
                ("subhead", "Twelve people taken off in the dark"),
                ("byline", "By Ann Lee"),
                B,
            ],
            id="a headline in capitals over a subhead",
        ),
        pytest.param(
            f"Ferry Aground\nTuesday, March 10\n\nTwelve people taken off in the dark\n\n{BODY}",
            [
                ("headline", "Ferry Aground"),
                ("date", "Tuesday, March 10"),
                ("subhead", "Twelve people taken off in the dark"),
                B,
            ],
            id="a short headline over its day and a subhead",
        ),
        pytest.param(
            f"Ferry aground\n\nLEVEN POST\n10 March 2026\n\n{BODY}",
            [("headline", "Ferry aground"), ("boilerplate", "LEVEN POST"), ("date", "10 March 2026"), B],
            id="masthead below the headline",
        ),
        pytest.param(
            f"Ferry aground\n\nARDEN DAILY NEWS - Tuesday, May 6\n\n{BODY}",
            [("headline", "Ferry aground"), ("date", "ARDEN DAILY NEWS - Tuesday, May 6"), B],
            id="masthead in the date line",
        ),
        pytest.param(
            f"Ferry aground\nBy Ann Lee\nLeven Post\n\n{BODY}",
            [("headline", "Ferry aground"), ("byline", "By Ann Lee"), ("byline", "Leven Post"), B],
            id="the outlet below the byline",
        ),
        pytest.param(
            f"Ferry aground\n\nBy Ann Lee | May 6, 2025\n\n{BODY}",
            [("headline", "Ferry aground"), ("byline", "By Ann Lee |"), ("date", "May 6, 2025"), B],
            id="byline and date in one line",
        ),
        pytest.param(
            f"PORT LEVEN, May 6, 2025 - {BODY}",
            [("dateline", "PORT LEVEN, May 6, 2025 -"), B],
            id="dateline",
        ),
        pytest.param(f"ARDEN —\n\n{BODY}", [("dateline", "ARDEN —"), B], id="dateline on its own line"),
        pytest.param(
            f" date 2025-02-04 {BODY}", [("date", "date 2025-02-04"), B], id="day before the first sentence"
        ),
        pytest.param(
            f"date 2025-02-04 ARDEN (AP) — {BODY}",
            [("date", "date 2025-02-04"), ("dateline", "ARDEN (AP) —"), B],
            id="day and dateline",
        ),
        pytest.param(
            f"Ferry aground Posted: May 6, 2025 4:10 PM EDT\n\n{BODY}",
            [("headline", "Ferry aground"), ("date", "Posted: May 6, 2025 4:10 PM EDT"), B],
            id="day behind the headline",
        ),
    ],
)
def test_the_head_of_a_report(text, expected):
    assert kinds(text) == expected


STANDING = "(LP) Ann Voss, left, keeper of the light, and Iven Roth watch the tide, Sunday, Jan. 4, 2015"
TAKEN = "The ferry lies aground off Leven in this handout photograph taken on January 4."
CAPTION = "Divers at the ferry in Port Leven on Tuesday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Ferry aground\n\nAnn Lee (LP) / Handout/Leven Post via Getty Images\n{CAPTION}\n{BODY}\n{MORE}",
            [
                ("headline", "Ferry aground"),
                ("credit", "Ann Lee (LP) / Handout/Leven Post via Getty Images"),
                ("caption", CAPTION),
                B,
                M,
            ],
            id="the caption follows a credit on top",
        ),
        pytest.param(
            f"{BODY}\n\n{CAPTION}\nPhoto: Ann Lee / Leven Post\n\n{MORE}",
            [B, ("caption", CAPTION), ("credit", "Photo: Ann Lee / Leven Post"), M],
            id="the caption stands right above its credit",
        ),
        pytest.param(
            f"{BODY}\n\nPhoto: Ann Lee\n\n{MORE}",
            [B, ("credit", "Photo: Ann Lee"), M],
            id="a credit that stands alone makes no caption",
        ),
        pytest.param(
            f"{BODY}\n\n{CAPTION} (Photo: Ann Lee / Leven Post)\n\n{MORE}",
            [B, ("caption", CAPTION), ("credit", "(Photo: Ann Lee / Leven Post)"), M],
            id="the credit ends the caption, in brackets",
        ),
        pytest.param(
            f"{BODY}\n\n{CAPTION} Photo: Ann Lee / Leven Post\n\n{MORE}",
            [B, ("caption", CAPTION), ("credit", "Photo: Ann Lee / Leven Post"), M],
            id="the credit ends the caption",
        ),
        pytest.param(
            f"{CAPTION} (Leven Post / Ann Lee)\n\n{BODY}\n\n{MORE}",
            [("caption", CAPTION), ("credit", "(Leven Post / Ann Lee)"), B, M],
            id="a caption on top is no headline",
        ),
        pytest.param(
            f"{CAPTION} (Published Sunday, Jan. 4, 2015)\n\n{BODY}\n\n{MORE}",
            [("caption", CAPTION), ("date", "(Published Sunday, Jan. 4, 2015)"), B, M],
            id="the day of a video",
        ),
        pytest.param(
            f"{BODY}\n\n{STANDING}\n\n{MORE}",
            [B, ("caption", STANDING), M],
            id="who stands where, and the day it was taken",
        ),
        pytest.param(
            f"{BODY}\n\n{TAKEN}\n\n{MORE}",
            [B, ("caption", TAKEN), M],
            id="the picture itself",
        ),
        pytest.param(
            f"{BODY}\n\nMs Voss, left alone on the quay, waited.\n\n{MORE}",
            [B, ("body", "Ms"), M],
            id="somebody who was left stands in no picture",
        ),
        pytest.param(
            f"{BODY}\n\n{MORE}\n\nThe yard (built in 1990) is shut.",
            [B, M, B],
            id="brackets make no credit",
        ),
    ],
)
def test_captions_and_the_credits_of_pictures(text, expected):
    assert kinds(text) == expected


CREDITS = (
    "Ann Lee (LP) / Handout/Leven Post via Getty Images", "Ann Lee/Reuters", "AP Photo/Ann Lee",
    "Getty Images", "Photo by Ann Lee/Getty Images", "Ann Lee via AP", "ANN LEE/AFP via Getty Images",
    "Courtesy: Leven Post", "Photograph: Ann Lee/The Guardian", "Credit: Ann Lee",
    "REUTERS/Ann Lee/File Photo", "Pool photo by Ann Lee", "Ann Lee for The Leven Post",
    "© Ann Lee/Reuters", "Image: Ann Lee", "Ann Lee | Getty Images", "[Ann Lee/Reuters]",
    "Leven Post file photo",
)  # fmt: skip


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        pytest.param(
            f"Ferry aground\nDivers see no leak\n\n{{}}\n{CAPTION}\n{BODY}\n{MORE}",
            ["headline", "subhead", "credit", "caption", "body", "body"],
            id="on top, the caption after it",
        ),
        pytest.param(
            f"Ferry aground\n\n{CAPTION}\n{{}}\n\n{BODY}\n\n{MORE}",
            ["headline", "caption", "credit", "body", "body"],
            id="below its caption",
        ),
        pytest.param(
            f"Ferry aground\n\n{{}}\n\n{BODY}\n\n{MORE}", ["headline", "credit", "body", "body"], id="alone"
        ),
    ],
)
def test_the_credit_of_a_picture_in_every_form(credit, layout, expected):
    assert [kind for kind, _ in kinds(layout.format(credit))] == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("RELATED STORY | Bridge toll to rise", "related", id="bar"),
        pytest.param("READ MORE: Where to park", "related", id="colon"),
        pytest.param("See also: Ferry timetable", "related", id="see also"),
        pytest.param("Read the full story here", "related", id="an invitation"),
        pytest.param("Sign up for our newsletter", "boilerplate", id="newsletter"),
        pytest.param(
            "Sign up to get our five best stories every morning.", "boilerplate", id="newsletter again"
        ),
        pytest.param("Follow us on Facebook and Instagram", "boilerplate", id="social"),
        pytest.param("Advertisement", "boilerplate", id="advertisement"),
        pytest.param(
            "The Post may edit your comments and not all emails will be published.",
            "boilerplate",
            id="comments",
        ),
        pytest.param("Copyright 2015 Leven Post. All rights reserved.", "boilerplate", id="copyright"),
        pytest.param("alee@leven.example; @alee", "boilerplate", id="addresses"),
        pytest.param("Editor's note: Ann Lee is a liar.", "boilerplate", id="a note that corrects nothing"),
        pytest.param(
            "1962: The pier sank 1979: A barge ran aground 1983: Two ferries met", "boilerplate", id="years"
        ),
        pytest.param("The pier sank in 1962: a barge had run aground.", "body", id="a year in a sentence"),
        pytest.param(
            "Copyright 2015 The Associated Press. All rights reserved.", "credit", id="an agency's copyright"
        ),
        pytest.param("Additional reporting by Per Lind in Arden", "credit", id="additional reporting"),
        pytest.param("(Reporting by Ann Lee; editing by Bo Ray)", "credit", id="reporting and editing"),
        pytest.param("Ann Lee and Bo Ray contributed to this report.", "credit", id="contributed"),
        pytest.param(
            "This story was first carried by the Arden Daily News.", "credit", id="first carried by"
        ),
        pytest.param("(AP)", "credit", id="an agency alone"),
        pytest.param("CORRECTION: The ferry is called Alda, not Alma.", "correction", id="correction"),
        pytest.param("This article has been corrected to give the right day.", "correction", id="corrected"),
        pytest.param(
            "Editor's note: An earlier version gave the wrong day.", "correction", id="a note that corrects"
        ),
        pytest.param("Sign up for flood aid by Friday, the mayor said.", "body", id="an appeal in the news"),
        pytest.param("Follow-up talks are due on Friday.", "body", id="a follow-up"),
        pytest.param("More than 200 people waited.", "body", id="more than"),
        pytest.param("Related costs rose to 5 million crowns.", "body", id="related costs"),
        pytest.param("Reporting the theft took an hour, she said.", "body", id="reporting"),
        pytest.param("Copying the log is forbidden.", "body", id="copying"),
        pytest.param("Correction officers went on strike.", "body", id="correction officers"),
        pytest.param("By Monday, the water had fallen.", "body", id="by Monday"),
        pytest.param("He swam in the harbour (the pool was shut).", "body", id="a pool"),
        pytest.param("Both chambers voted (House/Senate).", "body", id="a stroke in brackets"),
        pytest.param("The vote was close. (House/Senate)", "body", id="a stroke in brackets after a stop"),
        pytest.param("He was described as thinner than his photo.", "body", id="a photo in the news"),
        pytest.param("Photos of the ferry were shown to the court.", "body", id="photos in the news"),
    ],
)
def test_furniture_in_the_body(line, kind):
    text = f"{BODY}\n\n{MORE}\n\n{line}\n\n{THIRD}\n\n{BODY}"
    found = next(block for block in lay_out(text).blocks if block.start == text.index(line))
    assert found.kind == kind


def test_short_lines_below_a_heading_of_links_are_links():
    text = f"{BODY}\n\n{MORE}\n\nRelated stories\n\nBridge toll to rise\n\nHow to park\n\n{THIRD}"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "related", "related", "related", "body"]


def test_the_heading_of_a_newsletter_box_belongs_to_it():
    text = f"{BODY}\n\nTHE LEVEN BRIEFING\nSign up to get our best stories every morning."
    assert [kind for kind, _ in kinds(text)] == ["body", "boilerplate", "boilerplate"]


def test_a_heading_within_the_text_is_a_subhead():
    assert kinds(f"{BODY}\n\nWhat the divers saw\n\n{MORE}")[1] == ("subhead", "What the divers saw")


def test_a_text_broken_at_a_fixed_width_keeps_its_paragraphs_whole():
    text = (
        "The ferry Alda ran aground off Port Leven\non Tuesday with 40 people on board, the\n"
        "harbour office of the town said in a short\nstatement that gave no reason for it and\nno hour.\n"
        "    Nobody was hurt. It will be towed at the\nnext high water, which is due in the early\n"
        "morning of Wednesday.\n"
    )
    assert kinds(text) == [B, M]


def test_the_tags_of_a_page_tell_what_words_cannot():
    text = f"Ferry aground\n\nDivers see no leak\n\n{CAPTION}\n\n{BODY}\n"
    hints = {"Ferry aground": "headline", CAPTION: "caption"}
    assert [kind for kind, _ in kinds(text, hints)] == ["headline", "subhead", "caption", "body"]


LINES = st.sampled_from(
    [
        "", "", BODY, MORE, CAPTION, "Ferry aground", "LEVEN POST", "Tuesday, March 10", "By Ann Lee",
        "ARDEN —", "ARDEN (AP) — Two ferries collided.", "Photo: Ann Lee / Leven Post", "RELATED STORIES",
        "READ MORE: Toll", "date 2025-02-04 The ferry left.", "Ferry aground Posted: May 6, 2025",
        "Correction: It was Monday.", "By Ann Lee | May 6, 2025", "(Published May 6, 2025)",
        "Advertisement", "\u200b", "\u00a0", "🚢", "\x0c",
    ]
)  # fmt: skip


@given(st.one_of(st.lists(LINES, max_size=25).map("\n".join), st.text(max_size=400)))
def test_blocks_stand_in_order_without_overlap_and_cover_all_that_isnt_blank(text):
    place = 0
    for block in lay_out(text).blocks:
        assert place <= block.start < block.end <= len(text)
        assert not text[place : block.start].strip()
        words = text[block.start : block.end]
        assert words == words.strip()
        place = block.end
    assert not text[place:].strip()


@given(st.text(max_size=300))
def test_no_line_breaks_the_rules_for_lines(line):
    assert sort_of_line(line) in {
        None, "date", "byline", "credit", "photo", "related", "heading", "boilerplate", "correction"
    }  # fmt: skip
