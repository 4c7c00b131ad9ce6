"""A fitted encoder in, the bytes of its ONNX file out, multiplied in whole numbers of eight bits."""

import tempfile
import warnings
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from onrecord.annotations.quotations_tagger.features import SIZES
from onrecord.training.network import Encoder

OPSET: Final = 17


class _Alone(nn.Module):  # type: ignore[misc]
    """The encoder for one window at a time, where nothing is hidden."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        scores: Tensor = self.encoder(pieces, features, torch.zeros(1, 1, 1, 1))
        return scores


def as_onnx(encoder: Encoder, *, quantised: bool = True) -> bytes:
    """Return the encoder as ONNX: `pieces` [1, n] and `features` [1, n, channels] to `scores` [1, n, labels].

    Args:
        encoder: fitted.
        quantised: per channel to int8, a quarter of the size.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        _export(encoder, plain)
        if not quantised:
            return plain.read_bytes()
        quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8)
        return small.read_bytes()


def _export(encoder: Encoder, path: Path) -> None:
    given = (torch.zeros(1, 9, dtype=torch.long), torch.zeros(1, 9, len(SIZES), dtype=torch.long))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Alone(encoder).eval(),
            given,
            str(path),
            input_names=["pieces", "features"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "n"}, "features": {1: "n"}, "scores": {1: "n"}},
            opset_version=OPSET,
            dynamo=False,
        )
