"""What a report's words say that it has from elsewhere."""

import pytest

from onrecord.links.citing import find_cited, released_by
from onrecord.links.outlets import outlets_of
from onrecord.model.annotation import Found, Quotation
from onrecord.model.span import Span
from tests.support import make_report

OUTLETS = outlets_of(["Port Leven Courier", "Arden Chronicle", "Northmark Press Agency", "Cove Radio"])


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quoted(
    text: str, content: str, *, cue: str, name: str = "q1", speaker: str | None = None, **more
) -> Quotation:
    """Return a quotation of some words of a text."""
    span = place(text, content)
    return Quotation(
        id=name,
        report="r",
        span=span,
        kind="indirect",
        content=(span,),
        cue=place(text, cue),
        speaker_words=None,
        speakers=() if speaker is None else (speaker,),
        reason="",
        finder="t/1",
        confidence=1.0,
        **more,
    )


def cited(text: str, *quotations: Quotation, outlet: str | None = "Port Leven Courier") -> list[tuple]:
    report = make_report(text, outlet=outlet)
    found = find_cited(report, Found(quotations=quotations), OUTLETS)
    return [(one.kind, one.name, [span.of(text) for span in one.governs]) for one in found]


SINKING = "the pier had been sinking for a year"


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        pytest.param(
            f"Ida Vesk told the Arden Chronicle that {SINKING}.", "told", ("outlet", "Arden Chronicle"),
            id="told a paper",
        ),
        pytest.param(
            f"Mayor Ida Vesk told the Chronicle that {SINKING}.", "told", ("outlet", "Arden Chronicle"),
            id="a paper called by its one word",
        ),
        pytest.param(
            f"The Arden Chronicle reported that {SINKING}.", "reported",
            ("outlet", "Arden Chronicle"), id="a paper reported",
        ),
        pytest.param(
            f"NPA reported that {SINKING}.", "reported",
            ("agency", "Northmark Press Agency"), id="by initials",
        ),
        pytest.param(
            f"State television reported that {SINKING}.", "reported", ("outlet", "State television"),
            id="only described",
        ),
        pytest.param(
            f"The press agency said that {SINKING}.", "said", ("agency", "Northmark Press Agency"),
            id="described, and one is known",
        ),
        pytest.param(
            f"In an interview with the Tolmark Gazette she said that {SINKING}.", "interview",
            ("outlet", "Tolmark Gazette"), id="a paper that is only known by its name's last word",
        ),
    ],
)  # fmt: skip
def test_what_is_quoted_from_an_outlet_is_that_outlets(text: str, cue: str, expected: tuple) -> None:
    assert cited(text, quoted(text, SINKING, cue=cue)) == [(*expected, [SINKING])]


def test_without_a_quotation_the_sentence_is_the_outlets() -> None:
    text = "The pier is shut. Three boats were lost, according to the Arden Chronicle. Nobody was hurt."
    assert [(kind, name) for kind, name, _ in cited(text)] == [("outlet", "Arden Chronicle")]
    assert "Three boats" in cited(text)[0][2][0]
    assert "Nobody" not in cited(text)[0][2][0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ida Vesk told the Port Leven Courier that it was over.", id="the report's own outlet"),
        pytest.param("Ida Vesk told the Courier that it was over.", id="its own outlet by one word"),
        pytest.param("Ida Vesk told the Assembly that it was over.", id="no outlet"),
        pytest.param(
            "Three boats were lost, according to the Harbour Press Council.", id="a body with press in it"
        ),
        pytest.param(
            "The memo was obtained by the Arden Chronicle last week.", id="a document, nothing quoted"
        ),
        pytest.param("She told the Post that it was over.", id="one word that stands for no known outlet"),
        pytest.param(
            "The Arden Chronicle is moving to a new house.", id="an outlet that does something else"
        ),
    ],
)
def test_other_words_cite_nobody(text: str) -> None:
    assert cited(text) == []


def test_what_somebody_goes_on_to_say_goes_with_it() -> None:
    text = "“It is over,” Ida Vesk told the Arden Chronicle. “We begin again in May.”"
    first = quoted(text, "It is over,", cue="told")
    second = quoted(text, "We begin again in May.", cue="told", name="q2", continues="q1")
    assert cited(text, first, second)[0][2] == ["It is over,", "We begin again in May."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(f"The harbour office said in a statement that {SINKING}.", "release", id="statement"),
        pytest.param(
            f"In a brief press release on Monday the office said that {SINKING}.", "release", id="release"
        ),
        pytest.param(f"The harbour office said in a post on Telegram that {SINKING}.", "post", id="post"),
        pytest.param(
            f"The harbour office said in a statement to the court that {SINKING}.", None, id="to a court"
        ),
        pytest.param(
            f"The harbour office said in a televised statement that {SINKING}.", None, id="televised"
        ),
        pytest.param(f"The harbour office said that {SINKING}.", None, id="said"),
    ],
)
def test_a_release_is_its_givers(text: str, kind: str | None) -> None:
    found = cited(text, quoted(text, SINKING, cue="said", speaker="m1"))
    assert found == ([] if kind is None else [(kind, None, [SINKING])])


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        pytest.param(
            "PRESS RELEASE\nCove Shipping\n9 March 2026\n\nCove …", None, "Cove Shipping", id="below"
        ),
        pytest.param(
            "For immediate release:\n\nA ship is sold.", "Cove Shipping", "Cove Shipping", id="outlet"
        ),
        pytest.param("The release was sent at nine.\n\nA ship is sold.", "Cove Shipping", None, id="none"),
    ],
)
def test_a_release_says_that_it_is_one(text: str, outlet: str | None, expected: str | None) -> None:
    assert released_by(make_report(text, outlet=outlet)) == expected
