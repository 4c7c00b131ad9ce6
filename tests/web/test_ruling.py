"""Ruling in the browser: two events are one, and not again."""

import re
from pathlib import Path

import pytest

from onrecord.desk import Desk
from tests.web.rooms import at_home, away, csrf_of, signed_in, store_at, token_of

HOSTILE = "<script>alert(1)</script> \u202eevil"


def events_of(folder: Path) -> list[str]:
    with Desk(store_at(folder)) as desk:
        return sorted(event.id for event in desk.record().events)


def two_of_one_story(folder: Path) -> tuple[str, str]:
    """Return an opening, and the unlocking that was the same."""
    with Desk(store_at(folder)) as desk:
        events = desk.record().events
    opened = next(event.id for event in events if "opened" in event.label)
    unlocked = next(event.id for event in events if "unlocked" in event.label)
    return opened, unlocked


def test_two_events_are_ruled_one_and_that_is_undone(tmp_path: Path) -> None:
    before = events_of(tmp_path)
    line, other = two_of_one_story(tmp_path)
    with at_home(tmp_path) as client:
        page = client.get("/rule", params={"id": line})
        assert f'value="{other}"' in page.text
        answer = client.post(
            "/rule", data={"id": line, "other": other, "verdict": "same", "csrf": csrf_of(client)}
        )
        assert "Ruled the same" in answer.text
        assert len(events_of(tmp_path)) == len(before) - 1
        ruling = re.search(r'name="ruling" value="([^"]+)"', answer.text)
        assert ruling is not None
        answer = client.post("/rulings/undo", data={"ruling": ruling[1], "csrf": csrf_of(client)})
        assert "Undone" in answer.text
    assert events_of(tmp_path) == before


def test_a_wrong_line_is_left_out_whatever_else_is_ticked(tmp_path: Path) -> None:
    before = events_of(tmp_path)
    line, other = two_of_one_story(tmp_path)
    with at_home(tmp_path) as client:
        form = {"id": line, "other": other, "verdict": "wrong", "csrf": csrf_of(client)}
        assert client.post("/rule", data=form).status_code == 200
    assert events_of(tmp_path) == [each for each in before if each != line]


def test_who_ruled_and_why_stand_in_the_log(tmp_path: Path) -> None:
    token = token_of(tmp_path, "ines", "editor")
    line, other = two_of_one_story(tmp_path)
    with away(tmp_path) as client:
        signed_in(client, token)
        form = {"id": line, "other": other, "verdict": "different", "csrf": csrf_of(client)}
        page = client.post("/rule", data=form | {"because": HOSTILE}).text
    assert "by ines" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"verdict": "same"}, "Choose which line it is the same as"),
        ({"verdict": "different"}, "Choose which line it is different from"),
        ({}, "Choose what you rule"),
        ({"verdict": "guilty"}, "Choose what you rule"),
        ({"verdict": "same", "other": "e-nothing"}, "nothing on record"),
    ],
)
def test_what_a_form_lacks_is_said_on_its_page(tmp_path: Path, form: dict[str, str], words: str) -> None:
    line, _ = two_of_one_story(tmp_path)
    before = events_of(tmp_path)
    with at_home(tmp_path) as client:
        answer = client.post("/rule", data={"id": line, "csrf": csrf_of(client), **form})
    assert answer.status_code == 422
    assert words in answer.text
    assert events_of(tmp_path) == before


def test_the_other_line_is_found_by_its_words(tmp_path: Path) -> None:
    line, other = two_of_one_story(tmp_path)
    with at_home(tmp_path) as client:
        assert f'value="{other}"' in client.get("/rule", params={"id": line, "words": "gate unlocked"}).text
        assert f'value="{other}"' not in client.get("/rule", params={"id": line, "words": "walrus"}).text


@pytest.mark.parametrize("asked", ["e-nothing", "../../x", "<b>", "r-", "\u202e", "e" * 5000])
def test_what_is_no_line_can_not_be_ruled_on(tmp_path: Path, asked: str) -> None:
    with at_home(tmp_path) as client:
        answer = client.get("/rule", params={"id": asked})
    assert answer.status_code in (400, 404)
    assert "<b>" not in answer.text


def test_a_reader_sees_the_log_but_no_button(tmp_path: Path) -> None:
    line, other = two_of_one_story(tmp_path)
    with at_home(tmp_path) as client:
        client.post("/rule", data={"id": line, "other": other, "verdict": "same", "csrf": csrf_of(client)})
        assert "Undo</button>" in client.get("/rulings").text
    token = token_of(tmp_path, "otto", "reader")
    with away(tmp_path) as client:
        page = signed_in(client, token).get("/rulings").text
    assert "by ada" in page
    assert "Undo</button>" not in page


def test_every_kind_of_line_has_its_page(tmp_path: Path) -> None:
    with Desk(store_at(tmp_path)) as desk:
        record = desk.record()
    lines = (record.events[0], record.statements[0], record.figures[0], record.entities[0], record.stories[0])
    with at_home(tmp_path) as client:
        for each in lines:
            assert client.get("/rule", params={"id": each.id}).status_code == 200
