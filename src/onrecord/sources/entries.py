"""A text in, the reports that a database of the press put together in it out.

Such a file says where one ends: "2 of 25 DOCUMENTS" above each, "End of Document" or the database's own
"Document KRT0000020260317em3h0001x" below each. A text without such a line is one report.
"""

import re
from itertools import pairwise
from typing import Final

_ABOVE: Final = re.compile(rb"^(?=[ \t\f]*(?:Document \d+ of \d+|\d+ of \d+ DOCUMENTS?)[ \t]*\r?$)", re.M)
_BELOW: Final = re.compile(
    rb"^[ \t]*(?:End of Document|Document [A-Z]{2,10}[A-Za-z0-9]{12,})[ \t]*\r?\n?", re.M
)
_LEAST: Final = 2
"""Lines that part reports from which a text holds several; a page may be numbered once."""


def entries_of(body: bytes) -> list[bytes]:
    """Return the reports that a text in any narrow encoding holds, in order; the text itself if it is one."""
    above = [match.start() for match in _ABOVE.finditer(body)]
    below = [match.end() for match in _BELOW.finditer(body)]
    for places in (above, below):
        if len(places) >= _LEAST:
            ends = [0, *places, len(body)]
            parts = [body[start:end] for start, end in pairwise(ends)]
            return [part for part in parts if part.strip()]
    return [body]
