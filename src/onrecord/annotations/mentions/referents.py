"""Who has been spoken of lately in, whom a pronoun means out; nobody where it might be another.

Candidates are the people of the same sentence and the two before it, in the same voice: a pronoun outside
quotation marks never means somebody who is only named inside them, and one inside them never the speaker.
Gender and number must agree. A pronoun is resolved if one candidate is left, if one is the subject of the
verb of saying that governs it, or if one was the subject of the sentence before and it opens its own.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.lexicon import Gender, Lexicon
from onrecord.annotations.mentions.page import Page
from onrecord.annotations.quotations.cues import english

WINDOW = 2  # sentences before the pronoun's own
SOLID = 0.8  # an unnamed one described in passing, less sure than this, is no candidate
LIKELY = 0.6  # a name less sure than this to be a person's is no rival to one of the right gender
SPOKEN = 2  # blocks back to who spoke last
KEPT = 24  # candidates at most: a list of forty names is no antecedent
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody spoken of: number of the mention and of its founder, None where that isn't known."""

    n: int
    founder: int | None
    item: Item
    subject: bool
    speaks: bool

    @property
    def who(self) -> int:
        """What tells people apart; an unresolved mention is somebody of its own."""
        return -self.n - 1 if self.founder is None else self.founder


@dataclass(slots=True)
class Lately:
    """The people of the last sentences, and the gender of each as far as it is told."""

    page: Page
    words: Lexicon
    genders: dict[int, Gender | None]
    unnamed: set[int] = field(default_factory=set)
    rows: deque[Seen] = field(default_factory=lambda: deque(maxlen=KEPT))

    def add(self, n: int, item: Item, founder: int | None) -> None:
        """Note that somebody is spoken of."""
        if item.kind == "place" or (item.form == "pronoun" and founder is None):
            return  # an unresolved pronoun means somebody who is a candidate already
        if item.form == "description" and not item.plural and item.confidence < SOLID:
            return
        if item.form == "description" and not item.offices:
            return  # papers and shares of people: nobody's "he" or "they"
        if _perhaps_a_person(item):
            founder = None
        if item.kind == "unnamed" and founder == n:
            self.unnamed.add(n)
        acts = self._noun(item)
        subject = self.page.deps[acts] in _SUBJECTS
        verb = self.page.lows[self.page.heads[acts]]
        self.rows.append(
            Seen(
                n=n,
                founder=founder,
                item=item,
                subject=subject,
                speaks=subject and verb in self.words.speech_verbs,
            )
        )

    def _noun(self, item: Item) -> int:
        """Return the noun by which a mention acts: of "the mayor, Karl Hahn, said" the mayor's."""
        beside = item.form == "name" and item.kind == "person" and self.page.deps[item.head] == "appos"
        return self.page.heads[item.head] if beside else item.head

    def link(self, item: Item) -> Link | None:
        """Return whom a pronoun means."""
        if item.plural:
            return self._they(item)
        rows = [row for row in self.rows if self._agrees(row, item) and not self._same_clause(row, item)]
        if item.quoted:
            return self._quoted(item, rows)
        if not self._speaks(item):
            return self._single(item, rows)
        rows = [row for row in rows if not row.item.quoted and (row.subject or row.item.form == "name")]
        found = self._single(item, rows) if rows else self._speaker_before(item, rows)
        if found is None or self._another_spoke(item, found):
            return self._acts_above(item) or self._goes_on(item)
        return found

    def _main(self, item: Item) -> bool:
        """Whether somebody is the subject of a main clause."""
        heads, deps = self.page.heads, self.page.deps
        verb = heads[item.head]
        while deps[verb] == "conj" and heads[verb] != verb:
            verb = heads[verb]
        return deps[item.head] in _SUBJECTS and deps[verb] == "ROOT"

    def _acts_above(self, item: Item) -> Link | None:
        """Return the subject of the clause above a pronoun's own: "Hale left when he said …"."""
        heads, deps = self.page.heads, self.page.deps
        verb = heads[item.head]
        when = self.page.lows[item.first - 1] in name_words("referents.when")
        if deps[verb] != "advcl" and not (deps[verb] == "relcl" and when):
            return None
        above = heads[verb]
        for _ in range(WINDOW):
            above = heads[above] if self.page.tags[above].startswith(("NN", "IN")) else above
        acts = [row for row in self.rows if row.subject and heads[row.item.head] == above]
        return self._if_may_be(acts[-1], item, "subject of the clause above its own") if acts else None

    def _goes_on(self, item: Item) -> Link | None:
        """Return the subject of the last main clause before the one in which a pronoun speaks."""
        heads, deps = self.page.heads, self.page.deps
        number, verb = item.stretch.number, heads[item.head]
        if deps[verb] not in ("ROOT", "parataxis", "ccomp") or (
            deps[verb] == "ccomp" and deps[heads[verb]] != "ROOT"
        ):
            return None
        rows = [row for row in self.rows if not row.item.quoted and row.subject]
        here = {row.who for row in rows if row.item.stretch.number == number}
        spoke = [row for row in rows if row.speaks]
        rows = [row for row in rows if self._main(row.item)]
        if rows and here - {rows[-1].who}:
            return None
        if rows and spoke and spoke[-1].n > rows[-1].n and spoke[-1].who != rows[-1].who:
            return None
        if not rows or item.stretch.block - rows[-1].item.stretch.block > SPOKEN:
            return None
        same = [row for row in rows if row.item.stretch.number == rows[-1].item.stretch.number]
        if len({row.who for row in same}) > 1 and not rows[-1].speaks:
            return None
        if self._came_since(rows[-1], item) or self._named_since(rows[-1], item):
            return None
        found = self._if_may_be(rows[-1], item, "subject of the last main clause, who goes on speaking")
        told = self.page.lows[heads[rows[-1].item.head]] in english().verbs
        if found is None or told or rows[-1].item.stretch.block == item.stretch.block:
            return found
        return None if self._another_spoke(item, found) else found

    def _came_since(self, row: Seen, item: Item) -> bool:
        """Whether somebody else who may be meant acts in a later sentence, be it in a lesser clause."""
        return any(
            other.subject
            and not other.item.quoted
            and other.who != row.who
            and other.item.stretch.number > row.item.stretch.number
            and other.item.kind in ("person", "unnamed")
            and self._gender(other) in (None, item.gender)
            for other in self.rows
            if other.n > row.n
        )

    def _named_since(self, speaker: Seen, item: Item) -> bool:
        """Whether a later sentence tells of somebody else who may be meant, and not of the one who spoke."""
        between = range(speaker.item.stretch.number + 1, item.stretch.number)
        later = [row for row in self.rows if row.item.stretch.number in between and not row.item.quoted]
        later = [row for row in later if row.item.kind in ("person", "unnamed")]
        later = [row for row in later if row.founder is not None or row.item.form == "name"]
        others = [row for row in later if row.who != speaker.who and not row.item.plural]
        again = any(row.who == speaker.who for row in later)
        return not again and any(self._gender(row) in (None, item.gender) for row in others)

    def _if_may_be(self, row: Seen, item: Item, reason: str) -> Link | None:
        """Return the link to somebody of the pronoun's gender, or of none told if nobody else is of it."""
        if row.item.plural or row.item.kind not in ("person", "unnamed"):
            return None
        told = self._gender(row)
        if told is not None:
            return _to(row, reason, 0.88) if told == item.gender else None
        rivals = [other for other in self.rows if other.who != row.who and self._gender(other) == item.gender]
        if row.item.stretch.number == item.stretch.number:
            rivals = [other for other in rivals if other.item.stretch.number == item.stretch.number]
        if row.speaks:  # who is only named in what somebody says is no rival to him
            rivals = [other for other in rivals if other.n > row.n and self._main(other.item)]
        return None if rivals else _to(row, reason, 0.82)

    def _another_spoke(self, item: Item, found: Link) -> bool:
        """Whether somebody else who may be meant spoke last, and the one found not since."""
        last = self._spoke(item, SPOKEN)
        if last is None or last.who == found.founder or last.item.kind == "organization":
            return False
        if self._gender(last) not in (None, item.gender):
            return False
        since = [row for row in self.rows if row.n > last.n and row.who == found.founder and row.subject]
        here = [row for row in since if row.item.stretch.number == item.stretch.number]
        if here and ";" in self.page.words[here[-1].item.last : item.first]:
            return False  # "Hale will stay; he has told the council": what he tells begins behind the mark
        verbs = {self.page.lows[self.page.heads[row.item.head]] for row in since}
        return verbs.isdisjoint(self.words.agency_verbs)

    def _spoke(self, item: Item, blocks: int) -> Seen | None:
        """Return who spoke last outside quotation marks, within so many blocks before a pronoun's."""
        rows = [row for row in self.rows if row.speaks and not row.item.quoted]
        near = rows and item.stretch.block - rows[-1].item.stretch.block <= blocks
        return rows[-1] if near and rows[-1].item.stretch.number < item.stretch.number else None

    def _speaks(self, item: Item) -> bool:
        heads, lows = self.page.heads, self.page.lows
        return self.page.deps[item.head] == "nsubj" and lows[heads[item.head]] in self.words.speech_verbs

    def _same_clause(self, row: Seen, item: Item) -> bool:
        """Whether a pronoun is object to the verb of which somebody is subject: "she saw her"."""
        if not row.subject or item.words[0].endswith("self") or self.page.tags[item.head] == "PRP$":
            return False
        heads, deps = self.page.heads, self.page.deps
        if deps[item.head] not in ("dobj", "pobj", "dative", "iobj"):
            return False
        verb = heads[item.head]
        for _ in range(4):
            if deps[verb] not in ("xcomp", "prep", "aux", "pcomp"):
                break
            verb = heads[verb]
        return heads[row.item.head] in (verb, heads[item.head])

    def _agrees(self, row: Seen, item: Item) -> bool:
        if item.stretch.number - row.item.stretch.number > WINDOW or row.item.plural:
            return False
        if row.item.first <= item.first < row.item.last:
            return False  # "his" of "his grandfather" is not the grandfather
        if row.item.role is not None and row.item.role[0] == item.first:
            return False  # nor is "her" of "Oskel Varn, her deputy," that deputy
        if row.item.kind not in ("person", "unnamed") and not _perhaps_a_person(row.item):
            return False
        told = self._gender(row)
        return told is None or told == item.gender

    def _gender(self, row: Seen) -> Gender | None:
        return row.item.gender if row.founder is None else self.genders.get(row.founder) or row.item.gender

    def _single(self, item: Item, rows: list[Seen]) -> Link | None:
        if item.words[0].endswith("self"):
            return self._reflexive(item, rows)
        if any(self._gender(row) is not None for row in rows):
            rows = [row for row in rows if self._gender(row) is not None or row.item.confidence >= LIKELY]
        whos = {row.who for row in rows}
        rows = [row for row in rows if not row.item.quoted]
        here = [row for row in rows if row.item.stretch.number == item.stretch.number]
        governing = self._governing(item, here)
        if governing is not None:
            return _to(governing, "subject of the verb of saying that governs it", 0.94)
        if rows and len(whos) == 1:
            row = next((row for row in reversed(rows) if row.subject), rows[-1])
            return self._if_fit(row, item, "the only one of that gender in these sentences")
        if self._speaks(item):
            here = [row for row in here if not self._supposed(row)]
        if len({row.who for row in here}) == 1 and here[-1].subject:
            return self._if_fit(
                here[-1], item, "the only one of that gender in the sentence, and its subject"
            )
        return self._speaker_before(item, rows) if here else self._subject_before(item, rows)

    def _supposed(self, row: Seen) -> bool:
        """Whether somebody acts in an if-clause, which tells what is said: "If Hale wins, he said, …"."""
        verb = self.page.heads[row.item.head]
        near = range(max(row.item.stretch.first, row.item.first - 4), row.item.first)
        marks = [
            at
            for at in near
            if self.page.lows[at] in name_words("referents.conditional") and self.page.heads[at] == verb
        ]
        return bool(marks)

    def _speaker_before(self, item: Item, rows: Sequence[Seen]) -> Link | None:
        """Return who spoke last, if no other subject has come in between; his gender told, or no rival's."""
        speaker = self._spoke(item, SPOKEN) if self._speaks(item) else None
        if speaker is None or speaker.item.plural or speaker.item.kind not in ("person", "unnamed"):
            return None
        told = self._gender(speaker)
        rivals = [row for row in rows if row.who != speaker.who and row.n > speaker.n]
        if told not in (None, item.gender) or any(row.subject for row in rivals):
            return None
        if (told is None and rivals) or self._named_since(speaker, item):
            return None
        return _to(speaker, "the last one to speak", 0.88 if told else 0.83)

    def _reflexive(self, item: Item, rows: Sequence[Seen]) -> Link | None:
        """Return the subject of the verb that a reflexive depends on, or the name that it stands behind."""
        if rows and rows[-1].item.last == item.first:
            return _to(rows[-1], "the one it stands behind", 0.95)
        heads, deps = self.page.heads, self.page.deps
        verb = heads[item.head]
        for _ in range(4):
            found = [row for row in rows if row.subject and heads[row.item.head] == verb]
            if found:
                return _to(found[-1], "subject of the verb that acts on himself", 0.95)
            if deps[verb] not in ("xcomp", "prep", "pcomp", "conj", "aux"):
                return None
            verb = heads[verb]
        return None

    def _if_fit(self, row: Seen, item: Item, reason: str) -> Link | None:
        """Return the link to one who is left; if his gender isn't told, only from subject to subject."""
        if self._gender(row) is not None:
            return _to(row, reason, 0.95)
        acts = self.page.deps[item.head] in ("nsubj", "nsubjpass")
        near = row.item.stretch.number == item.stretch.number and self.page.tags[item.head] == "PRP$"
        return _to(row, reason, 0.85) if row.subject and (acts or near) else None

    def _governing(self, item: Item, here: Sequence[Seen]) -> Seen | None:
        """Return the subject of the verb of saying in whose clause the pronoun is subject."""
        heads, deps = self.page.heads, self.page.deps
        if deps[item.head] not in ("nsubj", "nsubjpass"):
            return None
        verb = heads[item.head]
        for _ in range(4):
            if deps[verb] not in ("ccomp", "aux", "conj"):
                return None
            clause, verb = deps[verb], heads[verb]
            if clause == "ccomp":
                rows = [row for row in here if row.subject and heads[row.item.head] == verb and row.speaks]
                return None if not rows or self._is_anothers(rows[-1], item) else rows[-1]
        return None

    def _is_anothers(self, row: Seen, item: Item) -> bool:
        """Whether "she" may be the one whose deputy speaks: "Oskel Varn, her deputy, said she would stay"."""
        if row.item.role is None or self._gender(row) is not None:
            return False
        return self.words.pronouns.get(self.page.lows[row.item.role[0]]) == item.gender

    def _subject_before(self, item: Item, rows: Sequence[Seen]) -> Link | None:
        """Return the subject of the sentence before, for a pronoun that is a subject."""
        if self.page.deps[item.head] not in ("nsubj", "nsubjpass"):
            return None
        spoke = self._speaker_before(item, rows)
        if spoke is not None:
            return spoke
        last = [row for row in rows if row.item.stretch.number == item.stretch.number - 1]
        subjects = [row for row in last if row.subject]
        if len({row.who for row in subjects}) != 1:
            return None
        if subjects[0].item.stretch.block != item.stretch.block and self._gender(subjects[0]) is None:
            return None
        others = [row for row in last if row.who != subjects[0].who]
        if others and (self._gender(subjects[0]) is None or any(self._object(row) for row in others)):
            return None
        return _to(subjects[0], "subject of the sentence before", 0.85)

    def _object(self, row: Seen) -> bool:
        """Whether a verb acts on somebody: the next sentence may well go on about him."""
        return self.page.deps[row.item.head] in ("dobj", "dative", "nsubjpass")

    def _quoted(self, item: Item, rows: Sequence[Seen]) -> Link | None:
        """Return whom a pronoun within quotation marks means: somebody named there, never the speaker."""
        inside = [row for row in rows if row.item.quoted and row.item.stretch.block == item.stretch.block]
        if len({row.who for row in inside}) == 1 and len({row.who for row in rows}) <= 2:
            return _to(inside[-1], "the only one of that gender named in the quotation", 0.8)
        return None

    def _they(self, item: Item) -> Link | None:
        if item.quoted:
            return None
        speaker = self._last_speaker(item)
        if speaker is not None and self._they_may_be(speaker):
            return _to(speaker, "the last one or ones to speak, unnamed or several", 0.85)
        near = [row for row in self.rows if item.stretch.number - row.item.stretch.number <= 1]
        near = [row for row in near if not row.item.quoted]
        many = [row for row in near if row.item.plural and row.item.kind != "person"]
        bodies = [row for row in near if row.item.kind == "organization"]
        lone = [row for row in near if row.item.kind == "unnamed" and not row.item.plural]
        acts = [row for row in many if row.subject]
        if self._speaks(item) and not bodies and len({row.who for row in acts}) == 1:
            return _to(acts[-1], "the only ones to act in these sentences, who speak", 0.85)
        if bodies or not self._near_enough(item, many or lone):
            return None
        if len({row.who for row in many}) == 1 and many[-1].subject:
            return _to(many[-1], "the only plural in these sentences, and a subject", 0.85)
        if not many and len({row.who for row in lone}) == 1 and lone[-1].subject:
            return _to(lone[-1], "singular they for the unnamed one just described", 0.8)
        return None

    def _last_speaker(self, item: Item) -> Seen | None:
        """Return who spoke last, for a pronoun that speaks in its turn."""
        return self._spoke(item, 1) if self._speaks(item) else None

    def _they_may_be(self, row: Seen) -> bool:
        unnamed = row.item.kind == "unnamed" or row.founder in self.unnamed
        return unnamed or (row.item.plural and row.item.kind in ("group", "unnamed"))

    def _near_enough(self, item: Item, rows: Sequence[Seen]) -> bool:
        """Whether no other plural noun stands between the last of some mentions and a pronoun."""
        between = range(rows[-1].item.last, item.first) if rows else ()
        return bool(rows) and not any(self.page.tags[place] in ("NNS", "NNPS") for place in between)


def _perhaps_a_person(item: Item) -> bool:
    """Whether a name was typed as a body with so little evidence that it may be a person's."""
    return item.form == "name" and item.kind == "organization" and item.confidence < SOLID


def _to(row: Seen, reason: str, confidence: float) -> Link | None:
    return None if row.founder is None else Link(founder=row.founder, reason=reason, confidence=confidence)
