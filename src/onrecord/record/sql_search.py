"""Words in, the places that hold them all out.

SQLite's FTS5 finds and ranks (BM25; a headline's words weigh more). It gives a text back with marks around
the words that it found, and from these come the place and the excerpt: the stretch that holds most of
the words asked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Final

from sqlalchemy import TextClause, select, text

from onrecord.record.codec import MARKS, plain
from onrecord.record.schema import annotations, reports
from onrecord.record.sql_base import Line, Part
from onrecord.record.sql_dialect import chunks
from onrecord.record.store import Hit, HitKind

RANKED: Final = 1000
"""How many are ranked, the newest. A word of every report would else be weighed 100,000 times for 20 hits;
1,000 take about 2 ms."""
KINDS: Final[tuple[HitKind, ...]] = ("report", "statement", "event", "person")
NEAR: Final = 160
"""Code points within which words that were found are shown together."""
ASKED: Final = 50
"""How many words are asked for at most; FTS5 refuses more than about 200."""
AROUND: Final = 60
"""Code points shown before and after them."""

_MARKED: Final = re.compile(f"{MARKS[0]}(.*?){MARKS[1]}", re.DOTALL)
_SCORED: Final = (
    "SELECT rowid AS no, {score} AS score FROM {index} WHERE {index} MATCH :words"
    " ORDER BY rowid DESC LIMIT :ranked"
)
_MARKS: Final = (
    "SELECT highlight({index}, {column}, :left, :right) FROM {index}"
    " WHERE {index} MATCH :words AND rowid = :no"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """Questions to one column of an index: the newest rows with their scores; one row's marked words."""

    scored: TextClause
    marked: TextClause


def _index(name: str, column: int, score: str) -> _Index:
    scored = _SCORED.format(index=name, score=score)
    return _Index(scored=text(scored), marked=text(_MARKS.format(index=name, column=column)))


_INDEXES: Final[dict[HitKind, _Index]] = {
    "report": _index("report_words", 1, "bm25(report_words, 4.0, 1.0)"),
    "statement": _index("told_words", 0, "bm25(told_words)"),
    "event": _index("told_words", 1, "bm25(told_words)"),
    "person": _index("told_words", 2, "bm25(told_words)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a text holds the words, counted from its own beginning."""

    start: int
    end: int


class SearchReads(Part):
    """What a view finds by words."""

    def search(self, words: str, *, kind: HitKind | None = None, limit: int = 20) -> tuple[Hit, ...]:
        """Return where words stand, best first; marks and operators in `words` are plain text.

        Without a kind, the best of each kind take turns: their scores can't be compared.
        """
        asked = as_phrases(words)
        if not asked or limit < 1:
            return ()
        ranked = [self._ranked(asked, each, limit) for each in ((kind,) if kind else KINDS)]
        in_turn = [each for each in chain.from_iterable(zip_longest(*ranked)) if each is not None][:limit]
        rows = {
            **self._reports(no for each, no in in_turn if each == "report"),
            **self._told((each, no) for each, no in in_turn if each != "report"),
        }
        return tuple(_hit(each, rows[each, no], self._marked(asked, each, no)) for each, no in in_turn)

    def _ranked(self, asked: str, kind: HitKind, limit: int) -> list[tuple[HitKind, int]]:
        """Return the kind and number of the best rows."""
        values = {"words": _of_kind(asked, kind), "ranked": max(RANKED, limit)}
        scored = self._connection.execute(_INDEXES[kind].scored, values)
        best = sorted((score, -no) for no, score in scored)[:limit]
        return [(kind, -no) for _, no in best]

    def _marked(self, asked: str, kind: HitKind, no: int) -> str:
        values = {"words": _of_kind(asked, kind), "no": no, "left": MARKS[0], "right": MARKS[1]}
        return self._connection.execute(_INDEXES[kind].marked, values).scalar() or ""

    def _reports(self, numbers: Iterable[int]) -> dict[tuple[HitKind, int], Line]:
        query = select(
            reports.c.read, reports.c.id, reports.c.id.label("report"), reports.c.text, reports.c.headline
        )
        return {
            ("report", row.read): row
            for chunk in chunks(numbers)
            for row in self._rows(query.where(reports.c.read.in_(chunk)))
        }

    def _told(self, places: Iterable[tuple[HitKind, int]]) -> dict[tuple[HitKind, int], Line]:
        kinds = {no: kind for kind, no in places}
        query = select(
            annotations.c.no, annotations.c.id, annotations.c.told_start, reports.c.text,
            reports.c.id.label("report"),
        ).join(reports, annotations.c.report == reports.c.read)  # fmt: skip
        return {
            (kinds[row.no], row.no): row
            for chunk in chunks(kinds)
            for row in self._rows(query.where(annotations.c.no.in_(chunk)))
        }


def _of_kind(asked: str, kind: HitKind) -> str:
    return asked if kind == "report" else f"{{{kind}}} : ({asked})"


def as_phrases(words: str) -> str:
    """Return words as a query that asks for all of them, each as it stands.

    Of a whole passage the first different words are asked for: they lead to it as surely as all.
    """
    asked = dict.fromkeys(word for word in plain(words).split() if any(map(str.isalnum, word)))
    return " ".join('"' + word.replace('"', '""') + '"' for word in islice(asked, ASKED))


def _hit(kind: HitKind, row: Line, marked: str) -> Hit:
    place = _best(marked)
    whole, offset = row.text, 0 if kind == "report" else row.told_start
    if place is None:  # the words stand in a headline that came beside the text
        return Hit(kind=kind, id=row.id, report=row.report, start=0, end=0, excerpt=row.headline or "")
    start, end = place.start + offset, place.end + offset
    return Hit(
        kind=kind, id=row.id, report=row.report, start=start, end=end, excerpt=excerpt(whole, start, end)
    )


def _best(marked: str) -> _Place | None:
    """Return the first of the stretches that hold most of the different words found."""
    found = [
        (match.start() - 2 * number, match.end() - 2 * number - 2, match[1].casefold())
        for number, match in enumerate(_MARKED.finditer(marked))
    ]
    best, most, left = None, 0, 0
    for right, (_, end, _) in enumerate(found):
        while end - found[left][0] > NEAR and left < right:
            left += 1
        different = len({word for *_, word in found[left : right + 1][:NEAR]})
        if different > most:
            best, most = _Place(start=found[left][0], end=end), different
    return best


def excerpt(text: str, start: int, end: int) -> str:
    """Return the words around a place on one line, cut between words, with … where something is left out."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    if left:
        blank = re.search(r"\s", text[left:start])
        left = left + blank.end() if blank else start
    if right < len(text):
        tail = re.search(r"\s\S*\Z", text[end:right])
        right = end + tail.start() if tail else end
    words = " ".join(text[left:right].split())
    return f"{'… ' if left else ''}{words}{' …' if right < len(text) else ''}"
