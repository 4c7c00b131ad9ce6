"""A report's blocks in, those that tell what is going on minute by minute out.

"14.10 - The minister walks out": behind a clock time the present tells what happens now, not what is usual.
"""

import re
from typing import Final

from onrecord.annotations.parsed import Parsed
from onrecord.model.span import Span

CLOCK: Final = re.compile(
    r"(?:[^\W\d_][^\d\n]{0,40}[-–—]\s*)?\d{1,2}[.:]\d{2}\b(?![.:]?\d)(?!\s*(?:%|per\b))"
)
"""A time of day at the beginning of a paragraph, perhaps behind the place that the report is from."""


def live_blocks(parsed: Parsed) -> tuple[Span, ...]:
    """Return the paragraphs of a report that begin with a time of day, if there are two of them at least."""
    text = parsed.report.text
    found = [
        Span(block.start, block.end)
        for block in parsed.report.blocks
        if block.kind == "body" and CLOCK.match(text, block.start, block.end)
    ]
    return tuple(found) if len(found) > 1 else ()
