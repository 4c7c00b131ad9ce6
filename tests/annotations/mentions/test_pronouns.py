"""Whom a pronoun means; nobody where it might be another."""

import pytest

from tests.annotations.mentions.reading import mentions_in, who

MEANT = [
    (
        "another-named-since-he-spoke",
        "“It is late,” Jonas Reave said.\nThe mood worries Paul Hale, the mayor. “It is over,” he said.",
        "he",
        None,
    ),
    (
        "named-again-since-he-spoke",
        "“It is late,” Jonas Reave said.\nReave pointed at Paul Hale. “It is over,” he said.",
        "he",
        "Jonas Reave",
    ),
    (
        "subject-of-an-if-clause-is-part-of-what-he-says",
        "Jonas Reave disagrees. If Paul Hale wins, he said, the port will close.",
        "he",
        "Jonas Reave",
    ),
    ("not-the-one-it-owns", "It rained when his grandfather came.", "his", None),
    ("reflexive-of-its-subject", "Jonas Reave saw that Paul Hale had hurt himself.", "himself", "Paul Hale"),
    ("object-may-be-meant", "Jonas Reave described Paul Hale as a thief. He had a key.", "He", None),
    (
        "another-spoke-last",
        "“It is late,” Jonas Reave said. Paul Hale slept.\nPaul Hale woke up.\n“It is over,” he said.",
        "he",
        None,
    ),
    ("stands-behind-a-name", "Jonas Reave replied that Paul Hale himself was there.", "himself", "Paul Hale"),
    (
        "they-in-turn-for-one-official",
        "“It is late,” another official on the call said.\n“It is not over,” they added.",
        "they",
        "another official on the call",
    ),
    (
        "he-in-turn",
        "Jonas Reave praised Paul Hale, and Reave said the talks went well.\n“It is late,” he added.",
        "he",
        "Jonas Reave",
    ),
    (
        "they-never-for-one-named",
        "“It is late,” Jonas Reave said.\n“It is not over,” they added.",
        "they",
        None,
    ),
    (
        "goes-on-speaking-though-another-is-named-in-what-he-said",
        "Jonas Reave said that Paul Hale was committed to the plan.\n“It is late,” he said.",
        "he",
        "Jonas Reave",
    ),
    (
        "subject-of-the-clause-above",
        "Paul Hale was there. Jonas Reave left when he said no.",
        "he",
        "Jonas Reave",
    ),
    (
        "two-in-the-last-sentence-stay-open",
        "Jonas Reave slept and Paul Hale ate.\n“It is late,” he said.",
        "he",
        None,
    ),
    ("only-woman", "Nora Pell met Jonas Reave. She left at noon.", "She", "Nora Pell"),
    ("said-he", "Jonas Reave said he would resign.", "he", "Jonas Reave"),
    (
        "said-he-with-another-man-near",
        "Paul Hale was there. Jonas Reave said he would resign.",
        "he",
        "Jonas Reave",
    ),
    ("possessive", "Nora Pell defended her budget.", "her", "Nora Pell"),
    (
        "speaker-after-quotation",
        "Nora Pell spoke to reporters. “We are ready,” she said.",
        "she",
        "Nora Pell",
    ),
    (
        "subject-of-the-sentence-before",
        "Jonas Reave spoke with Paul Hale on Monday. He offered a deal.",
        "He",
        "Jonas Reave",
    ),
    ("unnamed-woman", "A spokeswoman said the road was closed. She gave no reason.", "She", "A spokeswoman"),
    (
        "they-for-officials",
        "Two officials described the plan. They asked not to be named.",
        "They",
        "Two officials",
    ),
    (
        "singular-they",
        "A senior official described the plan. They asked not to be named.",
        "They",
        "A senior official",
    ),
    ("titled", "Mr. Okoro-Lind resigned. He gave no reason.", "He", "Okoro-Lind"),
    ("two-women-stay-open", "Nora Pell and Clara Winslow argued, and she left.", "she", None),
    ("wrong-gender-stays-open", "Nora Pell spoke at noon. He left.", "He", None),
    ("not-the-speaker-inside-quotation", "“He is a liar,” Jonas Reave said.", "He", None),
    ("nobody-before", "She left at noon.", "She", None),
    ("object-is-not-its-subject", "Jonas Reave told him everything.", "him", None),
    ("two-plurals-stay-open", "Officials met residents on Monday. They were angry.", "They", None),
    ("too-far", "Nora Pell spoke. It rained. The road was shut. Cars were stuck. She left.", "She", None),
    ("only-named-inside-quotation", "“Clara Winslow lied,” Paul Hale said. Then she left.", "she", None),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT]
)
def test_whom_a_pronoun_means(text, words, expected):
    assert who(text, words) == expected


def test_first_and_second_person_are_no_mentions():
    assert [m for m in mentions_in("“I told you that we would win,” we heard.") if m.form == "pronoun"] == []


def test_pronoun_is_kept_though_nobody_is_meant():
    (pronoun,) = mentions_in("She left at noon.")
    assert (pronoun.form, pronoun.chain, pronoun.gender) == ("pronoun", None, "female")
