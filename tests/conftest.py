"""Set-up for all tests: no network, and the switch that records parses."""

import os
import socket
from typing import Any

import pytest
from hypothesis import settings

from tests import support

# The same examples each time, so that a change is judged by what it changes; `--search` looks for new ones.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-parses", action="store_true", help="parse new sentences with the model")
    parser.addoption("--search", action="store_true", help="try new examples for the property tests")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["ONRECORD_TAGGER"] = "none"  # a tagger on this machine is no matter of the tests
    if config.getoption("--search"):
        settings.load_profile("default")
    support.RECORD = bool(config.getoption("--record-parses"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the process."""

    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise OSError("tests use no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
