"""Names found once in, the places where the same words stand again out.

The recogniser misses a name in one sentence and finds it in the next; a headline in capitals gives it
nothing to go by. So each name, and the surname of each person, is looked for in the whole report.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.name import Name, name_of
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.places import Gazetteer

LISTED_WORDS = 4
Tokens = tuple[str, ...]


def repeats(page: Page, names: Sequence[Name], filed_from: str | None = None) -> Iterator[Name]:
    """Yield the places of names' words that none of the names covers; the longest match first."""
    taken = {place for name in names for place in range(name.first, name.last)}
    known = _known(page, names)
    home = tuple((filed_from or "").partition(",")[0].lower().replace(".", "").split())
    if home:
        known.add(home)
    lengths: dict[str, list[int]] = {}
    for tokens in known:
        sizes = lengths.setdefault(tokens[0], [])
        if len(tokens) not in sizes:
            sizes.append(len(tokens))
    for stretch in page.stretches:
        place = stretch.first
        while place < stretch.last:
            last = None if place in taken else _match(page, stretch, place, (known, lengths))
            if last is None or not _alone(page, stretch, (place, last), taken):
                place += 1
                continue
            yield name_of(page, stretch, (place, last, ""))
            place = last


def listed(page: Page, names: Sequence[Name], words: Lexicon, table: Gazetteer) -> Iterator[Name]:
    """Yield places where a listed body, group, region or nation stands that none of the names covers."""
    taken = {place for name in names for place in range(name.first, name.last)}
    for stretch in page.stretches:
        for place in range(stretch.first, stretch.last):
            if stretch.shouting or not page.capital(place) or not page.tags[place].startswith("NNP"):
                continue
            for last in range(min(place + LISTED_WORDS, stretch.last), place, -1):
                key = " ".join(_tokens(page, place, last))
                if key in words.known or key in table.nations:
                    if _alone(page, stretch, (place, last), taken):
                        taken.update(range(place, last))
                        yield name_of(page, stretch, (place, last, ""))
                    break


def _known(page: Page, names: Sequence[Name]) -> set[Tokens]:
    known: set[Tokens] = set()
    for name in names:
        if not name.stretch.shouting:
            tokens = _tokens(page, name.first, name.last)
            known.add(tokens)
            if name.label == "PERSON" and len(name.words) > 1 and len(tokens[-1]) > 2:
                known.add(tokens[-1:])
    return known


def _tokens(page: Page, first: int, last: int) -> Tokens:
    return tuple(low.replace(".", "") for low in page.lows[first:last])


def _match(
    page: Page, stretch: Stretch, place: int, table: tuple[set[Tokens], dict[str, list[int]]]
) -> int | None:
    if not page.capital(place):
        return None
    known, lengths = table
    for size in sorted(lengths.get(page.lows[place].replace(".", ""), ()), reverse=True):
        if place + size <= stretch.last and _tokens(page, place, place + size) in known:
            return place + size
    return None


def _alone(page: Page, stretch: Stretch, at: tuple[int, int], taken: set[int]) -> bool:
    """Whether no other capitalised name word stands beside a place, of which it might be a part."""
    first, last = at
    if any(place in taken for place in range(first, last)):
        return False
    if stretch.shouting:
        return True
    before = first > stretch.first and page.tags[first - 1].startswith("NNP") and (first - 1) not in taken
    after = last < stretch.last and page.tags[last].startswith("NNP") and last not in taken
    return not (before or after)
