"""English word forms in, base forms out: singulars of nouns and the forms of listed verbs.

The pipeline runs without a lemmatizer (a fifth of its time); what figures need is small: which listed verb
a form belongs to, and one spelling for a noun in singular and plural.
"""

from collections.abc import Iterable, Mapping

from onrecord.annotations.figures.grammar import figure_endings

VOWELS = "aeiou"


def singular(word: str, irregular: Mapping[str, str]) -> str:
    """Return the singular of a noun, lower case; a word that looks like none as it is."""
    lower = word.lower()
    if lower in irregular:
        return irregular[lower]
    if (
        len(lower) > len("women")
        and lower.endswith("men")
        and not lower.endswith(figure_endings("forms.no_men"))
    ):
        return lower[:-2] + "an"
    if len(lower) < 4 or not lower.endswith("s") or lower.endswith(figure_endings("forms.single")):
        return lower
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    if lower.endswith(figure_endings("forms.plural")):
        return lower[:-2]
    return lower[:-1]


def verb_forms(lemma: str, irregular: Mapping[str, Iterable[str]]) -> set[str]:
    """Return a verb's forms: base, -s, -ed, -ing, and what the table of irregular ones adds."""
    if lemma in irregular and not list(irregular[lemma]):
        return {lemma}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    forms = {lemma, lemma + "s", stem + "ed", stem + "ing"}
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if lemma.endswith(figure_endings("forms.sibilant")):
        forms.add(lemma + "es")
    return forms | set(irregular.get(lemma, ()))
