"""What modality is: the value that the two modality finders give."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from onrecord.model.annotation import Modality

Outcome = Literal["held", "put-off", "called-off", "denied"]
Relation = Literal["self", "object", "subject", "same", "phrase", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an event stands in its report.

    Attributes:
        modality: happened, planned …
        words: the words that decided it; empty where only the tense did.
        reason: the rule, in words.
        outcome: what became of a plan.
        sure: false where the rule is a weak one.
        verb: the verb that carries the event: the trigger, or the verb that the noun is held by.
        relation: how a noun hangs on that verb: object, subject, phrase, none;
            `same` is a phrase that shares the verb's day ("killed in a flood").
    """

    modality: Modality
    verb: Token | None
    words: tuple[Token, ...] = ()
    reason: str = ""
    outcome: Outcome | None = None
    sure: bool = True
    relation: Relation = "self"
