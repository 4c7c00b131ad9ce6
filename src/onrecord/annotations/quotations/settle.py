"""All drafts in, quotations that don't contradict each other out: overlaps resolved in one place.

Total order: direct before indirect, then the surer rule, the longer content, the place. One cue
gives one quotation; words that are quoted directly aren't another's indirect words.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from onrecord.annotations.quotations.confidence import confidence_of
from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_words

CUTOFF: Final = 0.65
"""The confidence from which `read` keeps a quotation: chosen on development data so that of those with a
speaker at least 85 in 100 are right in speaker and content."""

RELAYED: Final = frozenset(
    {"that:say", "that:tell", "that:write", "whether:say", "whether:tell", "aside:words"}
)
"""Rules whose drafts are kept within another's content."""

BIDDEN: Final = frozenset({"to:order", "to:will", "to:ask"})
"""Rules whose drafts are kept within another's content where they are told as gone by: "had told him to"."""

SLACK: Final = 6
"""Code points by which a relay may fall short of what holds it ("that ", a closing mark)."""

QUOTED: Final = "/quoted"
"""What the rule of a clause that is reported within quoted words ends in."""

WINDOW: Final = 12
"""How many pieces of content back a holder is looked for."""


def settle(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts to keep, in order of place."""
    kept: list[Draft] = []
    taken: set[int] = set()
    pieces: set[tuple[int, int]] = set()
    for draft in sorted(_merged(drafts), key=_rank):
        if draft.verb is not None and draft.verb.i in taken:
            continue
        if any((p.start, p.end) in pieces for p in draft.content):
            continue
        kept.append(draft)
        pieces.update((p.start, p.end) for p in draft.content)
        if draft.verb is not None:
            taken.add(draft.verb.i)
    return _outer_and_relays(sorted(kept, key=lambda draft: (draft.span, draft.rule)))


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts with clause and quoted words of one verb together: "He said it was over: “…”"."""
    direct: dict[int, Draft] = {}
    others: list[Draft] = []
    for draft in drafts:
        if draft.verb is not None and draft.rule.startswith("direct-before"):
            direct[draft.verb.i] = draft
        else:
            others.append(draft)
    kept = []
    for draft in others:
        at = -1 if draft.verb is None else draft.verb.i
        quoted = direct.get(at)
        clause = draft.rule.startswith(("that", "around"))
        if quoted is not None and clause and draft.span.end <= quoted.span.start:
            direct[at] = replace(quoted, kind="mixed", content=(*draft.content, *quoted.content))
        else:
            kept.append(draft)
    return [*kept, *direct.values()]


def _outer_and_relays(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that stand by themselves, and of those within another's content the relays.

    Within "A said that B had told C that …" B's words are a relay by A; within "A said that B wants …" what B
    wants is A's claim and no quotation of B.
    """
    outer = _Holders(drafts)
    settled: list[Draft] = []
    holders = (outer.of(draft) for draft in drafts if draft.rule.startswith("direct"))
    passing = {id(holder) for holder in holders if holder is not None and holder.rule == "according"}
    drafts = [draft for draft in drafts if id(draft) not in passing]
    held = [(draft, outer.of(draft)) for draft in drafts]
    passing = {id(holder) for draft, holder in held if holder is not None and _only_passes_on(holder, draft)}
    for draft, holder in held:
        if id(draft) in passing:
            continue
        if holder is not None and draft.rule.startswith("direct") and _passes_on_words(holder, draft):
            settled.append(replace(draft, via=holder))
        elif holder is None:
            settled.append(draft)
        elif draft.rule.split("/")[0] in RELAYED:
            settled.append(replace(draft, via=holder))
        elif draft.rule.split("/")[0] in BIDDEN and _is_gone_by(draft):
            settled.append(replace(draft, via=holder, rule=f"{draft.rule.split('/')[0]}/relayed"))
    return [draft for draft in settled if draft.via is not None or not draft.rule.endswith(QUOTED)]


def _is_gone_by(draft: Draft) -> bool:
    """Whether somebody is told to have asked or promised something before, in words or on a day told.

    "He had told him to “wait”", "she had threatened on May 4 to leave".
    """
    verb = draft.verb
    if verb is None or not any(
        child.dep_ == "aux" and child.lower_ in quotation_words("settle.had") for child in verb.children
    ):
        return False
    told = (token for child in verb.children for token in (child, *child.children))
    days = (token for token in told if token.ent_type_ == "DATE" and token.idx < draft.span.start)
    return draft.kind == "mixed" or next(days, None) is not None


def _passes_on_words(holder: Draft, draft: Draft) -> bool:
    """Whether one passes on another's quoted words: "according to …", "state radio quoted her as saying"."""
    return holder.rule == "according" or _quotes(holder, draft)


def _quotes(holder: Draft, draft: Draft) -> bool:
    """Whether one's verb says that another is quoted, as saying what the draft holds."""
    return (
        holder.verb is not None
        and draft.verb is not None
        and holder.verb.lower_ in english().quoting
        and draft.verb.i > 0
        and draft.verb.nbor(-1).lower_ == "as"
    )


def _only_passes_on(holder: Draft, draft: Draft) -> bool:
    """Whether all that one reports is that another said it: "Hale said it was over, the Courier reported"."""
    if draft.speaker is None or holder.verb is None:
        return False
    if _quotes(holder, draft):
        return True
    if not holder.verb.lower_.startswith("report"):
        return False
    first = min(draft.speaker.words.start, draft.span.start)
    return (
        draft.rule.split("/")[0] in RELAYED
        and first <= holder.span.start + SLACK
        and draft.span.end >= holder.span.end - SLACK
    )


class _Holders:
    """Whose content a cue stands in."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._pieces = sorted(
            ((p.start, p.end, n) for n, d in enumerate(drafts) for p in d.content),
            key=lambda row: (row[0], -row[1]),
        )
        self._starts = [row[0] for row in self._pieces]
        self._drafts = drafts

    def of(self, draft: Draft) -> Draft | None:
        """Return the nearest draft whose content holds this one's cue."""
        if draft.cue is None:
            return None
        at = bisect_right(self._starts, draft.cue.start) - 1
        for start, end, n in reversed(self._pieces[max(0, at - WINDOW) : at + 1]):
            if start <= draft.cue.start < end and self._drafts[n] is not draft:
                return self._drafts[n]
        return None


def _rank(draft: Draft) -> tuple[bool, float, int, int, str]:
    return (
        draft.kind == "indirect" or not draft.rule.startswith("direct"),
        -confidence_of(draft),
        -sum(len(piece) for piece in draft.content),
        draft.content[0].start,
        draft.rule,
    )
