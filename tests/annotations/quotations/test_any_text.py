"""No text breaks the annotator: no parse, odd characters, very long sentences."""

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations import find_all
from onrecord.model.annotation import Found, Quotation
from tests.support import make_report

BLANK = spacy.blank("en")


def found(text: str) -> list[Quotation]:
    report = make_report(text)
    doc = BLANK.make_doc(text)
    tagged = (
        Doc(
            doc.vocab,
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            pos=["VERB" if t.lower_ in {"said", "told", "says"} else "NOUN" for t in doc],
            heads=[max(0, t.i - 1) for t in doc],
            deps=["ROOT" if t.i == 0 else "dep" for t in doc],
        )
        if len(doc)
        else doc
    )
    return list(find_all(Parsed(report=report, doc=tagged), Found()))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="“”\"'‘’ .,:;—-\nsaid told HeA12\u200b\u202e\u0000é🙂ש", max_size=300))
def test_spans_lie_in_the_text(text: str) -> None:
    for quotation in found(text):
        spans = [*quotation.content, quotation.span]
        spans += [s for s in (quotation.cue, quotation.speaker_words, quotation.to) if s is not None]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert quotation.span.start == quotation.content[0].start
        assert 0 <= quotation.confidence <= 1


LONG = {
    "a sentence of 3,000 words": "word " * 1500 + "he said " + "word " * 1500,
    "10,000 quotation marks": '" ' * 10_000,
    "10,000 quoted words": "“word,” he said. " * 3_000,
    "said and said": "he said " * 3_000,
    "digits": "0123456789 " * 5_000,
    "right to left": "אמר הדובר “שלום” " * 1_000,
    "emoji": "🙂 “🙂” said 🙂. " * 1_000,
    "control characters": "\u0000\u0007\u200b\u202e“a” he said\u2028 " * 500,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_and_odd_texts_are_read_in_time(text: str) -> None:
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 10


def test_a_quotation_is_the_same_whatever_was_read_before() -> None:
    text = "“It holds,” he said."
    assert found(text) == found(text)
