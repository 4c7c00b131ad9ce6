"""Chains of a storyline in, the links between them out: what makes two of them one, each with its score.

A full name is its own key; a surname, a short name or a role belongs to the one who bears it in the
storyline, and to nobody where two do. Unnamed people of two reports meet only inside copies.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.links.bodies import links_of_bodies
from onrecord.links.chains import PERSONAL, Chain
from onrecord.links.material import Material
from onrecord.links.names import plain, surname
from onrecord.links.telling import body_key, body_words
from onrecord.model.annotation import Mention

FULL, SHORT, ROLE, UNNAMED = 1.0, 0.8, 0.7, 0.6
Link = tuple[float, str, str]
Key = tuple[str, str]
Founders = dict[str, str]  # by full name


def links_of(chains: Sequence[Chain], material: Material) -> list[Link]:
    """Return every link between the chains of a storyline, which come in founding order."""
    return [
        *by_key(chains, lambda chain: _keys(chain, material), FULL),
        *_by_surname(chains),
        *links_of_bodies(chains, material),
        *_by_role(chains, material),
        *_unnamed_in_copies(chains, material),
    ]


def by_key(chains: Sequence[Chain], keys: Callable[[Chain], Iterable[Key]], score: float) -> Iterator[Link]:
    """Yield a link from each chain to the first that shares a key with it."""
    first: dict[Key, str] = {}
    for chain in chains:
        for key in keys(chain):
            if key in first:
                yield score, first[key], chain.founder
            else:
                first[key] = chain.founder


def _keys(chain: Chain, material: Material) -> list[Key]:
    """Return the keys under which a chain meets its like: a full name, or any name of what is no person."""
    if chain.kind == "person" and chain.named:
        return [("person", key) for key in chain.people]
    if not chain.named:
        several = chain.kind not in ("unnamed", "organization") and chain.mentions[0].plural
        return [("several", chain.words)] if several else []
    kind = "place" if chain.kind == "place" else "body"
    keys = [(kind, body_key(name)) for name in chain.names]
    outlet = body_key(material.by_id[chain.report].outlet or "")
    if kind == "body" and any(outlet.endswith(f" {body_key(name)}") for name in chain.names):
        keys.append((kind, outlet))  # "told the Times" in the Norland Times
    return [*keys, *(("geonames", str(m.geonames)) for m in chain.mentions if m.geonames)]


def _by_surname(chains: Sequence[Chain]) -> Iterator[Link]:
    """Yield links of bare surnames to the one person who has it, else to each other if nobody does."""
    full: dict[str, Founders] = defaultdict(dict)
    for chain in chains:
        if chain.kind == "person":
            for key in chain.people:
                full[surname(key)].setdefault(key, chain.founder)
    short = [
        chain for chain in chains
        if chain.kind == "person" and chain.named and not chain.people
    ]  # fmt: skip
    for chain in short:
        people = full.get(surname(chain.names[0]), {})
        if len(people) == 1:
            yield SHORT, next(iter(people.values())), chain.founder
    given: dict[str, Founders] = defaultdict(dict)
    for people in full.values():
        for key, founder in people.items():
            given[key.split()[0]].setdefault(key, founder)
    alone = [chain for chain in short if surname(chain.names[0]) not in full]
    for chain in alone:
        people = given.get(plain(chain.names[0]), {})
        if len(people) == 1:
            yield SHORT, next(iter(people.values())), chain.founder
    yield from by_key(alone, lambda chain: [("surname", surname(chain.names[0]))], SHORT)


def _by_role(chains: Sequence[Chain], material: Material) -> Iterator[Link]:
    """Yield a link of a person known by role only to the one person who is given that role elsewhere."""
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for chain in chains:
        if chain.people:
            for role in _roles(chain, material):
                holders[role].setdefault(min(chain.people), chain.founder)
    for chain in chains:
        if chain.kind == "person" and not chain.named and not chain.mentions[0].plural:
            people = holders.get(chain.words, {})
            if len(people) == 1:
                yield ROLE, next(iter(people.values())), chain.founder


def _roles(chain: Chain, material: Material) -> Iterator[str]:
    """Yield the roles by which somebody may be called elsewhere: seats, and what is told in two words."""
    printed = [_role(mention, material) for mention in chain.mentions if not mention.plural]
    for role in map(plain, filter(None, printed)):
        if " " in role or role in body_words().seats:
            yield role


def _role(mention: Mention, material: Material) -> str | None:
    if mention.form == "role":
        return mention.name
    return None if mention.role is None else mention.role.of(material.by_id[mention.report].text)


def _unnamed_in_copies(chains: Sequence[Chain], material: Material) -> list[Link]:
    like: Mapping[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        if chain.report in material.copied_by and not chain.named and chain.kind in PERSONAL:
            like[chain.words].append(chain)
    return [
        (UNNAMED, first.founder, second.founder)
        for group in like.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if first.report != second.report and material.are_copies(first.report, second.report)
    ]
