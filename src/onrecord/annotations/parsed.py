"""A report with its parse: what every annotator is given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.model.report import NEWS, BlockKind, Report
from onrecord.model.span import Span


@dataclass(frozen=True)
class Parsed:
    """A report and its parse. `doc.text == report.text`: token offsets are places in the report.

    Every block and paragraph begins a sentence, so no sentence and no name reaches across a line that
    the page broke.
    """

    report: Report
    doc: Doc = field(repr=False)

    @cached_property
    def _kinds(self) -> list[tuple[int, int, BlockKind]]:
        return [(block.start, block.end, block.kind) for block in self.report.blocks]

    def kind_at(self, place: int) -> BlockKind:
        """Return the kind of block that a code point stands in; between blocks, `boilerplate`."""
        for start, end, kind in self._kinds:
            if start <= place < end:
                return kind
        return "boilerplate"

    def sentences(self, kinds: frozenset[BlockKind] = NEWS) -> Iterator[TokenSpan]:
        """Yield the sentences of blocks of some kinds: by default what may be quoted, counted and named."""
        for sent in self.doc.sents:
            if self.kind_at(first_word(sent).idx) in kinds:
                yield sent

    def tokens_in(self, span: Span) -> TokenSpan | None:
        """Return the tokens that a span touches; None where there are none."""
        return self.doc.char_span(span.start, span.end, alignment_mode="expand") if len(span) else None


def first_word(sent: TokenSpan) -> Token:
    """Return the first token of a sentence that isn't blank; the first one if all are."""
    return next((token for token in sent if not token.is_space), sent[0])


def place_of(tokens: TokenSpan | Token) -> Span:
    """Return where tokens stand in the report's text, in code points."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens.text))
    return Span(tokens.start_char, tokens.end_char)
