"""A browser, and reading rooms to look at with it: one of each for the whole run, a fresh page for each test.

A page fails its test if anything was written to the console as an error, or asked of another host.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SIZES = {"wide": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
PATIENCE = 60.0


@dataclass(frozen=True)
class RoomAt:
    """A reading room that is served: where, and on which store."""

    url: str
    store: Path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@contextmanager
def served(store: Path, *options: str, port: int | None = None) -> Iterator[RoomAt]:
    """Serve a store's reading room from a process of its own, until the block ends."""
    number = port or free_port()
    command = [sys.executable, "-m", "onrecord", "serve", "--store", str(store), "--port", str(number)]
    log = store.with_suffix(f".{number}.log")
    with log.open("wb") as out:
        process = subprocess.Popen([*command, *options], stdout=out, stderr=out)
        try:
            wait_for(process, number, log)
            yield RoomAt(url=f"http://127.0.0.1:{number}", store=store)
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError:
            pytest.skip("no sockets here: the reading room can't be served")
        return int(probe.getsockname()[1])


def wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Wait until somebody listens on a port."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(f"the server ended: {log.read_text(errors='replace')}")
        with socket.socket() as probe:
            if socket.socket.connect_ex(probe, ("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nobody listens on {port}: {log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the built-in example, read once; don't write to it: copy it."""
    store = tmp_path_factory.mktemp("example") / "example.db"
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "demo", "--store", str(store)],
        capture_output=True,
        check=False,
        env={**os.environ, "ONRECORD_TAGGER": "none"},
    )
    assert store.exists(), done.stderr.decode(errors="replace")
    return store


def copied(store: Path, folder: Path) -> Path:
    """Return a copy of a store, to write to."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in store.parent.glob(f"{store.name}*"):
        if not part.name.endswith(".log"):
            shutil.copy(part, folder / part.name)
    return folder / store.name


@pytest.fixture(scope="session")
def room(example: Path) -> Iterator[RoomAt]:
    """Serve the built-in example on this machine alone."""
    with served(example) as at:
        yield at


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Start Chromium."""
    found = next((p for name in ("chromium", "chromium-browser") if (p := shutil.which(name))), None)
    if found is None:
        pytest.skip("Chromium isn't installed (Debian: apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield started
        started.close()


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opener]:
    """Return what opens pages; each fails the test for an error on its console or a request elsewhere."""
    wrong: list[str] = []
    contexts = []

    def opener(
        at: RoomAt,
        path: str = "/",
        *,
        size: str = "wide",
        script: bool = True,
        theme: Literal["light", "dark"] = "light",
        faults: bool = False,
    ) -> "Page":
        """Return a page that was opened; of `faults`, pages that tell of one, the console tells too."""
        looks: Any = SIZES[size]
        context = browser.new_context(
            viewport=looks, java_script_enabled=script, color_scheme=theme, base_url=at.url
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)

        def heard(said: Any) -> None:
            if said.type == "error" and not (faults and "Failed to load resource" in said.text):
                wrong.append(f"console: {said.text}")

        def asked(request: Any) -> None:
            if not request.url.startswith((f"{at.url}/", "data:", "blob:")):
                wrong.append(f"asked of another host: {request.url}")

        page.on("console", heard)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("request", asked)
        page.goto(path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not wrong
