"""Chains of mentions in, entities out: who is the same person, organisation, place or group.

Within a report mentions are in chains already. Across the reports of a storyline a full name is its own
key; a bare surname joins the one person of that surname, and none where there are two; a role joins the
one person who is given that role. Unnamed people stay in their report, and meet only inside copies.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.names import initials, is_full, plain, surname
from onrecord.links.ruled import Ruled
from onrecord.model.annotation import EntityKind, Mention

FULL, SHORT, ROLE, UNNAMED = 1.0, 0.8, 0.7, 0.6
PERSONAL = frozenset({"person", "unnamed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """All mentions of one report that refer to the same; `founder` is the chain's own id."""

    founder: str
    report: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    words: str

    @property
    def named(self) -> bool:
        """Whether some mention names it."""
        return bool(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityGroup:
    """Chains of several reports that are one entity; `perhaps` are ids of others that it may be."""

    id: str
    name: str
    kind: EntityKind
    chains: tuple[Chain, ...]
    perhaps: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, in founding order."""
        return tuple(mention for chain in self.chains for mention in chain.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """The entities of a storyline, and in which of them each mention is."""

    groups: tuple[EntityGroup, ...]
    of_mention: Mapping[str, str]

    def of(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """Return the entities that mentions refer to, each once, in order; unknown ones are left out."""
        return tuple(dict.fromkeys(self.of_mention[m] for m in mentions if m in self.of_mention))


def settle_entities(material: Material) -> Entities:
    """Return the entities of all mentions of a storyline."""
    chains = find_chains(material)
    by_id = {chain.founder: chain for chain in chains}
    rank = {chain.founder: place for place, chain in enumerate(chains)}
    links = _links(chains, material)
    settled = settle(
        [chain.founder for chain in chains],
        links,
        rank=rank,
        may_meet=lambda left, right: _may_meet([by_id[c] for c in left], [by_id[c] for c in right]),
        bonds=material.ruled.bonds({mention.id: c.founder for c in chains for mention in c.mentions}),
    )
    groups = [_group([by_id[founder] for founder in group], material) for group in settled]
    groups = [g for g in groups if material.ruled.wrong.isdisjoint(mention.id for mention in g.mentions)]
    groups = _with_perhaps(groups)
    of_mention = {mention.id: group.id for group in groups for mention in group.mentions}
    return Entities(groups=tuple(groups), of_mention=of_mention)


def find_chains(material: Material) -> list[Chain]:
    """Return the chains of all reports in founding order.

    A role or description of which it isn't known to whom it refers stands for itself; such a pronoun is in no
    chain. One printed name is of one kind in a storyline: the commonest.
    """
    chains = []
    for report in material.reports:
        members: dict[str, list[Mention]] = defaultdict(list)
        for mention in material.found[report.id].mentions:
            if mention.id in material.ruled.struck:
                continue
            if mention.chain is not None:
                members[mention.chain].append(mention)
            elif mention.form in ("role", "description"):
                members[mention.id].append(mention)
        chains += [
            _chain(founder if founder in {m.id for m in part} else part[0].id, report.id, part)
            for founder, mentions in members.items()
            for part in _parted(mentions, material.ruled)
        ]
    chains.sort(key=lambda chain: material.order(chain.report, chain.mentions[0].span.start))
    return _of_one_kind(chains)


def _parted(mentions: list[Mention], ruled: Ruled) -> list[list[Mention]]:
    """Return the mentions of a chain, in several parts where some of them were ruled different.

    The others go with the part that bears their name, else with the first.
    """
    inside = {mention.id for mention in mentions}
    apart = {end for pair in ruled.different if inside.issuperset(pair) for end in pair}
    if not apart:
        return [mentions]
    parts: list[list[Mention]] = []
    for mention in sorted((m for m in mentions if m.id in apart), key=lambda m: m.span):
        part = next((p for p in parts if not ruled.apart((m.id for m in p), mention.id)), None)
        if part is None:
            parts.append([mention])
        else:
            part.append(mention)
    names = [{m.name for m in part if m.form == "name"} for part in parts]
    for mention in mentions:
        if mention.id not in apart:
            own = [place for place, named in enumerate(names) if mention.name in named]
            parts[own[0] if len(own) == 1 else 0].append(mention)
    return [sorted(part, key=lambda m: m.span) for part in parts]


def _of_one_kind(chains: Sequence[Chain]) -> list[Chain]:
    """Return the chains, each name's with the kind that most mentions of that name have."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for chain in chains:
        for mention in chain.mentions:
            if mention.form == "name":
                votes[plain(mention.name)][chain.kind] += 1
    kinds = {name: max(counts, key=lambda kind: (counts[kind], kind)) for name, counts in votes.items()}
    return [
        replace(chain, kind=kinds[plain(chain.names[0])])
        if chain.names and chain.kind != "unnamed"
        else chain
        for chain in chains
    ]


def _chain(founder: str, report: str, mentions: list[Mention]) -> Chain:
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    names = tuple(dict.fromkeys(mention.name for mention in ordered if mention.form == "name"))
    first = next((mention for mention in ordered if mention.id == founder), ordered[0])
    votes = Counter(mention.kind for mention in ordered if mention.form == "name")
    kind = max(votes, key=lambda k: (votes[k], k)) if votes else first.kind
    return Chain(
        founder=founder, report=report, kind=kind, mentions=ordered, names=names, words=plain(first.name)
    )


def _links(chains: Sequence[Chain], material: Material) -> list[tuple[float, str, str]]:
    links: list[tuple[float, str, str]] = []
    links += _by_key(chains, _full_keys, FULL)
    links += _by_surname(chains)
    links += _by_acronym(chains)
    links += _by_role(chains)
    links += _unnamed_in_copies(chains, material)
    return links


def _by_key(
    chains: Sequence[Chain], keys: Callable[[Chain], list[tuple[str, str]]], score: float
) -> list[tuple[float, str, str]]:
    first: dict[tuple[str, str], str] = {}
    links = []
    for chain in chains:
        for key in keys(chain):
            if key in first:
                links.append((score, first[key], chain.founder))
            else:
                first[key] = chain.founder
    return links


def _full_keys(chain: Chain) -> list[tuple[str, str]]:
    """Return the keys under which a chain meets its like: a full name, or any name of what is no person."""
    if chain.kind == "person" and chain.named:
        return [("person", plain(name)) for name in chain.names if is_full(name)]
    if chain.kind == "unnamed":
        return []
    if not chain.named and chain.mentions[0].plural:
        return [("several", chain.words)]
    kind = "place" if chain.kind == "place" else "body"
    names = chain.names or ((chain.words,) if chain.kind in ("organization", "group") else ())
    keys = [(kind, plain(name)) for name in names]
    keys += [("geonames", str(mention.geonames)) for mention in chain.mentions if mention.geonames]
    return keys


def _by_surname(chains: Sequence[Chain]) -> list[tuple[float, str, str]]:
    full: dict[str, dict[str, str]] = defaultdict(dict)
    for chain in chains:
        if chain.kind == "person":
            for name in filter(is_full, chain.names):
                full[surname(name)].setdefault(plain(name), chain.founder)
    links = []
    for chain in chains:
        if chain.kind == "person" and chain.named and not any(map(is_full, chain.names)):
            people = full.get(surname(chain.names[0]), {})
            founders = set(people.values())
            if len(people) == 1:
                links.append((SHORT, founders.pop(), chain.founder))
    short = [chain for chain in chains if chain.kind == "person" and not any(map(is_full, chain.names))]
    alone = [chain for chain in short if chain.named and surname(chain.names[0]) not in full]
    links += _by_key(alone, lambda chain: [("surname", surname(chain.names[0]))], SHORT)
    return links


def _by_acronym(chains: Sequence[Chain]) -> list[tuple[float, str, str]]:
    longer: dict[str, dict[str, str]] = defaultdict(dict)
    for chain in chains:
        if chain.kind in ("organization", "group"):
            for name in chain.names:
                if " " in name:
                    longer[initials(name)].setdefault(plain(name), chain.founder)
    links = []
    for chain in chains:
        if chain.kind in ("organization", "group"):
            for name in chain.names:
                found = longer.get(plain(name), {}) if name.isupper() else {}
                if len(found) == 1:
                    links.append((SHORT, next(iter(found.values())), chain.founder))
    return links


def _by_role(chains: Sequence[Chain]) -> list[tuple[float, str, str]]:
    """Tie a person known in a report by role only to the one person who is given that role elsewhere."""
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for chain in chains:
        if chain.kind == "person" and any(map(is_full, chain.names)):
            name = plain(max(chain.names, key=len))
            for mention in chain.mentions:
                if mention.form == "role" and not mention.plural:
                    holders[plain(mention.name)].setdefault(name, chain.founder)
    links = []
    for chain in chains:
        if chain.kind == "person" and not chain.named and not chain.mentions[0].plural:
            people = holders.get(chain.words, {})
            if len(people) == 1:
                links.append((ROLE, next(iter(people.values())), chain.founder))
    return links


def _unnamed_in_copies(chains: Sequence[Chain], material: Material) -> list[tuple[float, str, str]]:
    like: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        if not chain.named and chain.kind in PERSONAL:
            like[chain.words].append(chain)
    return [
        (UNNAMED, first.founder, second.founder)
        for group in like.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if first.report != second.report and material.are_copies(first.report, second.report)
    ]


def _may_meet(left: Sequence[Chain], right: Sequence[Chain]) -> bool:
    """Whether no two full names of people, and no two genders, would become one."""
    both = (*left, *right)
    if all(chain.kind in PERSONAL for chain in both):
        return _agree(left, right, _people) and _agree(left, right, _genders)
    return not any(chain.kind in PERSONAL for chain in both)


def _agree(
    left: Sequence[Chain], right: Sequence[Chain], told: Callable[[Chain], set[tuple[str, ...]]]
) -> bool:
    """Whether chains tell of no more than one, or one side of all that the other tells.

    Only a ruling brings chains that tell of several to one side.
    """
    sides = [set().union(*(told(chain) for chain in side)) for side in (left, right)]
    if len(sides[0] | sides[1]) <= 1:
        return True
    single = all(len(told(chain)) <= 1 for chain in (*left, *right))
    return single and (sides[0] <= sides[1] or sides[1] <= sides[0])


def _people(chain: Chain) -> set[tuple[str, ...]]:
    return {surname_and_initial(name) for name in _full_names(chain)}


def _genders(chain: Chain) -> set[tuple[str, ...]]:
    return {(mention.gender,) for mention in chain.mentions if mention.gender}


def _full_names(chain: Chain) -> list[str]:
    return [name for name in chain.names if chain.kind == "person" and is_full(name)]


def surname_and_initial(name: str) -> tuple[str, str]:
    """Return what two printed forms of one full name have in common: surname and first letter."""
    return surname(name), plain(name)[:1]


def _group(chains: Sequence[Chain], material: Material) -> EntityGroup:
    ordered = sorted(chains, key=lambda chain: material.order(chain.report, chain.mentions[0].span.start))
    named = [chain for chain in ordered if chain.named]
    votes = Counter(chain.kind for chain in (named or ordered) for _ in chain.mentions)
    kind = max(votes, key=lambda k: (votes[k], k))
    if kind == "person" and not named:
        kind = "unnamed"
    mentions = sorted(
        (mention for chain in ordered for mention in chain.mentions),
        key=lambda mention: material.order(mention.report, mention.span.start),
    )
    return EntityGroup(id=mentions[0].id, name=_best_name(ordered), kind=kind, chains=tuple(ordered))


def _best_name(chains: Sequence[Chain]) -> str:
    """Return the fullest printed name: most words, then most often, then first in the alphabet."""
    counts = Counter(m.name for chain in chains for m in chain.mentions if m.form == "name")
    if not counts:
        return chains[0].mentions[0].name
    return min(counts, key=lambda name: (-len(name.split()), -counts[name], name))


def _with_perhaps(groups: list[EntityGroup]) -> list[EntityGroup]:
    """Add to each bare surname the people whom it may be, and to like unnamed people each other."""
    full: dict[str, list[str]] = defaultdict(list)
    unnamed: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        if group.kind == "person" and is_full(group.name):
            full[surname(group.name)].append(group.id)
        if group.kind == "unnamed":
            unnamed[group.chains[0].words.rsplit(" ", 1)[-1]].append(group.id)
    return [_perhaps_of(group, full, unnamed) for group in groups]


def _perhaps_of(
    group: EntityGroup, full: Mapping[str, list[str]], unnamed: Mapping[str, list[str]]
) -> EntityGroup:
    others: list[str] = []
    if group.kind == "person" and any(c.named for c in group.chains) and not is_full(group.name):
        others = full.get(surname(group.name), [])
    if group.kind == "unnamed":
        others = unnamed.get(group.chains[0].words.rsplit(" ", 1)[-1], [])
    perhaps = tuple(sorted(other for other in others if other != group.id))
    return replace(group, perhaps=perhaps)
