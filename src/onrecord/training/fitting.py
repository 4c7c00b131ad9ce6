"""Examples in, a fitted encoder and chain out: the loop of training.

Each pass cuts the texts into other windows, so that no place is always at a window's edge. The learning rate
rises over the first steps and then falls to nothing; what comes out is the mean of the weights over the last
steps, which hangs less on the last few batches than the last weights do. All chance comes from one seed.
"""

import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor

from onrecord.annotations.quotations_tagger.encoding import Shown, shown
from onrecord.annotations.quotations_tagger.features import SIZES
from onrecord.annotations.quotations_tagger.windows import Window, cores
from onrecord.training.examples import Example
from onrecord.training.network import FORBIDDEN, Chain, Encoder

Batch = list[tuple[Shown, list[int]]]
Tools = tuple[torch.optim.AdamW, torch.optim.lr_scheduler.LambdaLR, "Mean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train.

    Attributes:
        epochs: passes over the examples.
        batch: windows a step.
        size: pieces in a window, at most.
        rate: highest learning rate of the encoder.
        new_rate: that of what has no weights to begin with.
        warm: share of the steps in which the rate rises.
        averaged: share of the steps, the last ones, whose weights are averaged; 0 takes the last.
        threads: of the processor; more than one only helps where nothing else runs.
        bf16: multiply in bfloat16 where the processor does that fast.
    """

    epochs: int = 6
    batch: int = 16
    size: int = 160
    rate: float = 1.5e-4
    new_rate: float = 2e-3
    warm: float = 0.1
    averaged: float = 0.25
    decay: float = 0.01
    seed: int = 1
    threads: int = 1
    bf16: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What training gives: the two networks, the loss of each pass, and its time in seconds."""

    encoder: Encoder
    chain: Chain
    losses: tuple[float, ...]
    seconds: float


class Mean:
    """The mean of weights over the steps after a given one.

    Args:
        weights: as the optimizer changes them, in place.
        after: steps that don't count yet.
    """

    def __init__(self, weights: Sequence[Tensor], *, after: int) -> None:
        self._weights = weights
        self._sums: list[Tensor] = []
        self._left = after
        self._count = 0

    def step(self) -> None:
        """Take in the weights after one step more."""
        self._left -= 1
        if self._left >= 0:
            return
        self._count += 1
        if not self._sums:
            self._sums = [torch.zeros_like(weight) for weight in self._weights]
        for total, weight in zip(self._sums, self._weights, strict=True):
            total.add_(weight.detach())

    def put_in(self) -> None:
        """Set the weights to their mean; leave them as they are where no step counted."""
        if not self._sums:
            return
        with torch.no_grad():
            for total, weight in zip(self._sums, self._weights, strict=True):
                weight.copy_(total / self._count)


def fit(
    encoder: Encoder,
    examples: Sequence[Example],
    marks: tuple[int, int],
    plan: Plan,
    *,
    after: Callable[[int, Encoder, Chain], None] | None = None,
) -> Fitted:
    """Return the encoder and a chain fitted to examples.

    Args:
        encoder: with the weights to begin from.
        examples: what to learn from.
        marks: ids of the pieces that begin and end a window.
        plan: how.
        after: called at the end of each pass, with its number.
    """
    began = time.monotonic()
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    chance = random.Random(plan.seed)
    chain = Chain()
    steps = plan.epochs * len(_batches(_windows(examples, marks, plan, chance), plan, chance))
    optimizer = _optimizer(encoder, chain, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, steps, plan))
    mean = Mean([*encoder.parameters(), *chain.parameters()], after=steps - round(steps * plan.averaged))
    losses = []
    for epoch in range(plan.epochs):
        encoder.train()
        batches = _batches(_windows(examples, marks, plan, chance), plan, chance)
        losses.append(_epoch(batches, encoder, chain, (optimizer, schedule, mean), plan))
        seconds = time.monotonic() - began
        logging.getLogger(__name__).info(
            "pass %d of %d: loss %.4f, %.0f s", epoch + 1, plan.epochs, losses[-1], seconds
        )
        encoder.eval()
        if after is not None:
            after(epoch + 1, encoder, chain)
    mean.put_in()
    return Fitted(
        encoder=encoder, chain=chain, losses=tuple(losses), seconds=round(time.monotonic() - began, 1)
    )


def _windows(
    examples: Sequence[Example], marks: tuple[int, int], plan: Plan, chance: random.Random
) -> Iterator[tuple[Shown, list[int]]]:
    for example in examples:
        counts = [len(pieces) for pieces in example.pieces]
        first = chance.randint(plan.size // 4, plan.size)
        cut = [
            Window(start, end, start, end)
            for start, end in cores(
                counts, example.words.sentence, example.words.paragraph, first_size=first, size=plan.size
            )
        ]
        for window, seen in zip(cut, shown(example.pieces, example.features, cut, marks), strict=True):
            yield seen, example.labels[window.start : window.end]


def _batches(rows: Iterator[tuple[Shown, list[int]]], plan: Plan, chance: random.Random) -> list[Batch]:
    """Return batches of windows of about one length, in chance order."""
    ordered = sorted(rows, key=lambda row: (len(row[0].pieces) // 8, chance.random()))
    batches = [ordered[at : at + plan.batch] for at in range(0, len(ordered), plan.batch)]
    chance.shuffle(batches)
    return batches


def _epoch(batches: Sequence[Batch], encoder: Encoder, chain: Chain, tools: Tools, plan: Plan) -> float:
    """Return the mean loss a word of one pass."""
    optimizer, schedule, mean = tools
    total, words, began = 0.0, 0, time.monotonic()
    parameters = [*encoder.parameters(), *chain.parameters()]
    for number, batch in enumerate(batches):
        pieces, features, hidden, heads, labels, mask = tensors(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16) if plan.bf16 else nullcontext():
            scores = encoder(pieces, features, hidden)
        scores = scores.float().gather(1, heads[:, :, None].expand(-1, -1, scores.shape[2]))
        loss = chain.loss(scores, labels, mask)
        count = int(mask.sum())
        optimizer.zero_grad(set_to_none=True)
        (loss / count).backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        schedule.step()
        mean.step()
        total, words = total + float(loss.detach()), words + count
        if number % 50 == 49:
            logging.getLogger(__name__).info(
                "step %d of %d: loss %.4f, %.0f s",
                number + 1, len(batches), total / words, time.monotonic() - began,
            )  # fmt: skip
    return round(total / max(words, 1), 5)


def tensors(batch: Batch) -> tuple[Tensor, ...]:
    """Return a batch padded to its longest: pieces, features, hidden, heads, labels, mask."""
    rows = len(batch)
    length = max(len(seen.pieces) for seen, _ in batch)
    words = max(len(labels) for _, labels in batch)
    pieces = torch.zeros(rows, length, dtype=torch.long)
    features = torch.zeros(rows, length, len(SIZES), dtype=torch.long)
    hidden = torch.full((rows, 1, 1, length), FORBIDDEN)
    heads = torch.zeros(rows, words, dtype=torch.long)
    labels = torch.zeros(rows, words, dtype=torch.long)
    mask = torch.zeros(rows, words, dtype=torch.bool)
    for row, (seen, given) in enumerate(batch):
        pieces[row, : len(seen.pieces)] = torch.from_numpy(seen.pieces)
        features[row, : len(seen.pieces)] = torch.from_numpy(seen.features)
        hidden[row, :, :, : len(seen.pieces)] = 0.0
        heads[row, : len(given)] = torch.from_numpy(seen.heads)
        labels[row, : len(given)] = torch.tensor(given)
        mask[row, : len(given)] = True
    return pieces, features, hidden, heads, labels, mask


def _optimizer(encoder: Encoder, chain: Chain, plan: Plan) -> torch.optim.AdamW:
    fresh = [*chain.parameters(), *encoder.known.parameters(), *encoder.known_bias.parameters()]
    fresh += list(encoder.scores.parameters())
    mine = {id(p) for p in fresh}
    given = [p for p in encoder.parameters() if id(p) not in mine]
    return torch.optim.AdamW(
        [
            {"params": [p for p in given if p.dim() > 1], "lr": plan.rate, "weight_decay": plan.decay},
            {"params": [p for p in given if p.dim() == 1], "lr": plan.rate, "weight_decay": 0.0},
            {"params": fresh, "lr": plan.new_rate, "weight_decay": 0.0},
        ],
        fused=True,
    )


def rate_at(step: int, steps: int, plan: Plan) -> float:
    """Return the share of the highest rate at a step: up at first, then down to nothing."""
    warm = max(1, round(steps * plan.warm))
    return min(step + 1, warm) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))
