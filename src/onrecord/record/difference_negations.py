"""Settled reports in, what they say did not happen out.

"He had not resigned", "nobody has agreed to inspectors", "we conceded nothing": no word of denying, and yet
somebody else's claim can't be true beside it (`difference_contraries` tells which). So it is with what
somebody refused to do, or got none of.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.links.differing import differing
from onrecord.links.words import words_of
from onrecord.model.annotation import Quotation
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.record.claims import sentences_of, stems_of
from onrecord.record.composing import composing_pattern
from onrecord.record.settled import Settled

WAYS = ("verb", "nobody", "nothing", "instead", "absent", "lacking")
MEANT = ("verb", "nothing", "lacking")  # of which a subject that is a pronoun is looked for
KIN = "~"  # before the name of words that tell one deed: "fax", "faxed"; "talk", "discuss"
LONGEST = 2000  # code points of a sentence in which a negation is looked for
NOT_FAR = 12  # code points before a clause in which "if" stands
MARKS = '“"‘'


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """Words that say that something is not so.

    Attributes:
        report, sentence: where they stand.
        verb: the negating words with the verb.
        what: the clause.
        key: stems of the verb, or of what stands for it.
        stems: of the other words of meaning in the clause.
        entities: of whom it is said, and who says it.
        subject: of whom it is said.
        called: the last words of their names, as stems.
        speakers: who says it; empty where the report does.
        nobody: whether nobody and nothing is its subject.
        takes_part: whether it says that somebody took no part.
        told: the latest day that its report may be of.
        so_far: whether it tells how things stand: "has not resigned".
        instead: whether it says who it was: "it was Reyes who asked", and so nobody else.
        absent: whether it says that there is no such thing: "there was no list".
        lacking: whether it says that somebody got or gave none: "the court received no request".
        in_headline: whether a headline says so, which tells in short what its report does.
        by_pronoun: whether its subject is a pronoun that the words before it explain.
        for_us: whether somebody says so of more than one: "we are not in talks with Orley".
        named: who is named in the clause.
        thing: the words of what there is none of, or what a deed was not done to, in lower case.
    """

    report: str
    sentence: Span
    verb: Span
    what: Span
    key: frozenset[str]
    stems: frozenset[str]
    entities: frozenset[str]
    subject: frozenset[str]
    called: frozenset[str]
    speakers: frozenset[str]
    nobody: bool
    told: date | None
    takes_part: bool = False
    so_far: bool = False
    instead: bool = False
    absent: bool = False
    lacking: bool = False
    in_headline: bool = False
    by_pronoun: bool = False
    for_us: bool = False
    named: frozenset[str] = frozenset()
    thing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Patterns of negation, idle verbs, forms of verbs and their kin, words of what is ahead."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    idle: frozenset[str]
    idle_things: frozenset[str]
    forms: dict[str, str]
    kin: dict[str, str]
    phrases: tuple[tuple[str, re.Pattern[str]], ...]
    refusing: re.Pattern[str]
    taking_part: re.Pattern[str]
    ahead: re.Pattern[str]
    asking: re.Pattern[str]
    of_one_time: re.Pattern[str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of the package."""
    raw = differing("negation")
    return Tables(
        patterns=tuple((way, re.compile(pattern, re.IGNORECASE)) for way in WAYS for pattern in raw[way]),
        idle=stems_of(" ".join(raw["idle"])),
        idle_things=stems_of(" ".join(raw["idle_things"])),
        forms={form: line[0] for line in map(str.split, raw["forms"]) for form in line},
        kin={
            stem: f"{KIN}{line.split()[0]}"
            for line in raw["kin"]
            for word in line.split()
            for stem in stems_of(f"{word} {word}ed")
        },
        phrases=tuple(
            (verb, re.compile(rf"\b{phrase}\b", re.IGNORECASE))
            for verb, _, phrase in (line.partition(" = ") for line in raw["phrases"])
        ),
        refusing=re.compile("|".join(raw["refusing"]), re.IGNORECASE),
        taking_part=re.compile("|".join(raw["taking_part"]), re.IGNORECASE),
        ahead=re.compile("|".join(raw["ahead"]), re.IGNORECASE),
        asking=re.compile("|".join(raw["asking"]), re.IGNORECASE),
        of_one_time=re.compile("|".join(raw["of_one_time"]), re.IGNORECASE),
    )


def idle_stems() -> frozenset[str]:
    """Return the stems of verbs that say too little by themselves: "made an offer"."""
    return tables().idle


def asking() -> re.Pattern[str]:
    """Return what tells that somebody asked for a thing: where that is denied, others may have asked."""
    return tables().asking


@lru_cache(maxsize=8192)  # a clause is asked for by several rules, and again for each moment
def verbs_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, each verb by its plain form ("sent", "send"), and their kin."""
    forms, kin = tables().forms, tables().kin
    for verb, phrase in tables().phrases:
        text = phrase.sub(verb, text)
    stems = stems_of(" ".join(forms.get(word, word) for word in re.findall(r"[\w’'-]+", text.lower())))
    return stems | {kin[stem] for stem in stems if stem in kin}


@lru_cache(maxsize=8192)
def deeds_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, what tells one deed by one of them."""
    kin = tables().kin
    return frozenset(kin.get(stem, stem) for stem in _plain(verbs_of(text)))


def _key(word: str) -> frozenset[str]:
    """Return what a claim must tell to be denied: a deed by any of its words, else the word itself."""
    stems = verbs_of(word)
    return frozenset(stem for stem in stems if stem.startswith(KIN)) or stems


def _plain(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem for stem in stems if not stem.startswith(KIN))


def negations_of(report: Report, settled: Settled) -> Iterator[Negation]:
    """Yield the negations of one report, in order of place; furniture is left out."""
    for block in report.blocks:
        if block.kind not in NEWS:
            continue
        for sentence in sentences_of(report.text, block.start, block.end):
            if len(sentence) <= LONGEST and _negates(sentence.of(report.text)):
                yield from _in_sentence(report, sentence, settled)


@lru_cache(maxsize=8192)  # few sentences do, and each is read again for each moment
def _negates(sentence: str) -> bool:
    """Whether a sentence has the words of some negation."""
    return any(pattern.search(sentence) is not None for _, pattern in tables().patterns)


def _in_sentence(report: Report, sentence: Span, settled: Settled) -> Iterator[Negation]:
    for way, pattern in tables().patterns:
        for match in pattern.finditer(report.text, sentence.start, sentence.end):
            verb = match["verb"]
            key = _plain(verbs_of(verb))
            clause = _clause(report.text, sentence, Span(match.start(), match.end()))
            clause = _within(clause, Span(match.start(), match.end()), report, settled)
            takes_part = (
                way == "verb" and tables().taking_part.match(report.text, match.start("verb")) is not None
            )
            if tables().of_one_time.search(report.text, clause.start, clause.end) is not None:
                continue
            if _is_unreal(report.text[max(sentence.start, clause.start - NOT_FAR) : match.start()]):
                continue
            if takes_part or (key and not key & _idle(way)):
                yield replace(
                    _negation(report, sentence, (match, way), clause, settled), takes_part=takes_part
                )


def _is_unreal(before: str) -> bool:
    """Whether the words before a negation make it none: "if he had not", "that doesn't mean that …"."""
    return composing_pattern("negations.unreal").search(before) is not None


def _idle(way: str) -> frozenset[str]:
    """Return the stems of which a negation says too little: verbs, and things of which there may be none."""
    return tables().idle | tables().idle_things if way in ("absent", "lacking") else tables().idle


def _negation(
    report: Report,
    sentence: Span,
    found: tuple[re.Match[str], str],
    clause: Span,
    settled: Settled,
) -> Negation:
    match, way = found
    material = settled.material.found[report.id]
    quotation = next(
        (
            q
            for q in material.quotations
            if any(span.holds(Span(match.start(), match.end())) for span in q.content)
        ),
        None,
    )
    speakers = frozenset(settled.entities.of(quotation.speakers)) if quotation is not None else frozenset()
    before = [
        m.id for m in material.mentions if clause.start <= m.span.start and m.span.end <= match.start("verb")
    ]
    subject = frozenset(settled.entities.of(before)) | _first_person(report, clause, quotation, speakers)
    told = frozenset() if subject or way not in MEANT else _pronoun(report, clause, speakers, settled)
    subject = subject or told
    published = report.published.date if report.published is not None else None
    key = _key(match["verb"])
    names = frozenset(
        stem
        for m in material.mentions
        if clause.holds(m.span) and (m.form == "name" or m.id in before)
        for stem in stems_of(m.name)
    )
    return Negation(
        report=report.id,
        sentence=sentence,
        verb=Span(match.start(), match.end()),
        what=clause,
        key=key,
        stems=_plain(verbs_of(clause.of(report.text)))
        - _plain(verbs_of(match["verb"] if way in ("nobody", "absent", "instead") else match[0]))
        - (names if subject else frozenset())
        - tables().idle,
        entities=subject | speakers,
        subject=subject,
        called=surnames(subject, settled),
        speakers=speakers,
        nobody=way == "nobody",
        told=published.last if published is not None else None,
        so_far=composing_pattern("negations.now").match(match[0]) is not None,
        instead=way == "instead",
        absent=way == "absent",
        lacking=way == "lacking",
        in_headline=any(b.kind == "headline" and b.start <= match.start() < b.end for b in report.blocks),
        by_pronoun=bool(told),
        for_us=bool(speakers)
        and composing_pattern("negations.first_persons").search(clause.of(report.text)) is not None,
        named=frozenset(settled.entities.of([m.id for m in material.mentions if clause.holds(m.span)])),
        thing=_thing(report.text, clause, match, way),
    )


def _thing(text: str, clause: Span, match: re.Match[str], way: str) -> str:
    """Return "gas cylinder" of "there was no gas cylinder"; "talks" of "the talks had not been held"."""
    if way == "absent":
        return " ".join(words_of(match[0])[-2:])
    done_to = way == "verb" and composing_pattern("negations.done_to").search(match[0]) is not None
    words = words_of(text[clause.start : match.start()]) if done_to else []
    return words[-1] if words else ""


def _within(clause: Span, found: Span, report: Report, settled: Settled) -> Span:
    """Return a clause without the words that say who said so, where it is what somebody said."""
    for quotation in settled.material.found[report.id].quotations:
        for piece in quotation.content:
            if piece.holds(found):
                return Span(max(clause.start, piece.start), min(clause.end, piece.end))
    return clause


def _pronoun(report: Report, clause: Span, speakers: frozenset[str], settled: Settled) -> frozenset[str]:
    """Return whom a pronoun that opens a clause means: who says so, else the one person named before it."""
    match = composing_pattern("negations.opens").match(report.text, clause.start)
    if match is None:
        return frozenset()
    block = max((b for b in report.blocks if b.start <= clause.start), key=lambda b: b.start)
    named = [
        m
        for m in settled.material.found[report.id].mentions
        if m.kind == "person" and m.form == "name" and block.start <= m.span.start < clause.start
    ]
    people = set(settled.entities.of([m.id for m in named]))
    in_marks = report.text[max(0, clause.start - 1)] in MARKS
    if not in_marks and speakers:
        return speakers
    return frozenset(people - speakers) if len(people - speakers) == 1 else frozenset()


def surnames(entities: Collection[str], settled: Settled) -> frozenset[str]:
    """Return the stems of the last words of names: a report may name where no mention was found."""
    names = (
        mention.name.split()[-1]
        for group in settled.entities.groups
        if group.id in entities
        for chain in group.chains
        for mention in chain.mentions
        if mention.form == "name"
    )
    return frozenset(stem for name in names for stem in stems_of(name))


def _first_person(
    report: Report, clause: Span, quotation: Quotation | None, speakers: frozenset[str]
) -> frozenset[str]:
    """Return who "I" and "we" are in words in marks."""
    if quotation is None or not composing_pattern("negations.first_person").search(clause.of(report.text)):
        return frozenset()
    return speakers


def _clause(text: str, sentence: Span, found: Span) -> Span:
    """Return the clause round some words: from the nearest break before them to the nearest after."""
    breaks = composing_pattern("negations.break").finditer
    start = max((m.end() for m in breaks(text, sentence.start, found.start)), default=sentence.start)
    end = next((m.start() for m in breaks(text, found.end, sentence.end)), sentence.end)
    while start < found.start and text[start].isspace():
        start += 1
    return Span(start, start + len(text[start:end].rstrip(" \n.!?")))
