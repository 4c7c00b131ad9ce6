"""Mentions of many reports in, the chains that they form out: all that one report says of one and the same.

One printed name is of one kind in a storyline: the one that its mentions, by their confidence, speak for.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.links.corrected import corrected_names
from onrecord.links.material import Material
from onrecord.links.names import full_key, is_full, plain, surname
from onrecord.links.ruled import Ruled
from onrecord.model.annotation import EntityKind, Mention

PERSONAL = frozenset({"person", "unnamed"})
BORNE = 1.5  # for a surname that somebody in the storyline bears: outweighs one mention taken for a body's


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """All mentions of one report that refer to the same.

    Attributes:
        founder: the chain's own id.
        names: printed names, each once.
        words: the plain words of its first mention.
        people: keys of a person's full names, those called wrong by some report put right.
    """

    founder: str
    report: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    words: str
    people: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether some mention names it."""
        return bool(self.names)


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
    return _with_people(_of_one_kind(chains), material)


def _with_people(chains: Sequence[Chain], material: Material) -> list[Chain]:
    """Return the chains, those of people with the keys of their full names."""
    full: dict[str, list[str]] = defaultdict(list)
    for chain in chains:
        if chain.kind == "person":
            full[chain.report] += filter(is_full, chain.names)
    right = corrected_names(material.reports, full)
    return [
        replace(chain, people=tuple(dict.fromkeys(right.get(key, key) for key in map(full_key, names))))
        if chain.kind == "person" and (names := [name for name in chain.names if is_full(name)])
        else chain
        for chain in chains
    ]


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
    """Return the chains, each name's with the kind that most mentions of that name have, by confidence."""
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for chain in chains:
        for mention in chain.mentions:
            if mention.form == "name":
                votes[plain(mention.name)][chain.kind] += mention.confidence
    for name in _surnames(chains) & votes.keys():
        votes[name]["person"] += BORNE
    kinds = {name: max(sums, key=lambda kind: (round(sums[kind], 6), kind)) for name, sums in votes.items()}
    return [
        replace(chain, kind=kind)
        if chain.names and chain.kind != "unnamed" and (kind := kinds[plain(chain.names[0])]) != chain.kind
        else chain
        for chain in chains
    ]


def _surnames(chains: Sequence[Chain]) -> set[str]:
    """Return the surnames of people named in full, save those by which a place in the table goes too."""
    places = {plain(m.name) for chain in chains for m in chain.mentions if m.geonames is not None}
    full = {name for chain in chains if chain.kind == "person" for name in chain.names if is_full(name)}
    return {surname(name) for name in full} - places


def _chain(founder: str, report: str, mentions: list[Mention]) -> Chain:
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
    names = tuple(dict.fromkeys(mention.name for mention in ordered if mention.form == "name"))
    first = next((mention for mention in ordered if mention.id == founder), ordered[0])
    votes: dict[EntityKind, float] = defaultdict(float)
    for mention in ordered:
        if mention.form == "name":
            votes[mention.kind] += mention.confidence
    kind = max(votes, key=lambda k: (round(votes[k], 6), k)) if votes else first.kind
    return Chain(
        founder=founder, report=report, kind=kind, mentions=ordered, names=names, words=plain(first.name)
    )
