"""Uploads and pasted words in, files in a folder of their own out, under names that lead nowhere else."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from starlette.datastructures import UploadFile

from onrecord.views.harmless import SHOWN, one_line

LONGEST: Final = 120
"""Bytes of a file's name: file systems take 255."""

REFUSED_ELSEWHERE: Final = '<>:"|?*'


def dropped(files: Iterable[UploadFile]) -> tuple[Path, tuple[str, ...]]:
    """Return a new folder that holds some files, each in a folder of its own, and their names as given."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-drop-"))
    names = []
    try:
        for number, file in enumerate(files, start=1):
            name = safe_name(file.filename or "", number)
            place = folder / f"{number:04}"
            place.mkdir()
            with (place / name).open("xb") as out:
                shutil.copyfileobj(file.file, out)
            names.append(name)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder, tuple(names)


def pasted(text: str, fields: Mapping[str, str]) -> tuple[Path, tuple[str, ...]]:
    """Return a new folder that holds pasted words, with what is told of them, and a name for them."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    row = {name: words for name, words in fields.items() if words}
    row.setdefault("url", f"pasted-{mark}")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-drop-"))
    place = folder / "0001"
    place.mkdir()
    (place / "pasted.jsonl").write_text(json.dumps({**row, "text": text}) + "\n", encoding="utf-8")
    return folder, (one_line(row.get("headline") or row["url"]),)


def safe_name(given: str, number: int) -> str:
    """Return a name for a file: the last part of what was given, with nothing in it that leads anywhere.

    It is the report's address, too, so that as much of it is kept as can be.
    """
    last = PurePosixPath(one_line(given).replace("\\", "/")).name.replace(SHOWN, "_")
    bad = (sign in REFUSED_ELSEWHERE or not sign.isprintable() for sign in last)
    plain = "".join("_" if each else sign for each, sign in zip(bad, last, strict=True)).strip(". ")
    path = PurePosixPath(plain)
    suffixes = "".join(path.suffixes[-2:])[-16:]
    stem = plain[: len(plain) - len(suffixes)] if suffixes else plain
    while stem and len((stem + suffixes).encode()) > LONGEST:
        stem = stem[:-1]
    return f"{stem}{suffixes}" if stem else f"dropped-{number}{suffixes}"


def wrong_with(fields: Mapping[str, str]) -> str:
    """Return what is wrong with what was told of pasted words; nothing if all is well."""
    address, day = fields.get("url", ""), fields.get("published", "")
    if address and not address.startswith(("https://", "http://")):
        return "The address of the report begins with https:// or http://. Leave it out if there is none."
    if day:
        try:
            date.fromisoformat(day)
        except ValueError:
            return "The day is written as 2026-03-12. Leave it out if it isn't known."
    return ""
