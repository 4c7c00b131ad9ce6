"""Whatever stands in a text: no crash, spans within it, and time in proportion to it."""

import random
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.annotations.events import ANNOTATOR
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Found
from tests.annotations.events.reading import mentions_in, timexes_in
from tests.support import make_report

WORDS = (
    "Trell",
    "met",
    "talks",
    "attack",
    "killed",
    "was",
    "will",
    "not",
    "on",
    "Monday",
    "and",
    "“",
    "?",
    "in",
    "Weirholm",
    "said",
    "the",
    "of",
    "called",
    "off",
    "to",
    ",",
    "-",
    "שלום",
    "😀",
    "\u200b",
    "meeting",
    "by",
)
DEPS = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "xcomp",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
    "conj",
    "aux",
    "auxpass",
    "neg",
    "det",
    "amod",
    "compound",
    "poss",
    "pcomp",
    "mark",
    "prt",
    "agent",
    "appos",
    "attr",
)
TAGS = tuple(
    pair.split("/")
    for pair in [
        "VERB/VBD",
        "VERB/VB",
        "VERB/VBN",
        "VERB/VBG",
        "NOUN/NN",
        "NOUN/NNS",
        "PROPN/NNP",
        "ADP/IN",
        "AUX/VBZ",
        "ADJ/JJ",
        "PRON/WP",
    ]
)


def any_page(words, seed):
    """Return a report whose parse is a random tree with random labels: worse than any parser's."""
    chance = random.Random(seed)
    report = make_report(" ".join(words))
    heads = [0] + [chance.randrange(i) for i in range(1, len(words))]
    tags = [chance.choice(TAGS) for _ in words]
    doc = Doc(
        spacy.blank("en").vocab,
        words=list(words),
        heads=heads,
        deps=["ROOT"] + [chance.choice(DEPS) for _ in words[1:]],
        pos=[pos for pos, _ in tags],
        tags=[tag for _, tag in tags],
        lemmas=[word.lower() for word in words],
    )
    return Parsed(report=report, doc=doc)


def found_in(page):
    found = Found(
        mentions=mentions_in(page.report.text, page.report.id),
        timexes=timexes_in(page.report.text, page.report.id),
    )
    return list(ANNOTATOR.find(page, found))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.integers(0, 10**6))
def test_any_tree_gives_sound_events(words, seed):
    page = any_page(words, seed)
    text = page.report.text
    for event in found_in(page):
        assert len(event.span) > 0
        assert event.clause.end <= len(text)
        assert event.clause.overlaps(event.span)
        assert 0 < event.confidence <= 1
        assert event.participants or event.when or event.place


@pytest.mark.parametrize("words", [["met"] * 3000, ["“"] * 10_000, ["12"] * 5000, ["attack", "on"] * 2000])
def test_monsters_are_read_in_time(words):
    page = any_page(words, 1)
    start = time.perf_counter()
    found_in(page)
    assert time.perf_counter() - start < 5
