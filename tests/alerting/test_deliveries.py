"""Deliveries: where alerts go, what may be tried again, and what words of reports can't reach."""

import json
import socket
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from onrecord.alerting.deliveries import NotDelivered, delivery
from onrecord.errors import AlertError


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse every connection but to this machine itself."""
    connect = socket.socket.connect

    def only_here(made, address):
        if address[0] != "127.0.0.1":
            raise OSError("tests use no network")
        connect(made, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@contextmanager
def a_server(*statuses, headers=()):
    """Answer posts with some statuses in turn; yield its address and what it was sent."""
    sent: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = statuses[min(len(sent), len(statuses) - 1)]
            sent.append((self.path, dict(self.headers), body))
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", sent
    finally:
        server.shutdown()
        server.server_close()


def test_a_webhook_is_posted_json_with_its_key():
    with a_server(204) as (address, sent):
        delivery("webhook", address)(b'{"line": "x"}', "k1")
    ((path, headers, body),) = sent
    assert path == "/hook"
    assert headers["Content-Type"] == "application/json"
    assert headers["Idempotency-Key"] == "k1"
    assert json.loads(body) == {"line": "x"}


@pytest.mark.parametrize(
    ("status", "again"),
    [
        (500, True),
        (503, True),
        (429, True),
        (408, True),
        (400, False),
        (404, False),
        (301, False),
        (307, False),
    ],
)
def test_an_answer_says_whether_to_try_again(status, again):
    with a_server(status, headers=[("Location", "http://127.0.0.1:9/elsewhere")]) as (address, sent):
        with pytest.raises(NotDelivered, match=str(status)) as failed:
            delivery("webhook", address)(b"{}", "k")
        assert failed.value.again == again
        assert len(sent) == 1


@pytest.mark.parametrize(
    ("header", "wait"), [("7", 7.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", None)]
)
def test_an_answer_may_ask_to_wait(header, wait):
    with a_server(503, headers=[("Retry-After", header)]) as (address, _):
        with pytest.raises(NotDelivered) as failed:
            delivery("webhook", address)(b"{}", "k")
        assert failed.value.wait == wait


def test_a_host_that_is_not_there_may_be_tried_again():
    with pytest.raises(NotDelivered) as failed:
        delivery("webhook", "http://127.0.0.1:9/")(b"{}", "k")
    assert failed.value.again


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://x.example/", "x.example", "http://", "javascript:x"]
)
def test_a_webhook_that_is_no_web_address_is_refused(address):
    with pytest.raises(AlertError):
        delivery("webhook", address)


def test_a_command_is_given_json_and_no_shell(tmp_path):
    out, never = tmp_path / "out", tmp_path / "never"
    keep = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    line = f'{sys.executable} -c "{keep}" {out} $(touch {never}) ; touch {never}'
    delivery("command", line)(b'{"line": "$(touch no) `x`"}', "k")
    assert json.loads(out.read_bytes()) == {"line": "$(touch no) `x`"}
    assert not never.exists()


def test_a_command_that_fails_may_be_tried_again_and_one_that_is_not_there_not():
    with pytest.raises(NotDelivered, match="ended with 3: no luck") as failed:
        delivery("command", "sh -c 'echo no luck >&2; exit 3'")(b"{}", "k")
    assert failed.value.again
    with pytest.raises(NotDelivered) as failed:
        delivery("command", "/no/such/program")(b"{}", "k")
    assert not failed.value.again


@pytest.mark.parametrize("line", ["", "  ", "echo 'open"])
def test_a_command_that_is_none_is_refused(line):
    with pytest.raises(AlertError):
        delivery("command", line)


def test_a_folder_holds_one_whole_file_for_each_key(tmp_path):
    deliver = delivery("folder", str(tmp_path / "new" / "alerts"))
    for body in (b"{}", b'{"again": 1}'):
        deliver(body, "abc")
    (file,) = (tmp_path / "new" / "alerts").iterdir()
    assert file.name == "abc.json"
    assert file.read_bytes() == b'{"again": 1}'


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(AlertError):
        delivery("folder", str(tmp_path / "file"))
