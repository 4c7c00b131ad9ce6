"""The figures task in, the scorer's metrics out: `python -m onrecord.evaluation.figures DIR`.

Every quantity that is found is given, kept by the record or not. Where the benchmark writes a quantity in another way
than the record does, it is put into the benchmark's way here, so that the record needn't follow it:

* a plural ("dozens", "hundreds") is the range of its magnitude, 12 to 120, 100 to 1,000;
* a change "from X to Y" is one range, X to Y, where the record has a former and a present number;
* the unit of a bare count is the noun phrase that is counted.
"""

from typing import Any

from spacy.tokens import Doc

from onrecord.annotations.figures.lexicon import lexicon
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.view import SentenceView


def quantities_of(doc: Doc) -> list[dict[str, Any]]:
    """Return the quantities of a document in the benchmark's form."""
    out = []
    for sent in doc.sents:
        view = SentenceView(sent, lexicon())
        out += [_written(q) for q in find_quantities(view)]
    return out


def _written(quantity: Quantity) -> dict[str, Any]:
    amount = quantity.amount
    out = {"change": quantity.change, "unit": amount.unit.one if amount.unit else "-"}
    if amount.upto is not None:
        return {"low": amount.value, "high": amount.upto, **out}
    if amount.kind == "plural":
        return {"low": amount.scale, "high": amount.scale * 10, **out}
    return {"value": amount.value, **out}
