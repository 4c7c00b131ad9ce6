"""Who stands between commas before a word of saying, and what is told around hearer and day."""

import pytest

from tests.annotations.quotations.cases import Said, said

TOLD: dict[str, tuple[str, list[Said]]] = {
    "an office and a name": (
        "The League will have three ministries, its leader, Josef Hamblyn, told reporters after the talks.",
        [("its leader, Josef Hamblyn", "The League will have three ministries")],
    ),
    "and the clause goes on": (
        "The coach had 43 passengers and not 41, its director, Osgar Lisle, said, since two had climbed on.",
        [
            (
                "its director, Osgar Lisle",
                "The coach had 43 passengers and not 41 | since two had climbed on",
            )
        ],
    ),
    "who they are": (
        "They sat in two rooms of the mill, three people who were there told the Courier.",
        [("three people who were there", "They sat in two rooms of the mill")],
    ),
    "a phrase after a noun of another number": (
        "Inspectors had found worn brakes on four of its 11 coaches, a source at the office said.",
        [("a source at the office", "Inspectors had found worn brakes on four of its 11 coaches")],
    ),
    "on a day": (
        "The port will reopen on Monday, the harbour master told Radio Pell on Saturday.",
        [("the harbour master", "The port will reopen on Monday")],
    ),
    "behind a place": (
        "In Brescar, the capital, the office of President Hale confirmed it "
        "but said that it would cost more.",
        [("the office of President Hale", "that it would cost more")],
    ),
    "of a noun": (
        "A plan that, she said, would cost 3 million was dropped on Monday.",
        [("she", "would cost 3 million")],
    ),
}

UNTOLD = {
    "a clause that depends": "When the police came, she told them.",
    "no clause": "A quiet man, he told nobody.",
    "a participle": "Standing on the quay, he told reporters.",
    "an if-clause": "If the rain stops, he told the council, the match will be played.",
    "a number compared": "That would mean that 98 people had been there, four more than the owner admitted.",
    "a list": "The men, the women and the children said goodbye.",
    "who is told": "As a result of the first case, all parents and staff were told to attend the school.",
    "a joke": "The mayor was late, and the clerk, Ada Finn, told a joke.",
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD.keys())
def test_commas_tell_who_speaks(text: str, wanted: list[Said]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD.keys())
def test_what_stands_before_need_not_be_told(text: str) -> None:
    assert said(text) == []
