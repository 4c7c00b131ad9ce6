"""Attributions by place to quotations as the record has them."""

import pytest

from onrecord.annotations.annotator import annotate
from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
from onrecord.annotations.quotations_tagger.quotation import quotations
from onrecord.annotations.quotations_tagger.tagger import Attribution
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.model.span import Span
from tests.support import parsed


def place(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def read(text, source, cue, *content, confidence=0.8):
    """Return the quotations of one attribution, told by its words, and the mentions."""
    report = parsed(text)
    found = annotate(report, (TIMEXES, MENTIONS))
    attribution = Attribution(
        cue=place(text, cue),
        source=None if source is None else place(text, source),
        content=tuple(place(text, words) for words in content),
        confidence=confidence,
        parts=(),
    )
    return list(quotations(report, found, [attribution], "quotations.tagger.00000000/1")), found


CASES = {
    "between marks: without them": (
        "“It holds,” Ada Finn said.",
        ("Ada Finn", "said", "“It holds,”"),
        ("direct", ["It holds,"]),
    ),
    "split by the cue": (
        "“It holds,” Ada Finn said, “for now.”",
        ("Ada Finn", "said", "“It holds,”", "“for now.”"),
        ("direct", ["It holds,", "for now."]),
    ),
    "no marks": (
        "Ada Finn said that the dam held.",
        ("Ada Finn", "said", "that the dam held"),
        ("indirect", ["that the dam held"]),
    ),
    "some words quoted: with the marks": (
        "Ada Finn said that the dam was a “great work” of men.",
        ("Ada Finn", "said", "that the dam was a “great work” of men"),
        ("mixed", ["that the dam was a “great work” of men"]),
    ),
    "a part of what the marks enclose": (
        "“It holds, I think,” Ada Finn said.",
        ("Ada Finn", "said", "It holds"),
        ("direct", ["It holds"]),
    ),
    "through two paragraphs": (
        "Ada Finn said: “It holds.\n“It will hold.”",
        ("Ada Finn", "said", "“It holds.\n“It will hold.”"),
        ("direct", ["It holds.", "It will hold."]),
    ),
}


@pytest.mark.parametrize(("text", "given", "expected"), CASES.values(), ids=CASES.keys())
def test_kind_and_content_go_by_the_marks(text, given, expected):
    (quotation,), _ = read(text, *given)
    assert (quotation.kind, [piece.of(text) for piece in quotation.content]) == expected


def test_the_speaker_is_the_mention_at_the_head_of_its_words():
    text = "The mayor, Ada Finn, said on Monday that the dam held."
    (quotation,), found = read(text, "The mayor, Ada Finn", "said", "that the dam held")
    names = {mention.id: mention.name for mention in found.mentions}
    assert [names[i] for i in quotation.speakers] == ["Ada Finn"]
    assert quotation.said is not None
    assert quotation.confidence == 0.8
    assert quotation.finder == "quotations.tagger.00000000/1"


def test_who_stands_for_its_antecedent():
    text = "Ada Finn, who said that the dam held, left."
    (quotation,), found = read(text, "who", "said", "that the dam held")
    names = {mention.id: mention.name for mention in found.mentions}
    assert [names[i] for i in quotation.speakers] == ["Ada Finn"]


def test_no_source_is_no_speaker():
    (quotation,), _ = read("It was said that the dam held.", None, "said", "that the dam held")
    assert quotation.speakers == ()
    assert quotation.speaker_words is None


def test_what_goes_on_without_a_cue_is_no_surer_than_what_it_goes_on_from():
    text = "“It holds,” Ada Finn said.\n“It will hold for a hundred years.”"
    first, second = read(text, "Ada Finn", "said", "“It holds,”", confidence=0.4)[0]
    assert second.continues == first.id
    assert second.speakers == first.speakers
    assert second.confidence <= first.confidence
