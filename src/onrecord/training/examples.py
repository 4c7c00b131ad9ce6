"""A folder of annotated reports in, examples out: words, features and labels of each document."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.annotations import english
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.cues import Cues
from onrecord.annotations.quotations.cues import english as english_cues
from onrecord.annotations.quotations_tagger.encoding import Tokenizer, pieces_of
from onrecord.annotations.quotations_tagger.features import Lexicon, Table, features
from onrecord.annotations.quotations_tagger.roles import ROLES, Role, encode
from onrecord.annotations.quotations_tagger.words import Words, words_of
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import TaskDoc, read_docs, read_gold
from onrecord.model.span import Span

HELD_OUT: Final = 15
"""One document of so many is held out of training, to choose and to calibrate by."""

Attribution = Mapping[str, Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """One document: its parse, its words, and what the annotators found."""

    doc: TaskDoc
    parsed: Parsed
    words: Words
    pieces: list[list[int]]
    features: Table
    labels: list[int]
    attributions: tuple[Attribution, ...]

    @property
    def held_out(self) -> bool:
        """Whether it is kept from the fitting; told by its id alone."""
        digest = hashlib.sha256(self.doc.id.encode()).digest()
        return int.from_bytes(digest[:4], "big") % HELD_OUT == 0


def lexicon_of(cues: Cues | None = None) -> dict[str, int]:
    """Return the reporting words by class, as `features` wants them."""
    cues = cues or english_cues()
    table = dict.fromkeys(cues.adjectives, 4) | dict.fromkeys(cues.nouns, 3)
    table |= {form: 1 if cue.takes("direct") else 2 for form, cue in cues.verbs.items()}
    table["according"] = 5
    return dict(sorted(table.items()))


def read_examples(
    directory: Path, part: str | None, lexicon: Lexicon, tokenizer: Tokenizer
) -> Iterator[Example]:
    """Yield the examples of one part of a folder, in its order."""
    docs = read_docs(directory, part)
    yield from examples(docs, english.parse(report_of(doc) for doc in docs), directory, (lexicon, tokenizer))


def examples(
    docs: Iterable[TaskDoc], parses: Iterable[Parsed], directory: Path, tools: tuple[Lexicon, Tokenizer]
) -> Iterator[Example]:
    """Yield an example for each document and its parse."""
    gold = read_gold(directory)
    lexicon, tokenizer = tools
    for doc, parsed in zip(docs, parses, strict=True):
        words = words_of(parsed)
        attributions = tuple(gold[doc.id]["attributions"])
        places = [words.span(n, n) for n in range(len(words))]
        yield Example(
            doc=doc,
            parsed=parsed,
            words=words,
            pieces=pieces_of([token.text for token in words.tokens], tokenizer),
            features=features(parsed, words, lexicon),
            labels=encode(places, gold_pieces(attributions)),
            attributions=attributions,
        )


def gold_pieces(attributions: Iterable[Attribution]) -> set[tuple[Role, Span]]:
    """Return every piece of every attribution with its role, once."""
    return {(role, Span(*span)) for row in attributions for role in ROLES for span in row[role]}
