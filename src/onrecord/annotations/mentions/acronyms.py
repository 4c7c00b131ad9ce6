"""Names in, acronyms in brackets behind them out: "the Port Workers' Union (PWU)"."""

from collections.abc import Sequence

from onrecord.annotations.mentions.bodies import initials
from onrecord.annotations.mentions.name import Name
from onrecord.annotations.mentions.page import Page


def bracketed(page: Page, names: Sequence[Name]) -> dict[int, tuple[Name, str]]:
    """Return, by the token where the acronym stands, the acronym as a name and the key of its long form."""
    found: dict[int, tuple[Name, str]] = {}
    for name in names:
        at = name.last
        while at < name.stretch.last and page.lows[at] in ("'s", "'"):
            at += 1
        if at + 2 >= name.stretch.last or len(name.words) < 2 or page.words[at] not in ("(", "["):
            continue
        word = page.words[at + 1]
        short = word.replace(".", "").lower()
        if page.words[at + 2] not in (")", "]") or not word[:1].isupper() or sum(map(str.isupper, word)) < 2:
            continue
        if short in initials(name.words) or short[0] == name.words[0][0]:
            acronym = Name(first=at + 1, last=at + 2, stretch=name.stretch, words=(short,), label=name.label)
            found[at + 1] = (acronym, name.key)
    return found
