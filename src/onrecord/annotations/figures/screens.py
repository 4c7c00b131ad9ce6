"""An amount among its lexemes in, why it is no quantity out: years, clock times, scores, names, labels.

These are not found at all: they measure and count nothing. What measures something that the record does not
keep (ages, durations) is found and not kept; that is decided in `counted`.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from onrecord.annotations.figures.amounts import DASHES, Amount
from onrecord.annotations.figures.grammar import figure_phrases, figure_words
from onrecord.annotations.figures.lexemes import Lexeme, glued_at, word_at
from onrecord.annotations.figures.lexicon import Lexicon

OLDEST = 125
SHARED = 30  # lexemes before a number in which seats or votes are spoken of
GAP = 14  # lexemes in which the number before stands in a list of counts
NAME = 4  # words of a name
NOUN = 6  # lexemes after a number in which "61 of the 150 seats" names what is held
EARLIEST, LATEST = 1000, 2199  # whole numbers in between may be years


class Screens:
    """Tells of one sentence's amounts which are no quantities."""

    def __init__(
        self, lexemes: Sequence[Lexeme], lexicon: Lexicon, token_at: Callable[[int], Token | None]
    ) -> None:
        self._lexemes = lexemes
        self._words = lexicon.words
        self._lexicon = lexicon
        self._token_at = token_at

    def stands_apart(self, amount: Amount) -> bool:
        """Whether an amount is a date, year, label or name, so that it is no end of a range either."""
        if amount.unit is not None or amount.kind not in ("digits", "words"):
            return False
        return self._date(amount) or self._year(amount) or self._label(amount) or self._name(amount)

    def reason(self, amount: Amount) -> str | None:
        """Return why an amount is no quantity ("year", "score", "name" …); None if it is one."""
        if self._word(amount.first - 1) in ("#", "№"):
            return "label"
        plain = amount.unit is None and amount.kind in ("digits", "words")
        for name, test in (
            ("part of a word or number", self._inside),
            ("clock time", self._clock),
            ("fraction of a word", self._cut),
            ("telephone number or note", self._bracketed),
        ):
            if test(amount):
                return name
        if not plain:
            return "name" if self._label(amount) and amount.unit is None else None
        for name, test in (
            ("date", self._date),
            ("year", self._year),
            ("score", self._score),
            ("label", self._label),
            ("street", self._street),
            ("name", self._name),
            ("one as a pronoun", self._pronoun),
            ("age of a name", self._age),
        ):
            if test(amount):
                return name
        return None

    def _word(self, index: int) -> str:
        return word_at(self._lexemes, index)

    def _glued(self, index: int) -> bool:
        return glued_at(self._lexemes, index)

    def _capital(self, index: int) -> bool:
        if not 0 <= index < len(self._lexemes):
            return False
        lexeme = self._lexemes[index]
        return lexeme.kind == "word" and lexeme.text != lexeme.lower

    def _inside(self, amount: Amount) -> bool:
        """Whether letters, a number or a sign make it part of something longer ("F-16", "3D", "9/11")."""
        first, last = amount.first, amount.last
        if self._glued(first):
            before = self._lexemes[first - 1]
            if before.kind != "sign":
                return True
            if before.text in "/#@_&\\=" or (before.text in ".:" and self._glued(first - 1)):
                return True
            if before.text in DASHES and self._glued(first - 1) and not self._opens_hyphen(first - 2):
                return True
        after = last + 1
        if not self._glued(after):
            return False
        sign = self._lexemes[after]
        if sign.kind != "sign":
            return not (sign.lower == "s" and amount.unit is not None)
        follows = self._glued(after + 1) and self._lexemes[after + 1].kind
        if sign.text in ".:/_&@\\" and follows:
            return not (sign.text == "/" and amount.unit is not None)
        return bool(
            sign.text in DASHES and follows == "number" and amount.upto is None and amount.unit is None
        )

    def _opens_hyphen(self, at: int) -> bool:
        word = self._word(at)
        return word in figure_words("screens.before_a_hyphen") or (self._lexemes[at].kind == "sign")

    def _bracketed(self, amount: Amount) -> bool:
        """Whether it is a note ("[11]") or part of a telephone number ("(555) 010-2000", "555-CALL")."""
        before, after = self._word(amount.first - 1), self._word(amount.last + 1)
        if amount.unit is not None or amount.kind != "digits":
            return False
        if (before == "[" and after in ("]", ",", "")) or (before in (",", "-") and after == "]"):
            return True
        digits = self._lexemes[amount.number[0]].text
        if before == "(" and after == ")" and len(digits) in (3, 4, 5):
            follows = amount.last + 2
            return (
                len(digits) == 3 and follows < len(self._lexemes) and self._lexemes[follows].kind == "number"
            )
        called = after in DASHES and self._glued(amount.last + 1) and self._glued(amount.last + 2)
        word = self._lexemes[amount.last + 2].text if called else ""
        return len(word) > 1 and word.isupper()

    def _cut(self, amount: Amount) -> bool:
        """Whether an ordinal or a decade follows: "5th", "1990s", "20-something"."""
        after = amount.number[1] + 1
        word = self._word(after)
        if self._glued(after) and word in self._words["labels.ordinal_ends"]:
            return True
        number = self._lexemes[amount.number[1]]
        if word == "s" and self._glued(after) and _yearlike(number.text):
            return True
        if (
            word in ("s", "'s", "’s")
            and self._glued(after)
            and number.text.endswith("0")
            and number.kind == "number"
        ):
            return True
        return (
            word in DASHES and self._word(after + 1) in figure_words("screens.vague") and self._glued(after)
        )

    def _clock(self, amount: Amount) -> bool:
        """Whether it is a time of day: "10:45", "5 p.m.", "0401 GMT", "10.45pm"."""
        after = amount.number[1] + 1
        word = self._word(after)
        if word in self._words["labels.clock"] or (
            word in ("a", "p") and self._word(after + 1) == "." and self._word(after + 2) == "m"
        ):
            return amount.unit is None or amount.unit.name not in ("metres",)
        if word == ":" and self._glued(after) and self._glued(after + 1):
            return True
        return (
            self._word(amount.first - 1) == ":"
            and self._glued(amount.first)
            and self._glued(amount.first - 1)
        )

    def _date(self, amount: Amount) -> bool:
        """Whether a month stands beside it: "5 June", "June 5", "June 5 and 6", "June 5-7"."""
        months, value = self._words["labels.months"], amount.value
        if not 0 < value <= LATEST or value != int(value):
            return False
        before = self._word(amount.first - 1), self._word(amount.first - 2)
        may_be = (
            self._capital(amount.first - 1) or before[0] == "." or before[0] in figure_words("screens.joins")
        )
        if value > 31 and amount.upto is None:
            return before[0] in months and self._capital(amount.first - 1) and value >= EARLIEST
        after = self._word(amount.last + 1)
        if after in months and self._capital(amount.last + 1):
            return True
        if after == "of" and self._word(amount.last + 2) in months and self._capital(amount.last + 2):
            return amount.kind == "digits"
        return may_be and (
            before[0] in months or (before[0] in (".",) and before[1] in months) or self._listed_day(amount)
        )

    def _listed_day(self, amount: Amount) -> bool:
        """Whether it goes on a list of days of one month: "June 5 and 6"."""
        at = amount.first - 1
        return (
            self._word(at) in figure_words("screens.joins")
            and at > 1
            and self._lexemes[at - 1].kind == "number"
            and self._word(at - 2) in self._words["labels.months"]
            and self._capital(at - 2)
        )

    def _year(self, amount: Amount) -> bool:
        """Whether it is a year: four plain digits that count nothing."""
        first, last = amount.number
        digits = self._lexemes[first]
        if amount.kind != "digits" or amount.scale != 1 or not _yearlike(digits.text):
            return False
        if amount.upto is not None and not (
            _yearlike(self._lexemes[last].text) or len(self._lexemes[last].text) == 2
        ):
            return False
        if (
            self._word(last + 1) in self._words["labels.era"]
            or self._word(first - 1) in self._words["labels.era"]
        ):
            return True
        if self._word(first - 1) in (",",) and self._word(first - 3) in self._words["labels.months"]:
            return True
        if (
            self._word(first - 2) in self._words["labels.months"]
            and self._lexemes[first - 1].kind == "number"
        ):
            return True
        if self._word(first - 1) == "." and self._word(first - 4) in ("a", "b"):
            return True
        if self._word(first - 1) == "of" and self._word(first - 2) in figure_words("screens.of_what"):
            return False
        century = digits.text[:2] in ("19", "20")
        before, noun = self._word(amount.first - 1), self._plural_follows(last + 1)
        if amount.first > 0 and self._hedge_before(amount.first):
            return False
        if (
            before in self._words["labels.year_before"]
            or before in self._words["labels.months"]
            or before.endswith(("'s", "’s"))
        ):
            return century or not noun
        return not noun and (century or before in (",", "("))

    def _hedge_before(self, first: int) -> bool:
        return any(
            tuple(word.lower for word in self._lexemes[first - count : first]) in self._lexicon.before
            for count in (1, 2, 3)
            if count <= first
        )

    def _plural_follows(self, at: int) -> bool:
        """Whether a plural noun follows, adjectives between: then it counts."""
        for index in range(at, min(at + 4, len(self._lexemes))):
            token = self._token_at(index)
            if token is None or self._lexemes[index].kind != "word":
                return False
            if (token.tag_ == "NNS" or token.lower_ in self._lexicon.singulars) and not self._capital(index):
                return True
            if token.tag_ not in ("JJ", "NN", "VBN", "VBG", "JJR", "JJS", "NNP"):
                return False
        return False

    def _score(self, amount: Amount) -> bool:
        """Whether it is a score or vote, "3-1": two numbers with a dash, and nothing counted by them."""
        if amount.upto is None or amount.kind != "digits":
            return False
        dash = self._word(amount.number[0] + 1) in DASHES and amount.number[1] == amount.number[0] + 2
        falls = amount.upto <= amount.value
        return dash and (falls or not self._plural_follows(amount.last + 1))

    def _label(self, amount: Amount) -> bool:
        """Whether it numbers a thing: "Flight 370", "phase two", "No. 5", "chapter 3"."""
        at = amount.first - 1
        if self._word(at) == "." and self._word(at - 1) == "no":
            return True
        if self._word(at) == "no" or self._word(at) not in self._words["labels.words"]:
            return self._word(at) == "no" and self._capital(at) and amount.kind == "digits"
        token = self._token_at(at)
        verb = token is not None and token.pos_ in ("VERB", "AUX")
        verb = verb or self._word(at - 1) in figure_words("screens.numbering")
        numbered = self._word(at) in figure_words("others.number") and amount.kind == "digits"
        counts = not numbered and self._plural_follows(amount.last + 1)  # "bus number 260 leaves"
        return not verb and not counts and amount.scale == 1

    def _street(self, amount: Amount) -> bool:
        """Whether it is a house number: "12 Harbour Street", "the 1600 block of"."""
        if self._word(amount.last + 1) == "block" and amount.value >= 100:
            return True
        streets = self._words["labels.streets"]
        for index in range(amount.last + 1, min(amount.last + 5, len(self._lexemes))):
            if not self._capital(index):
                return False
            if self._word(index) in streets and index > amount.last + 1:
                return amount.kind == "digits"
        return False

    def _name(self, amount: Amount) -> bool:
        """Whether it is part of a name: "Windows 10", "the Big 12", "Seven Samurai"."""
        if amount.kind == "words":
            number = amount.first
            mid = number > 0 and self._capital(number) and self._word(number - 1).isalpha()
            return mid and (self._proper(number - 1) or self._proper(amount.last + 1))
        if amount.scale != 1 or "," in self._lexemes[amount.number[0]].text:
            return False
        if self._glued(amount.first) or not self._proper(amount.first - 1) or self._shared(amount):
            return False
        if self._gapped(amount):
            return False
        return not self._plural_follows(amount.last + 1) or self._word(amount.first - 2) in figure_words(
            "screens.articles"
        )

    def _shared(self, amount: Amount) -> bool:
        """Whether a name before it holds so many: "the Greens won 14 seats, the Liberals 12"."""
        words = self._words["holders.words"]
        before = self._lexemes[max(0, amount.first - SHARED) : amount.first]
        after = self._lexemes[amount.last + 1 : amount.last + 1 + NOUN]
        of_all = after[:1] and after[0].lower == "of" and any(lexeme.lower in words for lexeme in after)
        return (
            self._word(amount.last + 1) in words
            or bool(of_all)
            or any(lexeme.lower in words for lexeme in before)
        )

    def _gapped(self, amount: Amount) -> bool:
        """Whether a list of counts goes on by names alone: "Spain has 311 cases, France 40"."""
        at = amount.first - 1
        while at > 0 and amount.first - at <= NAME and self._capital(at):
            at -= 1
        joined = self._word(at) in figure_words("gapped.joins")
        if not joined or self._word(amount.last + 1) not in figure_words("gapped.closers"):
            return False
        for index in range(at - 1, max(0, at - GAP), -1):
            if self._lexemes[index].kind == "number":
                after = self._word(index + 1)
                verb = self._word(index - 1) in figure_words("gapped.having")
                goes_on = self._capital(index - 1) and self._gapped_before(index)
                return (after.isalpha() and verb) or goes_on
        return False

    def _gapped_before(self, index: int) -> bool:
        """Whether a number before this one goes on such a list itself: a verb of having stands before."""
        words = (lexeme.lower for lexeme in self._lexemes[max(0, index - GAP) : index])
        return any(word in figure_words("gapped.having") for word in words)

    def _proper(self, index: int) -> bool:
        if not self._capital(index):
            return False
        token = self._token_at(index)
        return token is not None and token.tag_.startswith("NN") and (token.pos_ == "PROPN" or index > 0)

    def _age(self, amount: Amount) -> bool:
        """Whether it is the age of somebody just named (", 44,", "aged 44"): that belongs to the mention."""
        if amount.kind != "digits" or not 0 < amount.value < OLDEST or amount.value != int(amount.value):
            return False
        if self._word(amount.first - 1) in figure_words("screens.aged"):
            return True
        after = self._word(amount.last + 1)
        closed = after in (",", ".", ";", ")", "") and self._word(amount.first - 1) in (",", "(")
        # "Vera Dunmore, 58 was charged": so many would have been
        closed = closed or (
            self._word(amount.first - 1) == ","
            and after in figure_words("screens.of_one")
            and amount.value > 1
        )
        return closed and self._proper(amount.first - 2)

    def _pronoun(self, amount: Amount) -> bool:
        """Whether "one" counts nothing: "no one", "this one", "one day", "one another"."""
        if (
            amount.kind != "words"
            or amount.value != 1
            or self._word(amount.first) != "one"
            or amount.scale != 1
        ):
            return False
        if (self._word(amount.first - 2), self._word(amount.first - 1)) in figure_phrases("screens.votes_to"):
            return False
        if self._word(amount.last + 1) == "of":
            return self._word(amount.first - 1) in figure_words("screens.pointing")
        token = self._token_at(amount.first)
        counting = (token is not None and token.dep_ in ("nummod", "quantmod")) or self._word(
            amount.first - 1
        ) == "least"
        before = self._token_at(amount.first - 1)
        told = before is not None and before.dep_ == "mark"  # "confirms that one soldier was killed"
        only = self._word(amount.first - 1) == "only" and self._word(amount.first - 2) != "the"
        return (
            not counting
            or (self._word(amount.first - 1) in self._words["labels.not_one_before"] and not (told or only))
            or self._word(amount.last + 1) in self._words["labels.not_one"]
        )


def _yearlike(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and EARLIEST <= int(text) <= LATEST
