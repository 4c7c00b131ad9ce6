"""Word pieces and features in, a score for each label out: a small BERT encoder with a CRF on top.

The encoder is that of MiniLM (6 layers, 384 wide), its weights are given. What is known of each word beside
its letters comes in as learnt vectors added to the piece's own, and as a learnt bias of the scores.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from onrecord.annotations.quotations_tagger.roles import LABELS, allowed

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
PIECES: Final = 30522
PLACES: Final = 512
EPSILON: Final = 1e-12
FORBIDDEN: Final = -1e4


class Layer(nn.Module):  # type: ignore[misc]
    """One encoder layer: attention, then two dense layers, each added to what came in and normed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.mixing = nn.Linear(WIDTH, 3 * WIDTH)
        self.joining = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """Return the pieces' vectors after this layer; `hidden` is added to the scores of attention."""
        rows, length, _ = x.shape
        mixed = self.mixing(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = mixed[0] @ mixed[1].transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + hidden
        weights = fn.dropout(torch.softmax(scores, dim=-1), self.dropout, self.training)
        seen = (weights @ mixed[2]).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm(x + fn.dropout(self.joining(seen), self.dropout, self.training))
        wide = self.narrow(fn.gelu(self.widen(x)))
        return self.last_norm(x + fn.dropout(wide, self.dropout, self.training))


class Encoder(nn.Module):  # type: ignore[misc]
    """Pieces and features to scores of labels.

    Args:
        sizes: how many values each channel of features has.
        dropout: share of values that training drops.
    """

    def __init__(self, sizes: Sequence[int], dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        offsets = torch.tensor([sum(sizes[:n]) for n in range(len(sizes))])
        self.offsets: Tensor
        self.register_buffer("offsets", offsets)
        self.known = nn.Embedding(sum(sizes), WIDTH)
        self.known_bias = nn.Embedding(sum(sizes), len(LABELS))
        self.scores = nn.Linear(WIDTH, len(LABELS))
        nn.init.normal_(self.known.weight, std=0.005)
        nn.init.zeros_(self.known_bias.weight)

    def forward(self, pieces: Tensor, features: Tensor, hidden: Tensor) -> Tensor:
        """Return scores [rows, pieces, labels]; `hidden` is 0 where a piece is shown, very low where not."""
        at = features + self.offsets
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.known(at).sum(dim=2)
        x = fn.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, hidden)
        x = fn.dropout(x, self.dropout, self.training)
        return self.scores(x) + self.known_bias(at).sum(dim=2)


class Chain(nn.Module):  # type: ignore[misc]
    """The linear-chain CRF over the words' scores."""

    def __init__(self) -> None:
        super().__init__()
        count = len(LABELS)
        self.between = nn.Parameter(torch.zeros(count, count))
        self.first = nn.Parameter(torch.zeros(count))
        self.last = nn.Parameter(torch.zeros(count))
        self.barred: Tensor
        self.register_buffer("barred", torch.tensor(allowed()).logical_not() * FORBIDDEN)

    def loss(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Return the summed negative log likelihood of the labels.

        Args:
            scores: [rows, words, labels].
            labels: [rows, words].
            mask: [rows, words], true where there is a word; each row begins with one.
        """
        between = self.between + self.barred
        total = self.first + scores[:, 0]
        path = total.gather(1, labels[:, :1]).squeeze(1)
        for word in range(1, scores.shape[1]):
            there = mask[:, word]
            onward = torch.logsumexp(total[:, :, None] + between, dim=1) + scores[:, word]
            total = torch.where(there[:, None], onward, total)
            step = between[labels[:, word - 1], labels[:, word]]
            step = step + scores[:, word].gather(1, labels[:, word : word + 1]).squeeze(1)
            path = path + torch.where(there, step, torch.zeros_like(step))
        ends = labels.gather(1, mask.sum(dim=1, keepdim=True) - 1).squeeze(1)
        return (torch.logsumexp(total + self.last, dim=1) - path - self.last[ends]).sum()


def with_weights(encoder: Encoder, given: Mapping[str, Tensor]) -> Encoder:
    """Return the encoder with MiniLM's weights put in, under BERT's names as its file has them."""
    own: dict[str, Tensor] = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for n in range(LAYERS):
        source = f"encoder.layer.{n}"
        for kind in ("weight", "bias"):
            parts = [given[f"{source}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            own[f"layers.{n}.mixing.{kind}"] = torch.cat(parts)
            for name, theirs in NAMES.items():
                own[f"layers.{n}.{name}.{kind}"] = given[f"{source}.{theirs}.{kind}"]
    encoder.load_state_dict({**encoder.state_dict(), **own})
    return encoder


NAMES: Final = {
    "joining": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "last_norm": "output.LayerNorm",
}
"""Our name of a part of a layer to BERT's."""
