"""What was made is made again only when what it is made of has changed."""

from dataclasses import replace
from threading import Event, Thread
from unittest.mock import patch

from onrecord.views.state import State
from onrecord.web import keeping
from onrecord.web.keeping import Keeping

BEGUN = State(read=(1, 10), ruled="", members="a")
PLAIN = State(read=(1, 10), ruled="")


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> int:
        self.made += 1
        return self.made


def test_the_same_state_makes_nothing_anew() -> None:
    kept, make = Keeping[int](4), Maker()
    assert [kept.get("k", BEGUN, make) for _ in range(3)] == [1, 1, 1]


def test_a_ruling_shows_at_once() -> None:
    kept, make = Keeping[int](4), Maker()
    kept.get("k", BEGUN, make)
    assert kept.get("k", replace(BEGUN, ruled="x"), make) == 2


def test_what_is_made_of_the_same_is_not_made_anew(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "LAG", 0)
    kept, make = Keeping[int](4), Maker()
    kept.get("k", BEGUN, make, made_of=lambda: BEGUN)
    later = replace(BEGUN, read=(2, 20))
    assert kept.get("k", later, make, made_of=lambda: later) == 1
    other = replace(later, members="a b")
    assert kept.get("k", replace(BEGUN, read=(3, 30)), make, made_of=lambda: other) == 2


def test_what_costs_nothing_is_never_late(monkeypatch) -> None:
    monkeypatch.setattr(keeping, "LAG", 0)
    kept, make = Keeping[int](4), Maker()
    assert [kept.get("k", replace(PLAIN, read=(n, n)), make) for n in range(3)] == [1, 2, 3]


def test_those_asked_for_longest_ago_are_let_go() -> None:
    kept, make = Keeping[int](2), Maker()
    for key in "abc":
        kept.get(key, BEGUN, make)
    assert kept.ready("a", BEGUN) is None
    assert kept.ready("c", BEGUN) == 3


def test_while_it_is_made_anew_others_have_what_was_there() -> None:
    kept, go, begun = Keeping[int](2), Event(), Event()
    kept.get("k", PLAIN, lambda: 1)
    later = replace(PLAIN, read=(9, 90))

    def slow() -> int:
        begun.set()
        go.wait(5)
        return 2

    with patch.object(keeping, "LAG", 0):
        maker = Thread(target=lambda: kept.get("k", later, slow))
        maker.start()
        assert begun.wait(5)
        assert kept.get("k", later, slow) == 1
        go.set()
        maker.join()
    assert kept.get("k", later, slow) == 2


def test_many_who_ask_at_once_have_it_made_once() -> None:
    kept, make = Keeping[int](2), Maker()
    threads = [Thread(target=lambda: kept.get("k", BEGUN, make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert make.made == 1
