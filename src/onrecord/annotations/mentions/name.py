"""A name in one place: what finders give and voters and resolvers take."""

from dataclasses import dataclass

from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.titles import Titled


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


def name_of(page: Page, stretch: Stretch, at: tuple[int, int, str], title: Titled | None = None) -> Name:
    """Return the name at tokens `[first, last)` with the recogniser's label."""
    first, last, label = at
    text = page.span(first, last).of(page.text).lower().replace("’", "'")
    words = (word.replace(".", "").strip("[],") for word in text.split())
    return Name(
        first=first,
        last=last,
        stretch=stretch,
        words=tuple(word for word in words if word),
        label=label,
        title=title,
    )
