"""A complement and its verb in, the content's span out: where reported words begin and end.

The parser often hangs the end of a reported clause on the reporting verb, so the content runs on over what
follows the complement in the verb's own subtree, up to the next verb that is joined to the reporting one.
"""

from typing import Final

from spacy.tokens import Doc, Token

from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.joined import (
    FINITE,
    joined_above,
    next_report,
    reports_itself,
    takes_a_stand,
)
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.model.span import Span

JOINED: Final = frozenset({"conj", "cc", "punct", "parataxis", "nsubj", "nsubjpass"})
ADVERBIALS: Final = frozenset({"prep", "advcl", "npadvmod", "advmod"})
CUE_PARTS: Final = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
ASKING: Final = frozenset({"WRB", "WDT", "WP"})
DASHES: Final = frozenset({"-", "–", "—", "--", ";", ":"})
TRAILING: Final = frozenset({".", ",", ";", ":", "-", "–", "—", "?"})
LEADING: Final = frozenset({",", ";", ":", "–", "—"})
SET_OFF: Final = frozenset({",", "—", "–", "-", "--", "?", "!", "”", '"', "''", "’", "'"})
SHORT: Final = 15
"""Code points before a fixed phrase up to which they are no clause ("But according to …")."""
MANY: Final = 50
"""Quoted pieces within one content that are looked at."""
MEASURE: Final = 5
"""Tokens of "a day and a half after", at most."""
SPANS: Final = frozenset({"DATE", "TIME"})
REACH: Final = 400
"""Tokens after the cue within which content is looked at."""


def spread(complement: Token, verb: Token) -> tuple[Span, ...]:
    """Return the pieces of what a verb reports: one, or two around the cue."""
    doc = verb.doc
    first, last = complement.left_edge.i, complement.right_edge.i
    if complement.i > verb.i:
        first = _behind_the_day(complement, max(first, verb.i + 1))
        last = _listed(verb, max(last, _end(complement, verb)))
        return stretch(doc, first, _cut(complement, verb, last))
    left = _cue_left(verb)
    before = stretch(doc, first, min(left - 1, last) if last >= left else last)
    after = stretch(doc, _cue_right(verb) + 1, last) if last > _cue_right(verb) else ()
    return (*before, *after)


def _behind_the_day(complement: Token, first: int) -> int:
    """Return where a clause without "that" begins: behind when it was said ("said on Monday it was over")."""
    when = next((c for c in complement.children if c.left_edge.i == first and c.i < complement.i), None)
    subject = next((c for c in complement.children if c.dep_ in SUBJECTS and c.i < complement.i), None)
    if when is None or subject is None or when.dep_ not in {"prep", "npadvmod"}:
        return first
    told = when.ent_type_ == "DATE" or any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in when.children)
    return subject.left_edge.i if told and when.right_edge.i + 1 == subject.left_edge.i else first


def spread_object(complement: Token, verb: Token) -> tuple[Span, ...]:
    """Return what a verb of judging or naming says of its object: the object with what it's said to be.

    A further clause about it ("…, who …"), an aside after a dash and where and when it was said don't belong.
    """
    doc = verb.doc
    last = complement.right_edge.i
    for child in verb.children:
        if child.i > complement.i and (
            child.dep_ in {"oprd", "xcomp", "ccomp", "dobj", "acomp"}
            or (child.dep_ == "prep" and child.lower_ in quotation_words("clauses.object_prepositions"))
        ):
            last = max(last, child.right_edge.i)
    first = complement.left_edge.i
    for i in range(complement.i + 1, last):
        aside = doc[i].text == "," and (
            doc[i + 1].lower_ in quotation_words("clauses.relatives") or doc[i + 1].tag_ == "VBG"
        )
        if aside or doc[i].text in DASHES:
            return stretch(doc, first, i - 1)
    return stretch(doc, first, last)


def cue_span(verb: Token) -> Span:
    """Return the verb with its auxiliaries, negation, particle and adverbs beside it."""
    first = last = verb.i
    doc = verb.doc
    while first > 0 and doc[first - 1].head == verb and doc[first - 1].dep_ in CUE_PARTS:
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].head == verb and doc[last + 1].dep_ == "prt":
        last += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))


def _end(complement: Token, verb: Token) -> int:
    last: int = complement.right_edge.i
    for child in verb.children:
        if child.i <= complement.i:
            continue
        if child.dep_ in JOINED and child.dep_ != "punct":
            break
        if child.dep_ in ADVERBIALS:
            before = child.doc[child.left_edge.i - 1]
            if before.text == "," and child.dep_ == "advcl" and child.tag_ == "VBG":
                break
            last = max(last, child.right_edge.i)
    return last


def _listed(verb: Token, last: int) -> int:
    """Return where the content ends if a colon or semicolon takes it on: the end of the sentence."""
    doc = verb.doc
    if last + 2 >= len(doc) or doc[last + 1].text not in {":", ";", "("} or doc[last + 2].is_quote:
        return last
    end = sentence_bounds(verb)[1]
    return last if any(reports_itself(doc[i]) for i in range(last + 2, end)) else max(last, end - 1)


def _cut(complement: Token, verb: Token, last: int) -> int:
    """Return where the content ends before a participle that reports in its turn (", adding that …")."""
    verbs = english().verbs
    doc = verb.doc
    if (another := _another_stands(verb, last)) is not None:
        return another
    for i in range(complement.i + 2, last + 1):
        if doc[i].dep_ == "conj" and joined_above(doc[i]) == verb and doc[i - 1].dep_ == "cc":
            return i - 2
        if _does_it_to_the_subject(doc[i], complement):
            return i - 2
        if doc[i].lower_ == "compared" and doc[i - 1].text == ",":
            return i - 2
        if (end := _told_by_the_report(doc[i], complement)) is not None:
            return end
        if (start := next_report(doc[i])) is not None and start > complement.i:
            return start - 1
        if (
            doc[i].tag_ == "VBG"
            and doc[i - 1].text == ","
            and doc[i].lower_ in verbs
            and doc[i].dep_ == "advcl"
        ):
            return i - 2
        if doc[i].lower_ == "according" and doc[i - 1].text == "," and complement.dep_ != "ccomp":
            return i - 2
    return last


def _does_it_to_the_subject(token: Token, complement: Token) -> bool:
    """Whether a joined verb's "it" is the clause's own subject: "found that the firm had lied and told it …".

    Were that its subject's deed too, it would be "itself".
    """
    cue = english().verbs.get(token.lower_)
    if cue is None or token.dep_ != "conj" or token.head != complement or token.nbor(-1).dep_ != "cc":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    had = any(c.dep_ == "aux" and c.lower_ in quotation_words("settle.had") for c in complement.children)
    return had and cue.takes("to") and after.lower_ in quotation_words("clauses.it")


def _told_by_the_report(token: Token, complement: Token) -> int | None:
    """Return where the content ends before what the report itself goes on to tell; None where it doesn't.

    That is a clause about another, in the tense of telling, joined to one that had been over ("said it had
    sold the mill, and the owner's son left"), or how long after what ("…, four days after it denied that").
    """
    doc = token.doc
    had = any(c.dep_ == "aux" and c.lower_ in quotation_words("settle.had") for c in complement.children)
    if had and token.text == "," and _tells_how_long_after(token):
        return int(token.i) - 1
    joined = token.dep_ == "conj" and token.head == complement and token.tag_ == "VBD"
    if not joined or any(c.dep_ in {"aux", "auxpass"} for c in token.children):
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if not had or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    first = subject.left_edge.i
    set_off = first > 1 and doc[first - 1].dep_ == "cc" and doc[first - 2].text == ","
    return first - 3 if set_off else None


def _tells_how_long_after(comma: Token) -> bool:
    """Whether a comma sets off "four days after …", told in the tense of the report."""
    rest = comma.doc[comma.i + 1 : comma.i + 1 + MEASURE]
    after = next((t for t in rest if t.lower_ in quotation_words("clauses.after")), None)
    if (
        after is None
        or after.i == comma.i + 1
        or any(t.ent_type_ not in SPANS for t in rest if t.i < after.i)
    ):
        return False
    clause = after.head
    return clause.tag_ == "VBD" and after.dep_ == "mark" and not any(c.dep_ == "aux" for c in clause.children)


def _another_stands(verb: Token, last: int) -> int | None:
    """Return where the content ends before a semicolon behind which another takes a stand."""
    doc = verb.doc
    for i in range(verb.i + 2, last + 1):
        if doc[i].text == ";":
            rest = range(i + 1, len(doc))
            end = next((j for j in rest if doc[j].text == ";" or doc[j].is_sent_start), len(doc))
            if any(takes_a_stand(doc[j]) for j in range(i + 1, end)):
                return i - 1
    return None


def _cue_left(verb: Token) -> int:
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    edges: list[int] = [verb.i]
    if subject is not None and subject.i < verb.i:
        edges.append(subject.left_edge.i)
    return min(edges)


def _cue_right(verb: Token) -> int:
    edges: list[int] = [verb.i]
    edges += [c.right_edge.i for c in verb.children if c.dep_ in {"nsubj", "dobj", "dative"} and c.i > verb.i]
    return max(edges)


def set_off(verb: Token) -> bool:
    """Whether a comma, dash or closing mark stands before the cue's own words: "It's over, he said"."""
    left = _cue_left(verb)
    return left > 0 and verb.doc[left - 1].text in SET_OFF


def stretch(doc: Doc, first: int, last: int) -> tuple[Span, ...]:
    """Return the place of some tokens without stops and blanks at their ends; nothing if none is left."""
    while last > first and (doc[last].is_space or doc[last].text in TRAILING):
        last -= 1
    while first < last and (doc[first].is_space or doc[first].text in LEADING):
        first += 1
    if first > last:
        return ()
    return (Span(doc[first].idx, doc[last].idx + len(doc[last].text)),)


def pieces_around(token: Token, phrase: Span) -> tuple[Span, ...]:
    """Return what a fixed phrase reports: its sentence without it, as far as that is a clause.

    After it where it opens the sentence, before it where it ends it, on both sides where commas set it off.
    """
    first, end = sentence_bounds(token)
    doc = token.doc
    if token.head.dep_ == "relcl" and token.head.i < token.i and doc[token.i - 1].text != ",":
        subject = next((c for c in token.head.children if c.dep_ in SUBJECTS), token.head)
        if subject.tag_ not in ASKING:  # "the fire in which 19 died according to the clinic"
            return stretch(doc, subject.left_edge.i, token.i - 1)
    before = stretch(doc, first, token.i - 1) if token.i > first else ()
    rest = next((i for i in range(token.i, end) if doc[i].idx >= phrase.end), end)
    after = stretch(doc, rest, end - 1) if rest < end else ()
    set_off = token.i > first and doc[token.i - 1].text == "," and rest < end and doc[rest].text == ","
    if set_off and rest + 1 < end and doc[rest + 1].dep_ == "cc":
        after = ()  # ", according to Hale, and the search goes on": the report goes on in its own words
    if set_off and leads_on(doc, token.i - 1, first):
        before = ()
    pieces = (*before, *after) if set_off else before if before and len(before[0]) > SHORT else after
    finite = any(
        t.tag_ in FINITE or t.tag_ == "MD" for t in doc[first:end] if not phrase.start <= t.idx < phrase.end
    )
    return pieces if finite else ()


def leads_on(doc: Doc, comma: int, start: int) -> bool:
    """Whether the word before a comma leads on to what follows: "was shut when, he said, …"."""
    word = doc[comma - 1]
    return comma - 1 > start and (word.tag_ in ASKING or word.dep_ == "cc")


def whole_quotes(reading: Reading, content: tuple[Span, ...], verb: Token) -> tuple[Span, ...]:
    """Return the content so that it cuts no quoted words in two and doesn't run into a new sentence."""
    whole = (_and_that(_grown(reading, span, verb), verb) for span in content)
    return tuple(_one_sentence(reading, _without_the_scene(reading, span)) for span in whole)


def _without_the_scene(reading: Reading, span: Span) -> Span:
    """Return a span cut behind quoted words where the report tells a scene: "… as a crowd shouted"."""
    for piece in reading.pieces_in(span)[:MANY]:
        behind = reading.tokens(Span(piece.span.end, span.end)) if piece.span.end < span.end else []
        word = next((t for t in behind if not t.is_space), None)
        if word is None or word.lower_ not in quotation_words("clauses.scenes") or word.dep_ != "mark":
            continue
        clause = word.head
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        new = subject is not None and any(
            c.lower_ in quotation_words("clauses.new") for c in subject.children
        )
        if new and clause.tag_ == "VBD" and not any(c.dep_ == "aux" for c in clause.children):
            return Span(span.start, piece.span.end)
    return span


def _grown(reading: Reading, span: Span, verb: Token) -> Span:
    for place in (span.start, span.end - 1, span.end):
        piece = reading.piece_at(place)
        if piece is None or not piece.closed or piece.span.start <= verb.idx < piece.span.end:
            continue
        if place != span.end or not reading.text[span.end - 1].isalnum():
            span = span.to(piece.span)
    return span


def _one_sentence(reading: Reading, span: Span) -> Span:
    """Return a span cut where quoted words begin a sentence of their own, or at the end of the line."""
    end = span.end
    for piece in reading.pieces_in(span)[:MANY]:
        before = reading.text[span.start : piece.span.start].rstrip()
        if before.endswith((".", "?", "!")) and piece.inner.of(reading.text)[:1].isupper():
            end = span.start + len(before)
            break
    line = reading.text.find("\n", span.start, end)
    end = end if line < 0 else line
    return (
        Span(span.start, span.start + len(reading.text[span.start : end].rstrip(" .,;:")) or 1)
        if end < span.end
        else span
    )


def _and_that(span: Span, verb: Token) -> Span:
    """Return the content with what follows it as "and that …", up to the end of the sentence."""
    doc = verb.doc
    after = next((t.i for t in doc[verb.i + 1 : verb.i + REACH] if t.idx >= span.end), None)
    if after is None:
        return span
    words = [t for t in doc[after : after + 4] if t.text not in {",", "”", '"', "''"}]
    if len(words) < 2 or words[0].lower_ not in quotation_words("clauses.joins") or words[1].lower_ != "that":
        return span
    end = words[1].i
    while (
        end + 1 < len(doc) and doc[end + 1].text not in {".", "!", "?", ";"} and "\n" not in doc[end + 1].text
    ):
        end += 1
    return Span(span.start, doc[end].idx + len(doc[end].text))
