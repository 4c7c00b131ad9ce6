"""A report's blocks in, those that tell what is going on minute by minute out.

"14.10 - The minister walks out": behind a clock time the present tells what happens now, not what is usual.
"""

import re
from typing import Final

from onrecord.annotations.events.lexicon import event_words
from onrecord.annotations.parsed import Parsed
from onrecord.model.span import Span

CLOCK: Final = re.compile(r"(?:[^\W\d_][^\d\n]{0,40}[-–—]\s*)?\d{1,2}[.:]\d{2}\b(?![.:]?\d)(?!\s*%)")
"""A time of day at the beginning of a paragraph, perhaps behind the place that the report is from."""


def _is_timed(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with a time of day, and not with a share: "5.30 per cent"."""
    clock = CLOCK.match(text, start, end)
    after = text[clock.end() : end].split(maxsplit=1)[:1] if clock else []
    return clock is not None and not set(after) & event_words("live.shares")


def live_blocks(parsed: Parsed) -> tuple[Span, ...]:
    """Return the paragraphs of a report that begin with a time of day, if there are two of them at least."""
    text = parsed.report.text
    found = [
        Span(block.start, block.end)
        for block in parsed.report.blocks
        if block.kind == "body" and _is_timed(text, block.start, block.end)
    ]
    return tuple(found) if len(found) > 1 else ()
