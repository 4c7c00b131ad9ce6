"""Who issued a paper says what it says; a pronoun in no chain is who acted right before."""

import pytest

from tests.annotations.quotations.cases import annotated

ISSUED = {
    "said in a statement": (
        "The mill was sold on Monday, the Harbour Bank said in a statement.\n\n"
        "Wages would be paid until May, the statement said.",
        [("Harbour Bank",), ("Harbour Bank",)],
    ),
    "published": (
        "The Harbour Bank published a report on Monday. The report says that the mill is empty.",
        [("Harbour Bank",)],
    ),
    "a report by": (
        "A report by Ada Finn came out on Monday. The report says that the mill is empty.",
        [("Ada Finn",)],
    ),
    "issued by nobody known": (
        "The report says that the mill is empty.",
        [("The report",)],
    ),
    "another's": (
        "The Harbour Bank said in a statement that the mill was sold. "
        "A report by Karl Hahn says that it is empty.",
        [("Harbour Bank",), ("A report",)],
    ),
}

MEANT = {
    "who acts before, not whom the first sentence names": (
        "Ida Moss left early. In the yard Jorun Brandt, a driver, was in tears. “It was our home,” she said.",
        [("Jorun Brandt",)],
    ),
    "who acts, and another is met": (
        "Ida Moss had left. Mirel Brandt met Ada Finn. “It was our home,” she said.",
        [("she",)],
    ),
    "her gender isn't told": (
        "Ida Moss ran the mill, and Ada Finn ran it after her. Tarn Brandt, the clerk, rejected that. "
        "“It was our home,” she said.",
        [("Tarn Brandt",)],
    ),
    "told of somebody else": (
        "Ida Moss had left. Mirel Brandt, for the union, rejected that. “It was our home,” she said.",
        [("Mirel Brandt",)],
    ),
    "role with a name set off": (
        "The mayor, Karl Hahn, who came late, said that the mill was lost.",
        [("Karl Hahn",)],
    ),
}


def founders(text: str) -> list[tuple[str, ...]]:
    """Return the words that found the chains of the speakers, quotation by quotation."""
    found = annotated(text)
    mentions = {mention.id: mention for mention in found.mentions}
    chains = {m.id: mentions[m.chain or m.id].span.of(text) for m in found.mentions}
    return [tuple(chains[i] for i in q.speakers) for q in found.quotations]


@pytest.mark.parametrize(("text", "wanted"), ISSUED.values(), ids=ISSUED.keys())
def test_who_issued_a_paper_speaks_in_it(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert founders(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), MEANT.values(), ids=MEANT.keys())
def test_who_is_meant(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert founders(text) == wanted
