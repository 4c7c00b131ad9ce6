"""Settled reports in, what they say did not happen out; and which claims each of these contradicts.

"He had not resigned", "nobody has agreed to inspectors", "we conceded nothing": no word of denying, and yet
somebody else's claim can't be true beside it. A negation answers a claim that has its verb, and its subject
or most of its other words, by another speaker or another report. What was not so and came later is no
conflict, and of what will not be nothing is known yet.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from onrecord.links.words import words_of
from onrecord.model.annotation import Quotation
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.record.claims import Claim, sentences_of, stems_of
from onrecord.record.settled import Settled

_NOW = re.compile(r"(?:has|have|is|are|does|do)\b", re.IGNORECASE)
WAYS = ("verb", "nobody", "nothing", "instead", "absent", "lacking")
MEANT = ("verb", "nothing", "lacking")  # of which a subject that is a pronoun is looked for
KIN = "~"  # before the name of words that tell one deed: "fax", "faxed"; "talk", "discuss"
LONGEST = 2000  # code points of a sentence in which a negation is looked for
FEW = 2  # other words of a negation that has no subject but a thing
REACH = 7  # words after a thing within which its verb stands
BESIDE = 3  # words before a verb among which its subject stands: "Reyes has since resigned"
PERSONS = frozenset({"i", "he", "she", "we", "they", "it"})
NEAR = 600  # code points within which "there was no list" answers who has just spoken of a list
HELD = 0.5  # share of a negation's other words that a claim of its subject holds
MOSTLY = 0.6  # the same where the subject isn't known
OPENS = re.compile(r"(?:that\s+)?(?:he|she|it|they)\b", re.IGNORECASE)
DONE_TO = re.compile(r"\b(?:been|was|were)\b", re.IGNORECASE)
UNREAL = re.compile(r"\b(?:if|unless|whether|lest|means?|meant|why|how)\b", re.IGNORECASE)
NOT_FAR = 12  # code points before a clause in which "if" stands
MARKS = '“"‘'
NOT = re.compile(r"\bnon-|\b(?:no|not|never|nor|neither|none|nobody|nothing)\b|n[’']t\b", re.IGNORECASE)
ASIDE = re.compile(
    r", (?:who|which|whose|the|an?)\b[^,]{1,80},"
)  # "Reyes, who leads the union, has resigned"
BREAK = re.compile(r"[,;:—–“”\"]|\s-\s|\b(?:but|while|although|though|because|that|which|who|when|if|and)\b")


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
        by_pronoun: whether its subject is a pronoun that the words before it explain.
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
    by_pronoun: bool = False
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
    raw = tomllib.loads((files("onrecord") / "data/en/differences.toml").read_text(encoding="utf-8"))[
        "negation"
    ]
    return Tables(
        patterns=tuple((way, re.compile(pattern, re.IGNORECASE)) for way in WAYS for pattern in raw[way]),
        idle=stems_of(" ".join(raw["idle"])),
        idle_things=stems_of(" ".join(raw["idle_things"])),
        forms={form: line[0] for line in map(str.split, raw["forms"]) for form in line},
        kin={stem: f"{KIN}{line.split()[0]}" for line in raw["kin"] for stem in stems_of(line)},
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


def verbs_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, each verb by its plain form ("sent", "send"), and their kin."""
    forms, kin = tables().forms, tables().kin
    for verb, phrase in tables().phrases:
        text = phrase.sub(verb, text)
    stems = stems_of(" ".join(forms.get(word, word) for word in re.findall(r"[\w’'-]+", text.lower())))
    return stems | {kin[stem] for stem in stems if stem in kin}


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
            if len(sentence) <= LONGEST:
                yield from _in_sentence(report, sentence, settled)


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
    return UNREAL.search(before) is not None


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
        called=_surnames(subject, settled),
        speakers=speakers,
        nobody=way == "nobody",
        told=published.last if published is not None else None,
        so_far=_NOW.match(match[0]) is not None,
        instead=way == "instead",
        absent=way == "absent",
        lacking=way == "lacking",
        by_pronoun=bool(told),
        thing=_thing(report.text, clause, match, way),
    )


def _thing(text: str, clause: Span, match: re.Match[str], way: str) -> str:
    """Return "gas cylinder" of "there was no gas cylinder"; "talks" of "the talks had not been held"."""
    if way == "absent":
        return " ".join(words_of(match[0])[-2:])
    done_to = way == "verb" and DONE_TO.search(match[0]) is not None
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
    match = OPENS.match(report.text, clause.start)
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


def _surnames(entities: frozenset[str], settled: Settled) -> frozenset[str]:
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
    if quotation is None or not re.search(r"\b(?:I|[Ww]e)\b", clause.of(report.text)):
        return frozenset()
    return speakers


def _clause(text: str, sentence: Span, found: Span) -> Span:
    """Return the clause round some words: from the nearest break before them to the nearest after."""
    start = max((m.end() for m in BREAK.finditer(text, sentence.start, found.start)), default=sentence.start)
    end = next((m.start() for m in BREAK.finditer(text, found.end, sentence.end)), sentence.end)
    while start < found.start and text[start].isspace():
        start += 1
    return Span(start, start + len(text[start:end].rstrip(" \n.!?")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told: claims by the stems of their words, and those of taking part in something.

    Of what is to come none is told: that it has not come contradicts nobody.
    """

    by_word: Mapping[str, Sequence[tuple[Claim, frozenset[str]]]]
    taking_part: Sequence[tuple[Claim, frozenset[str]]]


def told_in(claims: Iterable[Claim], settled: Settled) -> Told:
    """Return what is told by some claims; one that says that something isn't so tells it no other way."""
    by_word: dict[str, list[tuple[Claim, frozenset[str]]]] = defaultdict(list)
    taking_part = []
    for claim in claims:
        text = claim.span.of(settled.material.by_id[claim.report].text)
        if tables().ahead.search(text) is not None or NOT.search(text) or _is_to_come(claim, settled):
            continue
        words = verbs_of(text)
        if tables().refusing.search(text) is not None:
            words &= {*tables().kin.values()}  # "refused to sign" tells of no signing
            words &= {f"{KIN}refuse"}
        for word in words:
            by_word[word].append((claim, words))
        if tables().taking_part.search(text) is not None:
            taking_part.append((claim, words))
    return Told(by_word=by_word, taking_part=taking_part)


def contradicted(negation: Negation, told: Told, settled: Settled) -> Iterator[Claim]:
    """Yield the claims that can't be true beside a negation."""
    word = min(negation.key, default="", key=lambda each: len(told.by_word.get(each, ())))
    for claim, words in told.taking_part if negation.takes_part else told.by_word.get(word, ()):
        if (
            _by_another(negation, claim)
            and _in_time(negation, claim, settled)
            and _says_so(negation, claim, words, settled)
            and (
                negation.stems
                or negation.lacking
                or not negation.subject
                or _is_done_by(negation, claim, settled)
            )
        ):
            yield claim


def _is_done_by(negation: Negation, claim: Claim, settled: Settled) -> bool:
    """Whether a claim has the subject of a negation right before its verb: "Reyes has resigned"."""
    told = words_of(ASIDE.sub(" ", claim.span.of(settled.material.by_id[claim.report].text)))
    stems = [verbs_of(word) for word in told]
    for place, stem in enumerate(stems):
        before = range(max(0, place - BESIDE), place)
        if stem & negation.key and any(stems[n] & negation.called or told[n] in PERSONS for n in before):
            return True
    return False


def _nouns(negation: Negation, settled: Settled) -> frozenset[str]:
    """Return the nouns by which the subject of a negation is called where no name is given: "the court"."""
    return frozenset(
        stem
        for group in settled.entities.groups
        if group.id in negation.subject
        for mention in group.mentions
        if mention.form not in ("name", "pronoun") and mention.name.split()
        for stem in stems_of(mention.name.split()[-1])
    )


def _is_done_to(negation: Negation, told: Sequence[str]) -> bool:
    """Whether a claim tells the deed of the same thing: "the talks broke off", "the talks had not been …"."""
    thing = stems_of(negation.thing)
    stems = [verbs_of(word) for word in told]
    at = next((n for n, stem in enumerate(stems) if thing and thing <= stem), None)
    if at is None or len(negation.stems) > FEW:
        return False
    return any(negation.key <= stem for stem in stems[at + 1 : at + 1 + REACH])


def _says_so(negation: Negation, claim: Claim, words: frozenset[str], settled: Settled) -> bool:
    """Whether a claim says what a negation says not to be so."""
    told = words_of(claim.span.of(settled.material.by_id[claim.report].text))
    shared = len(words & negation.stems)
    if negation.takes_part:
        return not negation.by_pronoun and bool(negation.subject & claim.entities) and shared > 0
    if not negation.key <= words:
        return False
    if negation.instead:
        others = bool(negation.subject) and bool(claim.entities - negation.subject)
        of_it = shared > 0 and shared >= MOSTLY * len(negation.stems)
        return of_it and others and not negation.subject & claim.entities and not negation.called & words
    if negation.absent and negation.report == claim.report:
        return bool(claim.speakers) and abs(claim.span.start - negation.sentence.start) <= NEAR
    if negation.nobody or negation.absent:
        return shared > 0 and shared >= MOSTLY * len(negation.stems)
    if negation.by_pronoun and negation.report == claim.report:
        return False
    called = negation.called | (_nouns(negation, settled) if negation.lacking else frozenset())
    if negation.subject & claim.entities or called & words:
        return shared >= HELD * len(negation.stems - called)
    if negation.stems and negation.stems <= words and _nouns(negation, settled) & words:
        return True
    if negation.absent is False and not negation.subject and _is_done_to(negation, told):
        return True
    return shared > 1 and shared >= MOSTLY * len(negation.stems)


def _is_to_come(claim: Claim, settled: Settled) -> bool:
    """Whether a claim tells of a plan, a demand or a possibility."""
    return any(
        event.modality in ("planned", "possible", "demanded") and claim.span.holds(event.span)
        for event in settled.material.found[claim.report].events
    )


def _by_another(negation: Negation, claim: Claim) -> bool:
    """Whether somebody else makes a claim, or a report of its own."""
    if negation.speakers & claim.speakers:
        return False
    return negation.report != claim.report or negation.speakers != claim.speakers


def _in_time(negation: Negation, claim: Claim, settled: Settled) -> bool:
    """Whether a claim was told by the day on which it is said not to be so.

    What "has not" come by one day may have come by the end of it.
    """
    published = settled.material.by_id[claim.report].published
    day = published.date.first if published is not None and published.date is not None else None
    if day is None or negation.told is None or claim.report == negation.report:
        return True
    return day < negation.told if negation.so_far else day <= negation.told
