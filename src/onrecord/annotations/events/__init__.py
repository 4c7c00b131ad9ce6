"""What a report in English says happened, was planned, demanded or denied."""

from typing import Final

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.events.finder import RULES, find

ANNOTATOR: Final = Annotator(
    name="events.rules",
    version=int(RULES.rpartition("/")[2]),
    requires=("timexes", "mentions", "quotations"),
    assigns="events",
    find=find,
)
"""Finds event mentions by a lexicon of triggers and rules over the parse."""
