"""Nothing in, the language model's package out, with its weights checked against the pinned ones.

The official small model is taken where it is installed, else the copy of it on the package index. Both
hold the same weights where they are of the same version; what the files say is what counts, not the name.
"""

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from onrecord.english import english_table
from onrecord.errors import ModelChangedError, ModelNotFoundError

WEIGHTS = ("model", "moves", "cfg", "patterns", "tokenizer")  # files that the output hangs on
TABLES = "lookups.bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An installed model: its package, its folder, version and the SHA-256 of its weights."""

    package: str
    folder: Path
    version: str
    sha256: str
    pinned: bool

    def __str__(self) -> str:
        """Return what a record says of it."""
        return (
            f"{self.package} {self.version} sha256:{self.sha256[:16]}{'' if self.pinned else ' (not pinned)'}"
        )


@lru_cache(maxsize=1)
def installed() -> Model:
    """Return the model to use.

    Raises:
        ModelNotFoundError: None is installed.
        ModelChangedError: The one that is installed has other weights than the pinned ones.
    """
    return find(english_table("models"))


def find(table: Mapping[str, Any]) -> Model:
    """Return the first installed model of a table like `data/en/models.toml`, its weights checked.

    Raises:
        ModelNotFoundError: None is installed.
        ModelChangedError: The one that is installed has other weights than the pinned ones.
    """
    for package in table["packages"]:
        folder = _folder(package)
        if folder is not None:
            return _checked(package, folder, table["weights"], table["refused-if-changed"].get(package))
    raise ModelNotFoundError(subject=" or ".join(table["packages"]))


def _folder(package: str) -> Path | None:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        return None
    return next(iter(sorted(path.parent for path in Path(found.origin).parent.glob("*/config.cfg"))), None)


def _checked(package: str, folder: Path, pins: dict[str, str], wanted: str | None) -> Model:
    version = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["version"]
    found = digest(folder)
    pinned = pins.get(version) == found
    if wanted is not None and not (version == wanted and pinned):
        raise ModelChangedError(
            f"expected {package} {wanted} with weights {pins[wanted][:16]}, "
            f"found {version} with weights {found[:16]}: reinstall it",
            subject=package,
        )
    return Model(package=package, folder=folder, version=version, sha256=found, pinned=pinned)


def digest(folder: Path) -> str:
    """Return the SHA-256 over a model folder's weights and tables: paths and bytes, in order of path."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.name in WEIGHTS or path.name == TABLES:
            total.update(path.relative_to(folder).as_posix().encode() + b"\x00")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
