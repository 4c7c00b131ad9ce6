"""A number and the report's quotations in, its voice and giver out.

Who is quoted for a number gives it, unless what he says of it is that it isn't so; so does who counts it,
and who is named at the end of its sentence ("…, the agency's tally showed"). A list of shares that goes on
over sentences is of the one who began it.
"""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.counters import who_counts
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.givers import of_denied
from onrecord.annotations.figures.grammar import figure_endings, figure_pattern, figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import child, climb
from onrecord.annotations.figures.within import is_beside, told_by_another
from onrecord.annotations.quotations.cues import english
from onrecord.model.annotation import Quotation, Voice
from onrecord.model.span import Span

COUNTED: Final = 4  # words of a count that is no speaker

Given = tuple[Voice, tuple[str, ...]]


def given(
    around: Around, quotation: Quotation | None, clause: Clause, quantity: Quantity, head: str
) -> Given:
    """Return the voice of a number and who gives it; `head`: what is counted."""
    counters = _who(around, who_counts(around, clause, quantity, head))
    if quotation is not None and _added(around, quotation, quantity.span):
        return ("attributed", counters) if counters else ("own", ())
    if quotation is None:
        found = counters or _it_said(around, clause) or _as_told(around, clause, quantity)
        if found:
            return "attributed", found
        ended = _at_the_end(around, clause, quantity)
        return ended or _according_to(around, clause, quantity) or ("own", ())
    if is_beside(around, quotation, quantity):
        return ("attributed", counters) if counters else ("own", ())
    if (another := told_by_another(around, quotation, quantity)) is not None:
        return "attributed", another
    if not quotation.speakers:
        return "attributed", of_denied(around, quotation, quantity.span) or counters or _of_cue(
            around, quotation
        )
    denied = of_denied(around, quotation, quantity.span)
    if denied is not None:
        return "attributed", denied
    return "attributed", _behind_a_paper(around, quotation)


def _as_told(around: Around, clause: Clause, quantity: Quantity) -> tuple[str, ...]:
    """Return who is told of by "as": "two million changed hands, as a committee found later"."""
    if not around.as_told or clause.verb is None:
        return ()
    above = {clause.verb, *climb(clause.verb, 4)}
    for verb in around.as_told:
        if verb.idx > quantity.span.end and verb.head in above:
            return around.meant(child(verb, "nsubj"))
    return ()


def _according_to(around: Around, clause: Clause, quantity: Quantity) -> Given | None:
    """Return whom a sentence follows, where no quotation is known for that: "…, according to Dr Arden"."""
    for token, whom in around.followed:
        low, high = sorted((token.idx, quantity.span.start))
        if token.idx < quantity.span.start < whom.right_edge.idx:
            continue  # "according to an analysis of 2 million plans"
        if figure_pattern("cited.apart").search(around.view.text, low, high):
            continue
        if not _beside_the_tale(clause) or token.idx < quantity.span.start:
            return "attributed", around.meant(whom)
    return None


def _added(around: Around, quotation: Quotation, number: Span) -> bool:
    """Whether a number stands in what the report adds: "…, A said, as the toll rose to 20"."""
    if quotation.kind == "direct" or quotation.cue is None:
        return False
    piece = next((each for each in quotation.content if each.holds(number)), None)
    if piece is None or piece.start < quotation.cue.end:
        return False
    return piece.of(around.view.text).lower().lstrip(" ,").startswith(figure_endings("ending.added"))


def _who(around: Around, givers: tuple[str, ...]) -> tuple[str, ...]:
    """Return givers if they can speak at all."""
    mention = next((m for m in around.found.mentions if m.id in givers), None)
    counts = mention is not None and mention.form == "description" and _counts_something(around, mention.span)
    return () if counts else givers


def _of_cue(around: Around, quotation: Quotation) -> tuple[str, ...]:
    """Return the subject of a cue whose quotation knows no speaker: "which had maintained that"."""
    verb = _token_at(around, quotation.cue.end - 1) if quotation.cue is not None else None
    if verb is None or verb.pos_ != "VERB" or child(verb, "nsubjpass", "auxpass") is not None:
        return ()
    return around.meant(child(verb, "nsubj"))


def _behind_a_paper(around: Around, quotation: Quotation) -> tuple[str, ...]:
    """Return the speakers of a quotation; of a tally or poll that speaks, those who made it."""
    if len(quotation.speakers) != 1:
        return quotation.speakers
    mention = next((m for m in around.found.mentions if m.id == quotation.speakers[0]), None)
    if mention is None or mention.form != "description":
        return quotation.speakers
    if _counts_something(around, mention.span):
        ended = around.ending
        return _of_phrase(around, ended.phrase) if ended is not None else ()
    for token in around.view.sent:
        if mention.span.start <= token.idx < mention.span.end and token.lower_ in figure_words(
            "papers.nouns"
        ):
            return around.issuer(token) or quotation.speakers
    return quotation.speakers


def _counts_something(around: Around, words: Span) -> bool:
    """Whether the words for a speaker are a count of things and no speaker at all: "its 11 coaches"."""
    tokens = around.view.tokens_from(around.view.lexeme_at(words.start))
    inside = [token for token in tokens if token.idx < words.end]
    number = next((token for token in inside[:2] if token.like_num), None)
    if number is None or number.lower_ in figure_words("papers.one") or len(inside) > COUNTED:
        return False
    return not _people(around, inside[-1].lower_)


def _people(around: Around, noun: str) -> bool:
    return singular(noun, around.view.lexicon.singulars) in around.view.lexicon.words["people.nouns"]


def _token_at(around: Around, place: int) -> Token | None:
    return around.view.token(around.view.lexeme_at(place)) if around.view.lexemes else None


def _it_said(around: Around, clause: Clause) -> tuple[str, ...]:
    """Return the body that "it" stands for in "It said 52 had been rescued"."""
    if clause.verb is None or clause.telling == "unreal":
        return ()
    below = clause.verb
    for verb in climb(clause.verb, 6):
        cue = english().verbs.get(verb.lower_)
        subject = child(verb, "nsubj")
        if below.dep_ == "ccomp" and cue is not None and subject is not None and subject.lower_ == "it":
            told = cue.takes("that") and not any(k.dep_ == "neg" or k.tag_ == "MD" for k in verb.children)
            return around.meant(subject) if told else ()
        if verb.dep_ == "ROOT":
            break
        below = verb
    return ()


def _beside_the_tale(clause: Clause) -> bool:
    """Whether a number stands in an aside of the report: "the Greens, which have nine seats, will …"."""
    verb = clause.verb
    if verb is None or verb.dep_ != "relcl" or verb.left_edge.i == 0:
        return False
    opens = verb.left_edge
    return opens.lower_ in figure_words("ending.asides") and opens.nbor(-1).text == ","


def _at_the_end(around: Around, clause: Clause, quantity: Quantity) -> Given | None:
    """Return who is told of at the end of a number's sentence as saying so.

    None where nobody is; attributed to nobody where no mention is known of who is.
    """
    ending = around.ending
    if ending is None or ending.phrase[0].idx < quantity.span.end or _beside_the_tale(clause):
        return None
    return "attributed", _of_phrase(around, ending.phrase)


def _of_phrase(around: Around, phrase: Sequence[Token]) -> tuple[str, ...]:
    """Return whom a phrase names: a paper's issuer, the name that it ends with, or its one mention."""
    for token in phrase:
        if token.lower_ in figure_words("papers.nouns") and token.pos_ == "NOUN":
            return around.issuer(token)
    place = Span(phrase[0].idx, phrase[-1].idx + len(phrase[-1].text))
    inside = [m for m in around.found.mentions if place.holds(m.span) and m.kind not in ("place",)]
    last = [m for m in inside if m.span.end == place.end]
    names = [m for m in last if m.form == "name"] or last
    whole = [m for m in inside if m.span.start == place.start]
    found = names or whole
    return (max(found, key=lambda m: len(m.span)).id,) if found else ()
