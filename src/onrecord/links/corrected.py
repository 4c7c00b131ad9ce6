"""Reports in, names that they call wrong out, each with the right one.

"A report of March 6 gave the first name of the director as Anna. She is Hanna Torv." A note that says so,
with one full name in it or one in the storyline that is much like the wrong name, makes "Anna Torv" a form
of "Hanna Torv"; where it may be another's, nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.names import full_key, is_full, plain, surname
from onrecord.model.report import Report

LIKE = 0.75  # of the letters of two surnames, from which one is the other misspelt
FAR = 120  # code points between the words that own up and the wrong name
_NAME = r"((?:[^\W\d_a-z][\w'’-]+)(?: [^\W\d_a-z][\w'’-]+){0,2})"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = english_table("entities")["corrections"]
    notes, misnaming, before = ("|".join(map(re.escape, listed[key])) for key in ("notes", "misnaming", "as"))
    wrong = rf"\b(?i:{misnaming})\b[^.\n]{{0,{FAR}}}?\b(?i:{before}) {_NAME}"
    return re.compile(rf"\b(?i:{notes})\b"), re.compile(wrong)


def corrected_names(reports: Iterable[Report], full: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return right full names by wrong ones, as keys; `full` gives the full names of people by report."""
    found: dict[str, set[str]] = {}
    everybody = tuple(sorted({name for names in full.values() for name in names}))
    for report in reports:
        for wrong, right in _in_report(report, everybody):
            found.setdefault(wrong, set()).add(right)
    sure = {wrong: next(iter(rights)) for wrong, rights in found.items() if len(rights) == 1}
    return {wrong: right for wrong, right in sure.items() if right not in sure}


def _in_report(report: Report, full: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    note, misnamed = _patterns()
    for paragraph in report.text.split("\n"):
        if note.search(paragraph) is None:
            continue
        for match in misnamed.finditer(paragraph):
            right = _right(match[1], paragraph, full)
            if right is not None:
                yield from _wrong_keys(match[1], right)


def _right(wrong: str, paragraph: str, full: tuple[str, ...]) -> str | None:
    others = {full_key(name): name for name in full if full_key(name) != full_key(wrong)}
    here = [name for name in others.values() if name in paragraph]
    like = [name for name in others.values() if _alike(surname(name), surname(wrong))]
    for names in (here, like):
        if len(names) == 1:
            return names[0]
    return None


def _wrong_keys(wrong: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield the full name that a wrong one makes: itself, or with the part of the name that is right."""
    key = full_key(right)
    given, last = plain(right).split()[0], surname(right)
    if is_full(wrong):
        if full_key(wrong) != key:
            yield full_key(wrong), key
    elif plain(wrong) not in (given, last):
        alike = _alike(plain(wrong), last)
        yield (f"{given} {plain(wrong)}" if alike else f"{plain(wrong)} {last}"), key


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(a=one, b=other, autojunk=False).ratio() >= LIKE
