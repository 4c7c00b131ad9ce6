"""The form that finders and resolvers share: a mention before its chain is known."""

from dataclasses import dataclass

from onrecord.annotations.mentions.lexicon import Gender
from onrecord.annotations.mentions.page import Stretch
from onrecord.model.annotation import EntityKind, MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Words that name or refer to somebody: tokens `[first, last)`, head token, and what is told of them.

    Attributes:
        words: what is compared, lower case.
        offices: heads of the titles and appositions that go with it, in the singular.
        quoted: it stands within quotation marks.
    """

    first: int
    last: int
    head: int
    stretch: Stretch
    form: MentionForm
    kind: EntityKind
    name: str
    words: tuple[str, ...]
    confidence: float
    role: tuple[int, int] | None = None
    offices: tuple[str, ...] = ()
    gender: Gender | None = None
    honorific: bool = False
    age: int | None = None
    plural: bool = False
    quoted: bool = False

    @property
    def key(self) -> str:
        """What is compared, in one string."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """To which item an item belongs, by number, with the rule and how sure it is."""

    founder: int
    reason: str
    confidence: float
