"""The table of reporting words: forms and frames."""

import pytest

from onrecord.annotations.quotations.cues import english, plural, verb_forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("replied", "reply"),
        ("stresses", "stress"),
        ("acknowledging", "acknowledge"),
        ("begun", "begin"),
        ("beginning", "begin"),
        ("admitted", "admit"),
        ("agreeing", "agree"),
    ],
)
def test_a_form_is_known_by_its_lemma(form: str, lemma: str) -> None:
    assert english().verbs[form].lemma == lemma


def test_forms_that_nobody_writes_are_not_made() -> None:
    assert not {"sayed", "telled", "thinked", "begining", "admiting"} & english().verbs.keys()


def test_regular_forms() -> None:
    assert verb_forms("deny") == {"deny", "denies", "denied", "denying"}
    assert plural("inquiry") == "inquiries"


def test_to_laugh_takes_quoted_words_but_no_clause() -> None:
    laugh = english().verbs["laughed"]
    assert laugh.takes("direct")
    assert not laugh.takes("that")
