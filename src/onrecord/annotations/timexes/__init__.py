"""A parsed English report in, its time expressions out: TIMEX3 for comparison, partial dates for the record.

`ANNOTATOR` finds them; `own_day` works out the day of a report that prints none; `re_anchored` resolves
what stayed open once that day is learnt; `RULES` holds the named rules.
"""

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.timexes.anchoring import re_anchored
from onrecord.annotations.timexes.finder import FINDER, find
from onrecord.annotations.timexes.publication import own_day
from onrecord.annotations.timexes.rules import RULES

ANNOTATOR = Annotator(
    name=FINDER.rpartition("/")[0],
    version=int(FINDER.rpartition("/")[2]),
    requires=(),
    assigns="timexes",
    find=find,
)

__all__ = ["ANNOTATOR", "RULES", "own_day", "re_anchored"]
