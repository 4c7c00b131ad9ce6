"""Entities in, the offices by which their reports call them out: "the mayor", "chief executive of the yard".

Somebody described by an office ("the former mayor") may be whoever is named with it elsewhere. That proves
nothing by itself: words that both are quoted with must bear it out.
"""

import re
from typing import Final

from onrecord.links.entities import Entities, EntityGroup
from onrecord.links.linking import linking_pattern, linking_words
from onrecord.links.material import Material
from onrecord.links.words import words_of

LONGEST: Final = 4  # words of an office, its place or body left out


def offices_of(entities: Entities, material: Material) -> dict[str, frozenset[str]]:
    """Return what each person is called; of somebody unnamed, the one definite description."""
    return {
        group.id: frozenset(filter(None, map(_office, _phrases(group, material))))
        for group in entities.groups
        if group.kind in ("person", "unnamed")
    }


def _phrases(group: EntityGroup, material: Material) -> list[str]:
    mentions = [mention for chain in group.chains for mention in chain.mentions]
    if group.kind == "unnamed":
        return [
            m.name
            for m in mentions
            if m.form != "pronoun" and linking_pattern("offices.definite").match(m.name) and not m.plural
        ]
    return [m.role.of(material.by_id[m.report].text) for m in mentions if m.role is not None]


def _office(phrase: str) -> str:
    """Return the office in a phrase: its head with what stands right before it; nothing where it is long.

    Whose it is, and that it is held no more, is left out.
    """
    words = words_of(re.split(r"[,;:(]", phrase)[0])
    for place, word in enumerate(words):
        if word in linking_words("offices.holding") and place:
            words = words[:place]
            break
    owner = max((n for n, word in enumerate(words) if word.endswith(("'s", "s'"))), default=-1)
    kept = [
        word
        for word in words[owner + 1 :]
        if word not in linking_words("offices.former") | linking_words("offices.determiners")
    ]
    return " ".join(kept) if len(kept) <= LONGEST else ""
