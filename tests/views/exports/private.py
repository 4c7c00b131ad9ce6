"""A little invented record of private persons: a fire in a mill, whom it hurt, who saw it, an arrest."""

from dataclasses import replace
from typing import Any

from onrecord.model.ids import make_id
from onrecord.model.record import (
    Entity,
    Event,
    EventParticipant,
    Piece,
    Record,
    ReportLine,
    Role,
    Statement,
    Story,
    Storyline,
    Variant,
)  # fmt: skip
from onrecord.model.report import Report
from tests.support import make_report
from tests.views.made import entity, event, origin_id, passage, support

MILL = make_report(
    "Tilda Marsh, 41, was injured when the mill at Lowmark burned down on Monday. Oskar Pell, 9, was injured"
    " too, and his mother called for help.\n"
    "“I saw Tilda run from the loft,” said Ines Dray, a witness. Marsh was taken to hospital.\n"
    "Police arrested Rolf Hagen on Tuesday. Mayor Greta Hagen visited the mill. Hagen's office gave no"
    " number.",
    headline="Tilda Marsh hurt in mill fire",
    published="2026-06-03",
    outlet="Lowmark Post",
    address="https://post.example/tilda-marsh",
)


def person(
    name: str, *mentions: str, roles: tuple[str, ...] = (), report: Report = MILL, **rest: Any
) -> Entity:
    """Return a person, mentioned by words of the report, with roles in its words."""
    places = tuple(passage(report, words) for words in mentions or (name,))
    given = tuple(Role(role=words, when=None, span=passage(report, words)) for words in roles)
    return entity(name, "person", *places, roles=given, **rest)


MARSH = person("Tilda Marsh", "Tilda Marsh", "Marsh was", aliases=("Tilda", "Marsh"))
MARSH = replace(MARSH, mentions=(MARSH.mentions[0], passage(MILL, "Marsh")))
OSKAR = person("Oskar Pell")
INES = person("Ines Dray", roles=("a witness",))
ROLF = person("Rolf Hagen")
GRETA = person("Greta Hagen", roles=("Mayor",))


def part(who: Entity, role: Any = "recipient") -> EventParticipant:
    return EventParticipant(entity=who.id, role=role)


HURT = event(
    "Tilda Marsh, 41, was injured when the mill at Lowmark burned down on Monday",
    (support(MILL, "Tilda Marsh, 41, was injured when the mill at Lowmark burned down on Monday"),),
    participants=(part(MARSH),),
)
ARREST = event(
    "Police arrested Rolf Hagen on Tuesday",
    (support(MILL, "Police arrested Rolf Hagen on Tuesday"),),
    participants=(part(ROLF),),
)
VISIT = event(
    "Mayor Greta Hagen visited the mill",
    (support(MILL, "Mayor Greta Hagen visited the mill"),),
    participants=(part(GRETA, "actor"),),
)
_SAW = passage(MILL, "I saw Tilda run from the loft,")
SAW = Statement(
    id=make_id("quotation", _SAW.report, _SAW.start, _SAW.end), formerly=(), speakers=(INES.id,), via=(),
    speaker_kind="named", said=None, to=None, medium=None, where=None, standing="one-origin",
    variants=(
        Variant(
            report=MILL.id, relation="first", differs=(), origin=origin_id(MILL), finder="quotations.rules/1",
            confidence=0.9,
            pieces=(
                Piece(
                    kind="direct", content=(_SAW,), speaker_words=passage(MILL, "Ines Dray"),
                    cue=passage(MILL, "said"),
                ),
            ),
        ),
    ),
)  # fmt: skip


def a_fire(*entities: Entity, events: tuple[Event, ...] = (HURT, ARREST, VISIT)) -> Record:
    """Return the record, or the same with other persons."""
    story, line = make_id("story", MILL.id), make_id("storyline", MILL.id)
    return Record(
        made_at="", as_of=None, as_read=None, versions=(("onrecord", "0.1.0"),),
        reports=(ReportLine(report=replace(MILL, read=1), origin=origin_id(MILL)),),
        stories=(
            Story(
                id=story, title=MILL.headline or "", reports=(MILL.id,), storyline=line, focus=HURT.id,
                first="2026-06-03", last="2026-06-03",
            ),
        ),
        storylines=(Storyline(id=line, title=MILL.headline or "", stories=(story,)),),
        entities=entities or (MARSH, OSKAR, INES, ROLF, GRETA), statements=(SAW,), events=events,
    )  # fmt: skip
