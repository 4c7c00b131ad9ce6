"""A plan to speak and the settled reports in, the words by which it was done out.

Who was to speak to the press on a day has done so if a report of that day or the next tells what he told a
news conference. What he wrote, or told somebody else, may be it, and tells nothing.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.model.annotation import Quotation
from onrecord.model.record import Outcome
from onrecord.model.span import Span
from onrecord.record.about import around
from onrecord.record.aftermath_facts import Facts, facts_of
from onrecord.record.aftermath_sentences import phrase_of, phrases
from onrecord.record.settled import Settled

FINDER: Final = "spoken/1"
SURE: Final = 0.7  # confidence of an outcome that rests on a phrase
NEXT: Final = timedelta(days=1)  # after a plan's day, in which a report tells what was said on it
SOON: Final = timedelta(days=3)  # the same, of what may have been
BESIDE: Final = 60  # code points after the word of saying among which it is told where or to whom


def spoken(plan: EventGroup, settled: Settled) -> Outcome | None:
    """Return that who was to speak spoke, by the first words told to those to whom he was to."""
    facts = facts_of(plan, settled)
    if not facts.actors | facts.people:
        return None
    for quotation in _said(facts, settled, within=NEXT):
        heard = _audiences(_beside(quotation, settled))
        meant = _meant(facts, settled)
        if heard and (heard & meant or not meant) and _may_be_of_day(quotation, facts):
            sentence, _ = around(settled.material.by_id[quotation.report], quotation.span)
            support = settled.wording(quotation.report, sentence, finder=FINDER, confidence=SURE)
            return Outcome(state="held", to=None, up_to=None, support=(support,))
    return None


def may_be_spoken(plan: EventGroup, settled: Settled) -> bool:
    """Whether who was to speak said anything soon after; where it isn't known who, whether anybody did."""
    facts = facts_of(plan, settled)
    meant = _meant(facts, settled)
    said = _said(facts, settled, within=SOON)
    return any(facts.actors | facts.people or _audiences(_beside(each, settled)) & meant for each in said)


def _meant(facts: Facts, settled: Settled) -> frozenset[str]:
    """Return to whom somebody was to speak."""
    clauses = (clause.of(_text(report, settled)) for report, clause in facts.told)
    return frozenset().union(*map(_audiences, clauses))


def _said(facts: Facts, settled: Settled, *, within: timedelta) -> Iterator[Quotation]:
    """Yield what those who were to speak said in reports of the plan's day, or of soon after."""
    whom = facts.actors | facts.people  # also whoever is to be heard
    window, speech = facts.window, any(doing.speech for doing in facts.doings)
    if window is None or not speech:
        return
    told = {report for report, _ in facts.told}
    for report in settled.material.reports:
        day = report.published.date if report.published is not None else None
        out = day.last if day is not None else None
        if out is None or not window[0] <= out <= window[1] + within or report.id in told:
            continue
        for quotation in settled.material.found[report.id].quotations:
            speakers = frozenset(settled.entities.of(quotation.speakers))
            if not whom or whom & speakers:
                yield quotation


def _may_be_of_day(quotation: Quotation, facts: Facts) -> bool:
    """Whether words may have been said on the plan's day, as far as it is told when."""
    day = quotation.said.date if quotation.said is not None else None
    return day is None or facts.day is None or day.may_be(facts.day)


def _beside(quotation: Quotation, settled: Settled) -> str:
    """Return what a report tells of to whom, by what and where something was said."""
    text, cue = _text(quotation.report, settled), quotation.cue
    spans: list[Span | None] = [quotation.to, quotation.medium, quotation.where]
    told = [span.of(text) for span in spans if span is not None]
    if cue is not None:
        ends = [piece.start for piece in quotation.content if piece.start >= cue.end]
        told.append(re.split(r"[.;:“”\"]", text[cue.end : min([cue.end + BESIDE, *ends])])[0])
    return " ".join(told)


def _audiences(words: str) -> frozenset[str]:
    """Return to whom something is said: the press, a parliament, everybody, those on one's side."""
    return frozenset(name for name in phrases()["audiences"] if phrase_of(name).search(words))


def _text(report: str, settled: Settled) -> str:
    return settled.material.by_id[report].text
