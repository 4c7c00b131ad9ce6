"""Gold attributions in, the two scorers of links out.

Each piece of content is shown with its candidates for a cue, each cue with those for a source; the right one
among them is to come out likeliest. A share of the right answers is left out of the candidates by chance, so
that "none" is learnt as well.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.annotations.quotations_tagger.linking import Scorer
from onrecord.annotations.quotations_tagger.pairs import WIDTH, Candidates, Pairs
from onrecord.annotations.quotations_tagger.roles import Piece, Role, decode, encode
from onrecord.model.span import Span
from onrecord.training.examples import Attribution, Example, gold_pieces

HIDDEN: Final = 32
STEPS: Final = 400
LEFT_OUT: Final = 0.04
DECAY: Final = 1e-3
LINKS: Final[tuple[tuple[Role, Role], ...]] = (("content", "cue"), ("cue", "source"))

Right = tuple[Candidates, int]


def fit_linkers(examples: Sequence[Example], seed: int) -> tuple[Scorer, Scorer]:
    """Return the scorers of content to cue and of cue to source."""
    cases: tuple[list[Right], list[Right]] = ([], [])
    chance = random.Random(seed)
    for example in examples:
        for kind, case in right_links(example, chance):
            cases[kind].append(case)
    return _fit(cases[0], seed), _fit(cases[1], seed)


def right_links(example: Example, chance: random.Random | None = None) -> Iterator[tuple[int, Right]]:
    """Yield each gold piece with its candidates and the number of the right one.

    With chance, some of the right ones are left out; the kind (0, 1) is that of `LINKS`.
    """
    places = [example.words.span(n, n) for n in range(len(example.words))]
    pieces = decode(encode(places, gold_pieces(example.attributions)))
    if chance is not None:
        pieces = [p for p in pieces if p.role == "content" or chance.random() > LEFT_OUT]
    pairs = Pairs(example.words, example.features, pieces)
    for kind, (role, other) in enumerate(LINKS):
        answers = _answers(example, role, other)
        for candidates in pairs.of(role, other):
            targets = answers.get(_span(example, candidates.piece))
            if targets is None:
                continue
            spans = [_span(example, piece) for piece in candidates.others]
            at = next((n for n, span in enumerate(spans) if span in targets), len(spans))
            if len(spans):
                yield kind, (candidates, at)


def _answers(example: Example, role: Role, other: Role) -> dict[Span, set[Span]]:
    found: dict[Span, set[Span]] = {}
    row: Attribution
    for row in example.attributions:
        for span in row[role]:
            found.setdefault(Span(*span), set()).update(Span(*each) for each in row[other])
    return found


def _span(example: Example, piece: Piece) -> Span:
    return example.words.span(piece.first, piece.last)


def _fit(cases: Sequence[Right], seed: int) -> Scorer:
    most = max(len(candidates.rows) for candidates, _ in cases)
    rows = np.zeros((len(cases), most, WIDTH), dtype=np.float32)
    there = np.zeros((len(cases), most), dtype=bool)
    right = np.zeros(len(cases), dtype=np.int64)
    for n, (candidates, at) in enumerate(cases):
        rows[n, : len(candidates.rows)] = candidates.rows
        there[n, : len(candidates.rows)] = True
        right[n] = at
    return _descend(rows, there, right, seed)


def _descend(
    rows: NDArray[np.float32], there: NDArray[np.bool_], right: NDArray[np.int64], seed: int
) -> Scorer:
    torch.manual_seed(seed)
    x, mask, answer = torch.from_numpy(rows), torch.from_numpy(there), torch.from_numpy(right)
    hidden = (torch.randn(WIDTH, HIDDEN) * WIDTH**-0.5).requires_grad_()
    bias = torch.zeros(HIDDEN, requires_grad=True)
    out = (torch.randn(HIDDEN) * HIDDEN**-0.5).requires_grad_()
    optimizer = torch.optim.AdamW([hidden, bias, out], lr=0.02, weight_decay=DECAY)
    chance = torch.Generator().manual_seed(seed)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 0.02 * (1 - step / STEPS)
        batch = torch.randint(len(x), (1024,), generator=chance)
        scores = torch.tanh(x[batch] @ hidden + bias) @ out
        scores = scores.masked_fill(~mask[batch], -1e9)
        loss = torch.nn.functional.cross_entropy(scores, answer[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    arrays = [t.detach().numpy().astype(np.float64).round(5) for t in (hidden, bias, out)]
    return Scorer(hidden=arrays[0], bias=arrays[1], out=arrays[2])
