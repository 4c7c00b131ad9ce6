"""A little invented record, made by hand: three reports on a lighthouse and its bell."""

import re
from dataclasses import replace
from typing import Any

from onrecord.model.ids import make_id
from onrecord.model.record import (
    Copies,
    CopyShare,
    Difference,
    Entity,
    Event,
    EventParticipant,
    Figure,
    HistoryStep,
    Origin,
    Outcome,
    Piece,
    Reading,
    Record,
    ReportLine,
    Role,
    Side,
    Statement,
    Story,
    Storyline,
    Support,
    Variant,
)  # fmt: skip
from onrecord.model.report import Problem, Report
from onrecord.model.span import Passage
from onrecord.model.when import When
from tests.support import make_report

BEACON = make_report(
    "The bell of Skerry Light fell silent on Tuesday. “We will ring it again by hand,” keeper Mara Voss"
    " told reporters. At least 40 boats stayed in port, the harbour office said.\n"
    "The keepers and the harbour office will meet on 12 June, a harbour official said."
    " The light was built in 1871.",
    headline="Bell of Skerry Light falls silent",
    published="2026-06-03",
    outlet="Skerry Beacon",
    address="beacon.txt",
)
TIDE = make_report(
    "“We will ring it again with our hands,” said Ms Voss."
    " Some 60 boats stayed in port, the fishers’ guild said.\n"
    "The harbour office denied that it had cut the rope.",
    headline="Keepers vow to ring <b>by hand</b>",
    published="2026-06-04",
    outlet="The Tide",
    address="https://tide.example/bell",
)
COPY = make_report(
    "The bell of Skerry Light fell silent on Tuesday. A vigil was planned for Wednesday, the guild said.",
    published="2026-06-05",
    outlet="Morning Oar",
    address="oar.txt",
)


def passage(report: Report, words: str) -> Passage:
    """Return where words stand in a report."""
    found = re.search(re.escape(words), report.text)
    assert found is not None, words
    return Passage(report=report.id, start=found.start(), end=found.end(), text=words)


def origin_id(report: Report) -> str:
    return make_id("origin", (BEACON if report is COPY else report).outlet or "")


def support(
    report: Report, words: str, *, by: tuple[str, ...] = (), voice: Any = None, **rest: Any
) -> Support:
    """Return a support by a report's words; attributed where somebody is cited."""
    return Support(
        span=passage(report, words),
        voice=voice or ("attributed" if by else "own"),
        given_by=by,
        via=(),
        origin=origin_id(report),
        from_="body",
        finder="event_mentions.rules/1",
        confidence=rest.get("confidence", 0.9),
    )


def entity(name: str, kind: Any, *mentions: Passage, **rest: Any) -> Entity:
    first = mentions[0]
    return Entity(
        id=make_id("name", first.report, first.start, first.end),
        formerly=(),
        name=name,
        kind=kind,
        aliases=rest.get("aliases", ()),
        roles=rest.get("roles", ()),
        mentions=mentions,
        perhaps=rest.get("perhaps", ()),
        place=None,
    )


VOSS = entity(
    "Mara Voss", "person", passage(BEACON, "Mara Voss"), passage(TIDE, "Ms Voss"), aliases=("Ms Voss",),
    roles=(Role(role="keeper", when=None, span=passage(BEACON, "keeper")),),
)  # fmt: skip
OFFICE = entity("harbour office", "organization", passage(BEACON, "the harbour office"))
GUILD = entity("fishers’ guild", "organization", passage(TIDE, "the fishers’ guild"))
OFFICIAL = entity("a harbour official", "unnamed", passage(BEACON, "a harbour official"))


def event(label: str, supports: tuple[Support, ...], **rest: Any) -> Event:
    first = supports[0].span
    reports = tuple(dict.fromkeys(s.span.report for s in supports))
    return Event(
        id=make_id("event", first.report, first.start, first.end),
        formerly=(),
        type=None,
        label=label,
        when=rest.get("when"),
        place=None,
        where=None,
        participants=rest.get("participants", ()),
        modality=rest.get("modality", "happened"),
        background=rest.get("background", False),
        part_of=None,
        outcome=rest.get("outcome"),
        standing=rest.get("standing", "one-origin"),
        givers=tuple(dict.fromkeys(g for s in supports for g in s.given_by)),
        origins_for=tuple(dict.fromkeys(s.origin for s in supports)),
        origins_against=rest.get("against", ()),
        history=tuple(
            HistoryStep(report=r, what="first" if place == 0 else "repeats")
            for place, r in enumerate(reports)
        ),
        support=supports,
    )


def when(edtf: str | None, basis: Any = "resolved", **rest: Any) -> When:
    return When(edtf=edtf, basis=basis, **rest)


SILENT = event(
    "The bell of Skerry Light fell silent on Tuesday",
    (
        support(BEACON, "The bell of Skerry Light fell silent on Tuesday"),
        support(COPY, "The bell of Skerry Light fell silent on Tuesday"),
    ),
    when=when("2026-06-02", printed="on Tuesday", rule="weekday-past", anchor="2026-06-03"),
)
MEETING = event(
    "The keepers and the harbour office will meet on 12 June",
    (support(BEACON, "The keepers and the harbour office will meet on 12 June", by=(OFFICIAL.id,)),),
    modality="planned",
    when=when("2026-06-12", printed="12 June"),
    outcome=Outcome(state="pending", to=None, up_to=None, support=()),
    participants=(EventParticipant(entity=OFFICE.id, role="party"),),
)
VIGIL = event(
    "A vigil was planned for Wednesday",
    (support(COPY, "A vigil was planned for Wednesday", by=(GUILD.id,)),),
    modality="planned",
    when=when("2026-06-03"),
    outcome=Outcome(state="no-report", to=None, up_to="2026-06-05", support=()),
)
ROPE = event(
    "it had cut the rope",
    (support(TIDE, "it had cut the rope", by=(OFFICE.id,)),),
    modality="denied",
    when=when("../2026-06-04", "bounded", reason="told in the past tense in a report of 4 June"),
    against=(make_id("origin", "The Tide"),),
)
BUILT = event(
    "The light was built in 1871", (support(BEACON, "The light was built in 1871"),), background=True,
    when=when("1871", "stated", printed="1871"),
)  # fmt: skip


def variant(report: Report, words: str, relation: Any, differs: tuple[str, ...] = ()) -> Variant:
    return Variant(
        report=report.id,
        pieces=(
            Piece(
                kind="direct",
                content=(passage(report, words),),
                speaker_words=passage(report, "Voss"),
                cue=None,
            ),
        ),
        relation=relation,
        differs=tuple(passage(report, each) for each in differs),
        origin=origin_id(report),
        finder="quotations.rules/1",
        confidence=0.9,
    )


_RING = passage(BEACON, "We will ring it again by hand,")
RING = Statement(
    id=make_id("quotation", _RING.report, _RING.start, _RING.end),
    formerly=(),
    speakers=(VOSS.id,),
    via=(),
    speaker_kind="named",
    said=when(
        "../2026-06-03", "bounded", reason="no words tell the day; the first report of it is of 2026-06-03"
    ),
    to="reporters",
    medium=None,
    where=None,
    variants=(
        variant(BEACON, "We will ring it again by hand,", "first"),
        variant(TIDE, "We will ring it again with our hands,", "reworded", ("with our hands",)),
    ),
    standing="several-origins",
)


def reading(report: Report, printed: str, clause: str, by: Entity, **rest: Any) -> Reading:
    number = passage(report, printed)
    return Reading(
        id=make_id("figure", number.report, number.start, number.end),
        printed=printed,
        low=rest["low"],
        high=rest.get("high"),
        hedge=rest["hedge"],
        as_of=when(rest["day"], "inferred", reason="the day of the report"),
        replaces=None,
        support=support(report, clause, by=(by.id,)),
    )


FORTY = reading(
    BEACON, "At least 40", "At least 40 boats stayed in port, the harbour office said", OFFICE, low=40.0,
    hedge="at-least", day="2026-06-03",
)  # fmt: skip
SIXTY = reading(
    TIDE, "Some 60", "Some 60 boats stayed in port, the fishers’ guild said", GUILD, low=60.0, high=60.0,
    hedge="about", day="2026-06-03",
)  # fmt: skip
BOATS = Figure(
    id=FORTY.id, formerly=(), counts="boats in port", unit="", event=None, part_of=None, since=None,
    readings=(FORTY, SIXTY),
)  # fmt: skip


def wording_side(report: Report, words: str) -> Side:
    return Side(claim=words, items=(RING.id,), support=(support(report, words),))


def a_record() -> Record:
    """Return the record."""
    story, line = make_id("story", BEACON.id), make_id("storyline", BEACON.id)
    reports = [replace(report, read=number) for number, report in enumerate((BEACON, TIDE, COPY), start=1)]
    ids = tuple(report.id for report in reports)
    return Record(
        made_at="",
        as_of=None,
        as_read=None,
        versions=(("onrecord", "0.1.0"),),
        reports=tuple(
            ReportLine(report=new, origin=origin_id(old))
            for new, old in zip(reports, (BEACON, TIDE, COPY), strict=True)
        ),
        origins=tuple(
            Origin(
                id=origin_id(each), kind="outlet", name=each.outlet or "", reason="no tie", evidence=None
            )
            for each in (BEACON, TIDE)
        ),
        copies=(
            Copies(
                id=make_id("copies", BEACON.id),
                original=BEACON.id,
                reports=(CopyShare(report=BEACON.id, share=0.4), CopyShare(report=COPY.id, share=0.6)),
                reason="runs of five words",
            ),
        ),
        stories=(
            Story(
                id=story, title="Bell of Skerry Light falls silent", reports=ids, storyline=line,
                focus=SILENT.id, first="2026-06-03", last="2026-06-05",
            ),
        ),
        storylines=(Storyline(id=line, title="Bell of Skerry Light falls silent", stories=(story,)),),
        entities=(VOSS, OFFICE, GUILD, OFFICIAL),
        statements=(RING,),
        events=(SILENT, MEETING, VIGIL, ROPE, BUILT),
        figures=(BOATS,),
        differences=(
            Difference(
                id=make_id("difference", "1"), kind="figure", about=BOATS.id, verdict="conflict",
                reason="readings for 2026-06-03 that can't both hold",
                sides=(
                    Side(claim="At least 40 (boats in port)", items=(FORTY.id,), support=(FORTY.support,)),
                    Side(claim="Some 60 (boats in port)", items=(SIXTY.id,), support=(SIXTY.support,)),
                ),
            ),
            Difference(
                id=make_id("difference", "2"), kind="wording", about=RING.id, verdict="wording",
                reason="'by hand' / 'with our hands'",
                sides=(wording_side(BEACON, "by hand"), wording_side(TIDE, "with our hands")),
            ),
        ),
        problems=(
            Problem(report=None, address="fog.txt", kind="empty", message="the file is empty", span=None),
        ),
    )  # fmt: skip
