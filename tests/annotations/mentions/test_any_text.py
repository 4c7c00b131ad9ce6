"""What holds for any text: spans, chains, order, furniture; no crash and linear time."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotations.mentions import ANNOTATOR
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Found
from tests.support import make_report, seconds

PIECES = [
    "Nora Pell",
    "Mr. Hale",
    "the minister",
    "a senior official",
    "She",
    "he said",
    "they",
    "her",
    "Inc.",
    "(PWU)",
    "Port Workers' Union",
    "U.S.",
    "Ohio",
    "[Secretary of State Ann] Lee",
    "“",
    "”",
    '"',
    "'s",
    ",",
    ".",
    "\n",
    "\n\n",
    "43",
    "of",
    "the",
    "-",
    "Ки́ев",
    "שלום",
    "مرحبا",
    "🙂",
    "\u200b",
    "\u202e",
    "\x00",
    "é",
    " ",
    "the company",
    "Police",
]


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PERSON", "pattern": "Nora Pell"},
            {"label": "ORG", "pattern": "Port Workers"},
            {"label": "PERSON", "pattern": ", 43"},
            {"label": "GPE", "pattern": "U.S."},
            {"label": "ORG", "pattern": "\n"},
        ]
    )
    return nlp


def check(nlp, text, **options):
    report = make_report(text, **options)
    found = list(ANNOTATOR.find(Parsed(report=report, doc=nlp(text)), Found()))
    ids = {m.id for m in found}
    assert len(ids) == len({(m.span, m.form) for m in found})
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert any(block.span.holds(mention.span) for block in report.blocks)
        assert mention.chain is None or mention.chain in ids
        assert 0 <= mention.confidence <= 1
        assert mention.name
    founders = {m.id: m.chain for m in found}
    assert all(founders[chain] == chain for chain in founders.values() if chain is not None)
    return found


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES), max_size=40))
def test_mentions_of_any_mixture_hold_together(blank, parts):
    check(blank, " ".join(parts))


def test_a_pronoun_is_no_part_of_a_name(blank):
    found = check(blank, "the minister Nora Pell Nora Pell She She")
    assert [m.form for m in found if m.span.start > 30] == ["pronoun", "pronoun"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_mentions_of_any_text_hold_together(blank, text):
    check(blank, text)


ODD = {
    "empty": "",
    "blanks": " \n \n",
    "digits": "1234567890 " * 500,
    "marks": "\"“”'" * 2500,
    "one-long-sentence": "Nora Pell of Ohio and " * 1000,
    "controls": "\x00\x01\u200b\u202e" * 200,
    "right-to-left": "قال الرئيس إن " * 300,
    "names-without-end": " ".join(f"Nora Pell{n}" for n in range(2000)),
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_no_crash(blank, text):
    check(blank, text)


def test_a_report_without_sentence_bounds_is_read():
    text = "Mr. Hale left.\nMs. Pell stayed."
    report = make_report(text)
    found = list(ANNOTATOR.find(Parsed(report=report, doc=spacy.blank("en")(text)), Found()))
    assert [m.name for m in found] == ["Hale", "Pell"]


@pytest.mark.slow
def test_time_grows_with_the_text_and_no_faster(blank):
    part = "Mr. Hale said he met Nora Pell of the Port Workers' Union (PWU). The minister left. "
    docs = [blank("".join(f"{part}Ms. Okoro{n} spoke.\n" for n in range(size))) for size in (300, 1200)]
    short, long = (Parsed(report=make_report(doc.text), doc=doc) for doc in docs)
    spent = [
        seconds(lambda: list(ANNOTATOR.find(short, Found()))),
        seconds(lambda: list(ANNOTATOR.find(long, Found()))),
    ]
    assert spent[1] < 12 * spent[0] + 0.05  # four times the text; the rest is noise
