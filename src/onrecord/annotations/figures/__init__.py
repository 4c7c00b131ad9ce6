"""A parsed English report in, its figures out: every number with hedge, unit, what it counts, giver and day.

The way of a number, one file a step: `lexemes` (numerals, words, signs), `numerals` (values), `amounts`
(units and ranges), `screens` (what is no quantity), `hedges` and `change`, `counted` and `states` (what of),
`clauses`, `givers`, `days`, `parts`, `keeping`, and `readings`, which puts them together.
"""

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.figures.readings import FINDER, find

ANNOTATOR = Annotator(
    name="figures.rules",
    version=int(FINDER.rpartition("/")[2]),
    requires=("timexes", "mentions", "quotations"),
    assigns="figures",
    find=find,
)
