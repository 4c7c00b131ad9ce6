"""Chains of mentions in, entities out: who is the same person, organisation, place or group.

Within a report mentions are in chains already. Across the reports of a storyline chains are brought together
by the links between them, the surest first, as long as no two people become one.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.links.chains import PERSONAL, Chain, find_chains
from onrecord.links.entity_links import links_of
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.names import is_full, plain, surname
from onrecord.model.annotation import EntityKind, Mention

T = TypeVar("T", bound=Hashable)


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
        known = self.of_mention
        return tuple(dict.fromkeys([known[mention] for mention in mentions if mention in known]))


def settle_entities(material: Material) -> Entities:
    """Return the entities of all mentions of a storyline."""
    chains = find_chains(material)
    by_id = {chain.founder: chain for chain in chains}
    rank = {chain.founder: place for place, chain in enumerate(chains)}
    told = {chain.founder: _telling(chain) for chain in chains}
    links = links_of(chains, material)
    settled = settle(
        [chain.founder for chain in chains],
        links,
        rank=rank,
        may_meet=lambda left, right: _may_meet([told[c] for c in left], [told[c] for c in right]),
        bonds=material.ruled.bonds({mention.id: c.founder for c in chains for mention in c.mentions}),
    )
    groups = [_group([by_id[founder] for founder in group], material) for group in settled]
    groups = [g for g in groups if material.ruled.wrong.isdisjoint(mention.id for mention in g.mentions)]
    groups = _with_perhaps(groups)
    of_mention = {mention.id: group.id for group in groups for mention in group.mentions}
    return Entities(groups=tuple(groups), of_mention=of_mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """What a chain tells of somebody: whether it is a person, by which full names, of which gender."""

    personal: bool
    people: frozenset[tuple[str, ...]]
    genders: frozenset[str]


def _telling(chain: Chain) -> _Telling:
    return _Telling(
        personal=chain.kind in PERSONAL,
        people=frozenset(surname_and_initial(key) for key in chain.people),
        genders=frozenset(mention.gender for mention in chain.mentions if mention.gender),
    )


def _may_meet(left: Sequence[_Telling], right: Sequence[_Telling]) -> bool:
    """Whether no two full names of people, and no two genders, would become one."""
    both = (*left, *right)
    if not all(chain.personal for chain in both):
        return not any(chain.personal for chain in both)
    people = [[chain.people for chain in side] for side in (left, right)]
    return _agree(*people) and _agree(*([chain.genders for chain in side] for side in (left, right)))


def _agree(left: Sequence[frozenset[T]], right: Sequence[frozenset[T]]) -> bool:
    """Whether chains tell of no more than one, or one side of all that the other tells.

    Only a ruling brings chains that tell of several to one side.
    """
    ours, theirs = frozenset[T]().union(*left), frozenset[T]().union(*right)
    if len(ours | theirs) <= 1:
        return True
    single = all(len(told) <= 1 for told in (*left, *right))
    return single and (ours <= theirs or theirs <= ours)


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
    name = _best_name(ordered, twice=kind not in PERSONAL)
    return EntityGroup(id=mentions[0].id, name=name, kind=kind, chains=tuple(ordered))


def _best_name(chains: Sequence[Chain], *, twice: bool) -> str:
    """Return the fullest printed name: most words, then most often, then first in the alphabet.

    Args:
        chains: All chains of an entity.
        twice: Whether a name that is printed once must yield to one of several words that is printed more
            often: words beside a body's name are easily taken into it.
    """
    counts = Counter(m.name for chain in chains for m in chain.mentions if m.form == "name")
    if not counts:
        return chains[0].mentions[0].name
    often = [name for name in counts if counts[name] > 1 and " " in name] if twice else []
    return min(often or counts, key=lambda name: (-len(name.split()), -counts[name], name))


def _with_perhaps(groups: list[EntityGroup]) -> list[EntityGroup]:
    """Add to each bare surname the people whom it may be, and to like unnamed people each other."""
    full: dict[str, list[str]] = defaultdict(list)
    unnamed: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        if group.kind == "person" and is_full(group.name):
            full[surname(group.name)].append(group.id)
        if group.kind == "unnamed":
            unnamed[group.chains[0].words.rsplit(" ", 1)[-1]].append(group.id)
    for others in (*full.values(), *unnamed.values()):
        others.sort()
    return [_perhaps_of(group, full, unnamed) for group in groups]


def _perhaps_of(
    group: EntityGroup, full: Mapping[str, list[str]], unnamed: Mapping[str, list[str]]
) -> EntityGroup:
    others: list[str] = []
    if group.kind == "person" and any(c.named for c in group.chains) and not is_full(group.name):
        others = full.get(surname(group.name), [])
    if group.kind == "unnamed":
        others = unnamed.get(group.chains[0].words.rsplit(" ", 1)[-1], [])
    perhaps = tuple(other for other in others if other != group.id)
    return replace(group, perhaps=perhaps) if perhaps else group
