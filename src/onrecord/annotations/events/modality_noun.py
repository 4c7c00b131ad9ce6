"""A noun in, out: whether the event that it names happened, is planned, possible, demanded or denied.

What is done to it decides: held, planned, postponed, denied, discussed; for a subject, whether it began or
failed; in a phrase, the preposition and the noun before it: "plans for", "ahead of", "a series of". What
is only talked about ("discussed an attack") is no event.
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, event_words
from onrecord.annotations.events.modality_verb import of_verb
from onrecord.annotations.events.standing import Outcome, Relation, Standing
from onrecord.model.annotation import Modality

OBJECT = ("own", "denied", "demanded", "planned", "possible", "known", "skip")
OWN_PLANS = frozenset(
    {"meeting", "summit", "conference", "visit", "labour strike", "protest", "election", "vote", "trial"}
)
BEFORE_A_COURT = frozenset({"hearing", "sentence", "verdict", "ruling"})
DEEP = 5


def of_noun(noun: Token, words: Lexicon, sort: str) -> Standing | None:
    """Return how the event that a noun names stands; None if it isn't told as one."""
    marked = _by_itself(noun, words)
    if marked == "skip":
        return None
    standing = _by_place(noun, words, sort, 0)
    if standing is None:
        return marked if isinstance(marked, Standing) else None
    if (
        isinstance(marked, Standing)
        and standing.outcome is None
        and standing.modality in ("happened", "ongoing")
        and not (marked.outcome is None and _has_come(standing))
    ):
        return replace(marked, verb=standing.verb, relation=standing.relation)
    return standing


def _has_come(standing: Standing) -> bool:
    """Whether a verb tells that what was planned has begun: "the strike, long planned, began"."""
    begun = standing.verb is not None and standing.verb.lemma_ in event_words("modality_noun.begun")
    return begun and standing.relation == "subject" and standing.modality == "happened"


def _by_itself(noun: Token, words: Lexicon) -> Standing | str | None:
    """Return what determiner, adjectives and participles of the noun say."""
    for t in noun.children:
        if t.dep_ == "det" and t.lower_ == "no":
            return Standing(modality="denied", verb=None, words=(t,), reason="no", relation="none")
        if (
            t.dep_ in ("det", "amod")
            and words.says("adjective", "generic", t.lower_)
            and t.lower_ != "future"
        ):
            return "skip"
        if t.dep_ in ("amod", "acl", "advcl") or (t.dep_ == "compound" and t.i < noun.i):
            found = _marked(t, words)
            if found is not None:
                return found
    return None


def _marked(word: Token, words: Lexicon) -> Standing | None:
    outcomes: tuple[tuple[str, Modality, Outcome], ...] = (
        ("put_off", "planned", "put-off"),
        ("called_off", "planned", "called-off"),
    )
    for group, modality, outcome in outcomes:
        if words.says("adjective", group, word.lower_) or (
            word.dep_ == "acl" and word.tag_ == "VBN" and outcome_of(word, words) == outcome
        ):
            return Standing(
                modality=modality, verb=word, words=(word,), reason=group, outcome=outcome, relation="none"
            )
    if words.says("adjective", "ongoing", word.lower_):
        return Standing(modality="ongoing", verb=None, words=(word,), reason="modifier", relation="none")
    for modality in ("planned", "possible"):
        if words.says("adjective", modality, word.lower_) or (
            word.dep_ == "acl" and word.lower_ in event_words("modality_noun.set")
        ):
            named: Modality = "planned" if modality == "planned" else "possible"
            return Standing(modality=named, verb=word, words=(word,), reason="modifier", relation="none")
    return None


def _by_place(noun: Token, words: Lexicon, sort: str, depth: int) -> Standing | None:
    head = noun.head
    if depth > DEEP:
        return None
    if noun.dep_ in ("conj", "appos") and head != noun:
        return _by_place(head, words, sort, depth + 1) if noun.dep_ == "conj" else None
    if noun.dep_ == "dobj" and grammar.is_verbal(head):
        return _acted_on(head, words, sort, "object")
    if noun.dep_ == "nsubjpass":
        return _acted_on(head, words, sort, "subject")
    if noun.dep_ == "nsubj" and grammar.is_verbal(head):
        return _subject(noun, head, words)
    if noun.dep_ == "attr" and head.lemma_ == "be" and grammar.child(head, "expl") is not None:
        return _carried(head, words, "subject", sure=True)
    over = grammar.preposition_of(noun)
    if over is not None and over[0] == "in" and over[1].lemma_ == "be" and noun.tag_ == "NNS":
        return _engaged(over[1], words)
    if over is not None:
        return _in_phrase(over[0], over[1], words, lambda above: _by_place(above, words, sort, depth + 1))
    if noun.dep_ == "ROOT":
        return Standing(modality="happened", verb=None, reason="headline noun", relation="none", sure=False)
    return None


def outcome_of(verb: Token, words: Lexicon) -> Outcome | None:
    """Return what a verb makes of a plan that is its object: put off, called off; None if neither."""
    lemma = verb.lemma_.lower()
    particle = grammar.child(verb, "prt", "advmod")
    after = "" if particle is None else particle.lower_
    if words.says("object", "called_off", lemma) and (lemma != "call" or after == "off"):
        return "called-off"
    if lemma == "move" and any(
        prep == "to" and noun.ent_type_ == "DATE" for prep, noun in grammar.phrases(verb)
    ):
        return "put-off"
    if not words.says("object", "put_off", lemma):
        return None
    wanted = {"put": ("off",), "push": ("back",)}.get(lemma)
    return "put-off" if wanted is None or after in wanted else None


def _carried(verb: Token, words: Lexicon, relation: Relation, *, sure: bool) -> Standing | None:
    found = of_verb(verb, words)
    if found is None:
        return None
    return replace(found, verb=verb, relation=relation, sure=sure)


def _acted_on(verb: Token, words: Lexicon, sort: str, relation: Relation) -> Standing | None:
    """Return what a verb makes of its object, or of its subject in the passive."""
    carried = _carried(verb, words, relation, sure=True)
    if carried is None:
        return None
    lemma, outcome = verb.lemma_.lower(), outcome_of(verb, words)
    after = next((t for t in verb.conjuncts if t.i > verb.i and outcome_of(t, words)), None)
    if (
        outcome is None and relation == "subject" and after is not None
    ):  # "was planned for Friday but put off"
        carried, verb, outcome = replace(carried, verb=after), after, outcome_of(after, words)
    if outcome is not None:
        if carried.modality in ("happened", "ongoing"):
            return replace(carried, modality="planned", words=_group(verb), outcome=outcome, reason=outcome)
        return replace(carried, modality="planned") if carried.modality == "denied" else None
    group = words.group("object", lemma, OBJECT)
    if lemma in event_words("modality_noun.told_plans"):
        group = "planned" if sort in OWN_PLANS else "known"
    if lemma in event_words("modality_noun.stood_before") and grammar.tense(verb) == "present":
        group = "planned" if sort in OWN_PLANS | BEFORE_A_COURT else group  # "faces trial"
    if lemma == "call":  # "called a strike", not "called the strike a shame"
        definite = grammar.child(verb, "prt", "oprd") is not None or _definite(verb)
        group = "known" if definite else group
    if lemma in event_words("modality_noun.with_a_particle") and grammar.child(verb, "prt") is None:
        return None
    if group is None:
        return replace(carried, sure=False) if carried.modality == "happened" else None
    return _as_object(carried, verb, group, words)


def _definite(verb: Token) -> bool:
    noun = grammar.child(verb, "dobj", "nsubjpass")
    return noun is not None and any(t.lower_ in event_words("modality_noun.definite") for t in noun.children)


def _as_object(carried: Standing, verb: Token, group: str, words: Lexicon) -> Standing | None:
    lemma = verb.lemma_.lower()
    if group == "skip":
        return None
    if carried.modality not in ("happened", "ongoing", "planned") and words.says("object", "anyway", lemma):
        return None
    if group == "own":
        held = carried.modality == "happened"
        return replace(
            carried, outcome="held" if held and verb.lemma_ in event_words("modality_noun.held") else None
        )
    if group == "known" and carried.modality not in ("happened", "ongoing"):
        return None
    if group == "known":
        return replace(carried, modality="happened", words=(), reason="told of", sure=False)
    if group == "denied" and carried.modality == "denied":
        return None
    named: dict[str, Modality] = {
        "planned": "planned", "possible": "possible", "demanded": "demanded", "denied": "denied"
    }  # fmt: skip
    modality = "denied" if carried.modality == "denied" and group in ("planned", "possible") else named[group]
    return replace(carried, modality=modality, words=_group(verb), reason=f"{group} verb")


def _group(verb: Token) -> tuple[Token, ...]:
    parts = [t for t in verb.children if t.dep_ in ("auxpass", "prt", "neg")]
    return tuple(sorted([*parts, verb], key=lambda t: t.i))


def _subject(noun: Token, verb: Token, words: Lexicon) -> Standing | None:
    lemma = verb.lemma_.lower()
    adjective = grammar.child(verb, "acomp", "xcomp", "oprd") or _particle(verb)
    if lemma == "be" and adjective is not None:
        group = words.group("raising", adjective.lower_, ("planned", "possible"))
        if group == "planned":
            return Standing(
                modality="planned", verb=verb, words=(verb, adjective), reason="due", relation="subject"
            )
        if adjective.lower_ == "off":
            return _off(verb, adjective)
        if adjective.lower_ in event_words("modality_noun.underway"):
            return Standing(
                modality="ongoing", verb=verb, words=(adjective,), reason="under way", relation="subject"
            )
        if grammar.tense(verb) != "past":
            return None
    if verb.tag_ == "VBN" and grammar.child(verb, "aux", "auxpass", "dobj") is None:
        return _acted_on(verb, words, "", "subject")  # headline: "Talks set for Friday"
    carried = _carried(verb, words, "subject", sure=words.says("subject", "own", lemma))
    if carried is None:
        return None
    if lemma == "be" and (told := grammar.child(verb, "xcomp")) is not None:
        return _to_be(verb, told, words)
    if lemma == "be" and any(prep == "under" for prep, _ in grammar.phrases(verb)):
        return replace(carried, modality="ongoing", words=(verb,), reason="under way")
    if lemma in event_words("modality_noun.going_on") and grammar.tense(verb) == "present":
        return replace(carried, modality="ongoing", words=(verb,), reason="goes on")
    if carried.modality in ("planned", "possible", "demanded", "denied") and not carried.sure:
        return None  # "the attack will be remembered": nothing is said of whether it happened
    if noun.tag_ in ("NNS",) and not carried.sure and grammar.tense(verb) == "present":
        return None
    took_place = lemma in event_words("modality_noun.took_place") and carried.modality == "happened"
    held = carried.modality == "happened" and words.says("subject", "held", lemma)
    return replace(carried, outcome="held" if took_place or held else None)


def _particle(verb: Token) -> Token | None:
    """Return "off" behind "is": "the meeting is off"."""
    return next((t for t in verb.children if t.lower_ == "off" and t.dep_ in ("prep", "advmod", "prt")), None)


def _off(verb: Token, off: Token) -> Standing | None:
    """Return what "is off" makes of a plan: it was called off. "Was off to Leven" tells of no plan."""
    if any(True for _ in off.children) or grammar.tense(verb) != "present":
        return None
    return Standing(
        modality="planned",
        verb=verb,
        words=(verb, off),
        reason="is off",
        outcome="called-off",
        relation="subject",
    )


def _to_be(verb: Token, told: Token, words: Lexicon) -> Standing | None:
    """Return what "is to open" makes of its subject; None of "is to be remembered"."""
    to = grammar.child(told, "aux")
    if to is None or to.lower_ != "to" or not words.says("subject", "own", told.lemma_.lower()):
        return None
    reason = "was to" if grammar.tense(verb) == "past" else "is to"
    return Standing(modality="planned", verb=told, words=(verb, to), reason=reason, relation="subject")


def _engaged(verb: Token, words: Lexicon) -> Standing | None:
    """Return what "is in talks" and "is not in talks" tell."""
    carried = of_verb(verb, words)
    if carried is None or carried.modality not in ("happened", "denied"):
        return None
    modality: Modality = "denied" if carried.modality == "denied" else "ongoing"
    if modality == "ongoing" and grammar.tense(verb) not in ("present", "perfect"):
        modality = "happened"
    return replace(carried, modality=modality, verb=verb, relation="subject", reason="in talks")


def _in_phrase(
    prep: str, above: Token, words: Lexicon, climb: Callable[[Token], Standing | None]
) -> Standing | None:
    """Return what a preposition and the word before it make of the noun."""
    if above.pos_ in ("NOUN", "PROPN"):
        return _under_noun(above, words, climb)
    if not grammar.is_verbal(above):
        return None
    lemma = above.lemma_.lower()
    if prep in event_words("modality_noun.ahead"):
        return Standing(
            modality="planned", verb=above, reason=prep, relation="phrase", sure=prep == "ahead of"
        )
    if prep in event_words("modality_noun.after"):
        carried = of_verb(above, words)
        sure = carried is not None and carried.modality in ("happened", "ongoing", "denied")
        return Standing(modality="happened", verb=above, reason=prep, relation="phrase") if sure else None
    if prep == "for":
        if words.says("preposition", "for_demanded", lemma):
            return _carried_as(above, words, "demanded")
        return (
            _carried_as(above, words, "planned") if words.says("preposition", "for_planned", lemma) else None
        )
    if prep in event_words("modality_noun.agreed_with") and lemma in event_words("modality_noun.agreed"):
        return _carried(above, words, "object", sure=prep == "to")
    if lemma == "go" and prep == "on":
        return _carried(above, words, "object", sure=True)
    if words.says("preposition", "follows", prep):
        shared: Relation = "same" if prep in event_words("modality_noun.within") else "phrase"
        carried = _carried(above, words, shared, sure=False)
        return (
            carried
            if carried is not None and carried.modality in ("happened", "planned", "ongoing")
            else None
        )
    return None


def _carried_as(verb: Token, words: Lexicon, modality: Modality) -> Standing | None:
    carried = of_verb(verb, words)
    if carried is None or carried.modality == "denied":
        return None
    return Standing(
        modality=modality, verb=verb, words=(verb,), reason=f"{verb.lemma_} for", relation="object"
    )


def _denied_part(verb: Token, words: Lexicon) -> Standing | None:
    """Return how a deed stands in which somebody denies a part: "denied responsibility for the attack"."""
    carried = of_verb(verb, words)
    told = carried is not None and carried.modality in ("happened", "ongoing")
    if not told or not words.says("object", "disputed", verb.lemma_.lower()):
        return None
    return Standing(modality="denied", verb=verb, words=(verb,), reason="denied that", relation="phrase")


def _under_noun(above: Token, words: Lexicon, climb: Callable[[Token], Standing | None]) -> Standing | None:
    lemma = above.lemma_.lower()
    denying = above.head if above.dep_ == "dobj" else None
    if denying is not None and lemma in event_words("modality_noun.part_in"):
        return _denied_part(denying, words)
    group = words.group("noun", lemma, ("through", "planned", "possible", "demanded", "denied"))
    if group == "through":
        found = climb(above)
        return None if found is None else replace(found, sure=False)
    if group is None or group == "denied":
        return None
    named: dict[str, Modality] = {"planned": "planned", "possible": "possible", "demanded": "demanded"}
    verb = grammar.clause_verb(above)
    return Standing(
        modality=named[group], verb=verb, words=(above,), reason=f"{lemma} of", relation="phrase", sure=False
    )
