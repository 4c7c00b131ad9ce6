"""Cookies that only this process can make."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.access.rates import Rate, Rates
from onrecord.web.access.sessions import LASTS, Sessions
from onrecord.web.access.signing_in import local

NOW = 1_000_000.0


def test_a_session_holds_until_it_is_old() -> None:
    sessions = Sessions()
    cookie = sessions.begin("ada", "hash", NOW)
    read = sessions.read(cookie, NOW + 60)
    assert read is not None
    assert (read.name, read.token) == ("ada", "hash")
    assert sessions.read(cookie, NOW + LASTS) is None
    assert sessions.read(cookie, NOW - 60) is None


def test_a_session_that_was_ended_is_over_though_its_cookie_was_kept() -> None:
    sessions = Sessions()
    cookie = sessions.begin("ada", "hash", NOW)
    read = sessions.read(cookie, NOW)
    assert read is not None
    sessions.end(read, NOW)
    assert sessions.read(cookie, NOW) is None
    assert sessions.read(sessions.begin("ada", "hash", NOW), NOW) is not None


def test_another_process_believes_no_cookie_of_this_one() -> None:
    assert Sessions().read(Sessions().begin("ada", "hash", NOW), NOW) is None


def test_no_name_can_be_written_into_a_cookie() -> None:
    sessions = Sessions()
    body, _, signature = sessions.begin("otto", "hash", NOW).partition(".")
    told = json.loads(base64.urlsafe_b64decode(body + "=="))
    told["name"] = "ada"
    forged = base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()
    assert sessions.read(f"{forged}.{signature}", NOW) is None
    assert sessions.read(f"{forged}.", NOW) is None
    assert sessions.read(f"{forged}.{sessions.csrf(forged)}", NOW) is None


@given(st.integers(0, 120), st.characters(codec="ascii"))
def test_no_cookie_with_one_character_changed_holds(place: int, other: str) -> None:
    sessions = Sessions(b"k" * 32)
    cookie = sessions.begin("ada", "hash", NOW)
    place %= len(cookie)
    changed = cookie[:place] + other + cookie[place + 1 :]
    assert changed == cookie or sessions.read(changed, NOW) is None


@given(st.text(max_size=2000))
def test_no_made_up_cookie_holds(cookie: str) -> None:
    assert Sessions(b"k" * 32).read(cookie, NOW) is None


def test_a_forms_token_is_its_sessions_own() -> None:
    sessions = Sessions()
    assert sessions.is_csrf(sessions.csrf("one"), "one")
    assert not sessions.is_csrf(sessions.csrf("one"), "other")
    assert not sessions.is_csrf("", "one")


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\\\x", "javascript:x", "",
     "x", "/a\r\nSet-Cookie: x=y", "/\u202ex"],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_signing_in(address: str) -> None:
    assert local(address) == "/"


def test_one_goes_on_where_one_was() -> None:
    assert local("/stories/s-1?as_of=2026-03-10") == "/stories/s-1?as_of=2026-03-10"


def test_a_bucket_empties_and_fills_again() -> None:
    now = [0.0]
    rates = Rates({"post": Rate(burst=2, each_second=0.5)}, clock=lambda: now[0])
    assert [rates.wait("post", "ada") for _ in range(3)] == [0, 0, 2]
    assert rates.wait("post", "otto") == 0
    now[0] = 2.0
    assert [rates.wait("post", "ada") for _ in range(2)] == [0, 2]
