"""Numerals in, amounts out: each number with unit and rate, and two numbers joined to a range.

"$35", "HK$5.4m", "35 euros", "80km/h", "five per cent", "$10 a barrel"; "between 30 and 40", "$10 to $15
billion", "15-22 miles per hour", "three or four". Two numbers with "from … to …" under a verb of change
are no range but a former and a present number, and stay two amounts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotations.figures.grammar import figure_endings, figure_phrases, figure_words
from onrecord.annotations.figures.lexemes import Lexeme, glued_at, word_at, words_at
from onrecord.annotations.figures.lexicon import LONGEST, Lexicon, Unit
from onrecord.annotations.figures.numerals import HYPHENS, Numeral, NumeralKind

FAR = 6  # lexemes between a verb of change and the "from" that goes with it
MOST_OR = 1000  # "20 or 30" is a range, "25,000 or 40,000" are two numbers
DASHES = ("-", "–", "‑", "‐")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or range with its unit; lexemes `first` to `last` inclusive, `number` the numeral's own.

    Attributes:
        value, upto: the number; of a range, its two ends as printed (the first may be the greater).
        kind: how it was written.
        unit: None for a bare number.
        per: what it is a rate of ("hour", "barrel"), or "".
        unit_at: lexemes of the unit as printed; empty when there is none.
    """

    first: int
    last: int
    number: tuple[int, int]
    value: float
    upto: float | None
    kind: NumeralKind
    scale: float
    unit: Unit | None
    per: str
    unit_at: tuple[int, int] | None


def amount_of(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: Lexicon) -> Amount:
    """Return a numeral with its currency mark, unit, rate and minus sign."""
    unit, first = _mark_before(lexemes, numeral.first, lexicon)
    value = numeral.value
    if _minus(lexemes, first) or (first < numeral.first and _minus(lexemes, numeral.first)):
        value, first = -value, first - _minus(lexemes, first)
    last, unit_at = numeral.last, None
    if unit is None and numeral.kind == "plural" and word_at(lexemes, last + 1) == "of":
        unit, unit_at = _unit_after(lexemes, last + 2, lexicon)
        if unit is not None and unit.name == "pounds":
            unit = lexicon.marks[("£",)]
    elif unit is None:
        unit, unit_at = _unit_after(lexemes, numeral.last + 1, lexicon)
    elif (again := _unit_after(lexemes, numeral.last + 1, lexicon))[0] == unit:
        unit_at = again[1]
    if unit is not None and unit.name == "pounds" and numeral.scale > 1:
        unit = lexicon.marks[("£",)]
    if unit is not None and unit.name in figure_words("amounts.also_traces") and numeral.kind == "words":
        unit, unit_at = (unit, unit_at) if numeral.scale > 1 else (None, None)  # "seven marks on the wall"
    last = unit_at[1] if unit_at else last
    if unit is not None and (end := _old(lexemes, last + 1)):
        unit, unit_at, last = (
            replace(unit, name=f"{unit.name} old", one=f"{unit.one} of age", sort="age"),
            (last, end),
            end,
        )
    per, last = _per(lexemes, last, lexicon)
    return Amount(
        first=first,
        last=last,
        number=(numeral.first, numeral.last),
        value=value,
        upto=None,
        kind=numeral.kind,
        scale=numeral.scale,
        unit=unit,
        per=per,
        unit_at=unit_at,
    )


def _old(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return where "old", "-old" or "of age" ends that makes a duration an age; 0 if it doesn't follow."""
    words = words_at(lexemes, at, 2)
    if words[:1] == ("old",):
        return at
    return at + 1 if words in figure_phrases("amounts.old") else 0


def _mark_before(lexemes: Sequence[Lexeme], first: int, lexicon: Lexicon) -> tuple[Unit | None, int]:
    """Return the currency whose mark stands before the number, and where it begins."""
    at = first
    if at > 1 and lexemes[at - 1].text in ("-", "−") and lexemes[at].glued:
        at -= 1
    for count in range(min(4, at), 0, -1):
        mark = tuple(lexeme.text for lexeme in lexemes[at - count : at])
        unit = lexicon.marks.get(mark)
        if unit is None or not _touches(lexemes, at - count, at, word=mark[-1].isalpha()):
            continue
        if mark[0].lower() in figure_words("amounts.articles") and not lexemes[at - count + 1].glued:
            continue  # "A $100 million plan" is of no Australian dollars
        return unit, at - count
    return None, first


def _touches(lexemes: Sequence[Lexeme], start: int, at: int, *, word: bool) -> bool:
    """Whether a mark may belong to the number: not the tail of a word, and a short word must touch."""
    if glued_at(lexemes, start) and lexemes[start - 1].kind != "sign":
        return False
    return not word or lexemes[at].glued or at - start > 1 or len(lexemes[start].text) >= 3


def _minus(lexemes: Sequence[Lexeme], first: int) -> int:
    """Return how many lexemes before a number make it negative."""
    sign = word_at(lexemes, first - 1)
    if sign == "minus":
        return int(word_at(lexemes, first - 2) != "or")
    if sign in HYPHENS and word_at(lexemes, first - 2) == "minus" and glued_at(lexemes, first):
        return 2
    if sign not in ("-", "−") or not glued_at(lexemes, first):
        return 0
    apart = first < 2 or not lexemes[first - 1].glued
    after_mark = first > 1 and lexemes[first - 2].text in ("$", "£", "€")
    return int((apart and (first < 2 or lexemes[first - 2].kind != "number")) or after_mark)


def _unit_after(
    lexemes: Sequence[Lexeme], at: int, lexicon: Lexicon
) -> tuple[Unit | None, tuple[int, int] | None]:
    """Return the unit that begins at a lexeme (a hyphen may stand between), and its place."""
    hyphen = word_at(lexemes, at) in DASHES and glued_at(lexemes, at) and glued_at(lexemes, at + 1)
    start = at + hyphen
    for count in range(min(LONGEST, len(lexemes) - start), 0, -1):
        printed = tuple(lexeme.text for lexeme in lexemes[start : start + count])
        sign = lexicon.signs.get(printed)
        if sign and (printed in lexicon.apart or glued_at(lexemes, at)) and _ends(lexemes, start + count):
            return sign, (start, start + count - 1)
        words = tuple(word.lower() for word in printed)
        unit = lexicon.units.get(words)
        if unit is None and hyphen:  # "a 1.2-billion-crown loan"
            unit = lexicon.units.get((*words[:-1], f"{words[-1]}s"))
        if unit and _ends(lexemes, start + count) and (hyphen or not _compound(lexemes, start + count, unit)):
            return unit, (start, start + count - 1)
    return None, None


def _compound(lexemes: Sequence[Lexeme], at: int, unit: Unit) -> bool:
    """Whether a length of time is the beginning of what is counted: "240 night-shift posts"."""
    joined = word_at(lexemes, at) in DASHES and glued_at(lexemes, at) and glued_at(lexemes, at + 1)
    counted = word_at(lexemes, at + 1 if joined else at)
    if unit.sort != "duration" or counted in figure_words("amounts.aged"):
        return False
    one = word_at(lexemes, at - 1) == unit.one
    return joined or (one and counted.endswith(figure_endings("amounts.several")))


def _ends(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a word may end before this lexeme."""
    return not glued_at(lexemes, at) or lexemes[at].kind == "sign"


def _per(lexemes: Sequence[Lexeme], last: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return what a rate is counted by, and where it ends: "per hour", "a barrel", "/kg", "(a day)"."""
    at = last + 1
    if word_at(lexemes, at) == "(" and word_at(lexemes, at + 3) == ")":
        inside, end = _per(lexemes, at, lexicon)
        return (inside, end + 1) if end == at + 2 else ("", last)
    hyphen = word_at(lexemes, at) in DASHES and glued_at(lexemes, at) and glued_at(lexemes, at + 1)
    word = word_at(lexemes, at + hyphen)
    if word_at(lexemes, at + 2) in figure_words("amounts.other_times"):
        return "", last
    by = at + hyphen + 1 + hyphen
    if by >= len(lexemes) or lexemes[by].kind != "word":
        return "", last
    named = word == "per" or (
        word in figure_words("shared.each") and lexemes[by].lower in lexicon.words["per"]
    )
    if lexemes[by].lower in figure_words("amounts.powers") and named and by + 1 < len(lexemes):
        return f"{lexemes[by].lower} {lexemes[by + 1].lower}", by + 1
    if named or (word == "/" and glued_at(lexemes, at) and glued_at(lexemes, by)):
        return lexemes[by].lower, by
    return "", last


def join(lexemes: Sequence[Lexeme], amounts: Sequence[Amount], lexicon: Lexicon) -> list[Amount]:
    """Return the amounts with neighbours that make one range put together."""
    out: list[Amount] = []
    for amount in amounts:
        joined = _range(lexemes, out[-1], amount, lexicon) if out else None
        if joined is None:
            out.append(amount)
        else:
            out[-1] = joined
    return out


def _range(lexemes: Sequence[Lexeme], left: Amount, right: Amount, lexicon: Lexicon) -> Amount | None:
    """Return two neighbours as one range; None if they are none."""
    between = words_at(lexemes, left.last + 1, right.first - left.last - 1)
    if left.upto is not None or len(between) > 3 or "plural" in (left.kind, right.kind):
        return None
    before, first = _opening(lexemes, left.first)
    link = _link(between, word_at(lexemes, right.last + 1))
    if link == "and" and before != "between":
        return None
    if not link or not _fit(left, right):
        return None
    if link == "to" and not before and left.value >= right.value:
        return None
    if link == "to" and before == "from" and left.value > right.value:
        return None
    if link == "or" and not left.value < right.value <= min(MOST_OR, 2 * left.value):
        return None
    if link == "to" and before != "between" and _changes(lexemes, left, lexicon, opened=before == "from"):
        return None
    return _joined(left, right, first if before == "between" else left.first)


def _link(between: tuple[str, ...], noun: str) -> str:
    """Return the word that joins two ends: "to", "or", "and" or "-"; "" for anything else.

    A noun may stand with both ends: "from 15 people to 20 people".
    """
    bare = tuple(word for word in between if word not in DASHES)
    if len(between) == 1 and not bare:
        return "-"
    if len(bare) == 2 and bare[0] == noun and noun.isalpha():
        bare = bare[1:]
    return bare[0] if len(bare) == 1 and bare[0] in figure_words("amounts.links") else ""


def _opening(lexemes: Sequence[Lexeme], first: int) -> tuple[str, int]:
    """Return "between" or "from" where it opens a range, with its place; hedges may stand between."""
    for back in (1, 2, 3):
        word = word_at(lexemes, first - back)
        if word in figure_words("amounts.ranges"):
            return word, first - back
        if word not in figure_words("amounts.hedges"):
            break
    return "", first


def _fit(left: Amount, right: Amount) -> bool:
    """Whether two amounts can be the ends of one range: like units, or the unit given once, later."""
    parts = ("fraction", "share", "multiple")
    if left.kind in parts or right.kind in parts:
        return left.kind == right.kind
    if left.per and right.per and left.per != right.per:
        return False
    marked = left.unit is not None and left.unit.sort == "money" and left.unit_at is None
    return left.unit in (None, right.unit) or (marked and right.unit is None)


def _changes(lexemes: Sequence[Lexeme], left: Amount, lexicon: Lexicon, *, opened: bool) -> bool:
    """Whether "X to Y" tells a change: "rose from 24 to 45", "rose by $4 to $9".

    "Rose 5 to 10 percent" is a range: its first number has no unit of its own.
    """
    stems, first = lexicon.words["change.stems"], left.first
    if opened:
        return any(word in stems for word in words_at(lexemes, first - FAR, min(FAR, first)))
    return left.unit is not None and any(
        word in stems for word in words_at(lexemes, first - 2, min(2, first))
    )


def _joined(left: Amount, right: Amount, first: int) -> Amount:
    value = left.value
    scaled = left.value * right.scale
    if left.scale == 1 and left.kind in ("digits", "words") and scaled <= right.value:
        value = scaled
    return replace(
        left,
        first=first,
        last=right.last,
        number=(left.number[0], right.number[1]),
        value=value,
        upto=right.value,
        scale=right.scale,
        unit=left.unit or right.unit,
        per=right.per or left.per,
        unit_at=right.unit_at or left.unit_at,
    )
