"""What is English stands in `data/en/`, or in a module that says that it is the English one."""

import ast
import re
from collections.abc import Mapping

import pytest

from onrecord.english import english_table
from tests.language.literals import english_of, hang, is_a_stage, labels, modules, strings

WORDS_OF_TABLES = "names of entries or classes of a table of `data/en/`"
WORDS_OF_PAGES = "names in web pages, feeds and encodings, the same in every language"
WORDS_SHOWN = "words that a face or an error shows"
ENGLISH_DATES = "the reader of printed English dates: its docstring says so"
WORDS_OF_KEYS = "sorts of keys, as older stores hold them"
OF_THE_TRAINING = "features of the tagger, fixed when it is trained on texts of one language"

MODULES: Mapping[str, str] = {
    "reports/days.py": ENGLISH_DATES,
    "reports/decoding.py": WORDS_OF_PAGES,
    "reports/elements.py": WORDS_OF_PAGES,
    "reports/hints.py": WORDS_OF_PAGES,
    "reports/languages.py": WORDS_OF_PAGES,
    "reports/metadata.py": WORDS_OF_PAGES,
    "reports/pages.py": WORDS_OF_PAGES,
    "views/days.py": WORDS_SHOWN,
    "views/markdown.py": WORDS_OF_PAGES,
    "views/people.py": WORDS_SHOWN,
    "annotations/quotations_tagger/pairs.py": OF_THE_TRAINING,
}
"""Modules whose words of English stay, each with the reason."""

SETS: Mapping[tuple[str, str], str] = {
    ("annotations/events/days.py", "invitation of"): WORDS_SHOWN,
    ("annotations/events/open_verbs.py", "mental says"): WORDS_OF_TABLES,
    ("annotations/events/open_verbs.py", "says steps"): WORDS_OF_TABLES,
    ("annotations/figures/zero.py", "casualty infected missing stranded trapped"): WORDS_OF_TABLES,
    ("annotations/mentions/lexicon.py", "companies denying doubtful empty"): WORDS_OF_TABLES,
    ("annotations/mentions/lexicon.py", "furniture matters"): WORDS_OF_TABLES,
    ("annotations/mentions/sources.py", "ask judge show tell think write"): WORDS_OF_TABLES,
    ("annotations/quotations/circumstances.py", "noun"): WORDS_OF_TABLES,
    ("annotations/quotations/indirect.py", "give see"): WORDS_OF_TABLES,
    ("annotations/timexes/counted_rules.py", "fortnight"): WORDS_OF_TABLES,
    ("annotations/timexes/lexicon.py", "weekdays"): WORDS_OF_TABLES,
    ("annotations/timexes/named_days.py", "easter"): WORDS_OF_TABLES,
    ("annotations/timexes/readers.py", "approx edge edgeof"): WORDS_OF_TABLES,
    ("links/citing.py", "had"): WORDS_OF_TABLES,
    ("links/corrected.py", "misnaming"): WORDS_OF_TABLES,
    (
        "links/event_features.py",
        "of one sort or name, and of days that can be one to begin with",
    ): WORDS_SHOWN,
    ("record/aftermath_sentences.py", "moved"): WORDS_OF_TABLES,
    ("record/difference_negations.py", "absent"): WORDS_OF_TABLES,
    ("record/difference_negations.py", "absent lacking"): WORDS_OF_TABLES,
    ("record/difference_negations.py", "lacking"): WORDS_OF_TABLES,
    ("record/difference_pairs.py", "real"): WORDS_OF_TABLES,
    ("record/older_keys.py", "ad sd td"): WORDS_OF_KEYS,
    ("record/older_keys.py", "nt pn pp pt rr"): WORDS_OF_KEYS,
    ("record/outcomes.py", "real"): WORDS_OF_TABLES,
    ("record/waiting.py", "real"): WORDS_OF_TABLES,
}
"""Single sets and patterns that stay: module, words in it that aren't known for labels, reason."""

READERS: Mapping[str, str] = {
    "printing_words": "printing", "printing_endings": "printing", "printing_pattern": "printing",
    "printing_text": "printing",
    "event_words": "events_grammar",
    "figure_words": "figures_grammar", "figure_phrases": "figures_grammar",
    "figure_endings": "figures_grammar", "figure_pattern": "figures_grammar",
    "name_words": "names_grammar", "name_endings": "names_grammar",
    "quotation_words": "quotations_grammar", "quotation_endings": "quotations_grammar",
    "quotation_pattern": "quotations_grammar",
    "time_words": "times_around", "time_pattern": "times_around", "time_text": "times_around",
    "linking_words": "linking", "linking_endings": "linking", "linking_pattern": "linking",
    "composing_words": "composing", "composing_stems": "composing", "composing_pattern": "composing",
    "composing_text": "composing",
    "showing_words": "showing",
}  # fmt: skip
"""The reader of each noun, and its table of closed classes."""


def found() -> list[tuple[str, str]]:
    """Return module and English words of each set and pattern of a stage, but for the modules above."""
    stages = [each for each in modules().items() if is_a_stage(each[0]) and each[0] not in MODULES]
    every = {each for module, tree in stages for each in english_of(module, tree)}
    return sorted((module, " ".join(sorted(words))) for module, words in every)


def asked() -> set[tuple[str, str]]:
    """Return table and entry of each call of a reader."""
    calls = (node for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = ((call.func.id, call.args) for call in calls if isinstance(call.func, ast.Name))
    return {(READERS[name], entry) for name, args in named if name in READERS for entry in strings(args[0])}


def entries() -> set[tuple[str, str]]:
    """Return table and entry of all that the tables hold."""
    tables = {name: english_table(name) for name in READERS.values()}
    parts = ((name, part, keys) for name, table in tables.items() for part, keys in table.items())
    return {(name, f"{part}.{key}") for name, part, keys in parts for key in keys}


def test_no_rule_holds_words_of_english() -> None:
    new = [each for each in found() if each not in SETS]
    assert not new, "words that reports are read by belong into a table of data/en (docs/design/language.md)"


def test_what_is_let_stand_still_stands() -> None:
    assert set(SETS) <= set(found())
    assert set(MODULES) <= {
        module for module, tree in modules().items() if next(english_of(module, tree), None) is not None
    }


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("KNOWN = frozenset({'although', 'whereas'})", "although whereas", id="a set"),
        pytest.param(
            "if word in ('she', 'they'): pass", "she they", id="a tuple that words are looked up in"
        ),
        pytest.param("word.endswith(('ings', 'ed'))", "ed ings", id="endings"),
        pytest.param("PAIRS = (('out', 'of'), ('of', 'whom'))", "out whom", id="phrases"),
        pytest.param("GONE = re.compile(r'\\b(?:had|has been)\\b')", "been had has", id="a pattern"),
        pytest.param("ARTICLE = r'(?:the|an)\\s'", "the an", id="a part of a pattern"),
        pytest.param("SMALL = frozenset('whose whom'.split())", "whom whose", id="words in one string"),
    ],
)
def test_words_of_english_are_seen(source: str, words: str) -> None:
    tree = ast.parse(source)
    hang(tree)
    assert set(words.split()) <= {word for _, each in english_of("links/invented.py", tree) for word in each}


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("TOLD = frozenset({'happened', 'ongoing'})", id="states of the contract"),
        pytest.param("if token.dep_ in ('nsubj', 'nsubjpass'): pass", id="labels of the parser"),
        pytest.param("MARKS = frozenset({',', ';', '“'})", id="marks"),
        pytest.param("TAGS = {'VBN', 'PAST_REF', 'http://', 'told_words'}", id="codes"),
        pytest.param(r"NUMBER = re.compile(r'(?P<low>\d+)(?:\.\d+)?[A-Za-z]')", id="a pattern of signs"),
    ],
)
def test_labels_are_no_words_of_english(source: str) -> None:
    tree = ast.parse(source)
    hang(tree)
    assert list(english_of("links/invented.py", tree)) == []


def test_the_labels_of_the_code_are_few_enough_to_tell() -> None:
    closed = {"the", "she", "they", "which", "whom", "although", "and", "were", "been", "not"}
    assert not closed & labels()


def test_each_entry_that_is_asked_for_stands_in_its_table() -> None:
    assert asked() - entries() == set()


def test_each_entry_is_asked_for() -> None:
    assert entries() - asked() == set()


@pytest.mark.parametrize("name", sorted(set(READERS.values())))
def test_a_pattern_can_be_compiled(name: str) -> None:
    for section in english_table(name).values():
        for value in section.values():
            re.compile(value if isinstance(value, str) else "|".join(map(re.escape, value)))


def test_only_one_module_knows_the_folder() -> None:
    folder = re.compile(r"(data/)?en(/.*)?")
    opening = {
        module
        for module, tree in modules().items()
        for text in strings(tree)
        if folder.fullmatch(text) and "/" in text
    }
    assert opening == {"english.py"}
