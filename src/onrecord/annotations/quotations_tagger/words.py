"""A parsed report in, the words that the tagger labels out.

A word is a token of the parse that stands in what may be quoted. Marks and apostrophes are read in one plain
form, so that what was learnt from typewriter marks holds for printed ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.parsed import Parsed, first_word
from onrecord.model.span import Span

PLAIN: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " "}
)
DOUBLED: Final = frozenset({"''", "``"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a report that may carry a role, in order.

    Attributes:
        tokens: the token of each word.
        sentence: number of the sentence that each word stands in, counted over these words' sentences.
        paragraph: the same for the line.
    """

    tokens: tuple[Token, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """Return the place of a run of words, the last one included."""
        end = self.tokens[last]
        return Span(self.tokens[first].idx, end.idx + len(end.text))


def words_of(parsed: Parsed) -> Words:
    """Return the words of what may be quoted in a report."""
    tokens: list[Token] = []
    sentence: list[int] = []
    paragraph: list[int] = []
    line, last = 0, 0
    text = parsed.report.text
    for number, sent in enumerate(parsed.sentences()):
        start = first_word(sent).idx
        line += "\n" in text[last:start]
        for token in _printed(sent):
            tokens.append(token)
            sentence.append(number)
            paragraph.append(line)
            last = token.idx
    return Words(tokens=tuple(tokens), sentence=tuple(sentence), paragraph=tuple(paragraph))


def _printed(tokens: Iterator[Token]) -> Iterator[Token]:
    return (token for token in tokens if token.text.strip())


def plain(word: str) -> str:
    """Return a word as the tokenizer is given it."""
    return '"' if word in DOUBLED else word.translate(PLAIN)
