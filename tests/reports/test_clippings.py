"""Reports as people keep them: from a database of the press, a mail, a page copied by hand."""

import pytest

from onrecord.model.report import Document, Report
from onrecord.reports.reading import read_document

BODY = """Police in Karrow held three men on Tuesday after a fire at a timber yard, the ministry said.

"We are looking at every possibility," said Inspector Ada Lane. The yard will reopen on 3 April."""

LEXIS = f"""1 of 2 DOCUMENTS

The Karrow Times (Leven)

March 17, 2026 Tuesday
Final Edition

Three held after timber yard fire

BYLINE: Ines Okafor

SECTION: NEWS; Pg. 4

LENGTH: 212 words

{BODY}

LOAD-DATE: March 18, 2026

LANGUAGE: ENGLISH

SUBJECT: FIRES (90%); ARRESTS (78%)

PUBLICATION-TYPE: Newspaper

Copyright 2026 Karrow Times Ltd
All Rights Reserved
"""

FACTIVA = f"""Three held after timber yard fire
Ines Okafor
212 words
17 March 2026
Karrow Times
KRT
English
(c) 2026 Karrow Times Ltd.

{BODY}

Document KRT0000020260317em3h0001x
"""

COPIED = f"""Home
News
Sport
Three held after timber yard fire
Published: 17 Mar 2026 14:02
Updated 3 hours ago
Share
Save
Ines Okafor
Crime correspondent, Karrow
Getty Images A burnt-out shed at the yard
{BODY}
More on this story
Fire safety rules to be tightened
"""

MAILED = f"""From: alerts@karrow.example
To: desk@leven.example
Subject: Three held after timber yard fire
Date: Tue, 17 Mar 2026 14:02:11 +0100

{BODY}
"""

PAGED = f"""KARROW TIMES
Tuesday 17 March 2026, page 4

Three held after timber yard fire

{BODY}
"""


def read(text: str) -> Report:
    document = Document(address="clipping.txt", location="clipping.txt", body=text.encode(), media="text")
    report = read_document(document).report
    assert report is not None
    return report


def news_of(report: Report) -> str:
    return "\n\n".join(report.text[b.start : b.end] for b in report.blocks if b.kind == "body")


@pytest.mark.parametrize(
    ("text", "outlet", "bylines"),
    [
        pytest.param(LEXIS, "The Karrow Times (Leven)", ("Ines Okafor",), id="outlet on top, labels below"),
        pytest.param(
            FACTIVA, "Karrow Times", ("Ines Okafor",), id="words, day, outlet and code below the headline"
        ),
        pytest.param(COPIED, None, ("Ines Okafor",), id="a page copied with its navigation"),
        pytest.param(MAILED, None, (), id="a mail with its head"),
        pytest.param(PAGED, "Karrow Times", (), id="outlet, day and page on top"),
    ],
)
def test_a_clipping_has_its_headline_day_and_outlet_and_no_furniture_in_its_news(
    text: str, outlet: str | None, bylines: tuple[str, ...]
) -> None:
    report = read(text)
    assert report.headline == "Three held after timber yard fire"
    assert report.published is not None
    assert (report.published.edtf or "").startswith("2026-03-17")
    assert report.outlet == outlet
    assert report.bylines == bylines
    assert news_of(report) == BODY


def test_the_label_of_a_headline_is_no_part_of_it() -> None:
    report = read(f"Title: Three held after fire\nDate: 2026-03-17\n\n{BODY}\n")
    (headline,) = [report.text[b.start : b.end] for b in report.blocks if b.kind == "headline"]
    assert headline == "Three held after fire"


@pytest.mark.parametrize(
    "line",
    [
        "From: the docks to the square, thousands marched.",
        "Company: three words that a soldier hears first.",
        "Section 4 of the act was struck down.",
        "English is spoken in both towns.",
        "The report has 212 words on the fire.",
    ],
)
def test_a_sentence_that_opens_as_a_label_does_is_news(line: str) -> None:
    assert news_of(read(f"Three held after fire\n\n{BODY}\n\n{line}\n")) == f"{BODY}\n\n{line}"
