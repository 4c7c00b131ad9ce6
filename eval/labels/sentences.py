"""A text in, its sentences and the sort words in them out: by rules simple enough to state.

No parse is used, so that what is drawn for labelling doesn't hang on what is measured with it. A sentence
ends within its line at a full stop, question or exclamation mark with the closing marks after it, before
white space and a capital, figure or opening mark; not after an initial or a usual abbreviation. What
doesn't begin with a capital or an opening mark, or doesn't end so, is no sentence.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from typing import Final

_END: Final = re.compile(r"""[.!?]+["'”’)\]]*(?=\s+["'“‘(`\[]*[A-Z0-9]|\s*$)""")
_BEGIN: Final = re.compile(r"""["'“‘(`\[]*[A-Z]""")
_SHORT: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Col|Gen|Capt|Cpl|Det|Sen|Rep|Gov|Rev|Hon|Prof|Jr|Sr|No|vs|Co|Corp"
    r"|Inc|Ltd|Bros|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Fla|Ala|Ariz|Ark|Colo"
    r"|Conn|Del|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis"
    r"|Wyo|U\.S|U\.N|D\.C|a\.m|p\.m))\.$"
)
_IRREGULAR: Final = {
    "met": "meet", "shot": "shoot", "shook": "shake", "shaken": "shake", "flew": "fly", "flown": "fly",
    "sent": "send", "took": "take", "taken": "take", "went": "go", "gone": "go", "slain": "slay",
    "slew": "slay", "stole": "steal", "stolen": "steal", "swore": "swear", "sworn": "swear",
    "sank": "sink", "sunk": "sink", "withdrew": "withdraw", "withdrawn": "withdraw", "bought": "buy",
    "blew": "blow", "blown": "blow", "caught": "catch", "burnt": "burn", "gave": "give", "given": "give",
    "overtook": "overtake", "laid": "lay", "caved": "cave",
}  # fmt: skip


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _ends(text, line.start(), line.end()):
            piece = text[start:end]
            left = start + len(piece) - len(piece.lstrip())
            if _BEGIN.match(text, left, end):
                yield left, end
            start = end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for mark in _END.finditer(text, start, end):
        short = _SHORT.search(text, max(start, mark.start() - 8), mark.start() + 1)
        if not (short and mark.end() < len(text[:end].rstrip())):
            yield mark.end()


class SortWords:
    """The verbs and nouns of the table of sorts, found in running text by their regular forms."""

    def __init__(self) -> None:
        table = files("onrecord.data.en").joinpath("events.toml").read_text(encoding="utf-8")
        self._first: dict[str, set[tuple[str, ...]]] = {}
        for row in tomllib.loads(table)["event"]:
            self._add(row.get("verbs", ()), _verb_forms)
            self._add(row.get("nouns", ()), _noun_forms)

    def _add(self, entries: Iterable[str], forms: Callable[[str], Iterator[str]]) -> None:
        for words in entries:
            first, *rest = words.casefold().split()
            for form in forms(first):
                self._first.setdefault(form, set()).add(tuple(rest))

    def stand_in(self, text: str) -> bool:
        """Return whether one of them stands in a text."""
        words = re.findall(r"[a-z]+(?:-[a-z]+)*", text.casefold())
        return any(
            tuple(words[i + 1 : i + 1 + len(rest)]) in {rest, (*rest[:-1], *(f"{w}s" for w in rest[-1:]))}
            for i, word in enumerate(words)
            for rest in self._first.get(word, ())
        )


def _noun_forms(lemma: str) -> Iterator[str]:
    """Yield a noun and its plural."""
    yield from (lemma, f"{lemma}s", f"{lemma}es")
    if lemma.endswith("y"):
        yield f"{lemma[:-1]}ies"


def _verb_forms(lemma: str) -> Iterator[str]:
    """Yield a verb's regular forms, and the irregular ones of the table."""
    stem, double = lemma.removesuffix("e"), lemma + lemma[-1]
    yield from _noun_forms(lemma)
    yield from (f"{stem}ed", f"{stem}ing", f"{lemma}ing", f"{double}ed", f"{double}ing")
    if lemma.endswith("y"):
        yield f"{lemma[:-1]}ied"
    yield from (form for form, of in _IRREGULAR.items() if of == lemma)
