"""A parsed English report with its mentions in, quotations out: direct, mixed and indirect, with speakers."""

from typing import Final

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.quotations.finder import FINDER, find, find_all
from onrecord.annotations.quotations.marks import quoted_regions
from onrecord.annotations.quotations.settle import CUTOFF

ANNOTATOR: Final = Annotator(
    name="quotations.rules",
    version=int(FINDER.rpartition("/")[2]),
    requires=("timexes", "mentions"),
    assigns="quotations",
    find=find,
)

__all__ = ["ANNOTATOR", "CUTOFF", "find_all", "quoted_regions"]
