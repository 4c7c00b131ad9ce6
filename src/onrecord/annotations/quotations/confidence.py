"""A draft in, the confidence of its rule out: how often that rule was right, in steps of .05.

Measured as precision of each rule (frame and class of cue) on news that people had annotated with
attributions; half of the content's words and the speaker had to be right. What holds words in marks
("called it “a farce”") was right oftener than the same rule without them, and is a line of its own.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.voices import can_speak
from onrecord.english import english_table

UNMEASURED: Final = 0.3
WEAK: Final = 0.4
NO_SPEAKER: Final = 0.2
THING: Final = 0.35
"""A speaker that can't speak: of 974 such on the train documents 37 in 100 were right."""


def confidence_of(draft: Draft) -> float:
    """Return how far a draft can be trusted, from 0 to 1."""
    if draft.speaker is None:
        return NO_SPEAKER
    rules, frames = measured()
    key = draft.rule + ("/weak" if draft.weak else "/mixed" if draft.kind == "mixed" else "")
    known = rules.get(key, rules.get(draft.rule, frames.get(draft.rule.split(":")[0], UNMEASURED)))
    known = min(known, WEAK) if draft.weak else known
    if draft.follows is not None:
        before = confidence_of(draft.follows)
        known = known if before > WEAK else min(known, before)
    speaks = draft.verb is None or can_speak(draft.speaker, draft.verb)  # a label is a name
    return known if speaks else min(known, THING)


@lru_cache(maxsize=1)
def measured() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the confidence of each rule, and of each frame for rules that were too rare to measure."""
    table = english_table("quotations_confidence")
    return table["rules"], table["frames"]
