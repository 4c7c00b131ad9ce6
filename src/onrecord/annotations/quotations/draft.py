"""What the finders hand to `settle`: a quotation before it has ids, with the tokens that it rests on."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model.annotation import QuotationKind
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says it, as printed beside the cue.

    Attributes:
        words: the noun phrase, or the pronoun.
        head: the token that a mention of the speaker must hold: for "who" that of its antecedent.
        reason: how it was found, in words.
        own: it is the verb's own subject, or its own words; not taken over from another verb.
        set_off: told by commas: what the parser hangs it on is another.
    """

    words: Span
    head: Token
    reason: str
    own: bool = True
    set_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quotation as a rule sees it.

    Attributes:
        verb: head token of the cue; None where a quotation goes on without one.
        rule: short name of the rule and class of the cue, the key of its confidence.
        follows: the draft that it goes on from.
        weak: the report says that it wasn't said, or might be.
        via: the draft within whose content this one stands: whose speaker passes it on.
    """

    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    verb: Token | None
    speaker: Speaker | None
    rule: str
    reason: str
    follows: "Draft | None" = None
    weak: bool = False
    via: "Draft | None" = None

    @property
    def span(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.content[0].start, self.content[-1].end)
