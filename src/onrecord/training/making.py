"""The flow of training on one page: examples, fitting, linkers, calibration, measuring, the file."""

import hashlib
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

import torch
from tokenizers import Tokenizer

from onrecord.annotations import english
from onrecord.annotations.quotations_tagger.bundle import (
    ENCODER,
    LEXICON,
    TOKENIZER,
    WEIGHTS,
    Bundle,
    Weights,
    as_bytes,
    weights_as_json,
    write,
)
from onrecord.annotations.quotations_tagger.calibration import Calibration
from onrecord.annotations.quotations_tagger.card import Card
from onrecord.annotations.quotations_tagger.crf import Transitions
from onrecord.annotations.quotations_tagger.encoding import BEGIN, END
from onrecord.annotations.quotations_tagger.features import SIZES
from onrecord.annotations.quotations_tagger.tagger import Attribution, Tagger
from onrecord.errors import SourceNotFoundError
from onrecord.evaluation.scorer import DOCS, GOLD, load_scorer, read_docs
from onrecord.training.calibrating import Judged, calibrate, cutoff_of, direct_ones, floor_of, judge
from onrecord.training.evaluating import find, for_card, score_at, score_some
from onrecord.training.examples import Example, lexicon_of, read_examples
from onrecord.training.fitting import Fitted, Plan, fit
from onrecord.training.linkers import fit_linkers
from onrecord.training.network import Chain, Encoder, with_weights
from onrecord.training.onnx_file import as_onnx
from onrecord.training.weights import DIGESTS, minilm

PARTS: Final = 8
"""Numbers that an attribution's confidence is worked out from."""

PACKAGES: Final = ("onrecord", "torch", "onnx", "onnxruntime", "tokenizers", "spacy", "numpy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What training learnt, before it is measured."""

    bundle: Bundle
    examples: tuple[Example, ...]
    seconds: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One training: from which folder, into which file, how."""

    directory: Path
    out: Path
    plan: Plan
    limit: int | None = None

    def run(self) -> Card:
        """Train, write the file and return its card."""
        load_scorer(self.directory)
        files = minilm()
        tokenizer = Tokenizer.from_file(str(files.tokenizer))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        lexicon = lexicon_of()
        began = time.monotonic()
        examples = self._examples(lexicon, tokenizer)
        _tell("%d documents read in %.0f s", len(examples), time.monotonic() - began)
        torch.manual_seed(self.plan.seed)
        encoder = with_weights(Encoder(SIZES), files.read_weights())
        marks = (tokenizer.token_to_id(BEGIN), tokenizer.token_to_id(END))
        learnt = [example for example in examples if not example.held_out]
        fitted = fit(encoder, learnt, marks, self.plan, after=self._checkpoint)
        card = self.finish(fitted, examples, (tokenizer.to_str(), lexicon), began)
        for path in self._checkpoints():
            path.unlink()
        return card

    def finish(
        self, fitted: Fitted, examples: Sequence[Example], tables: tuple[str, Mapping[str, int]], began: float
    ) -> Card:
        """Return the card of what was fitted, its file written."""
        learnt = [example for example in examples if not example.held_out]
        held = [example for example in examples if example.held_out] or learnt[:1]
        parts = {
            ENCODER: as_onnx(fitted.encoder),
            TOKENIZER: tables[0].encode("utf-8"),
            LEXICON: as_bytes(dict(tables[1])),
        }
        weights = Weights(
            transitions=transitions_of(fitted.chain),
            linkers=fit_linkers(learnt, self.plan.seed),
            calibration=Calibration(weights=(0.0,) * PARTS, bias=0.0),
        )
        card = self._card(examples, fitted)
        texts: dict[str, Any] = {"tokenizer": tables[0], "lexicon": tables[1], "digest": ""}
        bundle = Bundle(encoder=parts[ENCODER], weights=weights, card=card, **texts)
        bundle, timing = self._calibrated(bundle, held)
        figures = self._figures(Tagger(bundle), held)
        seconds = round(time.monotonic() - began)
        parts[WEIGHTS] = as_bytes(weights_as_json(bundle.weights))
        training = {**bundle.card.training, "seconds_in_all": seconds}
        return write(self.out, parts, replace(bundle.card, figures=figures, timing=timing, training=training))

    def _examples(self, lexicon: Mapping[str, int], tokenizer: Tokenizer) -> list[Example]:
        parts = {doc.part for doc in read_docs(self.directory)}
        part = "train" if "train" in parts else None
        examples = []
        for example in read_examples(self.directory, part, lexicon, tokenizer):
            examples.append(example)
            if len(examples) % 100 == 0:
                _tell("%d documents read", len(examples))
            if len(examples) == self.limit:
                break
        if not examples:
            raise SourceNotFoundError("no annotated documents are in it", subject=str(self.directory))
        return examples

    def _calibrated(self, bundle: Bundle, held: Sequence[Example]) -> tuple[Bundle, dict[str, float]]:
        """Return the tagger with calibration and cut-offs, and the time that a report took."""
        tagger = Tagger(bundle)
        began = time.perf_counter()
        found: list[tuple[Example, list[Attribution]]] = [(e, tagger.attributions(e.parsed)) for e in held]
        each = 1000 * (time.perf_counter() - began) / len(held)
        judged: list[Judged] = []
        for example, attributions in found:
            judged += judge(self.directory, example, attributions)
        calibration = calibrate(judged, PARTS)
        direct = sum(direct_ones(self.directory, example) for example in held)
        gold = (sum(len(example.attributions) for example in held), direct)
        card = replace(
            bundle.card, floor=floor_of(judged, calibration, gold), cutoff=cutoff_of(judged, calibration)
        )
        weights = replace(bundle.weights, calibration=calibration)
        words = sum(len(example.words) for example in held) / len(held)
        timing = {"milliseconds_a_report": round(each, 1), "words_a_report": round(words, 1)}
        return replace(bundle, card=card, weights=weights), timing

    def _figures(self, tagger: Tagger, held: Sequence[Example]) -> dict[str, dict[str, float]]:
        """Return the metrics of the held-out documents, and of the part "dev" where there is one."""
        ids = {example.doc.id for example in held}
        found = list(find(tagger, [e.doc for e in held], (e.parsed for e in held)))
        figures = {"held-out": for_card(score_some(self.directory, found))}
        dev = [doc for doc in read_docs(self.directory, "dev") if doc.id not in ids]
        if dev and self.limit is None:
            figures["dev"] = for_card(score_at(self.directory, list(find(tagger, dev)), 0.0, "dev"))
        return figures

    def _card(self, examples: Sequence[Example], fitted: Fitted) -> Card:
        held = sum(example.held_out for example in examples)
        return Card(
            made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ"),
            data={
                "documents": len(examples) - held,
                "documents held out": held,
                "attributions": sum(len(e.attributions) for e in examples),
                **{name: _digest(self.directory / name) for name in (DOCS, GOLD)},
                "first weights": f"all-MiniLM-L6-v2, sha256 {DIGESTS['model.safetensors']}",
            },
            training={
                **asdict(self.plan),
                "losses": list(fitted.losses),
                "seconds_of_fitting": fitted.seconds,
            },
            versions={**{name: _version(name) for name in PACKAGES}, "parser": english.model_version()},
            floor=0.0,
            cutoff=0.0,
        )

    def _checkpoint(self, epoch: int, encoder: Encoder, chain: Chain) -> None:
        self.out.parent.mkdir(parents=True, exist_ok=True)
        path = self.out.with_name(f"{self.out.name}.pass-{epoch}.pt")
        torch.save((encoder.state_dict(), chain.state_dict()), path)

    def _checkpoints(self) -> list[Path]:
        names = (f"{self.out.name}.pass-{n + 1}.pt" for n in range(self.plan.epochs))
        return [path for name in names if (path := self.out.with_name(name)).exists()]


def transitions_of(chain: Chain) -> Transitions:
    """Return a fitted chain as decoding has it."""
    between, first, last = (
        tensor.detach().double().numpy().round(5)
        for tensor in (chain.between + chain.barred, chain.first, chain.last)
    )
    return Transitions(between=between, first=first, last=last)


def _digest(path: Path) -> str:
    return f"sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _tell(message: str, *values: object) -> None:
    logging.getLogger(__name__).info(message, *values)
