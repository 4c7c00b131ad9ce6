"""What readers do: follow a line to its sentence, move the slider, hold wordings together."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZES, Opener, RoomAt

AXE = Path(__file__).parent / "axe.min.js"

FIRST_FIVE = (
    "h1", ".state", "#new h2", "#new .line, #new .none", "#next h2", "#next .line, #next .none",
    "#partings h2", "#partings .parting, #partings .none",
)  # fmt: skip


def story_of(page: Any) -> str:
    """Return the address of the example's storyline."""
    return str(page.locator(".shelves h2 a").first.get_attribute("href"))


@pytest.mark.parametrize("size", SIZES)
def test_the_first_five_stand_above_the_fold(room: RoomAt, opened: Opener, size: str) -> None:
    page = opened(room, size=size)
    page.goto(story_of(page))
    for element in FIRST_FIVE:
        box = page.locator(element).first.bounding_box()
        assert box is not None, element
        assert box["y"] >= 0, element
        assert box["y"] + box["height"] <= SIZES[size]["height"], element
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without one"])
def test_a_line_leads_to_its_sentence(room: RoomAt, opened: Opener, script: bool) -> None:
    page = opened(room, script=script)
    page.click(".shelves h2 a")
    line = page.locator("#timeline > .lines > .line").first
    line.locator("summary").click()
    words = line.locator("blockquote mark").first.inner_text()
    line.locator(".to-report").first.click()
    here = page.locator("#here")
    assert re.search(r"/reports/r-\w+\?at=\d+-\d+#here$", page.url)
    assert " ".join(here.inner_text().split()) == words
    page.wait_for_load_state("load")
    expect(here).to_be_in_viewport(ratio=1)


def test_the_slider_shows_the_record_as_it_stood(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.goto(story_of(page))
    now = page.locator(".state").inner_text()
    slider = page.get_by_role("slider", name="As it stood on")
    slider.focus()
    with page.expect_response(lambda answer: "as_of=" in answer.url):
        slider.press("Home")
    page.locator("#new-head", has_text="An earlier state").wait_for()
    then = page.locator(".state").inner_text()
    assert then != now
    assert then.startswith("As of 2 March 2026")
    assert "2 reports" in then
    assert page.get_by_role("slider", name="As it stood on").get_attribute("aria-valuetext") == "2 March 2026"
    assert page.evaluate("document.activeElement.id") == "as-of-slider"
    assert "as_of=2026-03-02" in page.url
    page.get_by_role("link", name="Back to how it stands now").click()
    assert page.locator(".state").inner_text() == now


def test_without_a_script_the_days_are_a_list(room: RoomAt, opened: Opener) -> None:
    page = opened(room, script=False)
    page.goto(story_of(page))
    page.get_by_label("As it stood on").select_option("2026-03-05")
    page.locator("#then button").click()
    assert page.locator(".state").inner_text().startswith("As of 5 March 2026")


def test_wordings_stand_side_by_side_with_differing_words_marked(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.goto(story_of(page))
    said = page.locator("#wordings .said", has=page.locator("mark.differs")).first
    wordings = said.locator(".wordings > details")
    boxes = [wordings.nth(number).bounding_box() for number in range(2)]
    left, right = boxes
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    marked = {word.strip() for word in said.locator("mark.differs").all_inner_texts()}
    assert {"phone", "telephone"} <= marked


def test_two_reports_are_held_side_by_side(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.goto(story_of(page))
    page.get_by_role("link", name="Hold two reports side by side").click()
    page.get_by_role("button", name="Compare").click()
    assert page.locator(".beside tr.same").count() >= 5


def test_somebody_s_words_stand_by_day(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.goto(story_of(page))
    name = page.locator("#people a").first
    words = name.inner_text()
    name.click()
    assert page.locator("h1").inner_text() == words
    assert page.locator(".said").count() >= 1


def test_a_search_finds_a_line_and_its_evidence(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.get_by_role("searchbox", name="Search").fill("warning line")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("navigation", name="Kinds").get_by_role("link", name="Events").click()
    page.locator(".hits a").first.click()
    assert page.locator("h2", has_text="Rests on").count() == 1


def test_the_keyboard_alone_reaches_a_line(room: RoomAt, opened: Opener) -> None:
    page = opened(room)
    page.goto(story_of(page))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.locator("#new details[open] blockquote").count() == 1


ADDRESSES = {
    "front": "/",
    "story": "{story}",
    "an earlier state": "{story}?as_of=2026-03-05",
    "section": "{story}/statements",
    "report": "#reports .reports a",
    "report at a place": ".to-report",
    "person": "#people a",
    "line": ".ways-on a",
    "side by side": "/compare?story={line}&first={first}&second={second}",
    "search": "/search?words=dam",
    "problems": "/problems",
    "not on record": "/reports/r-nothing",
}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DARK = ("story", "report", "side by side")


@pytest.mark.parametrize(
    ("name", "theme"), [(name, "light") for name in ADDRESSES] + [(name, "dark") for name in DARK]
)
def test_axe_finds_nothing(room: RoomAt, opened: Opener, name: str, theme: str) -> None:
    page = opened(room, theme=theme, faults=name == "not on record")
    story = story_of(page)
    page.goto(story)
    reports = [str(each.get_attribute("href"))[9:] for each in page.locator("#reports .reports a").all()[:2]]
    where = ADDRESSES[name].format(story=story, line=story[9:], first=reports[0], second=reports[-1])
    page.goto(where if where.startswith("/") else str(page.locator(where).first.get_attribute("href")))
    for closed in page.locator("details:not([open]) > summary").all()[:3]:
        if closed.is_visible():
            closed.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", list(RULES))
    wrong = [
        (v["id"], v["nodes"][0]["html"][:300], v["nodes"][0]["failureSummary"]) for v in found["violations"]
    ]
    assert wrong == []
