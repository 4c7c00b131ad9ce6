"""A parsed report and its mentions in, quotations out: the flow of the rules on one page."""

from collections.abc import Iterator, Mapping

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.according import find_according
from onrecord.annotations.quotations.answers import find_answers
from onrecord.annotations.quotations.asides import find_asides
from onrecord.annotations.quotations.circumstances import circumstances_of
from onrecord.annotations.quotations.confidence import confidence_of
from onrecord.annotations.quotations.continued import find_continued
from onrecord.annotations.quotations.direct import find_direct
from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.indirect import find_indirect
from onrecord.annotations.quotations.issuers import with_issuer
from onrecord.annotations.quotations.labelled import find_labelled
from onrecord.annotations.quotations.nominal import find_nominal
from onrecord.annotations.quotations.pronouns import (
    body_meant,
    is_body_pronoun,
    paper_meant,
    speaks_on,
    stands_for,
)
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.settle import CUTOFF, settle
from onrecord.annotations.quotations.who import mentions_of
from onrecord.model.annotation import Found, Quotation
from onrecord.model.ids import make_id

FINDER = "quotations.rules/8"


def find(parsed: Parsed, found: Found) -> Iterator[Quotation]:
    """Yield the quotations that `read` keeps: those at or above the cut-off, in order of place."""
    return (quotation for quotation in find_all(parsed, found) if quotation.confidence >= CUTOFF)


def find_all(parsed: Parsed, found: Found) -> Iterator[Quotation]:
    """Yield all quotations, however unsure, in order of place."""
    reading = Reading.of(parsed)
    drafts = drafts_of(reading)
    ids = {id(draft): quotation_id(parsed, draft) for draft in drafts}
    before: Draft | None = None
    for draft in drafts:
        quotation = _quotation(reading, found, draft, ids, before)
        if quotation.kind != "direct" and not quotation.speakers and _is_it(draft):
            continue  # "it says" and "it warned" of which nobody is known to speak
        yield quotation
        before = draft if draft.speaker is not None and not _is_it(draft) else before


def _is_it(draft: Draft) -> bool:
    return draft.speaker is not None and is_body_pronoun(draft.speaker.head)


def quotation_id(parsed: Parsed, draft: Draft) -> str:
    """Return the id of a draft's quotation: of its report, content and cue."""
    cue = -1 if draft.cue is None else draft.cue.start
    return make_id("quotation", parsed.report.id, draft.span.start, draft.span.end, cue)


def drafts_of(reading: Reading) -> list[Draft]:
    """Return the settled drafts of all rules, in order of place."""
    finders = (find_direct, find_indirect, find_according, find_nominal, find_labelled, find_asides)
    drafts = settle(with_issuer(reading, draft) for finder in finders for draft in finder(reading))
    answers = sorted(find_answers(reading, drafts), key=lambda draft: draft.span)
    told = [*drafts, *find_continued(reading, drafts)]
    found = sorted(told, key=lambda draft: (draft.span, draft.rule))
    # Who told it stands before who answers it: the first of two with the same words gives its numbers.
    return sorted([*found, *answers], key=lambda draft: draft.span)


def _speakers(reading: Reading, draft: Draft, found: Found, before: Draft | None) -> tuple[str, ...]:
    """Return who speaks: as printed, or for a pronoun the one whom it stands for beside its cue.

    `before` is the last quotation before it that has a speaker.
    """
    if (body := body_meant(reading, draft, before, found.mentions)) is not None:
        return (body.id,)
    printed = mentions_of(draft.speaker, found.mentions, reading.text)
    if draft.speaker is None or len(printed) != 1 or draft.speaker.head.pos_ != "PRON":
        return printed
    meant = stands_for(reading, draft, before, found.mentions) or speaks_on(
        reading, draft, before, found.mentions
    )
    return printed if meant is None else (meant.id,)


def _quotation(
    reading: Reading, found: Found, draft: Draft, ids: Mapping[int, str], before: Draft | None
) -> Quotation:
    report = reading.parsed.report.id
    around = circumstances_of(draft, found.timexes)
    speakers = _speakers(reading, draft, found, before)
    return Quotation(
        id=ids[id(draft)],
        report=report,
        span=draft.span,
        kind=draft.kind,
        content=draft.content,
        cue=draft.cue,
        speaker_words=draft.speaker.words if draft.speaker else None,
        speakers=speakers,
        reason=draft.reason,
        finder=FINDER,
        confidence=confidence_of(draft),
        to=around.to,
        medium=around.medium or paper_meant(reading, draft),
        where=around.where,
        said=around.said,
        via=_via(reading, draft, found, speakers),
        continues=None if draft.follows is None else ids.get(id(draft.follows)),
    )


def _via(reading: Reading, draft: Draft, found: Found, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Return who passes it on; nobody passes on what he says himself ("said it was over, and denied …")."""
    if draft.via is None:
        return ()
    passing = mentions_of(draft.via.speaker, found.mentions, reading.text)
    chains = {mention.id: mention.chain or mention.id for mention in found.mentions}
    same = {chains[one] for one in passing} == {chains[one] for one in speakers}
    return () if same else passing
