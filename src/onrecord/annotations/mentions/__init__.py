"""A parsed English report in, its mentions out: names, titles, roles, pronouns, and who is who within it.

Names come from the entity recogniser, mended by rule (`names`, `titles`), and get one kind a report by vote
(`kinds`). `people` and `bodies` join the names of one; `places` finds their GeoNames rows.
"""

from collections.abc import Iterable
from typing import Final

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.mentions.assemble import mentions_of
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Found, Mention

NAME: Final = "mentions.rules"
VERSION: Final = 6


def find(parsed: Parsed, found: Found) -> Iterable[Mention]:
    """Return every mention of a report, in order of place."""
    del found  # nothing else need be known
    return mentions_of(parsed, f"{NAME}/{VERSION}")


ANNOTATOR: Final = Annotator(name=NAME, version=VERSION, requires=(), assigns="mentions", find=find)
