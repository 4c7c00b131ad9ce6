"""A report's words in, its language out: `und` where it can't be told."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Protocol, cast

UNKNOWN: Final = "und"

_LEAST_LETTERS: Final = 40
"""Fewer letters than this don't tell a language: names alone may be most of them."""

_SAMPLE: Final = 4000
_LEAST_SHARE: Final = 0.9
"""Share of the best guess among all languages. Of English news sentences of 40 letters and more, it is above
this in nearly all; below it are lists of names and numbers."""


class _Identifier(Protocol):
    def classify(self, text: str, /) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    import py3langid
    from py3langid.langid import LanguageIdentifier

    model = Path(py3langid.__file__).parent / "data" / "model.npz.xz"
    return cast("_Identifier", LanguageIdentifier.from_model_file(str(model), norm_probs=True))


def language_of(text: str, declared: str | None = None) -> str:
    """Return the language code of a text.

    Args:
        text: The news of the report, without its furniture.
        declared: What the page or the delivery says; it decides where the words are too few, and gives its
            region where it agrees with them.
    """
    code = _code(declared)
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    if letters < _LEAST_LETTERS:
        return code or UNKNOWN
    sample = text[:_SAMPLE]
    # Words in capitals are no language that the identifier knows.
    found, share = _identifier().classify(sample.lower() if sample.upper() == sample else sample)
    if code and code.split("-")[0] == found:
        return code
    if share >= _LEAST_SHARE and found != "zxx":
        return found
    return code or UNKNOWN


def _code(declared: str | None) -> str | None:
    """Return a declared language as BCP 47, as far as language and region go."""
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])", (declared or "").strip())
    if match is None or match[1].lower() in {"und", "mul", "zxx"}:
        return None
    return match[1].lower() + (f"-{match[2].upper()}" if match[2] else "")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return tomllib.loads(files("onrecord.data").joinpath("languages.toml").read_text(encoding="utf-8"))


def name_of(code: str) -> str:
    """Return a language's name for the reader."""
    return _names().get(code.split("-")[0], code)
