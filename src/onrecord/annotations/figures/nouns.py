"""A place after a number in, the counted noun phrase out: "charging stations" in "400 charging stations"."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.view import NOUNS, SentenceView

INSIDE = frozenset(
    ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "NN", "NNS", "NNP", "NNPS", "CD", "RBS", "RB", "PRP$")
)
TIMES = frozenset(("DATE", "TIME"))
OPENING = frozenset(("DT", "PRP$", "PDT"))
LONGEST = 8  # tokens; a noun that stands further off is not what is counted


def noun_phrase(view: SentenceView, at: int, *, articles: bool) -> list[Token]:
    """Return the tokens of the noun phrase that begins at a lexeme, its noun last; empty if none begins here.

    Args:
        view: the sentence.
        at: first lexeme after number, hedge and unit.
        articles: whether "the", "its", "all the" may open it ("of the passengers"); they are left out.
    """
    run: list[Token] = []
    for token in view.tokens_from(at):
        if not run and (
            token.lower_ in figure_words("nouns.more")
            or (articles and (token.tag_ in OPENING or token.like_num))
        ):
            continue
        if len(run) == LONGEST or not _goes_on(run, token):
            break
        run.append(token)
    while run and run[-1].tag_ not in NOUNS:
        run.pop()
    return run


def _goes_on(run: Sequence[Token], token: Token) -> bool:
    """Whether a token still belongs to the noun phrase."""
    if token.tag_ == "CC":
        return _joins(run, token)
    if token.tag_ not in INSIDE or (token.ent_type_ in TIMES and not _of_a_noun(token)):
        return False
    if token.tag_ in ("VBN", "VBG") and token.dep_ not in ("amod", "compound", "nmod", "pcomp"):
        return False
    if not run:
        return token.tag_ not in ("CD", "RB", "HYPH", "POS")
    last = run[-1]
    if last.tag_ == "NNS" and token.tag_ not in ("HYPH", "POS", "NNS") and not _noun_of(last, token):
        return False
    if last.tag_ in NOUNS and token.tag_ not in NOUNS and token.tag_ not in ("HYPH", "POS"):
        return last.tag_ == "NNP" and token.tag_ == "JJ" and _named_kind(token)
    return not (last.tag_ in ("NN", "NNS") and token.tag_ == "NNP")


def _of_a_noun(token: Token) -> bool:
    """Whether a word of time says of what sort the people or things are: "two night watchmen"."""
    noun = token.head
    return (
        token.dep_ in ("compound", "nmod", "amod")
        and token.tag_ == "NN"
        and noun.tag_ == "NNS"
        and noun.i == token.i + 1
        and noun.ent_type_ not in TIMES
    )


def _named_kind(adjective: Token) -> bool:
    """Whether an adjective after a name goes on to a plural noun: "Dawnlight electric heaters"."""
    after = adjective.nbor() if adjective.i + 1 < len(adjective.doc) else None
    return after is not None and after.tag_ in ("NN", "NNS")


def _noun_of(last: Token, token: Token) -> bool:
    """Whether a plural stands before a further noun as part of it: "arms dealers"."""
    return bool(token.tag_ == "NN" and last.dep_ == "compound" and last.head.i >= token.i)


def _joins(run: Sequence[Token], token: Token) -> bool:
    """Whether "and" joins two adjectives or names before the noun: "Kia and Hyundai cars"."""
    if not run or run[-1].tag_ not in ("JJ", "NNP") or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().tag_ in ("JJ", "NNP") and token.nbor().dep_ in ("conj", "amod", "compound", "nmod")


def printed(tokens: Sequence[Token]) -> str:
    """Return the words of tokens that stand together, as printed."""
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text) if tokens else ""
