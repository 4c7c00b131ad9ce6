"""The pages that are read: each whole without a script, each line with a way to its sentence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.desk import Desk
from onrecord.model.report import Problem
from onrecord.record.sql import open_store
from onrecord.web.app import app
from onrecord.web.settings import Settings
from tests.build import event, found
from tests.record.test_joining import read
from tests.support import make_report
from tests.web.rooms import HOME, at_home, csrf_of, store_at

HOSTILE = "<script>alert(1)</script>\u202egnihtemos \x07<b>bold</b>"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with at_home(tmp_path) as client:
        yield client


def links(text: str, beginning: str) -> list[str]:
    """Return the addresses that a page leads to."""
    return [each.replace("&amp;", "&") for each in re.findall(rf'href="({beginning}[^"]*)"', text)]


def story_of(client: TestClient) -> str:
    return links(client.get("/").text, "/stories/")[0]


def test_the_front_page_lists_storylines_with_what_they_hold(client: TestClient, tmp_path: Path) -> None:
    text = client.get("/").text
    with Desk(store_at(tmp_path)) as desk:
        shelves = desk.shelves()
    assert f"{sum(shelf.reports for shelf in shelves)} reports, {len(shelves)} storylines" in text
    assert all(shelf.title in text for shelf in shelves)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ({"person": "Okafor"}, True),
        ({"person": "Nobody Atall"}, False),
        ({"place": "Castlebeck"}, True),
        ({"begin": "2026-03-11"}, True),
        ({"begin": "2027"}, False),
        ({"end": "2025-12"}, False),
        ({"outlet": "no such outlet"}, False),
    ],
    ids=lambda each: "-".join(each.values()) if isinstance(each, dict) else "",
)
def test_filters_hold_to_what_is_asked(client: TestClient, asked: dict[str, str], held: bool) -> None:
    text = client.get("/", params=asked).text
    assert bool(links(text, "/stories/")) is held
    assert ("No story holds all of that" in text) is not held


def test_a_day_that_is_none_is_told_to_be_that(client: TestClient) -> None:
    answer = client.get("/", params={"begin": "the day before"})
    assert answer.status_code == 400
    assert "A day was expected" in answer.text


def test_a_story_leads_with_state_news_plans_and_differences(client: TestClient) -> None:
    text = client.get(story_of(client)).text
    places = [text.index(f'id="{each}"') for each in ("new", "next", "partings", "timeline")]
    assert text.index('class="state"') < places[0]
    assert places == sorted(places)


def test_a_line_leads_to_its_very_words(client: TestClient) -> None:
    text = client.get(story_of(client)).text
    place = links(text, r"/reports/[^\"]*at=")[0]
    page = client.get(place.split("#")[0]).text
    marked = re.search(r'<mark id="here"[^>]*>([^<]+)</mark>', page)
    assert marked is not None
    assert marked[1] in re.sub(r"\s+", " ", text)


def test_every_link_of_a_story_leads_somewhere(client: TestClient) -> None:
    text = client.get(story_of(client)).text
    for address in sorted({each.split("#")[0] for each in links(text, "/")}):
        assert client.get(address).status_code == 200, address


def test_an_earlier_state_says_so_and_has_no_news(client: TestClient) -> None:
    text = client.get(story_of(client), params={"as_of": "2026-03-10"}).text
    assert "As of 10 March 2026" in text
    assert "New since you looked" not in text


def test_before_the_first_report_there_was_no_story(client: TestClient) -> None:
    assert client.get(story_of(client), params={"as_of": "2020-01-01"}).status_code == 404


@pytest.mark.parametrize(
    "section", ["new", "timeline", "statements", "figures", "people", "reports", "partings"]
)
def test_each_section_has_pages_of_its_own(client: TestClient, section: str) -> None:
    answer = client.get(f"{story_of(client)}/{section}", params={"page": 99})
    assert answer.status_code == 200
    assert client.get(f"{story_of(client)}/nonsense").status_code == 400


def test_what_was_marked_as_seen_is_new_no_more(client: TestClient) -> None:
    story = story_of(client)
    assert "Mark all as seen" in client.get(f"{story}/fresh").text
    last = re.search(r'name="up_to" value="(\d+)"', client.get(f"{story}/fresh").text)
    assert last is not None
    form = {"csrf": csrf_of(client), "up_to": last[1], "back": story}
    answer = client.post("/seen", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, story)
    assert "Nothing new since you marked all as seen" in client.get(f"{story}/fresh").text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/stories/../sign-out\r\nX: y", ""]
)
def test_marking_leads_back_to_our_own_pages_alone(client: TestClient, back: str) -> None:
    form = {"csrf": csrf_of(client), "up_to": "1", "back": back}
    where = client.post("/seen", data=form, follow_redirects=False).headers["location"]
    assert where.startswith("/")
    assert not where.startswith("//")
    assert "\n" not in where


def test_two_reports_stand_side_by_side(client: TestClient) -> None:
    story = story_of(client)
    reports = list(dict.fromkeys(re.findall(r'href="/reports/(r-\w+)"', client.get(story).text)))
    text = client.get("/compare", params={"first": reports[0], "second": reports[1]}).text
    assert "Two reports side by side" in text
    assert 'class="beside"' in text


def test_a_search_leads_to_places_in_reports(client: TestClient) -> None:
    text = client.get("/search", params={"words": "open hands"}).text
    assert links(text, "/reports/") or links(text, "/lines/")
    assert "stand nowhere together" in client.get("/search", params={"words": "zeppelin"}).text


def test_nothing_on_record_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(app(Settings(store=str(tmp_path / "empty.db"))), base_url=HOME) as client:
        text = client.get("/").text
    assert "Nothing is on record yet" in text
    assert 'href="/reading"' in text


def test_one_report_with_nothing_in_it_has_a_page_all_the_same(tmp_path: Path) -> None:
    place = str(tmp_path / "one.db")
    store = open_store(place)
    read(store, [[(make_report("Nothing much.\nAt all.", address="a.txt"), found())]])
    store.close()
    with TestClient(app(Settings(store=place)), base_url=HOME) as client:
        text = client.get(story_of(client)).text
    assert "One report only" in text
    assert "Nothing was found in this report that makes a line" in text


def test_what_could_not_be_read_is_counted_and_told(tmp_path: Path) -> None:
    place = store_at(tmp_path)
    store = open_store(place)
    with store.writer() as writer:
        for name in ("a.pdf", "b.pdf"):
            writer.keep_problem(Problem(report=None, address=name, kind="binary", message="is not text"))
    store.close()
    with at_home(tmp_path) as client:
        text = client.get("/").text
        assert re.search(r'href="/problems">2 of \d+ could not be read', text)
        assert "b.pdf: is not text" in client.get("/problems").text


def test_where_no_day_is_sure_the_timeline_says_so(tmp_path: Path) -> None:
    place = str(tmp_path / "open.db")
    store = open_store(place)
    report = make_report("The ferry ran aground off Port Leven.", address="a.txt", published=None)
    ran = event(report, "The ferry ran aground off Port Leven", "ran")
    read(store, [[(report, found(ran))]])
    store.close()
    with TestClient(app(Settings(store=place)), base_url=HOME) as client:
        text = client.get(story_of(client)).text
    assert "No report gives a day that is sure" in text
    assert 'class="day open"' in text or 'class="day unknown"' in text or 'class="day bounded"' in text


def test_hostile_words_are_shown_as_text_on_every_page(tmp_path: Path) -> None:
    place = str(tmp_path / "hostile.db")
    store = open_store(place)
    text = f"{HOSTILE} met {HOSTILE}\n{'x' * 100_000}\n{HOSTILE}"
    read(
        store,
        [[(make_report(text, address="javascript:alert(1)", outlet=HOSTILE, headline=HOSTILE), found())]],
    )
    store.close()
    with TestClient(app(Settings(store=place)), base_url=HOME) as client:
        with Desk(place) as desk:
            report = desk.record().reports[0].report.id
        story = story_of(client)
        for address in ("/", story, f"{story}/reports", f"/reports/{report}", f"/lines/{report}", "/problems",
                        f"/compare?first={report}&second={report}", "/search?words=alert",
                        "/search?words=%3Cscript%3Ealert(1)", "/?outlet=%22%3E%3Cscript%3Ealert(1)",
                        "/reports/%3Cscript%3Ealert(1)"):  # fmt: skip
            page = client.get(address).text
            assert "<script>alert" not in page, address
            assert "<b>bold" not in page, address
            assert "\u202e" not in page, address
            assert "\x07" not in page, address
            assert 'href="javascript:' not in page, address


def test_a_page_is_less_than_300_kilobytes(tmp_path: Path) -> None:
    place = str(tmp_path / "long.db")
    store = open_store(place)
    read(store, [[(make_report("Ünïcode & <tags>. " * 60_000, address="long.txt"), found())]])
    store.close()
    with TestClient(app(Settings(store=place)), base_url=HOME) as client:
        with Desk(place) as desk:
            report = desk.record().reports[0].report.id
        page = client.get(f"/reports/{report}")
        assert len(page.content) < 300_000
        after = links(page.text, r"/reports/[^\"]*begin=")[0]
        assert len(client.get(after).content) < 300_000


def test_our_own_files_are_kept_by_the_mark_of_their_content(client: TestClient) -> None:
    text = client.get("/").text
    for address in links(text, "/static/"):
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address)
        assert "immutable" in client.get(address).headers["cache-control"]
    for wrong in ("/static/room.css", "/static/..%2fapp.py", "/static/%2e%2e/app.py"):
        assert client.get(wrong).status_code == 404


def test_no_page_has_style_or_script_of_its_own(client: TestClient) -> None:
    for address in ("/", story_of(client), "/search?words=open", "/rulings", "/reading"):
        text = client.get(address).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=\"/static/)", text), address
