"""A trigger and the report's time expressions in, its day out, and whether it is background.

Its own expression, in its phrase or clause; else that of a verb that it shares a clause with; else, for
what happened, not after the report's day. The day on which somebody said so is not the day of the event.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.acts import was_to_have
from onrecord.annotations.events.dated import Dated, of_timex
from onrecord.annotations.events.lexicon import event_words, lexicon
from onrecord.annotations.events.moved import (
    comes_before,
    gone_by,
    is_moved,
    moved_to,
    moves,
    of_a_note,
    to_come,
)
from onrecord.annotations.events.placed import Placed, held_by, introduced, is_one_day
from onrecord.annotations.events.standing import Standing
from onrecord.annotations.events.triggers import Trigger
from onrecord.annotations.parsed import Parsed
from onrecord.model.when import When

DEEP = 4  # nouns between an expression and the verb that it belongs to
VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
UNTOLD = frozenset({"until", "invitation of", "goes on"})
"""What is told to come in the tense of what was: "until they have voted, on Friday"."""
TO_COME = frozenset({"auxiliary", "is to", "going to", "raising", "headline infinitive", "due"})


def report_day(parsed: Parsed) -> date | None:
    """Return the latest day that the report's date allows."""
    published = parsed.report.published
    return None if published is None or published.date is None else published.date.last


def dated(trigger: Trigger, standing: Standing, placed: Sequence[Placed], today: date | None) -> Dated:
    """Return the day of a trigger among the expressions of its sentence."""
    for fits in (_in_phrase, _in_clause):
        mine = [
            each
            for each in placed
            if _tells_a_day(each, trigger) and fits(each, trigger, standing) and not moves(each, standing)
        ]
        if mine:
            best = min(mine, key=lambda each: _farther(each, trigger, standing))
            day = of_timex(best, today)
            if standing.reason in UNTOLD or comes_before(best, day, moved_to(standing, placed, today), today):
                day = to_come(day, today)
            if standing.verb is not None and was_to_have(standing.verb):
                day = gone_by(day, today)
            if _is_note(trigger):
                day = of_a_note(day, today)
            return _clock(_going_on(day, standing), standing, today)
    beside = None if trigger.noun else _beside(trigger, standing, placed, today)
    return beside or undated(standing, today)


def undated(standing: Standing, today: date | None) -> Dated:
    """Return the day of what has none of its own: the bound that its tense gives."""
    return Dated(when=None if today is None else _bound(standing, today))


def _is_note(trigger: Trigger) -> bool:
    """Whether a verb tells that the report itself was changed."""
    what = None if trigger.noun else grammar.subject(trigger.token)
    noted = what is not None and what.lemma_.lower() in event_words("days.noted")
    return noted and trigger.token.lemma_ in event_words("days.noting")


def _is_bidden(each: Placed, trigger: Trigger) -> bool:
    """Whether an expression tells for when somebody is bidden: "invited them to Leven on Friday"."""
    verb = trigger.token
    if trigger.noun or verb.lemma_ not in event_words("days.bidding"):
        return False
    return any(prep == "to" and verb.i < noun.i < each.start for prep, noun in grammar.phrases(verb))


def _farther(each: Placed, trigger: Trigger, standing: Standing) -> tuple[bool, bool, bool, int]:
    """Return how unlikely an expression is the day of a trigger, to find the likeliest.

    A clock time is no day; what was done isn't done "for" one ("signed the accounts for 2024"); right behind
    a clause that says which thing is meant, it is of that clause ("the talks that were to begin today").
    """
    for_it = introduced(each) == "for" and standing.modality in ("happened", "ongoing", "denied")
    who = None if trigger.noun else grammar.subject(trigger.token)
    meant = [] if who is None else [t for t in who.children if t.dep_ == "relcl"]
    behind = any(t.right_edge.i + 1 == each.start for t in meant)
    return each.timex.type == "TIME", for_it, behind, abs(each.start - trigger.token.i)


def _beside(
    trigger: Trigger, standing: Standing, placed: Sequence[Placed], today: date | None
) -> Dated | None:
    """Return the day that the parse has with what a verb is done to: "hand her a letter on Friday".

    A thing that can have a day of its own, as a meeting has, keeps it; so does one that is announced.
    """
    carriers = {carrier.i for carrier in _carriers(trigger, standing)}
    for each in placed:
        if not _tells_a_day(each, trigger) or moves(each, standing) or _counted_from(each, trigger):
            continue
        plain = introduced(each) == "on" if each.head.dep_ == "pobj" else each.head.dep_ == "npadvmod"
        if plain and (is_one_day(each) or _is_unit(each)) and _done_to(held_by(each), carriers):
            day = of_timex(each, today)
            ahead = _is_ahead(each)
            if (day.future if ahead is None else ahead) == (
                standing.modality not in ("happened", "ongoing", "denied")
            ):
                return day
    return None


def _is_unit(each: Placed) -> bool:
    """Whether an expression tells a week or a month from the report's: "will table a motion next week"."""
    return each.head.dep_ == "npadvmod" and each.timex.when.rule == "unit-of-report"


def _is_ahead(each: Placed) -> bool | None:
    """Whether the words of an expression tell by themselves that it is to come, or that it is over."""
    words = {t.lower_ for t in each.head.subtree}
    if words & event_words("days.next"):
        return True
    return False if words & event_words("days.last") else None


def _done_to(noun: Token | None, carriers: set[int]) -> bool:
    """Whether a noun stands under one of some verbs, with nothing between that may have a day of its own."""
    for _ in range(DEEP):
        if noun is None or noun.pos_ not in ("NOUN", "PROPN") or _has_days(noun):
            return False
        over = grammar.preposition_of(noun)
        above = over[1] if over is not None else noun.head
        if noun.dep_ in ("dobj", "dative", "oprd", "attr", "pobj", "ccomp") and grammar.is_verbal(above):
            return above.i in carriers and above.lemma_.lower() not in event_words("days.setting")
        if noun.dep_ not in ("appos", "conj", "pobj", "dobj"):
            return False
        noun = above
    return False


def _has_days(noun: Token) -> bool:
    """Whether a noun may have a day: a meeting, an attack, a report."""
    lemma = noun.lemma_.lower()
    return lemma in lexicon().nouns or lemma in event_words("days.of_a_day")


def _tells_a_day(each: Placed, trigger: Trigger) -> bool:
    """Whether an expression tells a day at all, and not how long a thing is to last."""
    when = each.timex.when
    if when.edtf is None and (each.timex.value in VAGUE or (when.rule is None and when.weekday is None)):
        return False  # "now"; "at 9 p.m.", "shortly after noon"
    if is_moved(each, trigger) or _is_bidden(each, trigger):
        return False
    lasting = introduced(each) in event_words("days.lasting")
    return not lasting or trigger.sort.staged or trigger.noun or trigger.sort.dated


def _bound(standing: Standing, today: date) -> When | None:
    """Return the bound that tense gives to what has no day of its own: the past ends today, a plan begins."""
    day = today.isoformat()
    past = standing.verb is not None and grammar.tense(standing.verb) in ("past", "perfect", "pluperfect")
    if standing.modality in ("happened", "ongoing") or (standing.modality == "denied" and past):
        reason = "told as past, with no day: not after the report's"
        return When(edtf=f"../{day}", basis="bounded", anchor=day, reason=reason)
    if standing.modality == "planned" and standing.outcome is None and standing.reason in TO_COME:
        reason = "told as to come, with no day: not before the report's"
        return When(edtf=f"{day}/..", basis="bounded", anchor=day, reason=reason)
    return None


def _clock(day: Dated, standing: Standing, today: date | None) -> Dated:
    """Return the day of a plan of which only the hour is told ("at 9 p.m."): not before the report's."""
    if today is None or day.when is None or day.when.edtf is not None or day.when.weekday is not None:
        return day
    if day.timex is None or day.timex.type != "TIME" or standing.modality != "planned":
        return day
    reason = "told as to come, with its hour: not before the report's day"
    bound = When(edtf=f"{today.isoformat()}/..", basis="bounded", anchor=today.isoformat(), reason=reason)
    return replace(day, when=bound)


def _going_on(day: Dated, standing: Standing) -> Dated:
    """Return the day from which a thing goes on, as one with no end: "has been falling since Sunday"."""
    when = day.when
    verb = standing.verb if standing.relation == "self" else None
    perfect = verb is not None and grammar.tense(verb) == "perfect"
    if not (standing.modality == "ongoing" or (standing.modality == "happened" and perfect)):
        return day
    if not day.since or when is None or when.date is None:
        return day
    first = when.date.first
    if first is None or (when.edtf is not None and "/" in when.edtf):
        return day
    return replace(day, when=replace(when, edtf=f"{first.isoformat()}/.."))


def so_far(day: Dated, standing: Standing, today: date | None) -> Dated:
    """Return the day of what has happened without what of its week or month is still to come: "this week"."""
    when = day.when
    if today is None or when is None or when.rule != "unit-of-report" or standing.modality != "happened":
        return day
    stretch = when.date
    first, last = (None, None) if stretch is None else (stretch.first, stretch.last)
    if first is None or last is None or not first <= today < last:
        return day
    edtf = f"[{first}..{today}]" if first < today else today.isoformat()
    return replace(day, when=replace(when, edtf=edtf))


def _in_phrase(each: Placed, trigger: Trigger, standing: Standing) -> bool:
    """Whether the expression stands in the trigger's own phrase, with no verb between."""
    governor = held_by(each)
    if governor is None:
        return False
    if governor.i == trigger.token.i:
        return True
    if standing.outcome == "put-off" and standing.verb is not None and governor.i == standing.verb.i:
        return introduced(each) == "from"
    return trigger.noun and each.head.dep_ == "pobj" and _within(governor, trigger.token)


def _within(word: Token, noun: Token) -> bool:
    """Whether a word stands in a phrase of the noun: "an agreement on fishing on Monday"."""
    for _ in range(4):
        if word.dep_ not in ("pobj", "pcomp", "conj") or word.head.i == word.i:
            return False
        word = word.head.head if word.head.dep_ == "prep" else word.head
        if word.i == noun.i:
            return True
    return False


def _in_clause(each: Placed, trigger: Trigger, standing: Standing) -> bool:
    """Whether the expression hangs on the verb that carries the event, or one in its clause."""
    governor = held_by(each)
    if standing.outcome in ("put-off", "called-off"):
        return governor is not None and (
            _relative_of(governor, trigger.token) or _set_before(governor, trigger, standing)
        )
    carriers = _carriers(trigger, standing)
    if _counted_from(each, trigger):
        return False
    if any(carrier.dep_ == "relcl" and each.start <= carrier.head.i < each.end for carrier in carriers):
        return True  # "on Sunday, when Norland attacked"
    return governor is not None and any(governor.i == carrier.i for carrier in carriers)


def _relative_of(verb: Token, noun: Token) -> bool:
    """Whether a verb stands in a relative clause of a noun: "talks that were to begin on Friday"."""
    while verb.dep_ in ("xcomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ in ("acl", "relcl", "amod", "appos") and (
        verb.head.i == noun.i or noun.is_ancestor(verb.head)
    )


def _set_before(verb: Token, trigger: Trigger, standing: Standing) -> bool:
    """Whether a verb told the day before the one that moved it: "was planned for Friday but put off"."""
    moved = standing.verb
    return moved is not None and verb == trigger.token.head and verb.i < moved.i and verb in moved.ancestors


def _counted_from(each: Placed, trigger: Trigger) -> bool:
    """Whether the trigger stands behind "… days after" or the like: it is what is counted from."""
    doc = trigger.token.doc
    return any(
        token.lower_ in event_words("days.beside_a_day") and token.nbor(-1).ent_type_ in ("DATE", "TIME")
        for token in doc[each.end + 1 : trigger.token.i]
        if token.i > each.end
    )


def _carriers(trigger: Trigger, standing: Standing) -> list[Token]:
    carriers: list[Token] = []
    verb = standing.verb
    if trigger.noun:
        carriers += [t for t in trigger.token.children if t.dep_ in ("acl", "relcl")]
        if (
            verb is not None
            and standing.relation in ("object", "subject", "same")
            and verb.lemma_ not in event_words("days.telling")
            and standing.modality != "demanded"  # "called for an inquiry on Friday": when they called
        ):
            carriers.append(verb)
    elif verb is not None:
        carriers.append(verb)
        carriers += [noun for prep, noun in grammar.phrases(verb) if prep in event_words("days.at_a_place")]
        subject = grammar.child(verb, "nsubj")
        carriers += [
            t for t in verb.children if t.dep_ == "advcl" and any(w.lower_ == "when" for w in t.children)
        ]
        if subject is not None and trigger.sort.happens:
            carriers.append(subject)  # "Sunday's flood killed three"
    for carrier in list(carriers):
        above = carrier
        while _shares_clause(above) and (grammar.is_verbal(above.head) or above.head.pos_ == "ADJ"):
            if above.dep_ == "conj" and _apart(above):
                break
            above = above.head
            if above.lemma_ in event_words("days.speech"):
                break
            carriers.append(above)
        carriers += [
            t for t in carrier.children if t.dep_ in ("acomp", "oprd") and t.lower_ in event_words("days.due")
        ]
    return carriers


def _apart(verb: Token) -> bool:
    """Whether a coordinated verb has a subject of its own, or is set against the one before it.

    So is what will be against what was: "opened on Friday and will run for ten days".
    """
    but = any(t.dep_ == "cc" and t.lower_ == "but" for t in verb.head.children)
    ahead = grammar.tense(verb) == "future" and grammar.tense(verb.head) != "future"
    return but or ahead or grammar.child(verb, "nsubj", "nsubjpass") is not None


def _shares_clause(verb: Token) -> bool:
    if verb.dep_ == "advcl":  # "…, killing three"; "began on Sunday, when Norland attacked"
        return verb.tag_ == "VBG" or any(t.lower_ == "when" for t in verb.children)
    return verb.dep_ in ("xcomp", "conj", "acomp", "oprd")


def told_as_old(trigger: Trigger, standing: Standing, day: Dated) -> tuple[bool, str]:
    """Return whether an event is told as background, and by which rule."""
    if standing.modality == "planned" or day.future:
        return False, ""
    if day.old:
        return True, "its day is long past"
    if day.fixed:
        return False, ""
    verb = standing.verb
    if trigger.noun and standing.reason == "since":
        return True, "since"
    if verb is not None and grammar.tense(verb) == "pluperfect" and not _reported(verb):
        return True, "pluperfect"
    if trigger.noun and any(t.lower_ in event_words("days.earlier") for t in trigger.token.children):
        return True, "earlier"
    return False, ""


def _reported(verb: Token) -> bool:
    dep: str = grammar.first_of_chain(verb).dep_
    return dep == "ccomp"
