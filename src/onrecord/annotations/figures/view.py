"""A parsed sentence in, one view of it out: lexemes, tokens and the way from one to the other."""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.figures.lexemes import Lexeme, index_at, lex, words_at
from onrecord.annotations.figures.lexicon import Lexicon
from onrecord.model.span import Span

NOUNS = ("NN", "NNS", "NNP", "NNPS")


class SentenceView:
    """One sentence, as lexemes with places in the report and as tokens of the parse."""

    def __init__(self, sent: TokenSpan, lexicon: Lexicon, text: str) -> None:
        self.sent = sent
        self.text = text  # the report's: `doc.text` is put together anew at each call
        self.lexicon = lexicon
        self.lexemes: list[Lexeme] = lex(sent.text, sent.start_char)
        self._tokens = list(sent)
        self._token_starts = [token.idx for token in self._tokens]
        self._lexeme_starts = [lexeme.start for lexeme in self.lexemes]

    def token(self, index: int) -> Token | None:
        """Return the token in which a lexeme begins; None outside the sentence."""
        if not 0 <= index < len(self.lexemes) or not self._tokens:
            return None
        return self._tokens[index_at(self._token_starts, self.lexemes[index].start)]

    def lexeme_at(self, place: int) -> int:
        """Return the index of the lexeme in which a code point of the report stands."""
        return index_at(self._lexeme_starts, place)

    def lexeme_of(self, token: Token) -> int:
        """Return the index of the lexeme with which a token begins."""
        return index_at(self._lexeme_starts, token.idx)

    def span(self, first: int, last: int) -> Span:
        """Return where lexemes first to last, inclusive, stand."""
        return Span(self.lexemes[first].start, self.lexemes[last].end)

    def words(self, index: int, count: int) -> tuple[str, ...]:
        """Return lower-case lexemes from an index on."""
        return words_at(self.lexemes, index, count)

    def word(self, index: int) -> str:
        """Return one lower-case lexeme; "" outside."""
        return self.lexemes[index].lower if 0 <= index < len(self.lexemes) else ""

    def listed(self, word: str, name: str) -> bool:
        """Whether a lower-case word stands in a list of the lexicon, such as "labels.months"."""
        return word in self.lexicon.words[name]

    def tokens_from(self, index: int) -> Iterator[Token]:
        """Yield the tokens that begin at or after a lexeme."""
        if index < len(self.lexemes):
            start = self.lexemes[index].start
            at = index_at(self._token_starts, start)
            yield from (token for token in self._tokens[at:] if token.idx >= start)

    def inside(self, token: Token) -> bool:
        """Whether a token belongs to this sentence."""
        return bool(self.sent.start <= token.i < self.sent.end)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of some relations; None if there is none."""
    return next((kid for kid in token.children if kid.dep_ in deps), None)


def climb(token: Token, limit: int = 30) -> Iterator[Token]:
    """Yield a token's heads, nearest first, at most `limit` of them."""
    for _ in range(limit):
        if token.head == token:
            return
        token = token.head
        yield token
