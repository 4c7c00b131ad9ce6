"""One speaker over several sentences and paragraphs; marks that never close."""

from tests.annotations.quotations.cases import quotations, said


def test_several_paragraphs_with_one_closing_mark() -> None:
    text = "“The river rose.\n\n“We ran.\n\n“The house is gone,” said Finn."
    assert said(text) == [("Finn", "The river rose. | We ran. | The house is gone,")]


def test_several_paragraphs_in_straight_marks() -> None:
    text = '"The river rose.\n\n"We ran," said Finn.'
    assert said(text) == [("Finn", "The river rose. | We ran,")]


def test_the_next_sentence_of_the_same_speaker() -> None:
    text = "Finn said the house was gone. “The river took it all.”"
    (first, second) = quotations(text)
    assert second.continues == first.id
    assert second.speaker_words == first.speaker_words
    assert second.cue is None


def test_the_next_paragraph_of_the_same_speaker() -> None:
    text = "“The house is gone,” Finn said.\n\n“We have nothing left to lose.”\n\nThe river fell on Monday."
    (first, second) = quotations(text)
    assert (second.continues, second.speaker_words) == (first.id, first.speaker_words)


def test_narration_between_breaks_the_speaker() -> None:
    text = "“The house is gone,” Finn said. The fire brigade left at noon. Then music began. “We will dance.”"
    assert said(text) == [("Finn", "The house is gone,")]


def test_a_paragraph_between_breaks_the_speaker() -> None:
    text = "“The house is gone,” Finn said.\n\nThe fire brigade left at noon.\n\n“We will dance again.”"
    assert said(text) == [("Finn", "The house is gone,")]


def test_he_added_is_his_own_cue() -> None:
    text = "“The house is gone,” Finn said. “We have nothing,” he added."
    assert said(text) == [("Finn", "The house is gone,"), ("he", "We have nothing,")]


def test_an_unclosed_mark_spoils_nothing_after_its_paragraph() -> None:
    text = "“The house is gone, she said. The river took it.\n\nFinn said: “We are alive.”"
    assert said(text) == [("Finn", "We are alive.")]


def test_an_unclosed_mark_with_narration_is_not_given_to_the_next_speaker() -> None:
    text = "“The house is gone, she said. The river took it.\n\n“We are alive,” said her son."
    assert said(text) == [("her son", "We are alive,")]


def test_a_stray_closing_mark_spoils_nothing() -> None:
    text = "The house is gone.” The river fell.\n\n“We are alive,” said her son."
    assert said(text) == [("her son", "We are alive,")]
