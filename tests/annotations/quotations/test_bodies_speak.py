"""“It said”: which body, or paper, the pronoun stands for; and whom “he” does where nobody else acts."""

import pytest

from tests.annotations.quotations.cases import speakers

IT = {
    "the one before": (
        "The justice ministry said that 12 people had been freed. It added that more would follow.",
        [("The justice ministry",), ("The justice ministry",)],
    ),
    "in the paragraph above": (
        "The justice ministry said that 12 had been freed.\n\n“It was a mistake,” it said in a statement.",
        [("The justice ministry",), ("The justice ministry",)],
    ),
    "beside its chair": (
        "The commission did not speak. Its chair, Beata Olm, had promised a result, but at 5 p.m. it "
        "said that it would wait.",
        [("The commission",)],
    ),
    "in its own sentence": (
        "The firm filed a complaint about a station that, it said, had opened two hours late.",
        [("The firm",)],
    ),
    "a paper": (
        "The report found that the dam was weak. It said the wall had cracked in May.",
        [("The report",), ("The report",)],
    ),
    "not who acts in what it says": (
        "The defence ministry gave no number. The army shelled Pell, it said.",
        [("The defence ministry",)],
    ),
    "a thing says nothing": ("The sign was clear. It said the bridge was shut.", []),
    "nobody was told of": ("The army shelled Pell and the rebels fled, it said.", []),
    "another subject": ("Orrel Lines cut 300 jobs. The shares fell by half. It said it had no choice.", []),
    "no word of saying follows": ("It is said that the house is haunted.", []),
}

HE = {
    "a second verb of the sentence before": (
        "Prices rose, but Karla Venn kept hers low. “I will not rob people,” she said.",
        [("she",)],
    ),
    "the clause above": (
        "Corvan Hallbrick has not been seen since Tuesday, when he told the country that he had been wrong.",
        [("he",)],
    ),
    "the only one of the paragraph above": (
        "Corvan Hallbrick dined with the council on Monday.\n\n“It is over,” he said.",
        [("he",)],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), IT.values(), ids=IT.keys())
def test_it_is_a_body(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert speakers(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), HE.values(), ids=HE.keys())
def test_he_is_who_acts(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert speakers(text) == wanted
