"""The glossary and the code use the same words."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

GLOSSARY = Path(__file__).parents[1] / "docs/glossary.md"
MODULES = [
    f"onrecord.model.{name}" for name in ("span", "when", "partial_date", "report", "annotation", "record")
]
HOMES = [*MODULES, "onrecord.annotations.annotator"]


def rows() -> list[tuple[str, str]]:
    cells = [
        line.split("|")[1:-1]
        for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
        if line[:2] == "| "
    ]
    return [(term.strip(), names) for term, _, names in cells[1:]]


def names_in_code() -> list[str]:
    return [name for _, names in rows() for name in re.findall(r"`([^`]+)`", names)]


def test_no_term_is_explained_twice() -> None:
    terms = [term for term, _ in rows()]
    assert len(terms) == len(set(terms)) > 30


@pytest.mark.parametrize("name", names_in_code())
def test_what_the_glossary_names_is_there(name: str) -> None:
    if name.startswith("onrecord."):
        importlib.import_module(name)
        return
    noun, _, attribute = name.partition(".")
    found = [getattr(module, noun) for module in map(importlib.import_module, HOMES) if hasattr(module, noun)]
    assert found, name
    assert not attribute or attribute in found[0].__dataclass_fields__


def test_every_noun_of_the_model_stands_in_the_glossary() -> None:
    named = {name.partition(".")[0] for name in names_in_code()}
    nouns = {
        name
        for module in map(importlib.import_module, MODULES)
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__
    }
    assert nouns <= named
