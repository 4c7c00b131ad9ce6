"""The figures task in, the scorer's metrics out: `onrecord eval figures DIR`.

Every quantity that is found is given, whether the record keeps it or not. Where the benchmark writes a
quantity in another way than the record does, it is put into the benchmark's way here, so that the record
needn't follow it:

* a plural ("dozens", "hundreds") is the range of its magnitude: 12 to 120, 100 to 1,000;
* "from X to Y" is one range also where it tells a change; the record has a former and a present number;
* the unit of a bare count is the counted noun phrase, its normal form the head;
* a fraction's unit begins with "%"; "twice" and "double", with no number, are left out.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from onrecord.annotations import english
from onrecord.annotations.figures.counted import counted
from onrecord.annotations.figures.lexicon import lexicon
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.view import SentenceView
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import Metrics, TaskDoc, read_docs, score

Row = dict[str, Any]
FAR = 12  # lexemes between the two numbers of a change


def evaluate(directory: Path) -> Metrics:
    """Return the scorer's metrics of the shipped rules on a folder of the figures task."""
    return score(directory, "figures", list(predictions(read_docs(directory))))


def predictions(docs: Sequence[TaskDoc]) -> Iterator[Row]:
    """Yield a prediction for each document."""
    for doc, parsed in zip(docs, english.parse(map(report_of, docs)), strict=True):
        yield {"id": doc.id, "quantities": quantities_of(parsed.doc)}


def quantities_of(doc: Doc) -> list[Row]:
    """Return the quantities of a parsed document in the benchmark's form."""
    rows: list[Row] = []
    text = doc.text
    for sent in doc.sents:
        view = SentenceView(sent, lexicon(), text)
        rows += _rows(view, find_quantities(view))
    return rows


def _rows(view: SentenceView, quantities: Sequence[Quantity]) -> Iterator[Row]:
    index = 0
    while index < len(quantities):
        quantity = quantities[index]
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        if after is not None and _moves(view, quantity, after):
            unit = after if after.amount.unit is not None else quantity
            numbers = {"low": quantity.amount.value, "high": after.amount.value}
            yield {**numbers, **_unit(view, unit), "change": "="}
            index += 2
            continue
        if quantity.amount.kind != "multiple" or view.word(quantity.amount.first).endswith("fold"):
            yield {**_numbers(quantity), **_unit(view, quantity), "change": quantity.change}
        index += 1


def _moves(view: SentenceView, left: Quantity, right: Quantity) -> bool:
    """Whether two numbers stand as "from X … to Y"."""
    amounts = left.amount, right.amount
    if any(a.upto is not None for a in amounts) or right.amount.first - left.amount.last > FAR:
        return False
    same = left.amount.unit == right.amount.unit or None in (left.amount.unit, right.amount.unit)
    opened = "from" in view.words(left.amount.first - 3, 3)
    return same and opened and "to" in view.words(right.amount.first - 2, 2)


def _numbers(quantity: Quantity) -> Row:
    amount = quantity.amount
    if amount.upto is not None:
        return {"low": amount.value, "high": amount.upto}
    if amount.kind == "plural":
        return {"low": amount.scale, "high": amount.scale * 10}
    return {"value": amount.value}


def _unit(view: SentenceView, quantity: Quantity) -> Row:
    """Return the unit as printed and in its normal form."""
    amount = quantity.amount
    per = f" per {amount.per}" if amount.per else ""
    if amount.unit is not None:
        printed = amount.unit.one
        if amount.unit_at is not None:
            printed = view.span(*amount.unit_at).of(view.text)
        return {"unit": printed + per, "normalized_unit": amount.unit.one + per}
    what = counted(view, quantity)
    share = "% " if amount.kind in ("fraction", "share") else ""
    per = per or (f" per {what.per}" if what.per else "")
    noun, head = what.noun or "-", what.lemma or "-"
    return {"unit": share + noun + per, "normalized_unit": share + head + per}
