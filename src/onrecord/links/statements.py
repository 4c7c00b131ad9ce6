"""Quotations in, statements out: who said what on one occasion, in which wordings.

In one report the quotations of one speaker make one variant unless the words tell of two days, places or
media. Variants of several reports are one statement when their speaker is one, their days can be one, and
they share words: eight or more direct words in a run, or most of the words that carry meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.links.entities import Entities
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.words import content_words, held_in, longest_run, words_of
from onrecord.model.annotation import Quotation
from onrecord.model.report import Report
from onrecord.model.when import When

RUN = 6  # words in a row that two renderings of one sentence share; fewer are set phrases
UNNAMED_RUN = 8  # words in a row where one of two reports leaves the speaker open
SHARE = 0.6  # of the meaning words of the shorter rendering, at least FEWEST of them
FEWEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One report's quotations of one speaker on one occasion, in order of place."""

    report: str
    quotations: tuple[Quotation, ...]
    speakers: tuple[str, ...]
    said: When | None
    words: tuple[str, ...]
    meaning: frozenset[str]

    @property
    def id(self) -> str:
        """The founding quotation's id."""
        return self.quotations[0].id


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGroup:
    """Renderings that are one statement; the first founds it."""

    renderings: tuple[Rendering, ...]

    @property
    def quotations(self) -> tuple[str, ...]:
        """The ids of all quotations."""
        return tuple(quotation.id for rendering in self.renderings for quotation in rendering.quotations)


def settle_statements(material: Material, entities: Entities) -> tuple[StatementGroup, ...]:
    """Return the statements of a storyline, in founding order."""
    renderings = [r for report in material.reports for r in find_renderings(report, material, entities)]
    renderings.sort(key=lambda r: material.order(r.report, r.quotations[0].span.start))
    by_id = {rendering.id: rendering for rendering in renderings}
    rank = {rendering.id: place for place, rendering in enumerate(renderings)}
    links = [
        (score, first.id, second.id)
        for place, first in enumerate(renderings)
        for second in renderings[place + 1 :]
        if (score := likeness(first, second)) > 0
    ]
    settled = settle(
        [r.id for r in renderings],
        links,
        rank=rank,
        may_meet=lambda left, right: _may_meet([by_id[i] for i in left], [by_id[i] for i in right]),
        bonds=material.ruled.bonds({q.id: r.id for r in renderings for q in r.quotations}),
    )
    groups = (StatementGroup(renderings=tuple(by_id[i] for i in group)) for group in settled)
    return tuple(group for group in groups if material.ruled.wrong.isdisjoint(group.quotations))


def find_renderings(report: Report, material: Material, entities: Entities) -> list[Rendering]:
    """Return the quotations of one report, gathered by speaker and occasion.

    Indirect speech of an unknown speaker is left out: nobody stands for it.
    """
    open_runs: list[list[Quotation]] = []
    for quotation in sorted(material.found[report.id].quotations, key=lambda q: q.span):
        speakers = entities.of(quotation.speakers)
        if (not speakers and quotation.kind == "indirect") or quotation.id in material.ruled.struck:
            continue
        runs = (run for run in reversed(open_runs) if _goes_on(run, quotation, entities))
        run = next((r for r in runs if not material.ruled.apart((q.id for q in r), quotation.id)), None)
        if run is None:
            open_runs.append([quotation])
        else:
            run.append(quotation)
    return [_rendering(report, run, entities) for run in open_runs]


def _goes_on(run: Sequence[Quotation], quotation: Quotation, entities: Entities) -> bool:
    """Whether a quotation belongs to the occasion that a run of quotations is of."""
    last = run[-1]
    if quotation.continues is not None and quotation.continues in {q.id for q in run}:
        return True
    speakers = entities.of(quotation.speakers)
    if not speakers or speakers != entities.of(last.speakers) or quotation.via != last.via:
        return False
    days = [q.said.edtf for q in run if q.said is not None and q.said.basis != "bounded"]
    if quotation.said is not None and quotation.said.basis != "bounded":
        return quotation.said.edtf in days if days else False
    return True


def _rendering(report: Report, run: Sequence[Quotation], entities: Entities) -> Rendering:
    told = [q.said for q in run if q.said is not None]
    firm = [when for when in told if when.basis not in ("bounded", "open")]
    words = [word for q in run for span in q.content for word in words_of(span.of(report.text))]
    return Rendering(
        report=report.id,
        quotations=tuple(run),
        speakers=entities.of(run[0].speakers),
        said=next(iter(firm or told), None),
        words=tuple(words),
        meaning=content_words(words),
    )


def likeness(first: Rendering, second: Rendering) -> float:
    """Return how surely two renderings are of one statement: 0 where they aren't."""
    if first.report == second.report or not days_agree(first.said, second.said):
        return 0.0
    run = longest_run(first.words, second.words)
    shared = held_in(first.meaning, second.meaning)
    fewest = min(len(first.meaning), len(second.meaning))
    # Whom one report leaves open, another may name: the same words, many in a row, are one utterance.
    one_open = not first.speakers or not second.speakers
    if first.speakers != second.speakers and (not one_open or run < UNNAMED_RUN):
        return 0.0
    if run >= RUN or (shared >= SHARE and fewest >= FEWEST):
        return round(min(1.0, 0.5 * shared + 0.05 * min(run, 10)), 3)
    return 0.0


def days_agree(first: When | None, second: When | None) -> bool:
    """Whether two statements can have been made on one day, as far as the words tell."""
    if first is None or second is None or first.date is None or second.date is None:
        return True
    return first.date.may_be(second.date)


def _may_meet(left: Sequence[Rendering], right: Sequence[Rendering]) -> bool:
    """Whether all days can be one day, and no two speakers would become one."""
    speakers = {rendering.speakers for rendering in (*left, *right) if rendering.speakers}
    return len(speakers) <= 1 and all(days_agree(a.said, b.said) for a in left for b in right)
