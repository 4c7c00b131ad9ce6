"""Pictures of the reading room's main pages, both sizes, both themes: a folder in, PNG files out.

    python scripts/screenshots.py FOLDER [PAGE ...]
    python scripts/screenshots.py --docs        the three that stand in docs/

The built-in example is read into a passing store and served on this machine; Debian's Chromium takes the
pictures. Look at each of them before a change to templates or styles is kept.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord import Desk
from onrecord.web.access.serving import server
from onrecord.web.app import app
from onrecord.web.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

PORT: Final = 8491
SIZES: Final = {"wide": (1280, 800), "phone": (390, 844)}
FOR_DOCS: Final = (1000, 550)
"""Small enough that each picture in docs/ takes less than 150 kB."""

FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-lcd-text",
)  # fmt: skip
CHROMIUM: Final = "/usr/bin/chromium"
DOCS: Final = Path(__file__).resolve().parent.parent / "docs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: an address (as a pattern over the example's ids), what is done first, what is cut out."""

    name: str
    path: str
    opens: str = ""
    of: str = ""
    whole: bool = False


SHOTS: Final = (
    Shot(name="front", path="/"),
    Shot(name="story", path="/stories/{line}"),
    Shot(name="story-whole", path="/stories/{line}", whole=True),
    Shot(name="story-then", path="/stories/{line}?as_of=2026-03-05"),
    Shot(name="one-story", path="/stories/{story}"),
    Shot(name="line-open", path="/stories/{line}", opens="#timeline > .lines > .line:nth-child(4) summary"),
    Shot(name="wordings", path="/stories/{line}", of="#wordings"),
    Shot(name="three-wordings", path="/stories/{line}?as_of=2026-03-06", of="#wordings .said:first-child"),
    Shot(name="figures", path="/stories/{line}", of="#figures"),
    Shot(name="people", path="/stories/{line}", of="#people"),
    Shot(name="outlets", path="/stories/{line}", of="#reports"),
    Shot(name="section", path="/stories/{line}/statements"),
    Shot(name="new", path="/stories/{line}/new"),
    Shot(name="report", path="/reports/{report}"),
    Shot(name="report-at", path="/reports/{said}?at={at}#here"),
    Shot(name="person", path="/people/{person}"),
    Shot(name="line", path="/lines/{event}"),
    Shot(name="compare", path="/compare?first={report}&second={copy}&story={line}"),
    Shot(name="search", path="/search?words=dam+warning"),
    Shot(name="reading", path="/reading"),
    Shot(name="rule", path="/rule?id={event}"),
    Shot(name="rulings", path="/rulings"),
    Shot(name="missing", path="/stories/nothing"),
)
STANDING: Final = ("three-wordings", "story", "report")
"""What stands in docs/, wide and light; the first is one statement in several wordings."""


def main(arguments: list[str]) -> int:
    """Take the pictures that are asked for."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    for_docs = arguments[0] == "--docs"
    folder = DOCS if for_docs else Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = STANDING if for_docs else tuple(arguments[1:])
    with tempfile.TemporaryDirectory() as place:
        store = str(Path(place) / "example.db")
        ids = read_example(store)
        with served(store):
            take(folder, ids, wanted, for_docs=for_docs)
    return 0


def read_example(store: str) -> dict[str, str]:
    """Read the built-in example into a store; return ids of what the pictures show."""
    with as_file(files("onrecord") / "data/example") as folder, Desk(store) as desk:
        list(desk.read(sorted(p for p in Path(folder).iterdir() if p.suffix in (".txt", ".html", ".jsonl"))))
        record = desk.record()
        desk.mark(at=len(record.reports) - 3)
        copies = record.copies[0]
        spoken = max(record.statements, key=lambda s: len(s.variants))
        happened = max(record.events, key=lambda e: len(e.support))
        passage = spoken.variants[0].pieces[0].content[0]
        return {
            "line": record.storylines[0].id,
            "story": max(record.stories, key=lambda s: len(s.reports)).id,
            "report": copies.original or copies.reports[0].report,
            "copy": next(each.report for each in copies.reports if each.report != copies.original),
            "at": f"{passage.start}-{passage.end}",
            "said": passage.report,
            "person": spoken.speakers[0],
            "event": happened.id,
        }


@contextmanager
def served(store: str) -> Iterator[None]:
    """Serve a store's reading room while the block runs."""
    running = server(app(Settings(store=store, port=PORT)), host="127.0.0.1", port=PORT)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    try:
        yield
    finally:
        running.should_exit = True
        thread.join(timeout=10)


def take(folder: Path, ids: dict[str, str], wanted: tuple[str, ...], *, for_docs: bool) -> None:
    """Take pictures of the pages asked for, or of all."""
    from playwright.sync_api import sync_playwright

    sizes = {"docs": FOR_DOCS} if for_docs else SIZES
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for size, (width, height) in sizes.items():
            for theme in ("light",) if for_docs else ("light", "dark"):
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if theme == "dark" else "light",
                )
                for shot in SHOTS:
                    if not wanted or shot.name in wanted:
                        name = shot.name if for_docs else f"{shot.name}-{size}-{theme}"
                        one(page, shot, ids, folder / f"{name}.png")
                page.close()
        browser.close()


def one(page: "Page", shot: Shot, ids: dict[str, str], path: Path) -> None:
    """Take one picture."""
    page.goto(f"http://127.0.0.1:{PORT}{shot.path.format(**ids)}", wait_until="networkidle")
    if shot.opens:
        page.locator(shot.opens).first.click()
        page.locator(shot.opens).first.scroll_into_view_if_needed()
    if shot.of:
        page.locator(shot.of).screenshot(path=path)
    else:
        page.screenshot(path=path, full_page=shot.whole)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
