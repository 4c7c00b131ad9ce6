"""Reports: kept with their read number and revision, and read back as they were."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import and_, select, update

from onrecord.errors import NotOnRecordError
from onrecord.model.report import Report
from onrecord.record import codec
from onrecord.record.clocks import out_by
from onrecord.record.schema import reports, tallies
from onrecord.record.sql_base import Line, Part
from onrecord.record.sql_dialect import FINDERS, REVISING, answer, chunks

_COLUMNS: Final = frozenset({"id", "text", "read", "revision", "revises"})
_BEFORE: Final = reports.alias("before")
_READ: Final = (
    select(
        reports.c.id, reports.c.read, reports.c.revision, reports.c.text, reports.c.exact, reports.c.data,
        _BEFORE.c.id.label("revises"),
    )
    .select_from(reports.outerjoin(_BEFORE, reports.c.revises == _BEFORE.c.read))
)  # fmt: skip

_REVISING: Final = select(reports.c.id, _BEFORE.c.id.label("revises")).join_from(
    reports, _BEFORE, reports.c.revises == _BEFORE.c.read
)


class ReportReads(Part):
    """What a view says of reports."""

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of some report ids that are kept."""
        return frozenset(self._numbers(ids))

    def report(self, report_id: str) -> Report:
        """Return a report; raise NotOnRecordError if there is none."""
        found = self.reports([report_id])
        if not found:
            raise NotOnRecordError(subject=report_id)
        return found[0]

    def reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Return some reports, or all, by read number; unknown ids are passed over."""
        if ids is None:
            return tuple(map(_restored, self._rows(_READ.order_by(reports.c.read))))
        found = [
            _restored(row)
            for chunk in chunks(map(codec.plain, ids))
            for row in self._rows(_READ.where(reports.c.id.in_(chunk)))
        ]
        return tuple(sorted(found, key=lambda report: report.read))

    def latest(self, address: str, location: str | None) -> Report | None:
        """Return the newest revision kept at this location, or address if that is None or a URL."""
        same = reports.c.address == codec.plain(address)
        if location is not None and "://" not in address:
            # The address too: lines of one file change places, with the addresses that they give.
            same = and_(same, reports.c.location == codec.plain(location))
        row = self._connection.execute(_READ.where(same).order_by(reports.c.read.desc()).limit(1)).first()
        return None if row is None else _restored(row)

    def superseded(self) -> frozenset[str]:
        """Return the ids of reports that a later revision replaces."""
        revised = select(reports.c.revises).where(reports.c.revises.is_not(None))
        return frozenset(
            row[0] for row in self._rows(select(reports.c.id).where(reports.c.read.in_(revised)))
        )

    def later(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that a later revision replaces that revision's id."""
        chosen = chunks(codec.plain(each) for each in ids)
        rows = (row for chunk in chosen for row in self._rows(_REVISING.where(_BEFORE.c.id.in_(chunk))))
        return {earlier: later for later, earlier in rows}

    def before(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return of those reports that revise another the id of the state before."""
        return dict(answer(self._connection, REVISING, ids=list(map(codec.plain, ids))))

    def finders(self, report_id: str) -> tuple[str, ...]:
        """Return the names and versions of the annotators that have read a report."""
        row = self._connection.execute(
            select(reports.c.finders).where(reports.c.id == codec.plain(report_id))
        ).first()
        if row is None:
            raise NotOnRecordError(subject=report_id)
        return tuple(json.loads(row[0]))

    def finders_of(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Return the same of several reports, those that are kept."""
        rows = answer(self._connection, FINDERS, ids=list(map(codec.plain, ids)))
        return {each: tuple(json.loads(finders)) for each, finders in rows}

    def outdated(self, finders: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of reports that other finders than these have annotated, by read number.

        A report that none has annotated, being in another language, is not outdated.
        """
        sets = [row[0] for row in self._rows(select(reports.c.finders).distinct())]
        old = [text for text in sets if (names := json.loads(text)) and set(names) != set(finders)]
        query = select(reports.c.id, reports.c.read)
        rows = [row for chunk in chunks(old) for row in self._rows(query.where(reports.c.finders.in_(chunk)))]
        return tuple(row[0] for row in sorted(rows, key=lambda row: row[1]))


class ReportWrites(Part):
    """What a writer does with reports."""

    def _add_report(self, report: Report, before: Report | None, finders: Sequence[str]) -> Report:
        """Keep a new report; return it as kept."""
        self._tally("read", 1)
        self._tally("reports", 1)
        number = self._connection.execute(
            select(tallies.c.number).where(tallies.c.noun == "read")
        ).scalar_one()
        kept = replace(
            report,
            read=number,
            revision=before.revision + 1 if before else 1,
            revises=before.id if before else None,
        )
        now = datetime.now(UTC)
        clocks = {"at": now.isoformat(), "out": out_by(report, before, now).isoformat()}
        row = {**_row(kept, before.read if before else None, finders), **clocks}
        self._connection.execute(reports.insert(), row)
        return kept

    def _set_finders(self, number: int, finders: Sequence[str]) -> None:
        names = json.dumps(list(finders))
        self._connection.execute(update(reports).where(reports.c.read == number).values(finders=names))


def _row(report: Report, revises: int | None, finders: Sequence[str]) -> dict[str, object]:
    text = codec.plain(report.text)
    return {
        "read": report.read,
        "id": report.id,
        "address": codec.plain(report.address),
        "location": _plain(report.location),
        "outlet": _plain(report.outlet),
        "headline": _plain(report.headline),
        "published": report.published.edtf if report.published else None,
        "language": codec.plain(report.language),
        "sha256": report.sha256,
        "revision": report.revision,
        "revises": revises,
        "finders": json.dumps(list(finders)),
        "text": text,
        "exact": None if text == report.text else codec.to_bytes(report.text),
        "data": codec.encode(report, without=_COLUMNS),
    }


def _plain(text: str | None) -> str | None:
    return None if text is None else codec.plain(text)


def _restored(row: Line) -> Report:
    columns = {
        "id": row.id,
        "text": row.text if row.exact is None else codec.from_bytes(row.exact),
        "read": row.read,
        "revision": row.revision,
        "revises": row.revises,
    }
    return codec.decode(Report, row.data, columns=columns)
