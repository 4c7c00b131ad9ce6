"""A reading in, words under a speaker's name out: transcripts, and quotations signed with a dash.

"NAME: words" counts with quoted words after the colon, or where the report has several such paragraphs. A
signature is a paragraph "- Name, what she is" after a quotation that stands alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_pattern
from onrecord.annotations.quotations.reading import Reading
from onrecord.model.span import Span

LABEL: Final = re.compile(r"(?P<name>[^\W\d_][^:\n\"“”]{2,80}?):(?=[\s\"“'‘])")
SIGNATURE: Final = re.compile(r"[-–—]{1,2}\s?(?P<name>[^\W\d_][^\n\"“”:]{1,100}?)[.\s]*$")
SEVERAL: Final = 3
"""Paragraphs with a label from which a report is taken for a transcript."""
WORDS: Final = 8
HEAD: Final = 25
"""Words that a headline "Finn: I will run again" may have."""


def find_labelled(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of labelled and of signed words."""
    labels = [(n, m) for n, p in enumerate(reading.paragraphs) if (m := _label(reading, p)) is not None]
    names = Counter(m["name"] for _, m in labels)
    transcript = sum(n for n in names.values() if n > 1) >= SEVERAL and len(names) > 1
    for k, (n, match) in enumerate(labels):
        name = Span(match.start("name"), match.end("name"))
        paragraph = reading.paragraphs[n]
        words = Span(_first(reading.text, match.end(), paragraph.end), paragraph.end)
        piece = reading.piece_at(words.start) if len(words) else None
        if piece is not None and piece.closed:
            yield _draft(
                reading, name, (piece.inner if piece.span.end >= paragraph.end - 1 else words,), "labelled"
            )
        elif (
            n == 0
            and quotation_pattern("labelled.first_person").search(words.of(reading.text))
            and len(words.of(reading.text).split()) <= HEAD
        ):
            yield _draft(reading, name, (words,), "labelled")
        elif transcript and names[match["name"]] > 1 and len(words.of(reading.text).split()) > 1:
            last = labels[k + 1][0] if k + 1 < len(labels) else n + 1
            more = (p for p in reading.paragraphs[n + 1 : last] if reading.text[p.start] not in "([")
            yield _draft(reading, name, (words, *more), "transcript")
    yield from _signed(reading)


def _signed(reading: Reading) -> Iterator[Draft]:
    for quoted, signed in pairwise(reading.paragraphs):
        match = SIGNATURE.fullmatch(reading.text, signed.start, signed.end)
        piece = reading.piece_at(quoted.start)
        if match is None or piece is None or not piece.closed or not match["name"][0].isupper():
            continue
        if not reading.text[piece.span.end : quoted.end].strip():
            yield _draft(reading, Span(match.start("name"), match.end("name")), (piece.inner,), "signed")


def _label(reading: Reading, paragraph: Span) -> re.Match[str] | None:
    match = LABEL.match(reading.text, paragraph.start, paragraph.end)
    if match is None or len(match["name"].split()) > WORDS:
        return None
    words = re.sub(r"\([^)]*\)", "", match["name"]).split()
    names = bool(words) and all(
        quotation_pattern("labelled.name").fullmatch(word.rstrip(",") + " ") for word in words[-2:]
    )
    return (
        match
        if names and not any(t.tag_ in {"VBD", "VBZ"} for t in reading.tokens(Span(*match.span())))
        else None
    )


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _draft(reading: Reading, name: Span, content: tuple[Span, ...], rule: str) -> Draft:
    tokens = reading.tokens(name)
    head = _head(tokens) if tokens else reading.doc[0]
    return Draft(
        kind="direct",
        content=content,
        cue=None,
        verb=None,
        speaker=Speaker(words=name, head=head, reason="the name that labels the words"),
        rule=rule,
        reason="the words stand under a speaker's name",
    )


def _head(tokens: list[Token]) -> Token:
    """Return the last word of the name, before any bracket or comma."""
    for before, token in pairwise(tokens):
        if token.text in {"(", ",", "["}:
            return before
    return tokens[-1]
