"""A view and some reports in, what else their record hangs on out: rulings, and the states they revise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.links.ruled import NOTHING_RULED, Ruled
from onrecord.model.annotation import Found
from onrecord.model.record import Judgement
from onrecord.model.report import Report
from onrecord.record.rulings import newest, resolve
from onrecord.record.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a record hangs on beside its reports.

    Attributes:
        copies: of each set of copies, the share of each report that is copy, from 0 to 1.
        ruled: what a person has ruled on their annotations.
        earlier: the states that the reports revise, directly or by others, oldest first.
        found: annotations of those, by report.
    """

    copies: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    ruled: Ruled = NOTHING_RULED
    earlier: tuple[Report, ...] = ()
    found: Mapping[str, Found] = field(default_factory=dict)


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The same by name: the rulings, and the ids of the states that the reports revise."""

    judgements: Sequence[Judgement]
    earlier: Sequence[str]


def named_beside(view: View, members: Sequence[str]) -> Named:
    """Return by name what the record of some reports hangs on beside them."""
    return Named(judgements=_own(view, members), earlier=_earlier(view, members))


def beside(view: View, named: Named, copies: Mapping[str, Mapping[str, float]]) -> Beside:
    """Return what is named, with the sets of copies."""
    states = view.reports(named.earlier) if named.earlier else ()
    return Beside(
        copies=copies,
        ruled=resolve(view, named.judgements).ruled,
        earlier=tuple(sorted(states, key=lambda report: (report.revision, report.id))),
        found=view.annotations(named.earlier) if named.earlier else {},
    )


def key_beside(view: View, named: Named) -> tuple[object, ...]:
    """Return what tells whether that is still the same; plain values, for a cache's key."""
    return (named.judgements, [(state, view.finders(state)) for state in named.earlier])


def _own(view: View, members: Iterable[str]) -> list[Judgement]:
    """Return the judgements of which some span is found in these reports, or in a state they revise."""
    judgements = [judgement for judgement in view.judgements() if not judgement.undone]
    if not judgements:
        return []
    inside = frozenset(members)
    now = newest(view, {span.report for judgement in judgements for span in judgement.spans})
    return [j for j in judgements if any(now.get(span.report) in inside for span in j.spans)]


def _earlier(view: View, members: Iterable[str]) -> list[str]:
    """Return the states that some reports revise, directly or by others."""
    found: list[str] = []
    wanted = sorted(members)
    while wanted := sorted(view.before(wanted).values()):
        found += wanted
    return found
