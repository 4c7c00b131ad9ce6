"""The tagger's one file: encoder, tokenizer, weights and lexicon with a card that holds their digests.

A zip file, stored. Everything but the encoder is JSON; nothing in it is code. What differs from the card is
refused. It is written whole under another name and then renamed.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from onrecord.annotations.quotations_tagger.calibration import Calibration
from onrecord.annotations.quotations_tagger.card import Card
from onrecord.annotations.quotations_tagger.crf import Transitions
from onrecord.annotations.quotations_tagger.linking import Scorer
from onrecord.errors import ModelChangedError, ModelNotFoundError

ENCODER: Final = "encoder.onnx"
TOKENIZER: Final = "tokenizer.json"
WEIGHTS: Final = "weights.json"
LEXICON: Final = "lexicon.json"
CARD: Final = "card.json"
FILES: Final = (ENCODER, TOKENIZER, WEIGHTS, LEXICON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What decides beside the encoder: chain, linkers of content and of source, calibration."""

    transitions: Transitions
    linkers: tuple[Scorer, Scorer]
    calibration: Calibration


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A tagger as read from its file.

    Attributes:
        digest: SHA-256 of the card, which holds those of all else: the tagger's identity.
    """

    encoder: bytes
    tokenizer: str
    weights: Weights
    lexicon: Mapping[str, int]
    card: Card
    digest: str


def write(path: Path, parts: Mapping[str, bytes], card: Card) -> Card:
    """Write a tagger's file and return its card, with digests and sizes put in.

    Args:
        path: of the file; one that is there is replaced.
        parts: the bytes of each of `FILES`.
        card: without digests.
    """
    card = replace(
        card,
        files={name: hashlib.sha256(parts[name]).hexdigest() for name in FILES},
        sizes={name: len(parts[name]) for name in FILES},
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    unready = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(unready, "w") as file:
            for name in FILES:
                file.writestr(zipfile.ZipInfo(name), parts[name])
            file.writestr(zipfile.ZipInfo(CARD), as_bytes(card.as_json()))
        unready.replace(path)
    finally:
        unready.unlink(missing_ok=True)
    return card


def read(path: Path) -> Bundle:
    """Return a tagger's file, checked.

    Raises:
        ModelNotFoundError: There is no such file.
        ModelChangedError: It is no tagger, of another format, or not as its card says.
    """
    if not path.is_file():
        raise ModelNotFoundError("no tagger is there: onrecord train quotes DIR makes one", subject=str(path))
    try:
        with zipfile.ZipFile(path) as file:
            raw = file.read(CARD)
            parts = {name: file.read(name) for name in FILES}
        card = Card.from_json(json.loads(raw))
        for name in FILES:
            if hashlib.sha256(parts[name]).hexdigest() != card.files.get(name):
                raise ModelChangedError(f"{name} in it is not the one of its card: train it again",
                                        subject=str(path))  # fmt: skip
        return Bundle(
            encoder=parts[ENCODER],
            tokenizer=parts[TOKENIZER].decode("utf-8"),
            weights=weights_from(json.loads(parts[WEIGHTS])),
            lexicon=json.loads(parts[LEXICON]),
            card=card,
            digest=hashlib.sha256(raw).hexdigest(),
        )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        if isinstance(error, ModelChangedError):
            raise
        raise ModelChangedError(f"this is no tagger ({error}): train it again", subject=str(path)) from error


def as_bytes(value: Mapping[str, Any]) -> bytes:
    """Return a value as JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def weights_as_json(weights: Weights) -> dict[str, Any]:
    """Return weights as JSON has them."""
    chain, calibration = weights.transitions, weights.calibration
    return {
        "chain": {name: getattr(chain, name).tolist() for name in ("between", "first", "last")},
        "linkers": [
            {"hidden": each.hidden.tolist(), "bias": each.bias.tolist(), "out": each.out.tolist()}
            for each in weights.linkers
        ],
        "calibration": {"weights": list(calibration.weights), "bias": calibration.bias},
    }


def weights_from(row: Mapping[str, Any]) -> Weights:
    """Return weights read back."""

    def arrays(table: Mapping[str, Any]) -> dict[str, Any]:
        return {name: np.asarray(values, dtype=np.float64) for name, values in table.items()}

    first, second = (Scorer(**arrays(table)) for table in row["linkers"])
    return Weights(
        transitions=Transitions(**arrays(row["chain"])),
        linkers=(first, second),
        calibration=Calibration(
            weights=tuple(row["calibration"]["weights"]), bias=row["calibration"]["bias"]
        ),
    )
