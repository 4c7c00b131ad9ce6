"""English reports in, their parses out: the one module that runs the language model.

The pipeline is spaCy's small English one, its weights checked (`english_model`) and its work made faster
with equal output (`english_fast`) but for lemmas of verbs in -e (`english_lemmas`). Each line begins a
sentence, and long texts are parsed in pieces (`english_lines`).

The model keeps every word it ever met. So the first reports of a process widen its vocabulary for good, and
what later ones bring goes with them (`passing`): memory stays flat however many are read.

Reports are parsed one by one: in a batch, matrix products round differently by what else is in it, and a
parse must not depend on its neighbours. That costs a seventh of the speed.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from onrecord.annotations.english_fast import faster
from onrecord.annotations.english_lines import begin_sentences, pieces, readable, starts, trim_names
from onrecord.annotations.english_model import installed
from onrecord.annotations.parsed import Parsed
from onrecord.errors import ModelChangedError
from onrecord.model.report import Report

MAX_TEXT = 1_000_000  # code points; longer texts are no reports, and would take minutes
WIDENING = 500  # reports whose words stay: by then nine words in ten of a report are known


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pinned English pipeline; the same one at each call.

    Raises:
        ModelNotFoundError: No supported model is installed.
        ModelChangedError: Its weights are not the pinned ones, or can't be loaded.
    """
    model = installed()
    try:
        return faster(spacy.load(model.folder, exclude=["senter"]))
    except (OSError, ValueError, KeyError) as error:
        raise ModelChangedError(f"{model.package} {model.version} can't be loaded: {error}") from error


def model_version() -> str:
    """Return name, version and digest of the model, for a record's `versions`."""
    return f"{installed()}, spacy {spacy.__version__}"


def is_read(language: str) -> bool:
    """Whether reports of a language (BCP 47) are parsed: English, and what isn't known to be another."""
    return language == "und" or language.lower().split("-")[0] == "en"


def too_long(report: Report) -> bool:
    """Whether a report's text is over `MAX_TEXT`, so that it can't be parsed."""
    return len(report.text) > MAX_TEXT


def parse(reports: Iterable[Report]) -> Iterator[Parsed]:
    """Yield each report with its parse, in order.

    Raises:
        ValueError: A report is `too_long`: leave it out, and record the problem.
        ModelNotFoundError: No supported model is installed.
        ModelChangedError: Its weights are not the pinned ones.
    """
    for report in reports:
        if too_long(report):
            raise ValueError(f"a text of at most {MAX_TEXT:,} characters was expected: {report.address}")
        with _threads().limit(limits=1, user_api="blas"):  # more get in each other's way
            doc = _parse(load(), report)
        yield Parsed(report=report, doc=doc)


@contextmanager
def passing() -> Iterator[None]:
    """Parse one report, and let its words go afterwards: no parse may be used any more when it ends."""
    if next(_reports()) < WIDENING or load().vocab.in_memory_zone:
        yield
        return
    with load().memory_zone():
        yield


@lru_cache(maxsize=1)
def _reports() -> Iterator[int]:
    return count()


def _parse(nlp: Language, report: Report) -> Doc:
    text = readable(report.text)
    places = starts(text, report.blocks)
    docs, offset = [], 0
    for piece in pieces(text):
        docs.append(trim_names(nlp(begin_sentences(nlp.make_doc(piece), places, offset))))
        offset += len(piece)
    if len(docs) == 1:
        return docs[0]
    return Doc.from_docs(docs, ensure_whitespace=False) or nlp.make_doc("")


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    return ThreadpoolController()
