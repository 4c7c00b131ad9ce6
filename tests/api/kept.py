"""A store of invented reports for the API and the tools: two storylines, a revision, a conflict, one plan."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.record.joining import join
from onrecord.record.sql import open_store
from tests.contract.made import FINDERS, a_report, found_in
from tests.record.made_stories import Told, keep

TOLD = (
    Told(page=0, day=10, words=0, toll=3, plan=20),
    Told(page=1, day=10, words=1, toll=3),
    Told(page=2, day=11, words=0, toll=5, detail=1),
    Told(page=3, day=12, words=2, detail=2),
    Told(page=4, day=None, meeting=False, toll=4, detail=1),
    Told(page=0, day=10, words=0, toll=6, plan=21, updated=13),
)


def fill(path: Path) -> Path:
    """Return a store at a path, filled."""
    path.write_bytes(_filled())
    return path


@lru_cache(maxsize=1)
def _filled() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        store = open_store(str(path))
        for told in TOLD:
            keep(store, told)
        dam = a_report()
        with store.writer() as writer:
            found = found_in(dam)
            join(writer, [(writer.keep(dam, found, finders=FINDERS, problems=()), found)])
        store.close()
        return path.read_bytes()
