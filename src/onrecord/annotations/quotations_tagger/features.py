"""The words of a parsed report in, a small table of what is known of each out.

Beside its letters the encoder is told of each word: how it stands to the quotation marks (the rules' state
machine says so), how it is printed, whether it opens a line or a sentence, whether it is a reporting word,
its tag and dependency, what it is of a reporting verb's clause, and its sort of name. Each channel is a small
number; 0 means nothing to tell. The order of channels and values is part of the file's format.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations import quoted_regions
from onrecord.annotations.quotations_tagger.words import Words, plain


def _numbered(names: str) -> dict[str, int]:
    """Return the names with their numbers, from 1 on; 0 is for any other."""
    return {name: number for number, name in enumerate(names.split(), 1)}


TAGS: Final = _numbered(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS "
    "PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
)
DEPENDENCIES: Final = _numbered(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj "
    "csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd "
    "parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
NAMES: Final = _numbered("PERSON ORG GPE NORP DATE TIME CARDINAL PERCENT MONEY WORK_OF_ART")
SIZES: Final = (6, 7, 3, 6, len(TAGS) + 1, len(DEPENDENCIES) + 1, 7, len(NAMES) + 1)
"""How many values each channel has: marks, print, place, cue, tag, dependency, governed, name."""

VERBAL: Final = frozenset({"VERB", "AUX"})
CLAUSES: Final = frozenset({"ccomp", "parataxis"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
LONGEST: Final = 300

Table = NDArray[np.int64]
Lexicon = Mapping[str, int]
"""Lower-cased word to its class: 1 quotes, 2 reports, 3 reporting noun, 4 adjective, 5 "according"."""


def features(parsed: Parsed, words: Words, lexicon: Lexicon) -> Table:
    """Return one row a word, one column a channel, each value under its `SIZES`."""
    table = np.zeros((len(words), len(SIZES)), dtype=np.int64)
    table[:, 0] = _marks(parsed, words)
    last = -1
    for row, token in enumerate(words.tokens):
        table[row, 1] = _print(token.text)
        table[row, 3] = _cue(token, lexicon)
        table[row, 4] = TAGS.get(token.tag_, 0)
        table[row, 5] = DEPENDENCIES.get(token.dep_, 0)
        table[row, 7] = NAMES.get(token.ent_type_, 0)
        if row == 0 or words.paragraph[row] != words.paragraph[row - 1]:
            table[row, 2] = 1
        elif words.sentence[row] != last:
            table[row, 2] = 2
        last = words.sentence[row]
    table[:, 6] = _governed(words, table[:, 3])
    return table


def _marks(parsed: Parsed, words: Words) -> list[int]:
    """Return how each word stands to the marks: 1 opens, 2 closes, 3 first inside, 4 inside, 5 stray mark."""
    regions = quoted_regions(parsed.report)
    states = []
    at, before = 0, 0
    for token in words.tokens:
        while at < len(regions) and regions[at].end <= token.idx:
            at += 1
        inside = at < len(regions) and regions[at].start <= token.idx
        mark = plain(token.text) in {'"', "'"}
        if not inside:
            state = 5 if mark else 0
        elif token.idx == regions[at].start:
            state = 1
        elif mark and token.idx + len(token.text) >= regions[at].end:
            state = 2
        else:
            state = 3 if before == 1 else 4
        states.append(state)
        before = state
    return states


def _print(text: str) -> int:
    if text.isdigit():
        return 4
    if not any(c.isalpha() for c in text):
        return 5
    if text.islower():
        return 1
    if text.isupper():
        return 3 if len(text) > 1 else 2
    return 2 if text.istitle() else 6


def _cue(token: Token, lexicon: Lexicon) -> int:
    kind = lexicon.get(token.lower_, 0)
    return 0 if kind in {1, 2} and token.pos_ not in VERBAL else kind


def _governed(words: Words, cues: Table) -> list[int]:
    """Return what of a verb's clause each word is: 1 begins it, 2 within, 3 ends it; 4 subject; 5, 6 verb.

    Of clauses within clauses the outermost counts, and none over `LONGEST`, so the time is linear.
    """
    rows = {token.i: row for row, token in enumerate(words.tokens)}
    states = [0] * len(words)
    clause_end = subject_end = -1
    for row, token in enumerate(words.tokens):
        if cues[row] not in {1, 2} or row <= clause_end:
            continue
        clauses = [c for c in token.children if c.dep_ in CLAUSES]
        states[row] = 5 if clauses else 6
        for child in clauses:
            first, last = _edges(child, token, rows)
            if first is not None and last is not None and clause_end < last < first + LONGEST:
                clause_end = max(clause_end, last) if first > row else clause_end
                _fill(states, first, last)
        for child in token.children:
            if child.dep_ in SUBJECTS:
                first, last = _edges(child, token, rows)
                if first is not None and last is not None and subject_end < first and last < first + LONGEST:
                    subject_end = last
                    for at in range(first, last + 1):
                        states[at] = states[at] or 4
    return states


def _edges(child: Token, verb: Token, rows: Mapping[int, int]) -> tuple[int | None, int | None]:
    """Return first and last row of a subtree, cut at its verb."""
    first, last = child.left_edge.i, child.right_edge.i
    if first < verb.i < last:
        first, last = (verb.i + 1, last) if child.i > verb.i else (first, verb.i - 1)
    return _row(first, rows, 1, last), _row(last, rows, -1, first)


def _row(token: int, rows: Mapping[int, int], step: int, end: int) -> int | None:
    """Return the row of a token, or of the next one towards the other edge that is a word."""
    while token not in rows and token != end:
        token += step
    return rows.get(token)


def _fill(states: list[int], first: int, last: int) -> None:
    for at in range(first, last + 1):
        states[at] = 2
    states[first] = 1
    states[last] = 3 if last > first else 1
