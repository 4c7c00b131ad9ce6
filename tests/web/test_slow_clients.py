"""Clients that hold on for ever are let go: half a head, a body that trickles, an answer that isn't taken."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.web.access.bodies import Patience
from onrecord.web.access.doors import Doors
from onrecord.web.access.keeper import Access, Keeper
from onrecord.web.access.serving import server

SHORT = Patience(head=0.3, body=0.4, each_second=10_000, answer=0.4)
REACHED = socket.socket.connect


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine: these tests need a socket."""

    def connect(self: socket.socket, address: Any) -> None:
        if address[0] != "127.0.0.1":
            raise OSError("tests use no network")
        REACHED(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


async def short(request: Request) -> Response:
    """Take a body, and answer with a word."""
    await request.body()
    return Response("well")


def long(_: Request) -> Response:
    """Answer with more than anybody takes at once."""
    return StreamingResponse(b"x" * 1_000_000 for _ in range(200))


PAGES = Starlette(routes=[Route("/", short, methods=["GET", "POST"]), Route("/long", long)])


@contextmanager
def served(app: ASGIApp) -> Iterator[int]:
    """Serve an app on this machine; the port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        running = server(app, host="127.0.0.1", port=0, patience=SHORT)
        thread = threading.Thread(target=running.run, args=([listening],), daemon=True)
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield listening.getsockname()[1]
        running.should_exit = True
        thread.join(10)


@pytest.fixture
def port() -> Iterator[int]:
    doors = Doors(PAGES, keeper=Keeper(Access()), patience=SHORT)
    with served(doors) as found:
        yield found


def called(port: int) -> socket.socket:
    reached = socket.create_connection(("127.0.0.1", port), timeout=5)
    reached.settimeout(5)
    return reached


def rest_of(connection: socket.socket) -> bytes:
    """Return what comes until the other side lets go."""
    found = b""
    try:
        while more := connection.recv(65_536):
            found += more
    except ConnectionResetError:
        pass
    return found


def trickle(connection: socket.socket, words: bytes) -> None:
    for letter in words:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def test_one_that_is_quick_is_answered(port: int) -> None:
    with called(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert rest_of(connection).endswith(b"well")


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: loc"], ids=["nothing", "half-a-head"])
def test_a_head_that_never_comes_is_not_waited_for(port: int, sent: bytes) -> None:
    with called(port) as connection:
        connection.sendall(sent)
        began = time.monotonic()
        assert rest_of(connection) == b""
        assert time.monotonic() - began < 3


def test_a_head_that_trickles_is_not_waited_for(port: int) -> None:
    with called(port) as connection:
        began = time.monotonic()
        with pytest.raises(OSError):
            trickle(connection, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 60)
        assert time.monotonic() - began < 3


def test_a_second_request_that_trickles_is_not_waited_for_either(port: int) -> None:
    with called(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = b""
        while not answer.endswith(b"well"):
            answer += connection.recv(65_536)
        connection.sendall(b"GET / HT")
        began = time.monotonic()
        assert rest_of(connection) == b""
        assert time.monotonic() - began < 3


def test_a_body_that_trickles_is_refused(port: int) -> None:
    with called(port) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf")
        assert b"408" in rest_of(connection).split(b"\r\n")[0]


def test_an_answer_that_is_not_taken_is_given_up(port: int) -> None:
    with called(port) as connection:
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(1.2)
        assert len(rest_of(connection)) < 100_000_000


def test_many_slow_ones_shut_nobody_out(port: int) -> None:
    slow = [called(port) for _ in range(100)]
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\n")
    with called(port) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert rest_of(connection).endswith(b"well")
    for connection in slow:
        connection.close()
