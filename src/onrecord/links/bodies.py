"""Chains of bodies in, the links between them out: acronyms, short names, and bodies known by their kind.

"Brightwater" is the one "Brightwater Lines" of the storyline, "the Herald" its one Herald, "the Electoral
Commission" its one National Electoral Commission, but "the Supreme Court" is not that of a state. "The
transport ministry" is that of the one country whose transport ministry is told of, and nobody's where two
are; "the company" is the one firm. Her office is hers: it meets another only where both are one person's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.links.chains import Chain
from onrecord.links.material import Material
from onrecord.links.names import full_key, initials, is_full, plain
from onrecord.links.telling import body_key, body_words, is_of

SAME, SHORT, KIND = 1.0, 0.8, 0.7
BODIES = frozenset({"organization", "group"})
MOST = 2  # words that a short name may leave out before its last ones
Link = tuple[float, str, str]
Founders = dict[str, str]  # by name


def links_of_bodies(chains: Sequence[Chain], material: Material) -> Iterator[Link]:
    """Yield every link between the bodies of a storyline; chains come in founding order."""
    named = [chain for chain in chains if chain.kind in BODIES and chain.named]
    described = [chain for chain in chains if chain.kind in BODIES and not chain.named]
    yield from _by_acronym(named)
    short = _short_names(named, chains)
    for chain in named:
        for name in map(body_key, chain.names):
            if name in short:
                yield SHORT, short[name][1], chain.founder
    cores = _cores(described, chains)
    yield from _of_one_owner(cores)
    yield from _by_holder(cores, _holders(named, short, material))


def _by_acronym(named: Sequence[Chain]) -> Iterator[Link]:
    longer: dict[str, Founders] = defaultdict(dict)
    for chain in named:
        for name in chain.names:
            if " " in name:
                longer[initials(name)].setdefault(plain(name), chain.founder)
    for chain in named:
        for name in chain.names:
            found = longer.get(plain(name), {}) if name.isupper() else {}
            if len(found) == 1:
                yield SHORT, next(iter(found.values())), chain.founder


def _short_names(named: Sequence[Chain], chains: Sequence[Chain]) -> dict[str, tuple[str, str]]:
    """Return the names that are short for one longer name, with that name and the chain that founds it."""
    words = body_words()
    others = {
        part
        for chain in chains if chain.kind in ("person", "place")
        for name in chain.names
        for part in (plain(name), *plain(name).split()[:: max(1, len(plain(name).split()) - 1)])
    }  # fmt: skip
    places = {plain(name) for chain in chains if chain.kind == "place" for name in chain.names}
    longer: dict[str, Founders] = defaultdict(dict)
    for chain in named:
        for name in map(body_key, chain.names):
            parts = name.split()
            for size in range(1, len(parts)):
                begins, ends = " ".join(parts[:size]), " ".join(parts[size:])
                if words.trades.issuperset(parts[size:]) and begins not in others:
                    longer[begins].setdefault(name, chain.founder)
                left_out = words.general.issuperset(parts[:size]) or begins in places
                if size <= MOST and ends not in words.known and (ends in words.general or left_out):
                    longer[ends].setdefault(name, chain.founder)
    return {short: next(iter(found.items())) for short, found in longer.items() if len(found) == 1}


Core = tuple[Chain, str | None, str]  # a described body, whose it is, and its kind: "transport ministry"


def _cores(described: Sequence[Chain], chains: Sequence[Chain]) -> list[Core]:
    """Return the bodies known by their kind, each parted into owner and kind."""
    pronouns = {
        (mention.report, mention.span.start): chain
        for chain in chains if chain.named
        for mention in chain.mentions if mention.form == "pronoun"
    }  # fmt: skip
    places = {plain(name) for chain in chains if chain.kind == "place" for name in chain.names}
    found: list[Core] = []
    for chain in described:
        if chain.mentions[0].form != "role":
            continue
        first, _, rest = chain.words.partition(" ")
        if rest and first in body_words().owners:
            owner = pronouns.get((chain.report, chain.mentions[0].span.start))
            if owner is not None:
                found.append((chain, _called(owner), rest))
        else:
            found.append((chain, *_parted(chain.words, places)))
    return found


def _called(chain: Chain) -> str:
    full = [full_key(name) for name in chain.names if chain.kind != "person" or is_full(name)]
    return max(full or [plain(name) for name in chain.names], key=lambda name: (len(name), name))


def _parted(words: str, places: set[str]) -> tuple[str | None, str]:
    """Return whose a body is, as a plain name, and the rest: "Norland's army", "the Norlandian army"."""
    before, owned, rest = words.partition("'s ")
    if owned and rest:
        return before, rest
    first, _, rest = words.partition(" ")
    lands = sorted(place for place in places if rest and is_of(first, place))
    return (lands[0], rest) if lands else (None, words)


def _of_one_owner(cores: Sequence[Core]) -> Iterator[Link]:
    """Yield links of like bodies of one owner, and of those told without one if all others have the same."""
    by_kind: dict[str, dict[str | None, list[Chain]]] = defaultdict(lambda: defaultdict(list))
    for chain, owner, kind in cores:
        by_kind[kind][owner].append(chain)
    for kind, by_owner in by_kind.items():
        owners = [owner for owner in by_owner if owner is not None]
        for owner in owners:
            yield from _starred(by_owner[owner])
        if len(owners) > 1 or None not in by_owner:
            continue
        if " " in kind or kind in body_words().standing | body_words().crews:
            yield from _starred([chain for owner in (*owners, None) for chain in by_owner[owner]])


def _starred(chains: Sequence[Chain]) -> Iterator[Link]:
    yield from ((SAME, chains[0].founder, other.founder) for other in chains[1:])


def _holders(
    named: Sequence[Chain], short: Mapping[str, tuple[str, str]], material: Material
) -> Mapping[str, Founders]:
    """Return, by what a body may be called, the named ones that may be called so."""
    words = body_words()
    holders: dict[str, Founders] = defaultdict(dict)
    for chain in named:
        name = max(map(body_key, chain.names), key=lambda name: (len(name), name))
        name, founder = short.get(name, (name, chain.founder))
        parts = name.partition(" of ")[0].split()
        nouns = {parts[-1]} if len(parts) > 1 else set()
        if parts[-1] in words.trades - {"bank"} and len(parts) > 1:
            nouns |= words.companies
        nouns |= {plain(m.name) for m in chain.mentions if m.form == "role"}
        roles = (m.role.of(material.by_id[m.report].text) for m in chain.mentions if m.role is not None)
        nouns |= {plain(role).split()[-1] for role in roles if plain(role)}
        for noun in sorted(nouns):
            holders[noun].setdefault(name, founder)
    return holders


def _by_holder(cores: Sequence[Core], holders: Mapping[str, Founders]) -> Iterator[Link]:
    """Yield a link of "the company" to the one body of the storyline that may be called so."""
    words = body_words()
    for chain, owner, kind in cores:
        noun = kind.partition(" of ")[0].rsplit(" ", 1)[-1]
        found = holders.get(noun if noun in words.companies else kind, {})
        if owner is not None:  # "Brandt's firm" is "Brandt Dredging"
            found = {name: founder for name, founder in found.items() if owner.split()[-1] in name.split()}
        if len(found) == 1 and kind not in words.standing:
            yield KIND, next(iter(found.values())), chain.founder
