"""A word and the lemmas that spaCy's rules allow for it in, the one that its spelling tells out.

Where two verbs differ by a last e ("hop", "hope"), the rules name the shorter first for every form of either:
"hoped to meet" would be read as hopping. But English spelling tells them apart: the short one doubles its
consonant ("hopped", "hopping"), so that a form without a double one is of the verb in -e.
"""

import re
from collections.abc import Sequence
from typing import Final

DOUBLING: Final = re.compile(r"(?:\A|[^aeiou]|qu)[aeiouy][bcdfgjklmnpqrstvz]\Z")  # hop, stag; not rout, sing
ENDINGS: Final = ("es", "ed", "ing")


def lemma_of(word: str, allowed: Sequence[str]) -> str:
    """Return the lemma of a word among those allowed, of which the first is spaCy's own choice."""
    short = allowed[0]
    longer = f"{short}e"
    if longer in allowed and DOUBLING.search(short) and word.lower() in {short + end for end in ENDINGS}:
        return longer
    return short
