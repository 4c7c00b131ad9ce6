"""What editors do, and what readers may not: ruling with undo, reading in, signing in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.desk import Desk
from onrecord.web.access.tokens import add
from tests.browser.conftest import Opener, RoomAt, copied, served


@pytest.fixture(scope="module")
def own(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoomAt]:
    """Serve a copy of the example, to write to."""
    store = copied(example, tmp_path_factory.mktemp("own"))
    with served(store) as at:
        yield at


@pytest.fixture(scope="module")
def guarded(
    example: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RoomAt, dict[str, str]]]:
    """Serve a copy of the example to those who have a token."""
    store = copied(example, tmp_path_factory.mktemp("guarded"))
    file = store.parent / "tokens.json"
    tokens = {"otto": add(file, "otto", "reader"), "ada": add(file, "ada", "editor")}
    with served(store, "--tokens", str(file)) as at:
        yield at, tokens


def events_of(store: Path) -> list[str]:
    with Desk(store) as desk:
        return sorted(event.id for event in desk.record().events)


def two_of_a_kind(store: Path) -> tuple[str, str]:
    """Return two events that happened on one day, which the machine holds apart."""
    with Desk(store) as desk:
        happened = [
            e for e in desk.record().events if e.modality == "happened" and not e.background and e.when
        ]
    by_day: dict[str, list[str]] = {}
    for event in happened:
        by_day.setdefault(str(event.when and event.when.edtf), []).append(event.id)
    first, second = next(ids for _, ids in sorted(by_day.items()) if len(ids) > 1)[:2]
    return first, second


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without one"])
def test_two_events_are_ruled_the_same_and_that_is_undone(own: RoomAt, opened: Opener, script: bool) -> None:
    before = events_of(own.store)
    first, second = two_of_a_kind(own.store)
    page = opened(own, f"/lines/{first}", script=script)
    page.get_by_role("link", name=re.compile("^Rule on it")).click()
    assert page.locator("h1").inner_text() == "Rule on an event"
    page.check(f'input[name="other"][value="{second}"]')
    page.get_by_label(re.compile("The same")).check()
    page.fill("#because", "one and the same day")
    page.get_by_role("button", name="Rule", exact=True).click()
    assert "Ruled the same" in page.locator("[role=status]").inner_text()
    assert "one and the same day" in page.locator(".rulings").inner_text()
    assert events_of(own.store) != before
    page.locator(".done button").click()
    assert "Undone" in page.locator("[role=status]").inner_text()
    assert events_of(own.store) == before


def test_a_form_that_lacks_something_says_what(own: RoomAt, opened: Opener) -> None:
    first, _ = two_of_a_kind(own.store)
    page = opened(own, f"/rule?id={first}", faults=True)
    page.get_by_label(re.compile("The same")).check()
    page.fill("#because", "kept")
    page.get_by_role("button", name="Rule", exact=True).click()
    assert "Choose which line it is the same as" in page.locator("[role=alert]").inner_text()
    assert page.input_value("#because") == "kept"


@pytest.mark.model
def test_a_dropped_file_is_read_before_ones_eyes(own: RoomAt, opened: Opener) -> None:
    name = "march.txt"
    words = "MARCH IN TARN\n\nTarn, 3 March 2026. About 400 people marched through Tarn on Monday."
    page = opened(own, "/reading")
    files: Any = [
        {"name": name, "mimeType": "text/plain", "buffer": words.encode()},
        {"name": "photo.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"},
    ]
    page.set_input_files("#files", files)
    page.get_by_role("button", name="Read them").click()
    page.get_by_text(re.compile(r"Done: 1 new report, 1 of 2 could not be read")).wait_for(timeout=90_000)
    assert "convert it to text" in page.locator(".items").inner_text()
    page.get_by_role("link", name=name).click()
    assert "marched through Tarn" in page.locator("main").inner_text()


def signed_in(opened: Opener, at: RoomAt, token: str, *, faults: bool = False) -> Any:
    page = opened(at, "/rulings", faults=faults)
    assert page.locator("h1").inner_text() == "Sign in"
    page.fill("#token", token)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Rulings").wait_for()
    return page


def test_a_reader_is_refused_what_an_editor_may(
    guarded: tuple[RoomAt, dict[str, str]], opened: Opener
) -> None:
    at, tokens = guarded
    first, _ = two_of_a_kind(at.store)
    page = signed_in(opened, at, tokens["otto"], faults=True)
    assert page.get_by_role("link", name="Read in").count() == 0
    page.goto(f"/lines/{first}")
    assert page.get_by_role("link", name=re.compile("^Rule on it")).count() == 0
    for path in (f"/rule?id={first}", "/reading"):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 403
        assert "editor" in page.locator("main").inner_text()


def test_an_editor_may_and_signs_out(guarded: tuple[RoomAt, dict[str, str]], opened: Opener) -> None:
    at, tokens = guarded
    page = signed_in(opened, at, tokens["ada"])
    page.get_by_role("link", name="Read in").click()
    page.get_by_role("heading", name="Read reports").wait_for()
    page.get_by_role("button", name=re.compile("sign out")).click()
    assert page.locator("h1").inner_text() == "Sign in"
    page.goto("/reading")
    assert page.locator("h1").inner_text() == "Sign in"


def test_a_wrong_token_is_told_beside_its_field(
    guarded: tuple[RoomAt, dict[str, str]], opened: Opener
) -> None:
    page = opened(guarded[0], "/", faults=True)
    page.fill("#token", "onr_guessed")
    page.get_by_role("button", name="Sign in").click()
    assert "no token of this desk" in page.locator("[role=alert]").inner_text()


@pytest.mark.parametrize("path", ["/rulings", "/reading", "/rule"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_forms(own: RoomAt, opened: Opener, path: str, theme: str) -> None:
    first, _ = two_of_a_kind(own.store)
    page = opened(own, path if path != "/rule" else f"/rule?id={first}", theme=theme)
    page.evaluate((Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []
