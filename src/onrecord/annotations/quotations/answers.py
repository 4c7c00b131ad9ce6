"""Settled drafts in, answers to what was just told out: "The firm denied it", "…, which she denied".

What is denied or confirmed was told by another right before: in the same sentence, or in the one before it in
the same paragraph. That content is the answer's too, and so is what somebody is told to be charged with
("accused of theft, which she denies"). Without such words before it the pronoun stays unread.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.clauses import cue_span, stretch
from onrecord.annotations.quotations.deeds import is_weak, points_back
from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import is_passive, speaker_of
from onrecord.model.span import Span

TOLD: Final = ("that", "around", "according", "whether")
LOOKED: Final = 8
"""Drafts back from an answer that are looked at."""


def find_answers(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each verb that denies or confirms what the words right before it tell."""
    told = sorted((d for d in drafts if _tells(d)), key=lambda draft: draft.span.end)
    ends = [draft.span.end for draft in told]
    taken = {draft.verb.i for draft in drafts if draft.verb is not None}
    for verb in reading.free_tokens():
        if verb.lower_ not in reading.cues.answers or verb.pos_ != "VERB" or verb.i in taken:
            continue
        pointer = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if pointer is None or not points_back(_printed(pointer)) or is_passive(verb):
            continue
        if _own_words_follow(reading, verb):
            continue
        last = bisect_right(ends, verb.idx)
        if (charge := _charge_told(reading, verb)) is not None:
            yield from _denial(verb, charge)
            continue
        for draft in reversed(told[max(0, last - LOOKED) : last]):
            if _stands_right_before(reading, draft, verb):
                yield from _answer(verb, draft)
                break


def _charge_told(reading: Reading, verb: Token) -> Span | None:
    """Return with what somebody was told to be charged right before, by nobody named: "accused of theft"."""
    doc = verb.doc
    first, _ = sentence_bounds(verb)
    start = sentence_bounds(doc[first - 1])[0] if first else first
    charged = (t for t in reversed(doc[start : verb.i]) if t.lower_ in quotation_words("answers.charged"))
    token = next((t for t in charged if reading.piece_at(t.idx) is None and _is_of_nobody(t)), None)
    if token is None or "\n" in doc[token.i : verb.i].text:
        return None
    links = [c for c in token.children if c.lower_ in quotation_words("answers.with") and c.i > token.i]
    deed = next((n for link in links for n in link.children if n.dep_ in {"pcomp", "pobj"}), None)
    if deed is None:
        return None
    last = deed.right_edge.i
    relative = next((c for c in deed.subtree if c.dep_ == "relcl" and c.right_edge.i >= verb.i), None)
    if relative is not None:  # "charged with theft, which he denies": the relative clause is the answer
        last = relative.left_edge.i - 1
    content = stretch(doc, deed.left_edge.i, min(last, verb.i - 1))
    return content[0] if content and content[0].end <= verb.idx else None


def _is_of_nobody(token: Token) -> bool:
    """Whether a word of charging tells not who charges: passive, or a participle by itself."""
    return token.tag_ == "VBN" and is_passive(token) and not any(c.dep_ == "agent" for c in token.children)


def _denial(verb: Token, charge: Span) -> Iterator[Draft]:
    speaker = speaker_of(verb)
    if speaker is not None:
        yield Draft(
            kind="indirect",
            content=(charge,),
            cue=cue_span(verb),
            verb=verb,
            speaker=speaker,
            rule="answer",
            reason=f"“{verb.text}” answers the charge told right before it; the speaker is {speaker.reason}",
            weak=is_weak(verb),
        )


def _printed(noun: Token) -> str:
    words: str = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text
    return words.lower()


def _tells(draft: Draft) -> bool:
    frame = draft.rule.partition(":")[0]
    judged = draft.rule.startswith("object:judge") and draft.verb is not None
    return frame in TOLD or (judged and _charge(draft) is not None)


def _charge(draft: Draft) -> Span | None:
    """Return with what somebody is charged: "accused the owner of hiding a ledger" without the owner."""
    verb = draft.verb
    if verb is None or not verb.lower_.startswith("accus"):
        return None
    ofs = (t for child in verb.children for t in (child, *child.children) if t.lower_ == "of")
    deed = next((t for of in ofs for t in of.children if t.dep_ == "pcomp" and t.i > verb.i), None)
    if deed is None or not draft.content[-1].start <= deed.idx < draft.content[-1].end:
        return None
    return Span(deed.left_edge.idx, draft.content[-1].end)


def _stands_right_before(reading: Reading, draft: Draft, verb: Token) -> bool:
    """Whether at most the end of the draft's own sentence stands between it and the verb's sentence."""
    cue_end = max(draft.span.end, draft.span.end if draft.cue is None else draft.cue.end)
    first, _ = sentence_bounds(verb)
    start = verb.doc[first].idx
    between = Span(min(cue_end, verb.idx), verb.idx)
    if "\n" in between.of(reading.text) or draft.span.end > verb.idx:
        return False
    stops = [t for t in reading.tokens(between) if t.text in {".", "!", "?"}]
    return len(stops) <= (0 if start <= draft.span.start else 1)


def _own_words_follow(reading: Reading, verb: Token) -> bool:
    """Whether a quotation begins the next sentence of the paragraph: then that is how it was denied."""
    _, end = sentence_bounds(verb)
    rest = verb.doc[end].idx if end < len(verb.doc) else len(reading.text)
    paragraph = reading.paragraph_at(verb.idx)
    while rest < paragraph.end and reading.text[rest].isspace():
        rest += 1
    return rest < paragraph.end and reading.piece_at(rest) is not None


def _answer(verb: Token, draft: Draft) -> Iterator[Draft]:
    speaker = speaker_of(verb)
    if speaker is None or (draft.speaker is not None and speaker.head == draft.speaker.head):
        return
    charge = _charge(draft)
    yield Draft(
        kind="mixed" if draft.kind == "mixed" and charge is None else "indirect",
        content=draft.content if charge is None else (charge,),
        cue=cue_span(verb),
        verb=verb,
        speaker=speaker,
        rule="answer",
        reason=f"“{verb.text}” answers what stands right before it; the speaker is {speaker.reason}",
        weak=is_weak(verb),
    )
