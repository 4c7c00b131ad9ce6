"""Names, roles and descriptions in order in, whom each role means out.

A role goes to the person last introduced with that office, by title or apposition, or to the unnamed one
last described so; to the body whose name holds the noun. Where several fit and none is much nearer than
the others, it stays open.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.page import Page

NEAR, FAR = 1, 3  # blocks: who was spoken of last is meant if he is this near and all others this far
RIVALS = 12  # no more who held one office are looked at: a list of ministers is no antecedent


@dataclass(slots=True, kw_only=True)
class Holder:
    """Who holds an office: founder's number, the words of the office, and the block of the last mention."""

    founder: int
    words: frozenset[str]
    plural: bool
    block: int


@dataclass(slots=True)
class Offices:
    """Who has been introduced so far, by the nouns that may stand for them."""

    words: Lexicon
    by_noun: dict[str, list[Holder]] = field(default_factory=lambda: defaultdict(list))
    by_founder: dict[int, list[Holder]] = field(default_factory=lambda: defaultdict(list))
    noted: set[tuple[str, int, frozenset[str]]] = field(default_factory=set)

    def add(self, noun: str, words: Iterable[str], item: Item, founder: int) -> None:
        """Note that whoever the founder stands for may be called by a noun."""
        of_office = frozenset(words)
        if (noun, founder, of_office) in self.noted:
            return
        self.noted.add((noun, founder, of_office))
        holder = Holder(founder=founder, words=of_office, plural=item.plural, block=item.stretch.block)
        self.by_noun[noun].append(holder)
        self.by_founder[founder].append(holder)

    def seen(self, founder: int, block: int) -> None:
        """Note that somebody is spoken of in a block."""
        for holder in self.by_founder.get(founder, ()):
            holder.block = block

    def holder(self, item: Item, narrowing: frozenset[str]) -> tuple[Holder, float] | None:
        """Return whom a role means, with its confidence."""
        noun = item.offices[0]
        found: dict[int, Holder] = {}
        firms = self.words.firms | self.words.trades
        nouns = [noun, *sorted(firms)] if noun in self.words.companies else [noun]
        rows = [row for name in nouns for row in self.by_noun.get(name, [])[-RIVALS:]]
        if item.plural and any(not row.plural for row in rows):
            return None  # "the officials" may be those who were told of one by one
        counted = self.words.counts.intersection(item.words)
        for row in rows:
            fits = (
                narrowing | counted <= row.words
                and (row.words & self.words.apart) <= narrowing
                and row.plural == item.plural
            )
            if fits:
                found[row.founder] = row
        if len(found) == 1:
            return next(iter(found.values())), 0.85
        near = [row for row in found.values() if item.stretch.block - row.block <= NEAR]
        others = [row for row in found.values() if item.stretch.block - row.block < FAR]
        return (near[0], 0.75) if len(near) == 1 and len(others) == 1 else None


def introduce(offices: Offices, page: Page, item: Item, founder: int) -> None:
    """Note the offices that a mention gives to whoever it stands for."""
    offices.seen(founder, item.stretch.block)
    if item.form == "name" and item.kind == "person" and item.role is not None:
        words = [singular(low) for low in page.lows[item.role[0] : item.role[1]]]
        for office in item.offices:
            offices.add(office, [*words, office], item, founder)
    elif item.form == "name" and item.kind == "organization":
        head = item.words[item.words.index("of") - 1] if "of" in item.words[1:] else item.words[-1]
        for noun in {head, *item.offices}:
            if noun in offices.words.bodies | offices.words.firms | offices.words.trades:
                offices.add(noun, [*item.words, *item.offices], item, founder)
    elif item.form in ("description", "role") and item.offices:
        offices.add(item.offices[0], [singular(low) for low in item.words] + list(item.words), item, founder)


def role_link(offices: Offices, n: int, item: Item) -> Link | None:
    """Return to whom a role or description belongs; its own number where it founds a chain."""
    narrowing = _narrowing(item, offices.words)
    if item.form == "description":
        if (
            item.kind == "unnamed"
            and item.offices
            and not _indefinite(item, offices.words)
            and item.offices[0] not in offices.words.kin
        ):
            held = offices.holder(item, narrowing - {"'s", "'"})
            if held is not None:
                return Link(
                    founder=held[0].founder, reason=f"the one known as {item.offices[0]}", confidence=0.7
                )
        return Link(founder=n, reason="described and not named", confidence=1.0)
    standing = item.offices[0] in offices.words.bodies_of_people | offices.words.standing_bodies
    owned = item.kind == "organization" and _owned(item)
    held = None if owned else offices.holder(item, narrowing)
    if held is not None and standing and not narrowing and not _near_or_bare(held[0], item):
        return None
    if held is not None:
        reason = f"the one last introduced as {item.offices[0]}"
        return Link(founder=held[0].founder, reason=reason, confidence=held[1])
    if (
        item.kind == "organization"
        and (narrowing or standing or owned)
        and not (standing and offices.by_noun.get(item.offices[0]))
    ):
        return Link(founder=n, reason="a body known by its kind", confidence=0.9)
    return None


def _near_or_bare(holder: Holder, item: Item) -> bool:
    """Whether "the government" may mean one: named just so before, or told in this block or the last."""
    return holder.words <= {item.offices[0]} or item.stretch.block - holder.block <= NEAR


def _narrowing(item: Item, words: Lexicon) -> frozenset[str]:
    """Return the words beside the noun that narrow a role: "energy" of "the energy ministry"."""
    return frozenset(singular(word) for word in item.words if word not in words.empty) - {*item.offices[:1]}


def _indefinite(item: Item, words: Lexicon) -> bool:
    return item.name.split()[0].lower() in words.unnamed_determiners or not _owned(item)


def _owned(item: Item) -> bool:
    return bool(name_words("roles.owners") & set(item.words))
