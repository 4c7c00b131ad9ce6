"""The parser: its pieces and starts without the model; with it, that it is fast and says what stock says."""

import os
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotations import english
from onrecord.annotations.english_lines import (
    PIECE,
    WORD,
    begin_sentences,
    pieces,
    readable,
    starts,
)
from onrecord.annotations.english_model import find, installed
from onrecord.annotations.english_pool import in_processes
from onrecord.errors import AnnotationError, ModelChangedError, ModelNotFoundError
from onrecord.model.report import Block
from tests.support import make_report

TEXTS = (
    "Mayor Anna Trell met union leaders in Port Leven on Monday, and they agreed to talk again.",
    "“We ain't going to leave,” said Jon Pell, 43. “Let's see what they're gonna do; I've gotta go.”",
    "C'mon, y'all: there's no way there are fewer than 1,500 people here, is it?\n\nThere were not.",
    "HIGHFOLD (NPA) - The river rose by 2.4 m overnight.\n\n\tThe ministry's spokeswoman couldn't say why.",
    "Talks between Weirholm and the Norlands, due on Friday, were put off   to next week \n by both sides.",
    "It was, she'd said in 2019, “the worst flood in memory”; nobody'd listened then.\nNobody does now.",
    "He’s been told he won't be charged. Ain't that so? The 'Blue Lady' is sinking... cannot be saved!",
    "Prices rose 3.4% to £12.50bn (about $15bn) in the 3rd quarter, e.g. in Mr. Ode's shops at 9 a.m. 😀",
)


@given(st.text(alphabet=st.sampled_from("ab .\n“\t😀é"), max_size=300), st.integers(1, 400))
def test_pieces_joined_are_the_text(text, times):
    whole = text * times
    cut = pieces(whole)
    assert "".join(cut) == whole
    assert all(len(piece) <= PIECE for piece in cut)


def test_a_long_text_is_cut_after_a_line_break():
    line = "The river rose again.\n"
    cut = pieces(line * 3000)
    assert len(cut) > 1
    assert all(piece.endswith("\n") for piece in cut)


def test_a_run_without_blanks_is_cut():
    assert max(map(len, pieces("(" * 5 * WORD))) == WORD


def test_what_is_no_utf_8_keeps_its_place():
    assert readable("a \ud800 b") == "a \ufffd b"


def test_lines_and_blocks_begin_sentences():
    text = "A flood in Leven\n\n  It rose. HIGHFOLD It fell."
    assert starts(text, [Block(kind="body", start=29, end=50)]) == [0, 18, 29]


def test_the_first_word_after_each_place_begins_a_sentence():
    doc = spacy.blank("en").make_doc("A flood\n\n in Leven\nIt rose.")
    begin_sentences(doc, [0, 9, 19], 0)
    assert [token.text for token in doc if token.is_sent_start] == ["A", "in", "It"]


def test_places_count_from_the_start_of_the_report():
    doc = spacy.blank("en").make_doc("flood\nIt rose.")
    begin_sentences(doc, [0, 108], 102)
    assert [token.text for token in doc if token.is_sent_start] == ["flood", "It"]


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", True), ("en-GB", True), ("EN-us", True), ("und", True), ("de", False), ("enm", False)],
)
def test_english_and_the_unknown_are_read(language, read):
    assert english.is_read(language) is read


def test_a_text_over_the_limit_is_refused_with_its_address():
    report = make_report("a " * (english.MAX_TEXT // 2 + 1), address="huge.txt", blocks=())
    assert english.too_long(report)
    with pytest.raises(ValueError, match=r"huge\.txt"):
        next(english.parse([report]))


def test_no_model_is_an_error_that_names_the_packages():
    table = {"packages": ["no_such_model"], "weights": {}, "refused-if-changed": {}}
    with pytest.raises(ModelNotFoundError, match="no_such_model"):
        find(table)


@pytest.mark.model
def test_other_weights_are_refused():
    package = installed().package
    table = {"packages": [package], "weights": {"1.0": "00"}, "refused-if-changed": {package: "1.0"}}
    with pytest.raises(ModelChangedError, match="expected"):
        find(table)


@pytest.mark.model
def test_a_model_that_is_not_pinned_says_so():
    package = installed().package
    assert "(not pinned)" in str(find({"packages": [package], "weights": {}, "refused-if-changed": {}}))


@pytest.mark.model
def test_the_record_names_model_and_digest():
    assert installed().version in english.model_version()
    assert installed().sha256[:16] in english.model_version()


def rows(doc):
    return [
        (t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.pos_, str(t.morph), t.ent_type_, t.is_sent_start)
        for t in doc
    ]


@pytest.mark.model
def test_every_token_is_as_stock_says():
    stock = spacy.load(installed().folder, exclude=["senter"])
    for text in (*TEXTS, *TEXTS, "\n\n".join(TEXTS)):  # twice: the second time from memory
        report = make_report(text)
        doc = stock(begin_sentences(stock.make_doc(text), starts(text, report.blocks), 0))
        made = next(english.parse([report])).doc
        assert made.text == text
        for ours, theirs in zip(rows(made), rows(doc), strict=True):
            assert ours[:7] == theirs[:7]
            assert ours == theirs or ours[0].isspace()  # names don't end in a line break


@pytest.mark.model
def test_a_verb_in_e_has_its_own_lemma():
    doc = next(english.parse([make_report("She hoped to see it staged, and was fined.")])).doc
    assert [doc[place].lemma_ for place in (1, 5, 9)] == ["hope", "stage", "fine"]


@pytest.mark.model
def test_no_sentence_or_name_crosses_a_line():
    doc = next(english.parse([make_report("Mayor Anna\nTrell spoke in Port\n\nLeven is quiet")])).doc
    assert not any("\n" in name.text for name in doc.ents)
    assert not any("\n" in sent.text.strip() for sent in doc.sents)


@pytest.mark.model
def test_a_parse_in_pieces_keeps_text_and_places():
    text = ("The mayor of Port Leven met Anna Trell.\n\n" * 1100) + "It rained."
    doc = next(english.parse([make_report(text, blocks=())])).doc
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert len(list(doc.sents)) == 1101
    assert sum(name.text == "Anna Trell" for name in doc.ents) > 1000


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n \n",
        "a\x00b \x0c\n",
        "12 " * 3000,
        "“" * 3000,
        "שלום עולם " * 200,
        "😀👩‍👩‍👧 " * 200,
        "a\u200b\ufeff " * 99,
    ],
)
def test_any_text_is_parsed_to_the_letter(text):
    assert next(english.parse([make_report(text, blocks=())])).doc.text == text


@pytest.mark.model
def test_the_words_of_a_report_go_with_it_and_change_no_parse(monkeypatch):
    monkeypatch.setattr(english, "WIDENING", 0)
    report = make_report("Mayor Brontofel Quistrade met the Zarvolians and was unvexingly polite.", blocks=())

    def rows(doc):
        return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.ent_type_, str(t.morph)) for t in doc]

    seen = []
    for _ in range(3):
        with english.passing():
            seen.append(rows(next(english.parse([report])).doc))
            assert "Brontofel" in english.load().vocab.strings
        assert "Brontofel" not in english.load().vocab.strings
    assert seen == [rows(next(english.parse([report])).doc)] * 3


def shout(word):
    return word.upper()


def die(word):
    os._exit(9) if word == "b" else None
    return word


def test_one_process_needs_no_pool():
    assert list(in_processes(shout, iter(["a", "b"]))) == ["A", "B"]


@pytest.mark.model
def test_processes_give_results_in_order_and_take_items_as_needed():
    taken: list[int] = []

    def items():
        for number in range(200):
            taken.append(number)
            yield str(number)

    results = in_processes(shout, items(), 2)
    assert next(results) == "0"
    assert len(taken) < 50
    assert list(results) == [str(n) for n in range(1, 200)]
    assert all(a < b for a, b in pairwise(taken))


@pytest.mark.model
def test_a_killed_worker_is_an_error_not_a_hang():
    with pytest.raises(AnnotationError, match="killed"):
        list(in_processes(die, ["a", "b", "c"], 2))
