"""What is exported in, tidy tables out: one for each kind of thing, one row for each thing, one value a cell.

Rows point to each other by ids. Several values that belong to one thing have a table of their own
(`participants`, `evidence`, `mentions`), or, where they are only read with it, stand in one cell (`a; b`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from onrecord.model.when import When
from onrecord.views.days import day_of
from onrecord.views.exports.exported import Exported, first_day, last_day

Sort = Literal["text", "int", "float", "bool"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name, its columns in order with their sorts, and its rows."""

    name: str
    columns: tuple[tuple[str, Sort], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a table is made: `columns` are names parted by blanks, with `:sort` where it isn't text."""

    name: str
    columns: str
    rows: Callable[[Exported], Iterable[Row]]

    def made(self, given: Exported) -> Table:
        """Return the table of what is exported."""
        return Table(name=self.name, columns=tuple(_columns(self.columns)), rows=tuple(self.rows(given)))


WHEN: Final = "{0} {0}_words {0}_first {0}_last {0}_basis {0}_printed"
"""The columns of a day."""


def tables(given: Exported) -> tuple[Table, ...]:
    """Return all tables, in the order of the record."""
    from onrecord.views.exports.tables_of_lines import LINES
    from onrecord.views.exports.tables_of_reports import REPORTS

    return tuple(plan.made(given) for plan in (*REPORTS, *LINES))


def when_cells(name: str, when: When | None, given: Exported) -> dict[str, Any]:
    """Return the cells of a day: its EDTF, its words, its limits, how far it is known, what is printed."""
    return {
        name: when.edtf if when else None,
        f"{name}_words": day_of(when).words if when else None,
        f"{name}_first": first_day(when),
        f"{name}_last": last_day(when),
        f"{name}_basis": when.basis if when else None,
        f"{name}_printed": when.printed if when and given.texts != "none" else None,
    }


def _columns(columns: str) -> Iterator[tuple[str, Sort]]:
    sorts: dict[str, Sort] = {"": "text", "int": "int", "float": "float", "bool": "bool"}
    for each in columns.split():
        name, _, sort = each.partition(":")
        yield name, sorts[sort]
