"""A reading in, sentences reported by a clause beside them out: "as the mayor said", "so says the mayor".

The clause has no content of its own: it reports the sentence that it stands beside. Also set phrases in which
the reporting word is no verb: "made it clear that …", "let it be known that …".
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from onrecord.annotations.quotations.clauses import spread, stretch, whole_quotes
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.joined import FINITE, takes_a_stand
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import phrase, speaker_of, subject_of, trimmed
from onrecord.model.annotation import QuotationKind
from onrecord.model.span import Span

OWN: Final = frozenset({"ccomp", "dobj", "xcomp", "acomp", "attr", "auxpass", "neg"})
SHORTEST: Final = 4
"""Words of a sentence that an aside reports, at least."""
SO: Final = "so"


def find_asides(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of clauses that report the sentence beside them, and of set phrases."""
    for token in reading.free_tokens():
        low = token.lower_
        if low == "as" and token.dep_ == "mark":
            yield from _as(reading, token, token.head)
        elif low == SO and token.i + 1 < len(token.doc):
            yield from _so(reading, token, token.nbor(1))
        elif low in quotation_words("asides.plain"):
            yield from _made_plain(reading, token)
        elif low in quotation_words("asides.words") or low == "put":
            yield from _in_words_of(reading, token)


def _reports(reading: Reading, verb: Token) -> bool:
    cue = reading.cues.verbs.get(verb.lower_)
    return cue is not None and cue.frames.get("that") in quotation_words("asides.reporting")


def _as(reading: Reading, mark: Token, verb: Token) -> Iterator[Draft]:
    """Yield what "as X said" reports: the main clause before it, or after it where it opens the sentence."""
    subject = subject_of(verb)
    if not _reports(reading, verb) or verb.tag_ not in FINITE | {"VBN"} or verb.dep_ != "advcl":
        return
    if subject is None or subject.pos_ == "PRON" or any(c.dep_ in OWN for c in verb.children):
        return
    doc = verb.doc
    first, end = sentence_bounds(verb)
    last = verb.right_edge.i
    while last > verb.i and doc[last].is_punct:
        last -= 1
    if mark.i == first and last + 1 < end and doc[last + 1].text == ",":
        content = stretch(doc, last + 2, end - 1)
    elif mark.i > first and doc[mark.i - 1].text == "," and all(t.is_punct for t in doc[last + 1 : end]):
        content = stretch(doc, first, mark.i - 2)
    else:
        return
    told = [t for part in content for t in reading.tokens(part)]
    if any(takes_a_stand(t) for t in told):
        return  # "The lawyer said it was the 5th, not the 6th, as the ministry maintains"
    speaker = Speaker(words=phrase(subject, verb), head=subject, reason="the subject of its verb")
    yield from _draft(reading, verb, speaker, content, "as")


def _so(reading: Reading, so: Token, verb: Token) -> Iterator[Draft]:
    """Yield what "…: so says the mayor" reports: the sentence before it."""
    doc = so.doc
    first, end = sentence_bounds(so)
    set_off = so.i > first and doc[so.i - 1].text in {":", ";", "—", "–", "-", ",", "--"}
    if not set_off or verb.i >= end or not _reports(reading, verb) or verb.tag_ not in FINITE:
        return
    nouns = [t for t in doc[verb.i + 1 : end] if t.pos_ in {"NOUN", "PROPN"} and t.left_edge.i == verb.i + 1]
    if not nouns or any(c.dep_ in OWN for c in verb.children):
        return
    head = max(nouns, key=lambda t: t.right_edge.i)
    if any(not t.is_punct and not t.is_space for t in doc[head.right_edge.i + 1 : end]):
        return
    words = trimmed(head, verb.i + 1, head.right_edge.i)
    speaker = Speaker(words=words, head=head, reason="the words after the verb")
    yield from _draft(reading, verb, speaker, stretch(doc, first, so.i - 2), "so")


def _made_plain(reading: Reading, plain: Token) -> Iterator[Draft]:
    """Yield what somebody makes clear, or lets be known: the clause behind that."""
    above = plain.head
    for _ in range(2):
        if above.lower_ in quotation_words("asides.making"):
            break
        above = above.head
    clause = next(
        (
            c
            for noun in (plain, above)
            for c in noun.children
            if c.dep_ in {"ccomp", "acl", "advcl", "xcomp"} and c.i > plain.i and _is_marked(c)
        ),
        None,
    )
    between = [t for t in plain.doc[above.i + 1 : plain.i] if t.pos_ not in {"PRON", "AUX", "ADV"}]
    if above.lower_ not in quotation_words("asides.making") or clause is None or between or above.i > plain.i:
        return
    speaker = speaker_of(above)
    if speaker is not None:
        content = whole_quotes(reading, spread(clause, plain), plain)
        yield from _draft(reading, plain, speaker, content, "plain")


def _in_words_of(reading: Reading, word: Token) -> Iterator[Draft]:
    """Yield the quoted words beside "in her words" or "as she put it"."""
    doc = word.doc
    if word.lower_ == "put":
        subject, last = subject_of(word), word.i + 1
        as_ = next((c for c in word.children if c.lower_ == "as" and c.i < word.i), None)
        told = last < len(doc) and doc[last].lower_ in quotation_words("asides.it")
        if subject is None or as_ is None or not told or as_.i + 1 != subject.left_edge.i:
            return
        first, head, reason = as_.i, subject, "the subject of its verb"
    else:
        owner = next((c for c in word.children if c.dep_ == "poss"), None)
        in_ = word.head
        if owner is None or in_.lower_ != "in" or in_.i + 1 != owner.left_edge.i:
            return
        first, last, head, reason = in_.i, word.i, owner, "whose words they are"
    piece = _quoted_beside(reading, doc, first, last)
    if piece is not None:
        words = trimmed(head, head.left_edge.i, head.i)
        speaker = Speaker(words=words, head=head, reason=reason)
        yield Draft(
            kind="direct",
            content=(piece,),
            cue=Span(doc[first].idx, doc[last].idx + len(doc[last].text)),
            verb=word,
            speaker=speaker,
            rule="aside:words",
            reason=f"“{doc[first : last + 1].text}” beside the quoted words; the speaker is {reason}",
        )


def _quoted_beside(reading: Reading, doc: Doc, first: int, last: int) -> Span | None:
    """Return the quoted words right behind a phrase, else right before it, with a comma between at most."""
    behind = [i for i in range(last + 1, min(len(doc), last + 4)) if not doc[i].is_punct or doc[i].is_quote]
    before = [i for i in range(max(0, first - 3), first) if doc[i].text != ","]
    for at in (*behind[:1], *before[-1:]):
        piece = reading.piece_at(doc[at].idx)
        if piece is not None and piece.closed and "\n" not in doc[min(at, first) : max(at, last) + 1].text:
            return piece.inner
    return None


def _is_marked(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _draft(
    reading: Reading, cue: Token, speaker: Speaker, content: tuple[Span, ...], rule: str
) -> Iterator[Draft]:
    words = " ".join(part.of(reading.text) for part in content)
    if len(words.split()) < SHORTEST:
        return
    mixed = any(reading.quotes(part) for part in content)
    kind: QuotationKind = "mixed" if mixed else "indirect"
    yield Draft(
        kind=kind,
        content=content,
        cue=Span(cue.idx, cue.idx + len(cue.text)),
        verb=cue,
        speaker=speaker,
        rule=f"aside:{rule}",
        reason=f"“{cue.text}” reports what stands beside it; the speaker is {speaker.reason}",
    )
