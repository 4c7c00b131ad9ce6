"""Lexemes in, numerals out: every number that is written in digits or in words, with its value.

Digits with or without a scale ("3.6 million", "35m"), words (read by text2num), halves ("two and a half
million"), plurals that stand for at least two ("dozens", "tens of thousands"), fractions ("two-thirds", "a
third of"), shares ("one in five") and multiples ("twice", "sixfold"). Whether a numeral is a quantity at all
is decided later (`screens`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from text_to_num import text2num

from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.lexemes import Lexeme, glued_at, word_at
from onrecord.annotations.figures.lexicon import Lexicon

NumeralKind = Literal["digits", "words", "plural", "fraction", "share", "multiple"]
MARKS = "$£€¥₹₽₪₩₺₴"
LONGEST_DIGITS = 18  # beyond that it is a serial number, and a float no longer holds it
LONGEST_WORDS = 14  # "nine hundred and ninety-nine million nine hundred and ninety-nine thousand …"
HYPHENS = ("-", "‐", "‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as printed: lexemes `first` to `last` (inclusive), its value, and the scale it is written in.

    A plural's value is the least that it can mean: dozens 24, hundreds 200.
    """

    first: int
    last: int
    value: float
    kind: NumeralKind
    scale: float = 1.0


class Reader:
    """Reads numerals off one sentence's lexemes."""

    def __init__(self, lexemes: Sequence[Lexeme], lexicon: Lexicon) -> None:
        self._lexemes = lexemes
        self._words = lexicon.words
        numbers = lexicon.raw["numbers"]
        self._scales: dict[str, float] = numbers["scales"]
        self._short: dict[str, float] = numbers["short_scales"]
        self._plurals: dict[str, float] = numbers["plurals"]
        self._denominators: dict[str, float] = numbers["denominators"]
        self._multiples: dict[str, float] = numbers["multiples"]
        self._cardinals = frozenset(numbers["cardinals"])
        self._plain = frozenset(lexicon.raw["irregular"]["nouns"])

    def all(self) -> Iterator[Numeral]:
        """Yield the numerals in order; none overlaps another."""
        index = 0
        while index < len(self._lexemes):
            found = self._at(index)
            if found is None:
                index += 1
                continue
            found = self._share(found)
            yield found
            index = found.last + 1

    def _at(self, index: int) -> Numeral | None:
        lexeme = self._lexemes[index]
        if lexeme.kind == "number":
            return self._digits(index)
        if lexeme.kind != "word":
            return None
        return (
            self._plural(index) or self._fraction(index) or self._number_words(index) or self._multiple(index)
        )

    def _digits(self, index: int) -> Numeral | None:
        printed = self._lexemes[index].text.replace(",", "")
        if len(printed) > LONGEST_DIGITS:
            return None
        value, last = float(printed), index
        if word_at(self._lexemes, index + 1) == "½" and glued_at(self._lexemes, index + 1):
            value, last = value + 0.5, index + 1
        if words := self._and_a_half(last + 1):
            value, last = value + 0.5, last + words
        return self._scaled(Numeral(first=index, last=last, value=value, kind="digits"))

    def _scaled(self, numeral: Numeral) -> Numeral:
        """Return the numeral with the scale that follows it ("million", "bn", "-million")."""
        at = numeral.last + 1
        if (
            word_at(self._lexemes, at) in HYPHENS
            and word_at(self._lexemes, at)
            and glued_at(self._lexemes, at + 1)
        ):
            at += 1
        word = word_at(self._lexemes, at)
        scale = self._scales.get(word) or self._short_scale(at)
        if not scale or word == "score":
            return numeral
        return Numeral(
            first=numeral.first,
            last=at,
            value=round(numeral.value * scale, 6),
            kind=numeral.kind,
            scale=scale,
        )

    def _short_scale(self, at: int) -> float | None:
        """Return the scale of "m", "bn", "k" …; a bare "35m" is metres unless something is counted by it."""
        word = word_at(self._lexemes, at)
        scale = self._short.get(word)
        if scale is None or self._lexemes[at].kind != "word":
            return None
        text = self._lexemes[at].text
        if not glued_at(self._lexemes, at):
            marked = at > 1 and self._lexemes[at - 2].text in MARKS  # "$1.3 m"
            sure = len(word) > 1 or marked or (text in ("M", "B") and self._counts(at))
            return scale if sure else None
        if word == "m" and text == "m":
            sum_of = word_at(self._lexemes, at + 1) in figure_words("elided.sums")
            return scale if sum_of or self._money_before(at - 1) or self._counts(at) else None
        return None if word == "b" and text == "b" and not self._money_before(at - 1) else scale

    def _money_before(self, at: int) -> bool:
        before = self._lexemes[at - 1] if at else None
        return before is not None and (
            before.text in f"{MARKS}=-" or (glued_at(self._lexemes, at) and before.kind == "word")
        )

    def _counts(self, at: int) -> bool:
        """Whether counted things seem to follow: "35m people", "2.7m combined sales"; not "a 35m tower"."""
        for lexeme in self._lexemes[at + 1 : at + 1 + NOUN_WITHIN]:
            if lexeme.kind != "word" or (
                lexeme.lower in figure_words("numerals.no_noun") and lexeme.lower != "and"
            ):
                return False
            if lexeme.lower == "of" or lexeme.lower in self._plain or lexeme.lower.endswith("s"):
                return True
        return False

    def _number_words(self, index: int) -> Numeral | None:
        word = self._lexemes[index].lower
        if word in self._words["numbers.articles"] | figure_words("numerals.vague") or word == "half":
            return self._article(index)
        if word not in self._cardinals:
            return None
        for last in reversed(self._run(index)):
            value = self._value(index, last)
            if value is not None:
                scale = self._scales.get(self._lexemes[last].lower, 1.0)
                found = Numeral(first=index, last=last, value=value, kind="words", scale=scale)
                if words := self._and_a_half(last + 1):
                    half = scale / 2 if word in figure_words("numerals.scales") else 0.5
                    found = Numeral(first=index, last=last + words, value=value + half, kind="words")
                return self._scaled(found)
        return None

    def _run(self, index: int) -> list[int]:
        """Return the places where a number of words that begins at an index may end."""
        ends, at = [index], index + 1
        while at < min(len(self._lexemes), index + LONGEST_WORDS):
            word = self._lexemes[at].lower
            if word in self._cardinals and not (word == "one" and self._lexemes[at - 1].lower == "and"):
                ends.append(at)
            elif word not in HYPHENS and not (
                word == "and" and self._lexemes[at - 1].lower in figure_words("numerals.before_and")
            ):
                break
            at += 1
        return ends

    def _value(self, first: int, last: int) -> float | None:
        words = [lexeme.lower for lexeme in self._lexemes[first : last + 1] if lexeme.lower not in HYPHENS]
        words = ["one", *words] if words[0] in figure_words("numerals.scales") else words
        try:
            return float(text2num(" ".join(words), "en"))
        except ValueError:
            return None

    def _article(self, index: int) -> Numeral | None:
        """Return "a hundred", "a dozen", "half a million", "several thousand", "a few hundred"."""
        lexemes, word = self._lexemes, self._lexemes[index].lower
        value, at, kind = 1.0, index + 1, "words"
        if self._single(index):
            return Numeral(first=index, last=at, value=1.0, kind="words")
        if word == "half":
            value = 0.5
            at += word_at(lexemes, at) == "-"
            at += word_at(lexemes, at) in figure_words("numerals.articles")
            at += word_at(lexemes, at) == "-"
        elif word in figure_words("numerals.vague") or word_at(lexemes, at) == "few":
            value, kind, at = 2.0, "plural", at + (word_at(lexemes, at) == "few")
        scale = self._scales.get(word_at(lexemes, at))
        if not scale or word_at(lexemes, at) == "score":
            return None
        last, value = at, value * scale
        if word in figure_words("numerals.articles") and kind == "words":
            value, last = self._rest(at, scale)
        second = self._scales.get(word_at(lexemes, last + 1))
        if second and second > scale:
            return Numeral(first=index, last=last + 1, value=value * second, kind=_kind(kind), scale=second)
        return Numeral(first=index, last=last, value=value, kind=_kind(kind), scale=scale)

    def _single(self, index: int) -> bool:
        """Whether one of a toll is told: "a single death", "a lone casualty"."""
        return (
            word_at(self._lexemes, index) in self._words["numbers.articles"]
            and word_at(self._lexemes, index + 1) in figure_words("numerals.single")
            and word_at(self._lexemes, index + 2) in figure_words("numerals.of_a_toll")
        )

    def _rest(self, at: int, scale: float) -> tuple[float, int]:
        """Return value and end of what follows "a": "hundred and fifty", "million and a half"."""
        if words := self._and_a_half(at + 1):
            return scale * 1.5, at + words
        if word_at(self._lexemes, at) in self._cardinals:
            for last in reversed(self._run(at)):
                value = self._value(at, last)
                if value is not None:
                    return value, last
        return scale, at

    def _and_a_half(self, at: int) -> int:
        """Return how many lexemes "and a half" takes here; 0 if it doesn't stand here."""
        words = [word_at(self._lexemes, at + n) for n in range(5)]
        if tuple(words[:3]) in figure_phrases("numerals.and_a_half"):
            return 3
        if tuple(words[:2]) in figure_phrases("numerals.and_half") and self._scales.get(words[2]):
            return 2
        hyphens = words[0] in HYPHENS and words[2] == words[4] == words[0]
        return 5 if hyphens and (words[1], words[3]) in figure_phrases("numerals.and_a") else 0

    def _plural(self, index: int) -> Numeral | None:
        """Return "dozens", "hundreds of thousands", "scores of"."""
        word = self._lexemes[index].lower
        scale = self._plurals.get(word)
        if not scale:
            return None
        second = 1.0
        last = index
        if word_at(self._lexemes, index + 1) == "of":
            second = self._plurals.get(word_at(self._lexemes, index + 2), 1.0)
            last += 2 * (second > 1.0)
        if (
            second == 1.0
            and word in figure_words("numerals.plurals")
            and (word == "tens" or word_at(self._lexemes, index + 1) != "of")
        ):
            return None
        return Numeral(first=index, last=last, value=2 * scale * second, kind="plural", scale=scale * second)

    def _fraction(self, index: int) -> Numeral | None:
        """Return "a third of", "two-thirds", "half the"."""
        lexemes, word = self._lexemes, self._lexemes[index].lower
        parts, at = 1.0, index
        if word in figure_words("numerals.before_a_part"):
            parts = 1.0 if word in figure_words("numerals.articles") else float(text2num(word, "en"))
            at = index + 1 + (word_at(lexemes, index + 1) in HYPHENS and bool(word_at(lexemes, index + 1)))
        elif word not in figure_words("numerals.parts"):
            return None
        denominator = self._denominators.get(word_at(lexemes, at))
        if not denominator or (parts > 1) != word_at(lexemes, at).endswith("s") or parts >= denominator:
            return None
        follows = word_at(lexemes, at + 1)
        if (follows, word_at(lexemes, at + 2)) in figure_phrases("numerals.of_a") and (
            scale := self._scales.get(word_at(lexemes, at + 3))
        ):  # "three-quarters of a million"
            return Numeral(
                first=index, last=at + 3, value=parts / denominator * scale, kind="words", scale=scale
            )
        if follows in figure_words("numerals.articles") and self._scales.get(word_at(lexemes, at + 2)):
            return None
        whole = parts == 1 and follows not in self._words["fractions.before"]
        if whole or (
            word == "quarter"
            or (word == "half" and word_at(lexemes, index - 1) in figure_words("numerals.no_half"))
        ):
            return None
        return Numeral(first=index, last=at, value=parts / denominator, kind="fraction")

    def _multiple(self, index: int) -> Numeral | None:
        lexemes, word = self._lexemes, self._lexemes[index].lower
        if word.endswith("fold") and len(word) > 5:
            try:
                return Numeral(
                    first=index, last=index, value=float(text2num(word[:-4], "en")), kind="multiple"
                )
            except ValueError:
                return None
        value = self._multiples.get(word)
        follows = word_at(lexemes, index + 1)
        if value and follows in figure_words("numerals.after_a_multiple"):
            return Numeral(first=index, last=index, value=value, kind="multiple")
        return None

    def _share(self, numeral: Numeral) -> Numeral:
        """Return "one in five", "two out of three" as one numeral; anything else as it is."""
        lexemes, at = self._lexemes, numeral.last + 1
        step = (
            1
            if word_at(lexemes, at) == "in"
            else 2
            if (word_at(lexemes, at), word_at(lexemes, at + 1)) in figure_phrases("numerals.out_of")
            else 0
        )
        if not step or numeral.kind not in ("digits", "words") or numeral.value != int(numeral.value):
            return numeral
        whole = self._at(at + step) if at + step < len(lexemes) else None
        if (
            whole is None
            or whole.kind not in ("digits", "words")
            or not 0 < numeral.value < whole.value <= MOST_OF
        ):
            return numeral
        return Numeral(first=numeral.first, last=whole.last, value=numeral.value / whole.value, kind="share")


NOUN_WITHIN = 6  # lexemes after "m" in which a plural makes it "million"
MOST_OF = 1000  # "one in 1,000"; beyond that "in" is a place or a year


def _kind(name: str) -> NumeralKind:
    return "plural" if name == "plural" else "words"
