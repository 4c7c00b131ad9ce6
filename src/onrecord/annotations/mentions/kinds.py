"""Names and the places they stand in, in; one kind a name and report, by vote, out.

Each place where a name stands gives evidence with a weight: the recogniser's label, a title before it, an
age behind it, the words in the name, a verb of saying that it is subject of, a place preposition. A short
name inherits from the full person's name that ends in it. The kind with the greatest sum wins; the share
it has of the whole is a measure of certainty.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.annotations.mentions.evidence import ENOUGH, SHORT, Kind, from_context, from_label
from onrecord.annotations.mentions.grammar import name_endings, name_words
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.name import Name
from onrecord.annotations.mentions.page import Page
from onrecord.annotations.mentions.places import Gazetteer

NOTED, GREAT = 200_000, 1_000_000  # inhabitants: towns that news may name with no word on where they are
HALF = 0.6  # the same for the label of a body
LONE = 0.4  # what is left of a person's label on a single word that nothing bears out


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The kind of a name in one report and its share of the evidence, 0 to 1."""

    kind: Kind
    share: float


Weights = dict[Kind, float]


def kinds_of(
    page: Page, names: Sequence[Name], words: Lexicon, table: Gazetteer, filed_from: str | None = None
) -> dict[str, Vote]:
    """Return the kind of each name of a report, by its key; `filed_from` is the place of its dateline."""
    sums: dict[str, Weights] = defaultdict(lambda: defaultdict(float))
    counts = Counter(name.key for name in names)
    for name in names:
        often = counts[name.key]
        for kind, weight in (*from_label(name, often), *from_context(page, name, words, often)):
            sums[name.key][kind] += weight
    places = {key for key in sums if _place_by_words(key.split(), words)}
    for key, weights in sums.items():
        _from_words(key.split(), words, table, weights)
        _from_tables(key, words, table, weights)
        _from_demonym(key, sums, table, weights)
    for key in [key for key in sums if key.partition(" ")[0] in words.sides]:
        if key.partition(" ")[2] in sums:
            sums[key.partition(" ")[2]]["place"] += 3  # "Upper Marsk" shows that Marsk is one
            sums[key]["place"] += 1
    for part in (filed_from or "").lower().replace(".", "").split(","):
        if part.strip() in sums:
            sums[part.strip()]["place"] += 6
    _unbacked(names, sums)
    _from_full_names(names, sums, places)
    _from_firms(names, sums, words)
    _from_partners(page, names, sums)
    return {key: _winner(weights) for key, weights in sums.items()}


def _unbacked(names: Sequence[Name], sums: dict[str, Weights]) -> None:
    """Count the label "person" for little on a single word that no full name, title or age bears out.

    News gives a person's full name or title once; the model calls any rare word a person.
    """
    lone = {name.key for name in names if len(name.words) == 1} - {
        name.key for name in names if name.title is not None
    }
    for key in lone:
        if sums[key]["person"] <= SHORT * ENOUGH + 2:
            sums[key]["person"] *= LONE
        if sums[key]["organization"] <= SHORT * ENOUGH:
            sums[key]["organization"] *= HALF


def _from_partners(page: Page, names: Sequence[Name], sums: dict[str, Weights]) -> None:
    """Let a sure place show that what "and" joins to it is one too: "France and Calverra"."""
    pairs = [
        (one.key, other.key)
        for one, other in pairwise(names)
        if other.first == one.last + 1 and page.lows[one.last] in name_words("kinds.joins")
    ]
    votes = {key: _winner(sums[key]) for key in {key for pair in pairs for key in pair}}
    for pair in pairs:
        for known, other in (pair, pair[::-1]):
            if votes[known].kind == "place" and votes[known].share > 0.7:
                sums[other]["place"] += 1.5


def _winner(weights: Weights) -> Vote:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    total = sum(max(weight, 0.0) for _, weight in ranked)
    if not ranked or total <= 0:
        what: Kind = "adjective" if weights.get("person", 0.0) < 0 else "organization"
        return Vote(kind=what, share=0.0)  # "a Dawn kettle" names nobody
    return Vote(kind=ranked[0][0], share=ranked[0][1] / total)


def _place_by_words(parts: list[str], words: Lexicon) -> bool:
    return len(parts) > 1 and (parts[-1] in words.place_words or parts[0] in words.place_first)


def _given(parts: list[str], words: Lexicon, table: Gazetteer) -> bool:
    """Whether a name begins as a person's: with a given name that is not as well a place of note."""
    first = parts[0].split("-")[0]
    telling = (words.organization_words - words.trades) | words.place_words
    return (
        len(parts) < 5
        and first in words.given
        and not telling.intersection(parts)
        and first not in table.states
        and first not in table.nations
        and table.population(first) < NOTED
    )


def _from_words(parts: list[str], words: Lexicon, table: Gazetteer, weights: Weights) -> None:
    if not parts:
        return
    last = parts[-1]
    at = next((n for n, part in enumerate(parts) if n and part in name_words("shared.of")), len(parts))
    head = parts[at - 1]
    if len(parts) > 1:
        if head in words.organization_words or last in words.organization_words:
            weights["organization"] += 6 if not (last in words.trades and parts[0] in words.given) else 3
        elif last in words.matters and parts[0] not in words.given:
            weights["adjective"] += 8  # a treaty, a war, a festival
        elif parts[0] in words.organization_first and ("of" in parts or last not in words.place_words):
            weights["organization"] += 3
        elif last in words.place_words or head in words.place_words:
            weights["place"] += 5
        elif parts[0] in words.place_first:
            weights["place"] += 2
        if _given(parts, words, table):
            weights["person"] += 5
    elif last in words.given:
        weights["person"] += 1


def _from_tables(key: str, words: Lexicon, table: Gazetteer, weights: Weights) -> None:
    known = words.known.get(key)
    if known is not None:
        weights[known] += 8  # type: ignore[index]
    if key in words.adjectives or key in table.demonyms:
        weights["adjective"] += 8
    elif key in table.peoples or (key.endswith("s") and key[:-1] in words.adjectives):
        weights["group"] += 8
    elif key in table.nations:
        weights["place"] += 7
    elif key in table.states:
        weights["place"] += 3
    elif (people := table.population(key)) > NOTED:
        weights["place"] += 3 if people > GREAT else 1.5


def _from_demonym(key: str, sums: dict[str, Weights], table: Gazetteer, weights: Weights) -> None:
    """Let "Ardmeran" show that Ardmere is a place, and itself a demonym, though no table has either."""
    if " " in key or len(key) < 5 or key in table.demonyms or key in table.nations:
        return
    for ending in name_endings("kinds.demonyms"):
        for stem in (key, key[:-1]):
            derived = stem + ending
            if derived in sums and derived != key and derived not in table.nations:
                weights["place"] += 4
                sums[derived]["adjective"] += 6
            if derived + "s" in sums and derived != key:
                weights["place"] += 4
                sums[derived + "s"]["group"] += 6


def _from_full_names(names: Sequence[Name], sums: dict[str, Weights], places: set[str]) -> None:
    """Let a surname, or a given name, take part in the kind of the full name that holds it."""
    full: dict[str, float] = defaultdict(float)
    for key in {name.key for name in names}:
        parts = key.split()
        if len(parts) > 1 and key not in places and _winner(sums[key]).kind == "person":
            full[parts[-1]] = max(full[parts[-1]], 6.0)
            full[parts[0]] = max(full[parts[0]], 2.0)
            if len(parts) > 2:
                full[" ".join(parts[1:])] = 6.0
    for key, weight in full.items():
        if key in sums:
            sums[key]["person"] += weight


def _from_firms(names: Sequence[Name], sums: dict[str, Weights], words: Lexicon) -> None:
    """Let "Northwind" be a firm where "Northwind Lines" is one, unless a person or place is called so too."""
    trades = words.trades | words.firms
    keys = {name.key for name in names}
    taken = {part for key in keys for part in _of_others(key, sums)}
    for key in keys:
        parts = key.split()
        if len(parts) > 1 and parts[-1] in trades and _winner(sums[key]).kind == "organization":
            short = " ".join(parts[:-1])
            if short in sums and short not in taken:
                sums[short]["organization"] += 6


def _of_others(key: str, sums: dict[str, Weights]) -> list[str]:
    """Return the words that a person's or place's name of several words shares with short names."""
    parts = key.split()
    if len(parts) < 2 or _winner(sums[key]).kind not in ("person", "place"):
        return []
    return [parts[0], parts[-1]]
