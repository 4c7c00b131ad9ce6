"""Pages: their text, what they say of themselves, and pages made to break a reader."""

import time

import pytest

from onrecord.reports.metadata import Said
from onrecord.reports.pages import read_page

PARAGRAPHS = ONE, TWO, THREE = (
    "The ferry ran aground off Port Leven on Tuesday with 40 people on board, the harbour office said.",
    "Nobody was hurt, and the ship will be towed at the next high water, the office said in a statement.",
    "Two divers who looked at the hull in the afternoon found no leak, according to the coast guard.",
)
ARTICLE = "<h1>Ferry aground</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
MANY = " ".join(PARAGRAPHS)
JSON_LD = '<script type="application/ld+json">{}</script>'
FURNITURE = """<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>"""
FOOT = """<aside class="related"><h2>Related</h2><a href="/a">Bridge toll to rise</a></aside>
<footer>Copyright 2020 Leven Post. Posted January 1, 2020</footer>"""


def page(*, head="", article=ARTICLE, attributes=""):
    body = f"<body>{FURNITURE}<article>{article}</article>{FOOT}</body>"
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head>{body}</html>"


def facts(**parts):
    found = read_page(page(**parts)).facts
    assert found is not None
    return found


def test_the_text_is_the_article_without_furniture():
    assert read_page(page()).text == "\n\n".join(["Ferry aground", *PARAGRAPHS]) + "\n"


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        pytest.param(
            "<h1>Aground</h1><div>" + "<br><br>".join(PARAGRAPHS) + "</div>", PARAGRAPHS, id="line breaks"
        ),
        pytest.param(
            "<h1>Aground</h1>" + "".join(f"<div>{words}</div>" for words in PARAGRAPHS),
            PARAGRAPHS,
            id="divisions",
        ),
        pytest.param(
            f"<h1>Aground</h1><p>{ONE}</p><ul><li>40 were on board.</li></ul><p>{TWO}</p>",
            (ONE, "40 were on board.", TWO),
            id="a list",
        ),
        pytest.param(
            f"<h1>Aground</h1><p>{ONE}</p><table><tr><td>Hurt</td><td>0</td></tr></table><p>{TWO}</p>",
            (ONE, "Hurt | 0", TWO),
            id="a table",
        ),
        pytest.param(
            f'<h1>Aground</h1><p class="standfirst">Divers found no leak</p><p>{ONE}</p><p>{TWO}</p>',
            ("Divers found no leak", ONE, TWO),
            id="a subhead that the page marks",
        ),
        pytest.param(
            f"<h1>Aground</h1><p>The <b>Alda</b>, a <a href=/>ferry</a>, is <i>a</i>ground.</p><p>{MANY}</p>",
            ("The Alda, a ferry, is aground.", MANY),
            id="marks within words",
        ),
    ],
)
def test_paragraphs_of_every_make(article, lines):
    assert read_page(page(article=article)).text == "\n\n".join(["Aground", *lines]) + "\n"


def test_the_headline_is_put_in_front_where_it_lacks():
    head = '<meta property="og:title" content="Ferry runs aground">'
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    assert read_page(page(head=head, article=body)).text.startswith("Ferry runs aground\n\nThe ferry")


def test_the_headline_is_what_the_page_prints():
    head = '<meta property="og:title" content="Ferry aground | Leven Post">'
    assert facts(head=head).headline == "Ferry aground"


@pytest.mark.parametrize(
    ("head", "article", "said"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2026-03-10T09:30:00Z">', ARTICLE,
            Said(words="2026-03-10T09:30:00Z", where="article:published_time in the page's head"), id="meta",
        ),
        pytest.param(
            JSON_LD.replace("{}", '{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-03-10"}]}'),
            ARTICLE,
            Said(words="2026-03-10", where="datePublished in the page's JSON-LD"), id="JSON-LD",
        ),
        pytest.param(
            "", ARTICLE.replace("</h1>", '</h1><time datetime="2026-03-10">today</time>'),
            Said(words="2026-03-10", where="the page's first time element"), id="time element",
        ),
        pytest.param(
            "", ARTICLE.replace("</h1>", '</h1><span class="pub-date">March 10, 2026</span>'),
            Said(words="March 10, 2026", where="the page's date line"), id="printed above the text",
        ),
    ],
)  # fmt: skip
def test_where_the_day_comes_from(head, article, said):
    assert facts(head=head, article=article).published[0] == said


@pytest.mark.parametrize(
    ("head", "article"),
    [
        pytest.param("", ARTICLE, id="a footer's year and day are not the report's"),
        pytest.param("", ARTICLE + '<time datetime="2020-01-01">old</time>', id="a time below the text"),
        pytest.param(
            "",
            ARTICLE.replace("</h1>", '</h1><aside><time datetime="2020-01-01">old</time></aside>'),
            id="in an aside",
        ),
        pytest.param(
            "",
            ARTICLE.replace("</h1>", '</h1><time class="updated" datetime="2020-01-01">x</time>'),
            id="an update's",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
            ARTICLE,
            id="torn JSON-LD",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Person", "datePublished": "2020"}</script>',
            ARTICLE,
            id="a person",
        ),
        pytest.param(
            '<link rel="canonical" href="https://leven.example/2020/01/01/ferry">', ARTICLE, id="an address"
        ),
    ],
)
def test_no_day_is_made_up(head, article):
    assert facts(head=head, article=article).published == ()


@pytest.mark.parametrize(
    ("head", "canonical"),
    [
        pytest.param(
            '<link rel="canonical" href="https://leven.example/a">', "https://leven.example/a", id="link"
        ),
        pytest.param(
            '<meta property="og:url" content="http://leven.example/a#x">',
            "http://leven.example/a",
            id="og:url",
        ),
        pytest.param('<link rel="canonical" href="https://leven.example/">', None, id="a front page"),
        pytest.param('<link rel="canonical" href="/a">', None, id="a bare path"),
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', None, id="no address"),
        pytest.param('<link rel="canonical" href="http://[bad">', None, id="a broken one"),
        pytest.param("", None, id="none"),
    ],
)
def test_the_canonical_address(head, canonical):
    assert facts(head=head).canonical == canonical


def test_outlet_author_and_language_are_what_the_page_declares():
    head = '<meta property="og:site_name" content="Leven Post"><meta name="author" content="Ann Lee">'
    found = facts(head=head, attributes='lang="en-GB"')
    assert (found.outlet, found.authors, found.language) == ("Leven Post", ("Ann Lee",), "en-GB")


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        pytest.param('<p class="byline">By Ann Lee</p>', ("By Ann Lee",), id="a byline"),
        pytest.param('<a class="author" href="/lee">Ann Lee</a>', ("Ann Lee",), id="called an author"),
        pytest.param("<div><span>By</span> <span>Ann Lee</span></div>", ("By Ann Lee",), id="in two parts"),
        pytest.param("<p>Ann Lee</p>", (), id="a name that nothing calls an author"),
        pytest.param('<aside><p class="byline">By Bo Ray</p></aside>', (), id="in an aside"),
    ],
)
def test_the_byline_that_a_page_prints(printed, authors):
    assert facts(article=ARTICLE.replace("</h1>", f"</h1>{printed}")).authors == authors


def test_a_profile_address_is_no_author():
    assert facts(head='<meta property="article:author" content="https://social.example/leven">').authors == ()


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param("<", id="a bracket"),
        pytest.param("<html><body></body></html>", id="an empty page"),
        pytest.param("<html><body><script>var a = 1;</script></body></html>", id="a script"),
        pytest.param("<html><body>" + "<div>" * 100_000, id="nothing, nested deep"),
        pytest.param("<!-- " + "x" * 100_000, id="a comment without end"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><x/>", id="another XML"),
        pytest.param("\x00\x01<html>\x02", id="control characters"),
    ],
)
def test_a_page_without_text_says_why(html):
    page = read_page(html)
    assert page.text == ""
    assert page.reason


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<html><body>" + "<div>" * 100_000 + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), id="100,000 deep"
        ),
        pytest.param(page(article="<b><i>" * 20_000 + ARTICLE), id="tags that cross"),
        pytest.param(page(article=ARTICLE + "<p>" * 100_000), id="100,000 empty paragraphs"),
        pytest.param(page(article=ARTICLE + "&#xD800;&#0;&#1114112;"), id="characters that are none"),
        pytest.param(page(article=ARTICLE + f"<p {'a=1 ' * 20_000}>x</p>"), id="20,000 attributes"),
        pytest.param(
            page(head="<meta name=date content='" + "9" * 100_000 + "'>"), id="a long number for a day"
        ),
    ],
)
def test_a_page_that_is_made_to_break_a_reader_ends_soon(html):
    begun = time.monotonic()
    read_page(html)
    assert time.monotonic() - begun < 20
