"""A page in, its pronouns of the third person out, for people only: he, she, they and their forms."""

from collections.abc import Iterator

from onrecord.annotations.mentions.items import Item
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.page import Page


def pronouns_of(page: Page, words: Lexicon) -> Iterator[Item]:
    """Yield the pronouns of a page in order of place."""
    for stretch in page.stretches:
        if stretch.kind == "caption":
            continue
        for place in range(stretch.first, stretch.last):
            told = words.pronouns.get(page.lows[place])
            if told is None or page.tags[place] not in ("PRP", "PRP$", ""):
                continue
            yield Item(
                first=place, last=place + 1, head=place, stretch=stretch, form="pronoun",
                kind="group" if told == "plural" else "person", name=page.words[place],
                words=(page.lows[place],), confidence=0.9,
                gender=None if told == "plural" else told, plural=told == "plural",
            )  # fmt: skip
