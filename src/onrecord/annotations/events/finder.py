"""A parsed report with its timexes, mentions and quotations in, its event mentions out.

Precision first: a mention needs a trigger, and somebody who takes part in it; or, where things happen to
places, a place or a day. A noun with nothing of its own ("the visit") is no mention, nor is a question.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.asked import asks, is_asked
from onrecord.annotations.events.dated import Dated
from onrecord.annotations.events.days import (
    dated,
    report_day,
    so_far,
    told_as_old,
    undated,
)
from onrecord.annotations.events.denials import denied_before
from onrecord.annotations.events.fragments import LOW, is_fragment
from onrecord.annotations.events.lexicon import Lexicon, Sort, event_words, lexicon
from onrecord.annotations.events.lines import TOLD, line_of
from onrecord.annotations.events.live import live_blocks
from onrecord.annotations.events.modality_noun import of_noun
from onrecord.annotations.events.modality_verb import TRIED, of_verb
from onrecord.annotations.events.moved import moved_to
from onrecord.annotations.events.passages import going_on
from onrecord.annotations.events.people import People
from onrecord.annotations.events.placed import Placed, in_sentence
from onrecord.annotations.events.roles import arguments, is_somebody, places
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.triggers import Trigger, triggers
from onrecord.annotations.events.twice import said_twice
from onrecord.annotations.events.voices import told_by
from onrecord.annotations.events.worth import Candidate, confidence, worth, worth_a_line
from onrecord.annotations.parsed import Parsed, place_of
from onrecord.model.annotation import EventMention, Found, Mention, Participant, Quotation
from onrecord.model.ids import make_id
from onrecord.model.span import Span

RULES = "events.rules/7"
OPEN = "events.open/6"
"""Who finds what the table of sorts doesn't list, or lists but only with more of its own."""
ATTEMPT = Sort(sort="attempt", frame="on", open=True)
APART = frozenset({"demand"})
"""Sorts of which one has little to do with another: to demand a vote, and to demand money."""
LONG = 400  # words: a longer sentence is a list or a broken page


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one report gives every trigger to work with."""

    parsed: Parsed
    words: Lexicon
    people: People
    placed: tuple[Placed, ...]
    repeated: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    today: date | None
    live: tuple[Span, ...] = ()


def find(parsed: Parsed, found: Found) -> Iterator[EventMention]:
    """Yield the event mentions of a report, in order of place."""
    page = Page(
        parsed=parsed,
        words=lexicon(),
        people=People(parsed, found.mentions),
        placed=tuple(in_sentence(parsed, found.timexes)),
        repeated=tuple(t.span for t in found.timexes if t.type == "SET"),
        quotations=found.quotations,
        today=report_day(parsed),
        live=live_blocks(parsed),
    )
    before: list[EventMention] = []
    for sent in parsed.sentences():
        if len(sent) > LONG or _is_question(sent):
            before = []
            continue
        denied = denied_before(sent, before, page.people, page.words, finder=OPEN)
        now = list(_of_sentence(page, sent))
        timed = any(sent.start <= each.start < sent.end for each in page.placed)
        before = now if timed else going_on(sent, now, before, parsed=parsed, words=page.words)
        yield from before
        if denied is not None and all(denied.span != mention.span for mention in before):
            yield denied


def _is_question(sent: TokenSpan) -> bool:
    return "?" in {token.text for token in sent[-3:]}


def _of_sentence(page: Page, sent: TokenSpan) -> Iterator[EventMention]:
    found = [
        c for trigger in triggers(sent, page.words) if (c := _candidate(page, sent, trigger)) is not None
    ]
    worthy = [c for c in found if worth(c) or worth_a_line(c)]
    kept = [c for c in worthy if not said_twice(c, found, worthy)]
    made = {c.trigger.token.i: _made(page, c, kept) for c in kept}
    for candidate in kept:
        whole = _whole_of(candidate, kept)
        mention = made[candidate.trigger.token.i]
        yield mention if whole is None else replace(mention, part_of=made[whole.trigger.token.i].id)
        yield from _moved(page, candidate, mention)


def _moved(page: Page, candidate: Candidate, mention: EventMention) -> Iterator[EventMention]:
    """Yield the plan that stands in the place of one that was put off, if its day is told."""
    sent = candidate.trigger.token.sent
    placed = [each for each in page.placed if sent.start <= each.start < sent.end]
    day = moved_to(candidate.standing, placed, page.today)
    if day is None or day.timex is None or not day.timex.span.overlaps(mention.clause):
        return
    span = day.timex.span
    yield replace(
        mention,
        id=make_id("event", mention.report, span.start, span.end),
        span=span,
        modality="planned",
        when=day.when,
        outcome=None,
        background=False,
        reason=f"{mention.sort} put off; to which day",
        finder=OPEN,
    )


def _candidate(page: Page, sent: TokenSpan, trigger: Trigger) -> Candidate | None:
    token = trigger.token
    if is_asked(token, page.words) or asks(token, page.words):
        return None  # "asked what he planned to say"
    standing = of_noun(token, page.words, trigger.sort.sort) if trigger.noun else of_verb(token, page.words)
    if standing is None and trigger.noun and _has_its_day(token):
        standing = Standing(modality="happened", verb=None, reason="its day", relation="none", sure=False)
    if standing is None:
        return None
    placed = [each for each in page.placed if sent.start <= each.start < sent.end]
    if standing.reason == TRIED:
        trigger = replace(trigger, sort=ATTEMPT)
    plain = standing.modality in TOLD or standing.modality == "planned"
    if any(_repeats(span, page, sent, token if plain else None) for span in page.repeated):
        return None  # "meets every Tuesday"
    if trigger.sort.clausal and standing.modality == "denied" and standing.reason == "negated":
        return None  # "had never asked for more": nothing was done
    day = dated(trigger, standing, placed, page.today)
    if _is_of_another(standing, day) or (standing.modality == "demanded" and _is_over(day, page.today)):
        day = undated(standing, page.today)
    settled = _settled(standing, day)
    if settled is None:
        return None
    if _usual(page, trigger, settled, day):
        return None
    day = so_far(day, settled, page.today)
    told = told_by(token, settled.verb, page.quotations, page.people, page.words)
    participants, heads, others = _participants(page, trigger, settled)
    place = _place(page, trigger, settled)
    if trigger.sort.bodily and not _bodily(page, sent, trigger, participants, place):
        return None
    return Candidate(
        trigger=trigger,
        standing=settled,
        participants=participants,
        heads=heads,
        known=len(participants),
        others=others,
        place=place,
        day=day,
        told=told,
        live=_is_live(page, token),
    )


def _is_live(page: Page, token: Token) -> bool:
    """Whether a word stands in a paragraph that tells what happens as it happens."""
    return any(span.start <= token.idx < span.end for span in page.live)


def _has_its_day(noun: Token) -> bool:
    """Whether a noun in a phrase has a day in the genitive: "the victims of Monday's crash"."""
    if noun.dep_ != "pobj" or noun.head.lower_ in event_words("finder.unreal"):
        return False
    over = noun.head.head
    owned = any(t.dep_ == "poss" and t.ent_type_ == "DATE" for t in noun.children)
    return owned and over.pos_ in ("NOUN", "PROPN", "NUM")


def _repeats(span: Span, page: Page, sent: TokenSpan, token: Token | None) -> bool:
    """Whether what is told comes again and again; a "yearly test" that was passed once doesn't.

    What only may be (`token` is None) is taken for what comes again wherever words for that stand.
    """
    if not sent.start_char <= span.start < sent.end_char:
        return False
    words = page.parsed.tokens_in(span)
    beside = words is not None and len(words) == 1 and words.root.dep_ == "amod"
    return token is None or words is None or not beside or words.root.head == token


def _usual(page: Page, trigger: Trigger, standing: Standing, day: Dated) -> bool:
    """Whether the event is told as what is usual: in the plain present of running text, or by an adverb."""
    token, verb = trigger.token, standing.verb or trigger.token
    if any(t.lower_ in page.words.words["usual"]["adverbs"] for each in (token, verb) for t in each.children):
        return True
    if trigger.noun and token.tag_ == "NNS" and not day.own and all(t.dep_ == "amod" for t in token.lefts):
        return trigger.sort.frame == "befalls"  # "rising seas and freakish storms"
    if trigger.noun or standing.modality != "happened" or day.future:
        return False
    met = token.lemma_ == "be" and trigger.sort.frame == "befalls"
    if met or page.words.says("usual", "said", trigger.sort.sort.partition(" ")[0]):
        return False  # "among the dead is Trell", "he denies the charge"
    plain = verb.tag_ in ("VBZ", "VBP") and not any(t.dep_ in ("aux", "auxpass") for t in verb.children)
    return (
        plain and page.parsed.kind_at(token.idx) not in ("headline", "subhead") and not _is_live(page, token)
    )


def _bodily(
    page: Page,
    sent: TokenSpan,
    trigger: Trigger,
    participants: tuple[Participant, ...],
    place: Mention | None,
) -> bool:
    """Whether blows are meant, not words: "attacked his record"."""
    struck = grammar.child(trigger.token, "dobj", "nsubjpass")
    if struck is not None and struck.lemma_.lower() in event_words("finder.buildings"):
        return trigger.token.lemma_ in event_words("finder.storming")
    if place is not None or any(t.lemma_.lower() in trigger.sort.bodily for t in sent):
        return True
    kinds = [page.people.kind(p.mention) for p in participants if p.role == "recipient"]
    return "place" in kinds


def _is_of_another(standing: Standing, day: Dated) -> bool:
    """Whether a day to come stands beside what is told as past: "ordered it to leave by Thursday"."""
    past = standing.verb is not None and grammar.tense(standing.verb) in ("past", "perfect", "pluperfect")
    told = standing.modality in ("happened", "ongoing") and standing.relation == "self"
    return day.future and past and told and standing.verb is not None and _has_more(standing.verb)


def _is_over(day: Dated, today: date | None) -> bool:
    """Whether a day lies before the report's: nothing is demanded for it, somebody demanded it then."""
    last = None if day.when is None or day.when.date is None else day.when.date.last
    return day.own and today is not None and last is not None and last < today


def _has_more(verb: Token) -> bool:
    """Whether a verb has an infinitive or a clause, of which a day may be that stands with it."""
    if lexicon().group("raising", verb.lemma_.lower(), ("planned", "possible")) is not None:
        return False  # "was expected back at work by Friday"
    return grammar.child(verb, "xcomp", "ccomp", "conj") is not None or verb.dep_ in ("ccomp", "conj")


def _settled(standing: Standing, day: Dated) -> Standing | None:
    """Return the standing made to agree with the day.

    Nothing to come has happened, and a hope with a day is a plan.
    """
    if (
        standing.modality == "possible"
        and day.own
        and any(t.lemma_ in event_words("finder.hoping") for t in standing.words)
    ):
        return replace(standing, modality="planned")
    if not day.future or standing.modality not in ("happened", "ongoing") or standing.reason == "stays so":
        return standing
    verb = standing.verb
    if verb is not None and grammar.tense(verb) != "present":
        return None  # told as past, with a day to come: one of the two is misread
    return replace(standing, modality="planned", outcome=None, reason="its day is to come")


def _participants(
    page: Page, trigger: Trigger, standing: Standing
) -> tuple[tuple[Participant, ...], tuple[Token, ...], int]:
    """Return who takes part, their words, and how many more nouns take part that are no mentions."""
    found: dict[str, Participant] = {}
    heads: list[Token] = []
    things: set[str] = set()
    others = 0
    for argument in arguments(trigger, standing, page.words):
        mention = page.people.at(argument.token)
        if mention is None or not page.people.named(mention):
            others += is_somebody(argument.token)
            continue
        thing = mention.chain or mention.id
        if thing in things or (mention.kind == "place" and trigger.sort.sort == "visit"):
            continue
        things.add(thing)
        found[mention.id] = Participant(mention=mention.id, role=argument.role)
        heads.append(argument.token)
    return tuple(found.values()), tuple(heads), others


def _place(page: Page, trigger: Trigger, standing: Standing) -> Mention | None:
    for token in places(trigger, standing):
        mention = page.people.at(token)
        if mention is not None and mention.kind == "place":
            return mention
    return None


def _whole_of(candidate: Candidate, kept: list[Candidate]) -> Candidate | None:
    """Return the event that another is told as part of: "during the summit", "at the talks"."""
    for other in kept:
        token = other.trigger.token
        if not other.trigger.noun or token == candidate.trigger.token or token.dep_ != "pobj":
            continue
        prep = token.head
        if prep.lower_ in event_words("finder.within") and prep.head in (
            candidate.trigger.token,
            candidate.standing.verb,
        ):
            return other
    return None


def _is_act(candidate: Candidate, found: list[Candidate]) -> bool:
    """Whether a mention is a demand or threat that stands beside what it demands or threatens."""
    trigger = candidate.trigger
    return trigger.sort.clausal and any(trigger.token.is_ancestor(other.trigger.token) for other in found)


def _made(page: Page, c: Candidate, kept: list[Candidate]) -> EventMention:
    report = page.parsed.report.id
    span = place_of(c.trigger.words[0]).to(place_of(c.trigger.words[-1]))
    old, why = told_as_old(c.trigger, c.standing, c.day)
    killed = c.trigger.token.lemma_ == "kill" and c.standing.reason != TRIED
    deaths = killed and all(p.role != "actor" for p in c.participants)
    told = line_of(c, kept, people=page.people, words=page.words)
    listed, sure = worth(c) and not _is_act(c, kept), confidence(c)
    headline = page.parsed.kind_at(c.trigger.token.idx) in ("headline", "subhead")
    reason = f"{'noun' if c.trigger.noun else 'verb'} of {c.trigger.sort.sort}; {c.standing.reason or 'past'}"
    return EventMention(
        id=make_id("event", report, span.start, span.end),
        report=report,
        span=span,
        clause=told.clause,
        line=told.line,
        subject=told.subject,
        type=None if deaths else c.trigger.sort.type,
        sort="deaths" if deaths else c.trigger.sort.sort + _asked_for(c, kept),
        participants=c.participants,
        when=c.day.when,
        modality=c.standing.modality,
        voice=c.told.voice,
        given_by=c.told.given_by,
        via=c.told.via,
        reason=f"{reason}; background: {why}" if old else reason,
        finder=RULES if listed else OPEN,
        confidence=LOW if is_fragment(c, page.words, listed=listed, headline=headline, sure=sure) else sure,
        decided_by=_decided_by(c.standing.words),
        where=None if c.place is None else c.place.span,
        place=None if c.place is None else c.place.id,
        background=old,
        outcome=None if c.standing.outcome == "held" and not c.trigger.sort.staged else c.standing.outcome,
    )


def _asked_for(c: Candidate, kept: list[Candidate]) -> str:
    """Return what a demand is for, to tell it from others: its event's sort, else its verb or thing."""
    verb = c.trigger.token
    if c.trigger.noun or c.trigger.sort.sort not in APART or c.standing.modality not in TOLD:
        return ""
    inside = [other for other in kept if other is not c and verb.is_ancestor(other.trigger.token)]
    if inside:
        return f" {min(inside, key=lambda other: other.trigger.token.i).trigger.sort.sort}"
    told = grammar.child(verb, "xcomp", "ccomp") or grammar.child(verb, "dobj")
    told = told or next((noun for prep, noun in grammar.phrases(verb) if prep == "for"), None)
    return "" if told is None else f" {told.lemma_.lower()}"


def _decided_by(words: tuple[Token, ...]) -> Span | None:
    if not words:
        return None
    ordered = sorted(words, key=lambda t: t.i)
    return place_of(ordered[0]).to(place_of(ordered[-1]))
