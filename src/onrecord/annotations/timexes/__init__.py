"""A parsed report in, its time expressions out: TIMEX3 for comparison, partial dates for the record."""

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.timexes.finder import find

ANNOTATOR = Annotator(name="timexes.rules", version=1, requires=(), assigns="timexes", find=find)
