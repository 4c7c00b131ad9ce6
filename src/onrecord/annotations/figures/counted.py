"""A quantity in, what it counts out: the noun phrase, its head, and the state that people or things are counted in.

"45 people were killed", "killing 45", "45 dead", "the death toll rose to 45" are readings of one thing, so all
have the head "killed". Of things, the noun stays the head and the state is added: "house destroyed".
"""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.states import FoundState, state_of
from onrecord.annotations.figures.view import NOUNS, SentenceView

BETWEEN = (
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "HYPH",
    "POS",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "CD",
    "RBS",
    "RB",
    "PRP$",
)
LONGEST_PHRASE = 8  # tokens; a noun that stands further off is not what is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a quantity counts.

    Attributes:
        phrase: in the report's words, with its restriction ("passengers stranded"); "" if nothing.
        noun: the noun phrase alone ("charging stations"); "" if there is none.
        head: lemma of the noun, or the name of the state of people ("killed").
        people: whether people are counted.
        state: name of the state, or "".
        node: token of the noun, or of the number where no noun is printed.
    """

    phrase: str
    noun: str
    head: str
    people: bool
    state: str
    node: Token | None


def counted(view: SentenceView, quantity: Quantity) -> Counted:
    """Return what a quantity counts."""
    amount = quantity.amount
    at = amount.number[1] if amount.unit_at is None else amount.unit_at[1]
    number = view.token(at)
    if number is None:
        return Counted(phrase="", noun="", head="", people=False, state="", node=None)
    tokens = _noun_phrase(view, max(at, amount.last) + 1, quantity)
    noun = tokens[-1] if tokens else None
    irregular = view.lexicon.singulars
    lemma = singular(noun.text, irregular) if noun is not None else ""
    bare = quantity.counted_by == "count"
    people = bare and (not lemma or lemma in view.lexicon.words["people.nouns"])
    node = noun if noun is not None and view.word(amount.last + 1) != "of" else _top(view, amount.number)
    found = state_of(view, amount.first, quantity.hedged.last, node) if bare else None
    if found is not None and found.state.things == people and lemma:
        found = None
    return _put(tokens, lemma, found, people=people, number=number)


def _put(
    tokens: list[Token], lemma: str, found: FoundState | None, *, people: bool, number: Token
) -> Counted:
    noun, node = _printed(tokens), tokens[-1] if tokens else number
    if found is None:
        return Counted(phrase=noun, noun=noun, head=lemma, people=people and bool(lemma), state="", node=node)
    said = found.words if found.words.lower() not in noun.lower().split() else ""
    state = found.state
    return Counted(
        phrase=" ".join(part for part in (noun, said) if part),
        noun=noun,
        head=f"{lemma} {state.name}".strip() if state.things else state.name,
        people=not state.things,
        state=state.name,
        node=node,
    )


def _top(view: SentenceView, number: tuple[int, int]) -> Token:
    """Return the token of a number on which its others hang ("million" in "half a million")."""
    tokens = [token for index in range(number[0], number[1] + 1) if (token := view.token(index)) is not None]
    own = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in own), tokens[-1])


def _printed(tokens: list[Token]) -> str:
    if not tokens:
        return ""
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)


def _noun_phrase(view: SentenceView, at: int, quantity: Quantity) -> list[Token]:
    """Return the tokens of the counted noun phrase that follows a number, number and articles left out."""
    word = view.word(at)
    if word == "of" or (quantity.counted_by not in ("count",) and word in ("of", "in", "worth")):
        at += 1 + (view.word(at + 1) == "of")
    elif quantity.hedged.last >= at:
        at = quantity.hedged.last + 1
    run: list[Token] = []
    for token in view.tokens_from(at):
        if not run and token.tag_ in ("DT", "PRP$", "PDT") and word == "of":
            continue
        if not run and token.lower_ in MORE:
            continue
        if len(run) == LONGEST_PHRASE or not _goes_on(run, token):
            break
        run.append(token)
    while run and run[-1].tag_ not in NOUNS:
        run.pop()
    return run


MORE = ("more", "others", "additional")


def _goes_on(run: list[Token], token: Token) -> bool:
    """Whether a token still belongs to the noun phrase."""
    if token.tag_ == "CC":
        return (
            bool(run)
            and run[-1].tag_ in ("JJ", "NNP")
            and token.lower_ in ("and", "or")
            and token.i + 1 < len(token.doc)
            and token.nbor().tag_ in BETWEEN
        )
    if token.tag_ not in BETWEEN:
        return False
    if not run:
        return token.tag_ not in ("CD", "RB", "HYPH") or token.tag_ == "HYPH"
    last = run[-1]
    if last.tag_ == "NNS" and token.tag_ not in ("NN", "NNS", "HYPH", "POS"):
        return False
    if last.tag_ in NOUNS and token.tag_ in ("VBN", "VBG", "CD", "RB", "JJ", "PRP$", "RBS"):
        return False
    return not (last.tag_ in ("NN", "NNS") and token.tag_ == "NNP")
