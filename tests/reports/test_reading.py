"""Documents to reports, end to end: invented reports of every layout, and what must hold of any."""

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.report import Document
from onrecord.reports import read_document

BODY = "The ferry ran aground off Port Leven on Tuesday, the harbour office said in a short statement."
MORE = "Nobody was hurt. It will be towed at high water, and the passengers have been taken to an inn."
RETRIEVED = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)


def read(text, *, media="text", retrieved=None, address="ferry.txt", **fields):
    body = text.encode() if isinstance(text, str) else text
    return read_document(
        Document(address=address, location=None, body=body, media=media, retrieved=retrieved, fields=fields)
    )


def report(text, **options):
    found = read(text, **options).report
    assert found is not None
    return found


def kinds(text, **options):
    return [problem.kind for problem in read(text, **options).problems]


def test_a_report_in_the_manner_of_an_agency():
    text = (
        "Ferry aground off Port Leven\n\nBy ANN LEE, Northmark Press Agency\n\n"
        f"PORT LEVEN, March 10, 2026 - {BODY}\n\n{MORE}\n"
    )
    found = report(text)
    assert found.text == text
    assert found.headline == "Ferry aground off Port Leven"
    assert (found.bylines, found.outlet, found.dateline) == (
        ("ANN LEE",),
        "Northmark Press Agency",
        "PORT LEVEN",
    )
    assert found.published is not None
    assert found.published.span is not None
    assert (found.published.edtf, found.published.basis) == ("2026-03-10", "stated")
    assert text[found.published.span.start : found.published.span.end] == "March 10, 2026"
    assert found.published.span.report == found.id
    assert (found.language, found.address) == ("en", "ferry.txt")
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_an_outlet_that_prints_its_name_in_capitals():
    found = report(f"LEVEN DAILY NEWS\nTuesday, March 10, 2026\n\nFerry aground\n\n{BODY}\n\n{MORE}")
    assert found.outlet == "Leven Daily News"
    assert found.headline == "Ferry aground"


@pytest.mark.parametrize(
    ("head", "headline", "outlet", "bylines", "day"),
    [
        pytest.param(
            "Title: Ferry aground\nSource: Leven Post\nDate: 4 February 2025\nURL: https://leven.example/a\n",
            "Ferry aground", "Leven Post", (), "2025-02-04", id="the words of a delivery",
        ),
        pytest.param(
            "Ferry aground\nBy Ann Lee\nFebruary 4, 2025 / 6:12 PM / Leven News",
            "Ferry aground", "Leven News", ("Ann Lee",), "2025-02-04", id="the outlet behind the day",
        ),
        pytest.param(
            "Ferry aground\nAnn Lee and Bo Ray\nTue, February 4, 2025 · 4 min read",
            "Ferry aground", None, ("Ann Lee", "Bo Ray"), "2025-02-04", id="names above the day need no By",
        ),
        pytest.param(
            "World\nFerry aground\nFeb 4, 2025\n",
            "Ferry aground", None, (), "2025-02-04", id="a section's name",
        ),
        pytest.param(
            "Ferry aground\n\nPublished: 10:15 GMT, 4 February 2025 | Updated: 11:20 GMT, 5 February 2025\n",
            "Ferry aground", None, (), "2025-02-04", id="times before their days",
        ),
        pytest.param(
            "Ferry aground\n\nLast updated: Feb. 5, 2025\n", "Ferry aground", None, (), None, id="updated"
        ),
    ],
)  # fmt: skip
def test_heads_of_many_makes(head, headline, outlet, bylines, day):
    found = report(f"{head}\n{BODY}\n{MORE}\n{BODY}")
    assert (found.headline, found.outlet, found.bylines) == (headline, outlet, bylines)
    assert (found.published.edtf if found.published else None) == day
    assert found.credit is None
    assert [block.kind for block in found.blocks].count("body") == 3


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        pytest.param(
            "(Reporting by Ann Lee; editing by Bo Ray)",
            "(Reporting by Ann Lee; editing by Bo Ray)",
            id="line",
        ),
        pytest.param(
            "Photo: Ann Lee / Leven Post", None, id="the credit of a picture tells nothing of the words"
        ),
    ],
)
def test_the_credit(line, credit):
    assert report(f"{BODY}\n\n{MORE}\n\n{line}").credit == credit


def test_the_agency_in_the_dateline_is_a_credit():
    assert report(f"PORT LEVEN (AP) — {BODY}").credit == "AP"


def test_a_related_link_is_no_headline():
    assert report(f"{BODY}\n\nRELATED STORY | Toll to rise\n\n{MORE}").headline is None


@pytest.mark.parametrize(
    ("line", "retrieved", "edtf", "basis", "problems"),
    [
        pytest.param("Tuesday, March 10, 2026", None, "2026-03-10", "stated", [], id="whole"),
        pytest.param("Tuesday, March 10", None, None, "open", [], id="no year"),
        pytest.param(
            "Tuesday, March 10", RETRIEVED, "2026-03-10", "inferred", [], id="fetched two days later"
        ),
        pytest.param("Saturday, March 14", RETRIEVED, None, "open", [], id="not of a day to come"),
        pytest.param("March 10", RETRIEVED, None, "open", [], id="no weekday"),
        pytest.param(
            "March 10, 2031", RETRIEVED, "2031-03-10", "stated", ["day-after-retrieval"], id="a lie"
        ),
        pytest.param("Friday, March 10, 2026", None, None, "open", ["impossible-day"], id="no such Friday"),
    ],
)
def test_the_day_of_a_date_line(line, retrieved, edtf, basis, problems):
    text = f"Ferry aground\n\n{line}\n\n{BODY}\n\n{MORE}"
    found = report(text, retrieved=retrieved)
    assert found.published is not None
    assert (found.published.edtf, found.published.basis, found.published.printed) == (edtf, basis, line)
    assert found.published.reason
    assert kinds(text, retrieved=retrieved) == problems


def test_an_update_is_no_day_of_publication():
    found = report(f"Ferry aground\n\nPublished March 10, 2026, updated March 11, 2026\n\n{BODY}\n\n{MORE}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.edtf, found.updated.edtf) == ("2026-03-10", "2026-03-11")


def test_a_day_spoken_of_is_no_day_of_publication():
    assert report(f"{BODY}\n\nThe ferry was built on March 3, 2011.\n\n{MORE}").published is None


def test_the_delivery_goes_before_the_text_and_a_difference_is_told():
    text = f"PORT LEVEN, March 3, 2026 - {BODY}"
    options = {"published": "2026-03-10T23:30:00-05:00", "outlet": "Leven Post", "headline": "Aground"}
    found = report(text, **options)
    assert found.published is not None
    assert (found.published.edtf, found.published.zone) == ("2026-03-11T04:30Z", "-05:00")
    assert found.published.span is None
    assert (found.outlet, found.headline) == ("Leven Post", "Aground")
    assert kinds(text, **options) == ["days-differ"]


def test_midnight_in_utc_is_a_day_without_a_time():
    found = report(BODY, published="2026-03-10T00:00:00Z")
    assert found.published is not None
    assert (found.published.edtf, found.published.zone) == ("2026-03-10", None)


@pytest.mark.parametrize("printed", ["soon", "2026", "3/4/2026", "2026-99-99", "", "today"])
def test_a_declared_day_that_cant_be_read_is_none(printed):
    assert report(BODY, published=printed).published is None


def page(head=""):
    article = f"<h1>Ferry aground</h1><p>{BODY}</p><p>{MORE}</p><p>{BODY.replace('Tuesday', 'Monday')}</p>"
    return f"<html><head>{head}</head><body><article>{article}</article></body></html>"


def test_the_canonical_address_is_the_address_of_a_page_from_a_file():
    head = '<link rel="canonical" href="https://leven.example/ferry">'
    assert report(page(head), media="html").address == "https://leven.example/ferry"
    assert report(page(), media="html").address == "ferry.txt"


def test_a_known_address_stays():
    head = '<link rel="canonical" href="https://other.example/ferry">'
    address = "https://leven.example/ferry"
    assert report(page(head), media="html", address=address).address == address


def test_the_outlet_of_a_known_domain():
    assert report(BODY, address="https://www.reuters.com/world/ferry").outlet == "Reuters"
    assert report(BODY, address="https://notreuters.com/ferry").outlet is None


@pytest.mark.parametrize(
    ("text", "language", "problems"),
    [
        pytest.param(BODY, "en", [], id="English"),
        pytest.param(
            "Le bac s'est échoué mardi devant le port, a annoncé la capitainerie dans un bref communiqué.",
            "fr", ["not-annotated"], id="French",
        ),
        pytest.param(
            "Die Fähre ist am Dienstag vor dem Hafen auf Grund gelaufen, teilte das Hafenamt mit.",
            "de", ["not-annotated"], id="German",
        ),
        pytest.param(
            "Паром сел на мель во вторник, сообщило управление порта в коротком заявлении.",
            "ru", ["not-annotated"], id="Russian",
        ),
        pytest.param("Ferry aground", "und", [], id="too short to tell"),
        pytest.param("1, 2, 3, 4 🚢 5, 6, 7", "und", [], id="no words"),
    ],
)  # fmt: skip
def test_the_language(text, language, problems):
    assert (report(text).language, kinds(text)) == (language, problems)


def test_a_report_in_another_language_says_so():
    (problem,) = read(
        "Le bac s'est échoué mardi devant le port, a annoncé la capitainerie du village."
    ).problems
    assert problem.message == "in French: kept, dated and searchable, not annotated"


@pytest.mark.parametrize(
    ("body", "media", "kind"),
    [
        pytest.param("... --- !!!", "text", "no-text", id="no words"),
        pytest.param("<html><body><img src=a></body></html>", "html", "no-text", id="a page without text"),
        pytest.param("<div>" * 100_000, "html", "no-text", id="a page of tags"),
    ],
)
def test_a_document_without_a_report_is_a_problem_with_its_address(body, media, kind):
    found = read(body, media=media)
    assert found.report is None
    assert [(problem.kind, problem.address) for problem in found.problems] == [(kind, "ferry.txt")]


def test_the_same_words_at_the_same_address_are_the_same_report():
    assert report(BODY).id == report(BODY).id
    assert report(BODY).id != report(MORE).id
    assert report(BODY).id != report(BODY, address="other.txt").id


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    ),
    st.sampled_from(["text", "html"]),
)
def test_whatever_the_bytes_are_there_is_a_report_or_a_problem(body, media):
    found = read(body, media=media)
    assert found.report is not None or found.problems
    if found.report is not None:
        assert hashlib.sha256(found.report.text.encode("utf-8")).hexdigest() == found.report.sha256
        assert all(problem.report == found.report.id for problem in found.problems)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 3000, id="a sentence of 3,000 words"),
        pytest.param('"' * 10_000, id="10,000 quotation marks"),
        pytest.param("Port Leven " + "1" * 50_000, id="digits"),
        pytest.param("By " + "Ann " * 20_000, id="a name without end"),
        pytest.param("A" * 50_000, id="capitals"),
        pytest.param("A. " * 20_000, id="initials"),
        pytest.param("March 3, 2026 " * 5_000, id="days"),
        pytest.param("Photo: A / " * 5_000, id="strokes"),
        pytest.param("(" * 20_000, id="brackets"),
        pytest.param("\n".join(["By Ann Lee", "March 3, 2026", "Photo: Bo"] * 5_000), id="furniture"),
        pytest.param("\n".join(["Ferry"] * 50_000), id="short lines"),
        pytest.param("\u202eשלום\u200b مرحبا 🚢\u200d" * 5_000, id="right to left and joiners"),
    ],
)
def test_odd_texts_are_read_in_good_time(text):
    assert read(text).problems is not None
