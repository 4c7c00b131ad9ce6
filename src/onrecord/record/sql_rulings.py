"""What stands beside the reports: problems, judgements, composed records, and how many there are."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import select

from onrecord.model.record import Judgement
from onrecord.model.report import Problem
from onrecord.record import codec
from onrecord.record.schema import composed, judgements, problems, tallies
from onrecord.record.sql_base import Part
from onrecord.record.sql_dialect import BODIES, PUT_BODY, answer, chunks, put, upsert

_ORDER: Final = (problems.c.address, problems.c.kind, problems.c.message, problems.c.report)


class RulingReads(Part):
    """What a view says of problems, judgements and composed records."""

    def problems(self, ids: Iterable[str] | None = None) -> tuple[Problem, ...]:
        """Return the problems of some reports, or all, in a fixed order."""
        query = select(problems.c.data, *_ORDER)
        if ids is None:
            rows = list(self._rows(query))
        else:
            chosen = chunks(codec.plain(each) for each in ids)
            rows = [row for chunk in chosen for row in self._rows(query.where(problems.c.report.in_(chunk)))]
        return tuple(codec.decode(Problem, row[0]) for row in sorted(rows, key=lambda row: tuple(row[1:])))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all rulings, oldest first."""
        query = select(judgements.c.data).order_by(judgements.c.at, judgements.c.id)
        return tuple(codec.decode(Judgement, row[0]) for row in self._rows(query))

    def cached(self, group_id: str, key: str) -> bytes | None:
        """Return a composed record kept under this very key, if there is one."""
        query = select(composed.c.body).where(composed.c.id == group_id, composed.c.key == key)
        return self._connection.execute(query).scalar()

    def bodies(self, ids: Iterable[str], key: str) -> Mapping[str, bytes]:
        """Return what is kept of each of these under this very key, of those of which something is."""
        wanted = [codec.plain(each) for each in ids]
        return dict(answer(self._connection, BODIES, key=key, ids=wanted))

    def counts(self) -> Mapping[str, int]:
        """Return how many reports, annotations, problems and judgements are kept."""
        found = {row[0]: row[1] for row in self._rows(select(tallies.c.noun, tallies.c.number))}
        return {noun: found[noun] for noun in ("reports", "annotations", "problems", "judgements")}


class RulingWrites(Part):
    """What a writer does with problems, judgements and composed records."""

    def keep_problem(self, problem: Problem) -> None:
        """Keep what could not be read; the same problem of the same address is kept once."""
        row = {
            "report": codec.plain(problem.report or ""),
            "address": codec.plain(problem.address or ""),
            "kind": codec.plain(problem.kind),
            "message": codec.plain(problem.message),
            "data": codec.encode(problem),
        }
        kept = self._connection.execute(upsert(problems, keep_first=True), row)
        if kept.rowcount:
            self._tally("problems", 1)

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a ruling; one with the same id is overwritten."""
        known = self._connection.execute(
            select(judgements.c.id).where(judgements.c.id == judgement.id)
        ).first()
        row = {"id": judgement.id, "at": codec.plain(judgement.at), "data": codec.encode(judgement)}
        self._connection.execute(upsert(judgements), row)
        if known is None:
            self._tally("judgements", 1)

    def cache(self, group_id: str, key: str, body: bytes) -> None:
        """Keep a composed record in the place of the group's older one."""
        put(self._connection, PUT_BODY, [(group_id, key, body)])
