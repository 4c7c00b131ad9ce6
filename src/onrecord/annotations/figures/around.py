"""A sentence's words in, whom they mention out: also of the sentences just before it.

"It put turnout at 68.9 percent" is of the body that was spoken of last; a poll is given by the institute
that took it, a report by the office that published it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.figures.ending import Ending, ending_of
from onrecord.annotations.figures.grammar import figure_pattern, figure_words
from onrecord.annotations.figures.nearby import Nearby
from onrecord.annotations.figures.view import SentenceView, child
from onrecord.annotations.parsed import place_of
from onrecord.annotations.quotations.cues import english
from onrecord.model.annotation import Found, Mention
from onrecord.model.span import Span

BACK: Final = 3  # sentences in which the body that "it" stands for is looked for
REACH: Final = 200  # tokens back within which a paper may have been told of with who issued it
LONGEST: Final = 60  # tokens of a sentence that are looked through for its subjects
SUBJECTS: Final = ("nsubj", "nsubjpass")


@dataclass(frozen=True, kw_only=True)
class Around:
    """A sentence with what was found in it, and what was found near it in its report."""

    view: SentenceView
    found: Found
    nearby: Nearby

    @cached_property
    def ending(self) -> Ending | None:
        """Who is told of at its end as saying it."""
        return ending_of(self.view)

    @cached_property
    def announcing(self) -> tuple[tuple[Token, Token], ...]:
        """Its verbs of announcing, each with the figures or result that is announced."""
        words = figure_words("givers.announcing")
        verbs = (t for t in self.view.sent if t.lower_ in words and t.pos_ == "VERB")
        pairs = ((verb, child(verb, "dobj")) for verb in verbs)
        return tuple(
            (verb, what)
            for verb, what in pairs
            if what is not None and what.lower_ in figure_words("givers.announced")
        )

    @cached_property
    def followed(self) -> tuple[tuple[Token, Token], ...]:
        """Whom it follows, each with the "according" of "according to Dr Arden"."""
        found = (t for t in self.view.sent if t.lower_ in figure_words("cited.according"))
        steps = ((t, next((kid for kid in t.rights if kid.lower_ == "to"), None)) for t in found)
        pairs = ((t, child(to, "pobj")) for t, to in steps if to is not None)
        return tuple((t, whom) for t, whom in pairs if whom is not None)

    @cached_property
    def as_told(self) -> tuple[Token, ...]:
        """The verbs of its clauses with "as" that tell who says so: "as a committee found later"."""
        return tuple(
            verb
            for verb in self.view.sent
            if verb.dep_ == "advcl"
            and _finds(verb)
            and any(kid.lower_ in figure_words("cited.as") for kid in verb.lefts)
            and child(verb, "dobj", "ccomp") is None
        )

    @cached_property
    def turns(self) -> bool:
        """Whether it turns to another time, or to somebody else who speaks."""
        if figure_pattern("told_on.other_time").search(self.view.sent.text):
            return True
        cues = english().verbs
        return any(
            token.lower_ == "according" or ((cue := cues.get(token.lower_)) is not None and cue.takes("that"))
            for token in self.view.sent
            if token.pos_ == "VERB"
        )

    def meant(self, subject: Token | None) -> tuple[str, ...]:
        """Return whom the subject of a telling verb stands for; empty where no mention is known for it."""
        if subject is None:
            return ()
        if subject.lower_ in figure_words("shared.relative") and subject.head.dep_ == "relcl":
            subject = subject.head.head
        if subject.lower_ == "it":
            return self._it(subject)
        if subject.lower_ in figure_words("papers.nouns"):
            return self.issuer(subject) or self.named(subject)
        return self.named(subject)

    def named(self, token: Token | None) -> tuple[str, ...]:
        """Return the mention of which a token is a word, in whatever sentence."""
        return named_by(token, self._mentions(token)) if token is not None else ()

    def are_bodies(self, ids: tuple[str, ...]) -> bool:
        """Whether mentions of the sentence are of bodies: a commission, an agency."""
        kinds = [m.kind for m in self.found.mentions if m.id in ids]
        return all(kind == "organization" for kind in kinds)

    def issuer(self, paper: Token, *, back: bool = True) -> tuple[str, ...]:
        """Return who gives a paper or a count: its possessor, "of" or "by" whom it is, who published it.

        Of one told of before ("the poll") who it was of there.
        """
        for token in _issuers(paper):
            if token.lower_ == "its" and token.dep_ == "poss" and (found := self._it(token)):
                return found
            if (mention := self._body(token)) is not None:
                return (mention.id,)
        if not back or not _is_told_of(paper):
            return ()
        doc = paper.doc
        for index in range(paper.i - 1, max(-1, paper.i - REACH), -1):
            if doc[index].lower_ == paper.lower_ and (found := self.issuer(doc[index], back=False)):
                return found
        return ()

    def _body(self, token: Token) -> Mention | None:
        """Return the person or body that a token names."""
        ids = self.named(token)
        mention = next((m for m in self._mentions(token) if m.id in ids), None)
        return mention if mention is not None and mention.kind in ("organization", "person") else None

    def _mentions(self, token: Token) -> tuple[Mention, ...]:
        if self.view.inside(token):
            return self.found.mentions
        return self.nearby.to(place_of(token.sent)).mentions

    def _it(self, subject: Token) -> tuple[str, ...]:
        """Return the body that was spoken of last before "it": the subject of a sentence before."""
        for token in _subjects_before(subject):
            if token.lower_ in figure_words("papers.nouns"):
                return self.issuer(token)  # "A memo was read out. It said …"
            mention = self._body(token)
            one = mention is not None and (mention.form == "name" or not mention.plural)
            if mention is not None and one and mention.kind == "organization":
                return (mention.id,)
        return ()


def _subjects_before(pronoun: Token) -> Iterator[Token]:
    """Yield the subjects before a pronoun, in its own sentence and then in those before it."""
    doc, sent = pronoun.doc, pronoun.sent
    yield from _subjects(sent, before=pronoun.i)
    for _ in range(BACK):
        if sent.start == 0:
            return
        sent = doc[sent.start - 1].sent
        yield from _subjects(sent, before=sent.end)


def _subjects(sent: TokenSpan, *, before: int) -> list[Token]:
    """Return the subjects of a sentence: that of its main verb first, then the others, last first."""
    found = [t for t in sent[:LONGEST] if t.dep_ in SUBJECTS and t.i < before]
    main = [t for t in found if t.head == sent.root]
    return [*main, *(t for t in reversed(found) if t not in main)]


def _issuers(paper: Token) -> Iterator[Token]:
    """Yield the words that may tell who gives a paper: "the ministry's", "of the agency", "taken by X"."""
    yield from (kid for kid in paper.lefts if kid.dep_ in ("poss", "compound", "nmod"))
    for kid in paper.rights:
        if kid.lower_ in figure_words("papers.of"):
            yield from (each for each in kid.children if each.dep_ == "pobj")
        elif kid.dep_ in ("acl", "relcl", "appos"):
            yield from _publishers(kid)


def _publishers(verb: Token) -> Iterator[Token]:
    """Yield who publishes: "taken by the institute", "that the office published on Monday"."""
    if verb.lower_ not in figure_words("papers.issuing"):
        return
    agent = next((kid for kid in verb.children if kid.lower_ == "by"), None)
    if agent is not None:
        yield from (each for each in agent.children if each.dep_ == "pobj")
    elif (subject := child(verb, "nsubj")) is not None:
        yield subject


def _finds(verb: Token) -> bool:
    """Whether a verb tells of saying or finding that something is so."""
    cue = english().verbs.get(verb.lower_)
    return (cue is not None and cue.takes("that")) or verb.lower_ in figure_words("cited.finding")


def _is_told_of(paper: Token) -> bool:
    """Whether a paper is one told of before: "the poll"."""
    return any(kid.lower_ in figure_words("papers.definite") for kid in paper.lefts)


def named_by(subject: Token | None, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return the mention of which a token is a word: the longest; empty if there is none.

    A name beside a description goes before it: "the organisers, the Harbour Alliance".
    """
    if subject is None:
        return ()
    beside = [kid for kid in subject.children if kid.dep_ == "appos" and kid.left_edge.i <= subject.i + 2]
    for token in (*beside, subject):
        at = Span(token.idx, token.idx + len(token.text))
        named = [m for m in mentions if m.span.holds(at) and (token is subject or m.form == "name")]
        if named:
            break
    return (max(named, key=lambda mention: len(mention.span)).id,) if named else ()
