"""A page in, the names on it out: whom, what and where the report calls by name.

Entity spans of the small model are repaired in general terms (cut at line ends and furniture signs, freed
of titles, articles and possessives, joined with the capitalised words beside them), names after a title
are added, and every name found once is looked for in the rest of the report.
"""

from onrecord.annotations.mentions.given_away import given_away
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.name import Name, name_of
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.places import Gazetteer
from onrecord.annotations.mentions.repair import repaired, telling
from onrecord.annotations.mentions.repeats import listed, repeats
from onrecord.annotations.mentions.titles import Titled, given_names, is_title, titled_names

Piece = tuple[int, int, str]


def find_names(page: Page, words: Lexicon, table: Gazetteer, filed_from: str | None = None) -> list[Name]:
    """Return the names of a page in order of place; none overlaps another unless it lies in its title.

    Args:
        page: The page.
        words: The words of the language.
        table: The places known.
        filed_from: The place in the report's dateline, which is a name wherever it stands.
    """
    entities = _by_stretch(page)
    certain: list[Name] = []
    for stretch in page.stretches:
        titled = titled_names(page, stretch, words)
        pieces = [
            piece for ent in entities.get(stretch.number, ()) for piece in repaired(page, stretch, ent, words)
        ]
        certain += _settled(page, stretch, (pieces, titled), words)
    certain = _without_ordinary_words(page, certain, words)
    certain = [name for name in certain if not _is_initials(page, name, words, table)]
    known = {name.words for name in certain if not name.stretch.shouting}
    kept = [name for name in certain if not name.stretch.shouting or name.words in known]
    kept += list(repeats(page, kept, filed_from))
    kept += list(listed(page, kept, words, table))
    return sorted(kept, key=lambda name: name.first)


def _by_stretch(page: Page) -> dict[int, list[Piece]]:
    found: dict[int, list[Piece]] = {}
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


def _settled(
    page: Page, stretch: Stretch, found: tuple[list[Piece], list[Titled]], words: Lexicon
) -> list[Name]:
    """Return the names of a stretch: titled ones first, then what the recogniser and given names add."""
    pieces, titled = found
    pieces_at = {place: piece for piece in pieces for place in range(piece[0], piece[1])}
    names: list[Name] = []
    used: set[int] = set()
    for title in titled:
        over = [pieces_at[place] for place in range(title.title, title.last) if place in pieces_at]
        if _is_a_title(page, title, over, words):
            within = [piece for piece in over if piece[1] > title.first]
            label = within[0][2] if within else ""
            names.append(name_of(page, stretch, (title.first, title.last, label), title))
            used.update(range(title.first, title.last))
    in_titles = {place for title in titled for place in range(title.title, title.first)}
    others = (*given_names(page, stretch, words), *given_away(page, stretch, words))
    for first, last, label in (*pieces, *others):
        if used.intersection(range(first, last)):
            continue
        if label == "PERSON" and in_titles.issuperset(range(first, last)):
            continue
        if _is_name(page, (first, last, label), words):
            names.append(name_of(page, stretch, (first, last, label), None))
            used.update(range(first, last))
    return names


def _is_a_title(page: Page, title: Titled, over: list[Piece], words: Lexicon) -> bool:
    """Whether a title's word is one here: not the first word of a body's name ("General Motors")."""
    for first, last, label in over:
        within = title.title <= first < title.first
        if within and label in ("ORG", "FAC", "LOC", "GPE") and telling(page, last, words):
            return False
    weak = (
        not title.honorific
        and not any(piece[1] > title.first for piece in over)
        and not page.capital(title.first - 1)
    )
    return not (weak and title.last - title.first < 2)


def _is_name(page: Page, piece: Piece, words: Lexicon) -> bool:
    first, last, label = piece
    key = " ".join(page.lows[first:last]).replace(".", "")
    if key in words.known:
        return True
    titles = all(is_title(low, words) or low in words.title_modifiers for low in page.lows[first:last])
    return key not in words.furniture and (label in ("GPE", "LOC") or not titles)


def _without_ordinary_words(page: Page, names: list[Name], words: Lexicon) -> list[Name]:
    """Return the names without bare initials and single words that are lower case elsewhere in the report."""
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
        or (name.words[0] not in plain and not _opens_as_word(page, name, words))
        or name.words in inner
        or page.words[name.first][1:2].isupper()
        or "." in page.words[name.first]
    ]


def _is_initials(page: Page, name: Name, words: Lexicon, table: Gazetteer) -> bool:
    """Whether a name is no more than somebody's initials: "H.S.", but not "U.N."."""
    word = page.words[name.first]
    known = name.key in words.known or name.key in table.nations or name.key in table.states
    bare = len(name.words) == 1 and len(name.key) == 2 and name.title is None
    return bare and not known and word[1::2] == ".." and word[::2].isupper()


def _opens_as_word(page: Page, name: Name, words: Lexicon) -> bool:
    """Whether a word is capitalised because it opens its sentence, and tagged or listed as no proper name."""
    listed = name.key in words.sources and name.key not in words.given
    opens = name.first == name.stretch.first
    return opens and (listed or page.tags[name.first] in ("NN", "NNS", "JJ", "VBG", "VBN", "RB"))
