"""A parsed report and its mentions in, quotations out, found by a tagger that the user has trained.

The tagger is one file, made by `onrecord train quotes DIR` from the user's own copy of annotated reports.
None is shipped. Running it needs the extra `onrecord[tagger]`, nothing of which is loaded until it runs.
"""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations_tagger.quotation import quotations
from onrecord.annotations.quotations_tagger.tagger import Tagger, kept
from onrecord.errors import ModelNotFoundError
from onrecord.model.annotation import Found, Quotation

NAME: Final = "quotations.tagger"
VERSION: Final = 1
VARIABLE: Final = "ONRECORD_TAGGER"
"""Environment variable with the path of a tagger's file; "none" for the rules although one is there."""


def installed_tagger() -> Path | None:
    """Return the tagger's file that `read` uses, or None: the rules do it then.

    Raises:
        ModelNotFoundError: `ONRECORD_TAGGER` names a file that isn't there.
    """
    named = os.environ.get(VARIABLE)
    if named:
        path = Path(named).expanduser()
        if named.lower() == "none":
            return None
        if not path.is_file():
            raise ModelNotFoundError(f"{VARIABLE} names a file that isn't there", subject=named)
        return path
    path = default_path()
    return path if path.is_file() else None


def default_path() -> Path:
    """Return where a tagger is looked for, and where training puts it: the user's data folder."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "onrecord" / "tagger"


def tagger_annotator(path: Path) -> Annotator:
    """Return the annotator of a tagger's file: what `read` keeps of what it finds.

    Its name holds the beginning of the file's digest, so that reports read with another one are known.

    Raises:
        ModelNotFoundError: There is no such file, or what runs it is not installed.
        ModelChangedError: It is no tagger, or not as its card says.
    """
    tagger = loaded(path)

    def find(parsed: Parsed, found: Found) -> Iterator[Quotation]:
        cutoff = tagger.bundle.card.cutoff
        return (each for each in find_all(tagger, parsed, found) if each.confidence >= cutoff)

    return Annotator(
        name=name_of(tagger),
        version=VERSION,
        requires=("timexes", "mentions"),
        assigns="quotations",
        find=find,
    )


def installed_annotator() -> Annotator | None:
    """Return the annotator of the tagger that `read` uses, or None: the rules do it then.

    Raises:
        ModelNotFoundError: One is there, or named, and it or what runs it is not.
        ModelChangedError: It is no tagger, or not as its card says.
    """
    path = installed_tagger()
    return None if path is None else tagger_annotator(path)


def find_all(tagger: Tagger, parsed: Parsed, found: Found) -> Iterator[Quotation]:
    """Yield all quotations of a report that are likelier right than their loss is worth, in order."""
    attributions = kept(tagger.attributions(parsed), tagger.bundle.card.floor)
    return quotations(parsed, found, attributions, f"{name_of(tagger)}/{VERSION}")


def name_of(tagger: Tagger) -> str:
    """Return the name of a tagger as a finder."""
    return f"{NAME}.{tagger.bundle.digest[:8]}"


@lru_cache(maxsize=2)
def loaded(path: Path) -> Tagger:
    """Return the tagger of a file; the same one at each call."""
    return Tagger.load(path)


__all__ = [
    "Tagger",
    "default_path",
    "find_all",
    "installed_annotator",
    "installed_tagger",
    "loaded",
    "name_of",
    "tagger_annotator",
]
