"""A loaded pipeline in, the same pipeline made faster out, with equal output but for some lemmas.

Two costs of the small English pipeline can be had for nothing. Matrix products: numpy's own (OpenBLAS) is
faster than the bundled one at these sizes. And the attribute ruler and the lemmatizer, which are functions
of a word's own features but for a few patterns of two words, can remember their answers. Where the rules
of the lemmatizer allow several lemmas, spelling chooses (`english_lemmas`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from thinc.api import NumpyOps

from onrecord.annotations.english_lemmas import lemma_of

KEPT = 200_000  # answers remembered before starting afresh: about 40 MB

Key: TypeAlias = tuple[int, ...]
Rule: TypeAlias = tuple[
    Key, bool, int, int, int
]  # rules that match, whether a pair may start, POS, MORPH, LEMMA
Matrix: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]


class DotOps(NumpyOps):  # type: ignore[misc]  # no stubs
    """Thinc's numpy backend with `numpy.dot` for matrix products."""

    def gemm(
        self, x: Matrix, y: Matrix, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Return the product of two matrices, each turned round if so told."""
        product: Matrix = np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)
        return product


class RememberingRuler:
    """The attribute ruler and the lemmatizer in one, remembering what depends on one word alone.

    Args:
        ruler: spaCy's attribute ruler.
        lemmatizer: spaCy's rule lemmatizer.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer, self._vocab = ruler, lemmatizer, ruler.vocab
        self._single, self._pairs, self._starts = (
            Matcher(self._vocab),
            Matcher(self._vocab),
            Matcher(self._vocab),
        )
        for number, entry in enumerate(ruler.patterns):
            for pattern in entry["patterns"]:
                name = str(number)
                if len(pattern) == 1:
                    _add(self._single, name, pattern)
                else:
                    _add(self._pairs, name, pattern)
                    _add(self._starts, name, pattern[:1])
        self._rules: dict[Key, Rule] = {}
        self._lemmas: dict[Key, int] = {}
        self._passing: list[tuple[dict[Key, Any], Key]] = []

    @contextmanager
    def memory_zone(self, mem: object) -> Iterator[object]:
        """Forget at the end what was learnt meanwhile: its strings go with spaCy's zone of that name."""
        try:
            yield mem
        finally:
            for answers, key in self._passing:
                answers.pop(key, None)
            self._passing.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with coarse tags, morphology and lemmas set."""
        keys = list(map(tuple, doc.to_array([TAG, LOWER, DEP]).tolist()))
        if any(key not in self._rules for key in keys):
            self._learn(doc, keys)
        known = [self._rules[key] for key in keys]
        doc.from_array([POS, MORPH, LEMMA], np.array([rule[2:] for rule in known], dtype="uint64"))
        self._pair_up(doc, known)
        return self._lemmatize(doc)

    def _learn(self, doc: Doc, keys: list[Key]) -> None:
        if len(self._rules) > KEPT:
            self._rules.clear()
        rules: list[list[int]] = [[] for _ in keys]
        for name, start, _ in self._single(doc, allow_missing=True):
            rules[start].append(int(self._vocab.strings[name]))
        starts = {start for _, start, _ in self._starts(doc, allow_missing=True)}
        for token, key in zip(doc, keys, strict=True):
            mine = tuple(sorted(rules[token.i]))
            token.pos, token.lemma = 0, 0
            token.set_morph("")
            for number in mine:
                set_token_attrs(token, self._ruler.attrs[number])
            rule = (mine, token.i in starts, token.pos, token.morph.key, token.lemma)
            self._remember(self._rules, key, rule)

    def _pair_up(self, doc: Doc, known: list[Rule]) -> None:
        found: dict[int, list[int]] = {}
        for place, rule in enumerate(known):
            if rule[1]:
                self._pairs_at(doc, place, found)
        for place, rules in found.items():
            for number in sorted([*rules, *known[place][0]]):
                set_token_attrs(doc[place], self._ruler.attrs[number])

    def _pairs_at(self, doc: Doc, place: int, found: dict[int, list[int]]) -> None:
        for name, start, _ in self._pairs(doc[place : place + 2], allow_missing=True):
            number = int(self._vocab.strings[name])
            found.setdefault(place + start + self._ruler.indices[number], []).append(number)

    def _lemmatize(self, doc: Doc) -> Doc:
        table = doc.to_array([ORTH, POS, MORPH, LEMMA])
        if len(self._lemmas) > KEPT:
            self._lemmas.clear()
        lemmas = []
        for place, (orth, pos, morph, lemma) in enumerate(table.tolist()):
            lemmas.append(lemma or self._lemma(doc, place, (orth, pos, morph)))
        doc.from_array([LEMMA], np.array(lemmas, dtype="uint64"))
        return doc

    def _lemma(self, doc: Doc, place: int, key: Key) -> int:
        lemma = self._lemmas.get(key)
        if lemma is None:
            allowed = self._lemmatizer.lemmatize(doc[place])
            lemma = self._vocab.strings.add(lemma_of(doc[place].text, allowed))
            self._remember(self._lemmas, key, lemma)
        return lemma

    def _remember(self, answers: dict[Key, Any], key: Key, answer: object) -> None:
        if self._vocab.in_memory_zone and key not in answers:
            self._passing.append((answers, key))
        answers[key] = answer


def _add(matcher: Matcher, name: str, pattern: list[dict[str, Any]]) -> None:
    matcher.add(name, [*(matcher.get(name)[1] if name in matcher else []), pattern])


def faster(nlp: Language) -> Language:
    """Return the pipeline itself, made faster: matrix products by numpy, ruler and lemmatizer remembering."""
    ops = DotOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None and hasattr(model, "walk"):
            for node in model.walk():
                node.ops = ops
    remembering = RememberingRuler(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
    place = nlp.pipe_names.index("attribute_ruler")
    nlp.remove_pipe("lemmatizer")
    nlp.remove_pipe("attribute_ruler")
    Language.component("onrecord_ruler", func=remembering)
    nlp.add_pipe("onrecord_ruler", before=nlp.pipe_names[place])
    return nlp
