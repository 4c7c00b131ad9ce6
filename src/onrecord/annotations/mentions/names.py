"""A page in, the names on it out: whom, what and where the report calls by name.

Entity spans of the small model are repaired in general terms (cut at line ends and furniture signs, freed
of titles, articles and possessives, joined with the capitalised words beside them), names after a title
are added, and every name found once is looked for in the rest of the report.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.titles import Titled, is_title, name_end, titled_names

POSSESSIVE = frozenset({"'s", "'", "’s", "’", "''", "‘s"})
CUTS = frozenset(':;|"“”()*•—–―/…') | {"--", "...", "-", "]", "[", ","}
STRONG = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
LONGEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in one place: tokens `[first, last)` of a stretch.

    Attributes:
        words: its words without brackets and full stops, lower case: what is compared.
        label: the recogniser's label; "" where a rule found it.
        title: the title before it.
    """

    first: int
    last: int
    stretch: Stretch
    words: tuple[str, ...]
    label: str
    title: Titled | None = None

    @property
    def key(self) -> str:
        """What is compared, in one string."""
        return " ".join(self.words)


def find_names(page: Page, words: Lexicon) -> list[Name]:
    """Return the names of a page in order of place; none overlaps another unless it lies in its title."""
    entities = _by_stretch(page)
    certain: list[Name] = []
    for stretch in page.stretches:
        titled = titled_names(page, stretch, words)
        pieces = [
            piece
            for ent in entities.get(stretch.number, ())
            for piece in _repaired(page, stretch, ent, words)
        ]
        certain += _settled(page, stretch, (pieces, titled), words)
    certain = _without_ordinary_words(page, certain)
    known = {name.words for name in certain if not name.stretch.shouting}
    kept = [name for name in certain if not name.stretch.shouting or name.words in known]
    return sorted([*kept, *_again(page, kept, known)], key=lambda name: name.first)


def _by_stretch(page: Page) -> dict[int, list[tuple[int, int, str]]]:
    found: dict[int, list[tuple[int, int, str]]] = {}
    stretches = iter(page.stretches)
    stretch = next(stretches, None)
    for first, last, label in page.entities:
        while stretch is not None and stretch.last <= first:
            stretch = next(stretches, None)
        if stretch is None:
            break
        if last > stretch.first:
            at = (max(first, stretch.first), min(last, stretch.last), label)
            found.setdefault(stretch.number, []).append(at)
    return found


def _repaired(
    page: Page, stretch: Stretch, ent: tuple[int, int, str], words: Lexicon
) -> Iterator[tuple[int, int, str]]:
    first, last, label = ent
    for start, end in _pieces(page, first, last, words):
        start, end = _trimmed(page, (start, end), words, body=label not in ("PERSON", "NORP"))
        if start >= end or (end - start > LONGEST):
            continue
        if label == "PERSON":
            start, end = _widened(page, stretch, (start, end), words)
        elif label not in STRONG and not _telling(page, end, words):
            continue
        yield start, end, label


def _telling(page: Page, end: int, words: Lexicon) -> bool:
    return page.lows[end - 1] in words.place_words or page.lows[end - 1] in words.organization_words


def _pieces(page: Page, first: int, last: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    start = first
    for place in range(first, last):
        low = page.lows[place]
        hyphen = low in ("-", "/", "–") and _joined(page, place)
        comma = (
            low == ","
            and place + 1 < last
            and page.lows[place + 1] in words.suffixes | {"inc", "inc.", "llc", "ltd"}
        )
        bracket = low in ("]", "[") and place > first and page.words[place - 1][:1].isupper()
        owner = low in POSSESSIVE and place + 1 < last and _is_person(page, place + 1, last, words)
        if owner or "\n" in low or (low in CUTS and not (hyphen or comma or bracket)):
            if start < place:
                yield start, place
            start = place + 1
    if start < last:
        yield start, last


def _joined(page: Page, place: int) -> bool:
    """Whether a hyphen stands within a word: no blank on either side."""
    after = page.places[place] + len(page.words[place])
    before = page.places[place]
    return before > 0 and after < len(page.text) and page.text[before - 1] != " " and page.text[after] != " "


def _is_person(page: Page, first: int, last: int, words: Lexicon) -> bool:
    return page.lows[first] in words.given or (
        last - first >= 2 and page.lows[last - 1] not in words.organization_words | words.place_words
    )


def _trimmed(page: Page, at: tuple[int, int], words: Lexicon, *, body: bool) -> tuple[int, int]:
    first, last = at
    while first < last and (
        (
            not page.words[first][:1].isupper()
            and page.lows[first] not in words.particles
            and not page.words[first][:1].isdigit()
        )
        or page.lows[first] in ("the", "a", "an")
        or page.lows[first] in words.honorifics
        or (page.lows[first] in words.short_titles and last - first > 1)
    ):
        first += 1
    while first < last and (
        page.lows[last - 1] in POSSESSIVE
        or (
            not page.words[last - 1][-1:].isalnum()
            and not (page.words[last - 1].endswith(".") and len(page.words[last - 1]) > 1)
        )
        or (page.words[last - 1].islower() and not (body and _telling(page, last, words)))
    ):
        last -= 1
    if first < last and page.words[first].islower() and last - first == 1:
        return last, last
    return first, last


def _widened(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> tuple[int, int]:
    """Return a person's span with the capitalised words beside it that the recogniser left out."""
    first, last = at
    end = name_end(page, stretch, first, words)
    if end > last and not stretch.shouting and page.tags[end - 1].startswith("NNP"):
        last = end
    while (
        first - 1 > stretch.first
        and page.lows[first - 1] in words.given
        and page.words[first - 1][:1].isupper()
    ):
        first -= 1
    return first, last


def _settled(
    page: Page,
    stretch: Stretch,
    found: tuple[list[tuple[int, int, str]], list[Titled]],
    words: Lexicon,
) -> list[Name]:
    pieces, titled = found
    names: list[Name] = []
    used: list[tuple[int, int]] = []
    for title in titled:
        over = [p for p in pieces if p[0] < title.last and title.first < p[1]]
        if any(
            p[0] < title.first
            and p[0] >= title.title
            and p[2] in ("ORG", "FAC", "LOC", "GPE")
            and _telling(page, p[1], words)
            for p in over
        ):
            continue
        if (
            not title.honorific
            and not over
            and not page.capital(title.first - 1)
            and title.last - title.first < 2
        ):
            continue
        label = next((p[2] for p in over), "")
        names.append(_name(page, stretch, (title.first, title.last, label), title))
        used.append((title.first, title.last))
    for first, last, label in pieces:
        if any(first < end and start < last for start, end in used):
            continue
        if label == "PERSON" and any(t.title <= first and last <= t.first for t in titled):
            continue
        if all(is_title(low, words) or low in words.title_modifiers for low in page.lows[first:last]):
            continue
        names.append(_name(page, stretch, (first, last, label), None))
    return [name for name in names if name.words and name.key not in words.furniture]


def _name(page: Page, stretch: Stretch, at: tuple[int, int, str], title: Titled | None) -> Name:
    first, last, label = at
    return Name(
        first=first, last=last, stretch=stretch, words=_words(page, first, last), label=label, title=title
    )


def _words(page: Page, first: int, last: int) -> tuple[str, ...]:
    bare = (low.replace(".", "").strip("[]") for low in page.lows[first:last])
    return tuple(word for word in bare if word and word != ",")


def _without_ordinary_words(page: Page, names: list[Name]) -> list[Name]:
    """Return the names without single capitalised words that are lower case elsewhere in the report."""
    plain = {low for low, word in zip(page.lows, page.words, strict=True) if word.islower()}
    inner = {
        name.words
        for name in names
        if name.first > name.stretch.first and page.tags[name.first].startswith("NNP")
    }
    return [
        name
        for name in names
        if len(name.words) > 1
        or name.title
        or name.words[0] not in plain
        or name.words in inner
        or page.words[name.first][1:2].isupper()
        or "." in page.words[name.first]
    ]


def _again(page: Page, names: list[Name], known: set[tuple[str, ...]]) -> Iterator[Name]:
    taken = {place for name in names for place in range(name.first, name.last)}
    sure = known | {name.words[-1:] for name in names if name.label == "PERSON" and len(name.words) > 1}
    starts: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(sure, key=len, reverse=True):
        starts.setdefault(key[0], []).append(key)
    for stretch in page.stretches:
        place = stretch.first
        while place < stretch.last:
            last = _match(page, stretch, place, starts) if place not in taken else None
            if last is None or not _alone(page, stretch, (place, last), taken):
                place += 1
                continue
            yield _name(page, stretch, (place, last, ""), None)
            place = last


def _match(page: Page, stretch: Stretch, place: int, starts: dict[str, list[tuple[str, ...]]]) -> int | None:
    if not page.capital(place):
        return None
    for key in starts.get(page.lows[place].replace(".", ""), ()):
        last = place + len(key)
        if last <= stretch.last and tuple(low.replace(".", "") for low in page.lows[place:last]) == key:
            return last
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
