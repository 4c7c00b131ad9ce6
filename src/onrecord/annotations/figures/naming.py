"""Readings and the mentions of their report in, the same readings given by whom a name beside them names out.

"The army's spokesman, Colonel Brand Lorne, has spoken. He confirms that nine were killed": he is the
spokesman, and the spokesman's name stands beside. So the number is Lorne's, as all else that he says.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.grammar import figure_pattern, figure_words
from onrecord.annotations.figures.lexicon import lexicon
from onrecord.model.annotation import FigureReading, Mention

TITLES: Final = 2  # words between a comma and a name: "Colonel"


def by_name(
    readings: Iterable[FigureReading], mentions: Iterable[Mention], text: str
) -> Iterator[FigureReading]:
    """Yield readings whose givers are described with a name beside as given by the name."""
    known = {mention.id: mention for mention in mentions}
    named = {m.span.start: m for m in known.values() if m.form == "name" and m.kind == "person"}
    for reading in readings:
        givers = tuple(_named(giver, known, named, text) for giver in reading.given_by)
        yield reading if givers == reading.given_by else replace(reading, given_by=givers)


def _is_person(mention: Mention) -> bool:
    """Whether a description is of one person: "the army's spokesman", not "court records"."""
    head = figure_pattern("naming.of").split(mention.name.lower())[0].split()[-1:]
    nouns = lexicon().words["people.nouns"] | figure_words("naming.roles")
    return mention.kind == "person" or bool(nouns.intersection(head))


def _named(giver: str, known: Mapping[str, Mention], named: Mapping[int, Mention], text: str) -> str:
    """Return the mention of the name that stands beside a giver's description, else the giver's own."""
    mention = known.get(giver)
    founder = known.get(mention.chain or "", mention) if mention is not None else None
    if founder is None or founder.form == "name" or founder.plural or not _is_person(founder):
        return giver
    place = figure_pattern("naming.comma").match(text, founder.span.end)
    for _ in range(TITLES + 1):
        if place is None:
            break
        if place.end() in named:
            return named[place.end()].id
        place = figure_pattern("naming.title").match(text, place.end())
    return giver
