"""Source in, the English that stands in it out: sets in which words are looked up, and patterns.

A string is a word of English unless it is a label. Labels are: names of the contract, of the parser and of
sorts of event; codes (no small letter, or a mark such as `_` or `/` in them); and whatever the code gives
by itself somewhere, as a `Literal`, a key, a result, a default or a keyword's value. What rules look for in
reports is none of these.
"""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.glossary import GLOSSARY

from onrecord.english import english_table

ROOT = Path(__file__).parents[2] / "src/onrecord"
STAGES = ("reports", "annotations", "links", "record", "views")  # which read the words of reports
MATCHING = re.compile(r"re\.(compile|search|match|fullmatch|sub|split|findall|finditer)")
REGULAR = re.compile(r"\(\?[a-z:<!=]|\\[bdsw]")
WORD = re.compile(r"[A-Za-z]{2,}")
CODE = re.compile(r"[^a-z]+|\S*[:/._@=\d]\S*")
SYNTAX = re.compile(r"\\[a-zA-Z]|\(\?P?<\w+>|\(\?P=\w+\)|\(\?[a-zA-Z]+[:)]|\[[^\]]*\]|\{[^}]*\}")
Found = tuple[str, frozenset[str]]
"""A module, and the words of one set or pattern in it."""


@cache
def modules() -> dict[str, ast.Module]:
    """Return the tree of each module, each node of it with its parent."""
    trees = {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}
    for tree in trees.values():
        hang(tree)
    return trees


def hang(tree: ast.AST) -> None:
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.parent = node  # type: ignore[attr-defined]


@cache
def labels() -> frozenset[str]:
    """Return what names things in the contract, the parser, the tables and the code."""
    sorts = {entry["sort"] for name in ("events", "events_open") for entry in english_table(name)["event"]}
    contract = contract_words(json.loads((ROOT / "data/record.schema.json").read_text("utf-8")))
    given = {word for tree in modules().values() for word in given_in(tree)}
    return frozenset({*GLOSSARY, *sorts, *contract, *given})


def contract_words(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            if key in ("enum", "const"):
                yield from (each for each in (value if isinstance(value, list) else [value]))
            yield from contract_words(value)
    elif isinstance(node, list):
        for each in node:
            yield from contract_words(each)


def given_in(tree: ast.AST) -> Iterator[str]:
    """Yield the strings that code gives by itself: they are labels of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            literal = ast.unparse(node.value) == "Literal"
            yield from (strings(node.slice) if literal else given(node.slice))
        elif isinstance(node, ast.Return | ast.Yield) or (
            isinstance(node, ast.keyword | ast.Assign | ast.AnnAssign)
            and not isinstance(node.value, ast.Tuple)
        ):
            yield from given(node.value)


def given(node: ast.AST | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*given(node.body), *given(node.orelse))
    elif isinstance(node, ast.Tuple | ast.BoolOp):
        for each in node.elts if isinstance(node, ast.Tuple) else node.values:
            yield from given(each)


def strings(node: ast.AST) -> list[str]:
    found = (each for each in ast.walk(node) if isinstance(each, ast.Constant))
    return [each.value for each in found if isinstance(each.value, str)]


def english_of(module: str, tree: ast.AST) -> Iterator[Found]:
    """Yield the English words of each set and pattern of a module."""
    for node in ast.walk(tree):
        words: frozenset[str] = frozenset()
        if isinstance(node, ast.Set | ast.Tuple | ast.List) and looked_up_in(node):
            written = [each.value for each in node.elts if isinstance(each, ast.Constant)]
            listed = [each for each in written if isinstance(each, str)]
            words = frozenset(filter(is_english, listed)) if len(listed) > 1 else words
        elif isinstance(node, ast.Call):
            words = frozenset(words_of_call(node))
        elif isinstance(node, ast.Constant) and is_pattern(node):
            words = frozenset(words_in(str(node.value)))
        if words:
            yield module, words


def words_of_call(call: ast.Call) -> list[str]:
    """Return the words of a pattern that is compiled or asked, and of a string that is split into words."""
    function = call.func
    if MATCHING.fullmatch(ast.unparse(function)) and call.args:
        return words_in(" ".join(pattern_of(call.args[0])))
    if isinstance(function, ast.Attribute) and function.attr == "split":
        return " ".join(given(function.value)).split()
    return []


def words_in(pattern: str) -> list[str]:
    return [word for word in WORD.findall(SYNTAX.sub(" ", pattern)) if CODE.fullmatch(word) is None]


def is_pattern(node: ast.Constant) -> bool:
    """Whether a string, not one that explains, is written as a pattern or as a part of one."""
    explains = isinstance(node.parent, ast.Expr)  # type: ignore[attr-defined]
    return not explains and isinstance(node.value, str) and REGULAR.search(node.value) is not None


def is_english(word: str) -> bool:
    return word not in labels() and WORD.search(word) is not None and CODE.fullmatch(word) is None


def pattern_of(node: ast.AST) -> list[str]:
    """Return the written parts of a pattern, without the names of tables and entries that it is built of."""
    found = (each for each in ast.walk(node) if isinstance(each, ast.Constant) and not names_entry(each))
    return [each.value for each in found if isinstance(each.value, str)]


def names_entry(node: ast.Constant) -> bool:
    parent = node.parent  # type: ignore[attr-defined]
    return isinstance(parent, ast.Subscript) or (
        isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name)
    )


def looked_up_in(node: ast.AST) -> bool:
    """Whether a collection is one in which words are looked up, not one that is handed on."""
    parent = node.parent  # type: ignore[attr-defined]
    if isinstance(node, ast.Set) or isinstance(parent, ast.Compare):
        return True
    if isinstance(parent, ast.Call):
        asking = ("startswith", "endswith", "isdisjoint", "intersection", "union")
        function = parent.func
        return ast.unparse(function) in ("frozenset", "set") or (
            isinstance(function, ast.Attribute) and function.attr in asking
        )
    while isinstance(parent, ast.Tuple | ast.List | ast.BinOp):
        parent = parent.parent  # type: ignore[union-attr]
    public = isinstance(parent, ast.Assign) and ast.unparse(parent.targets[0]) == "__all__"
    return not public and isinstance(parent, ast.Assign | ast.AnnAssign | ast.For | ast.comprehension)


def is_a_stage(module: str) -> bool:
    """Whether a module reads the words of reports: it doesn't speak SQL, and isn't named for English."""
    return module.split("/")[0] in STAGES and not Path(module).stem.startswith(("english", "sql"))
