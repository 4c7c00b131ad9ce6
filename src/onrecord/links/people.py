"""A report's person mentions in, the people whom its news is about out, by how rare their names are.

Whoever is named with an office ("Police Chief …", "a spokeswoman for …") speaks of many happenings, so the
name tells little of one; so does the name of whoever writes. A person named in full counts by both words.
"""

from collections import defaultdict

from onrecord.links.names import is_full, plain
from onrecord.links.rarity import rarity
from onrecord.links.streets import tables
from onrecord.links.words import words_of
from onrecord.model.annotation import Found, Mention
from onrecord.model.report import Report

IN_OFFICE = 0.3  # of the weight of a name that is given with an office
KEPT = 30  # people of a report, weightiest first


def people_of(report: Report, found: Found) -> tuple[tuple[str, float], ...]:
    """Return plain full names (or what there is of them) with weights: the sum of the words' rarities."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.kind == "person" and mention.form == "name" and mention.chain is not None:
            chains[mention.chain].append(mention)
    weights: dict[str, float] = {}
    for mentions in chains.values():
        best = max(mentions, key=lambda m: (len(m.name.split()), -m.span.start))
        name = " ".join(word for word in plain(best.name).split() if len(word) > 1)
        if not name or not is_full(name):
            continue
        weight = sum(rarity(word) for word in (name.split()[0], name.split()[-1]))
        if any(_in_office(mention, report) for mention in mentions):
            weight *= IN_OFFICE
        key = f"{name.split()[0]} {name.split()[-1]}"
        weights[key] = max(weights.get(key, 0.0), round(weight, 2))
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def _in_office(mention: Mention, report: Report) -> bool:
    offices = frozenset(tables()["offices"]["words"])
    before = words_of(report.text[max(0, mention.span.start - 25) : mention.span.start])[-2:]
    role = words_of(mention.role.of(report.text)) if mention.role is not None else []
    return bool(offices & {*role, *before, words_of(mention.name)[0] if words_of(mention.name) else ""})
