"""A number that a verb sets a toll at in, what the toll's own words count out.

"Raised the number of kettles under recall to 68,000", "the number of complaints has risen to 64", "put the
crowd at 30,000", "put it at 27".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.before import Before
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_endings, figure_words
from onrecord.annotations.figures.meant import Bare, counts_a_toll, like, one_size, people
from onrecord.annotations.figures.nouns import noun_phrase, printed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView, child

REACH: Final = 16  # lexemes from a verb that sets a toll to its number, or to the toll's own noun before it
LONGEST_TAIL: Final = 5  # words after a noun that say which are counted: "kettles under recall"
STOPS: Final = (".", ";", ":", "?", "!", "—", "–", "(", ")")


def toll(view: SentenceView, quantity: Quantity, what: Counted, before: Before) -> Bare | None:
    """Return what a toll's own words name: "raised the number of kettles under recall to 68,000"."""
    at = _before_link(view, quantity)
    if at is None:
        return None
    by_as = view.word(at + 1) in figure_words("tolls.as")
    verb = next((i for i in _back(view, at) if _sets(view, view.word(i), by_as=by_as)), None)
    if verb is None:
        return None
    of = what.node, quantity.amount.value
    if verb < at:
        named = _named(view, verb + 1, at, before, of)
    else:
        start = max(0, verb - REACH)
        end = verb - 1
        while end > start and view.word(end) in figure_words("tolls.skipped"):
            end -= 1
        named = _named(view, start, end, before, of)
    if named is None:
        return None
    token = view.token(verb)
    subject = (
        child(token, "nsubj")
        if token is not None and verb < at and _is_count(view, token, named.head)
        else None
    )
    return Bare(what=named, giver=subject)


def _is_count(view: SentenceView, verb: Token, head: str) -> bool:
    """Whether who does this with a number gives it: not who "cut the number of workers to 300"."""
    what = child(verb, "dobj")
    if what is None or what.lower_ not in figure_words("givers.number") or counts_a_toll(view, head):
        return True
    return view.listed(verb.lower_, "givers.correcting") or view.listed(verb.lower_, "givers.setting")


def _sets(view: SentenceView, word: str, *, by_as: bool) -> bool:
    """Whether a verb sets a toll: also "gave the number of dead as 12"."""
    return view.listed(word, "toll.verbs") or (by_as and view.listed(word, "givers.giving"))


def _before_link(view: SentenceView, quantity: Quantity) -> int | None:
    """Return the lexeme before "to", "at" or "from" and a number; of "from 33 to 29" that before "from"."""
    at = quantity.hedged.first - 1
    at -= view.word(at) in figure_words("tolls.quotes")
    word = view.word(at)
    if word not in figure_words("shared.steps") | figure_words("tolls.as"):
        return at if view.listed(word, "toll.verbs") else None
    at -= 1
    if word == "to" and at > 1 and view.lexemes[at].kind == "number" and view.word(at - 1) == "from":
        at -= 2
    return at


def _back(view: SentenceView, at: int) -> Iterator[int]:
    """Yield the lexemes from one on to the left, as far as a toll's verb may stand."""
    for index in range(at, max(-1, at - REACH), -1):
        if view.word(index) in STOPS or view.lexemes[index].kind == "number":
            return
        yield index


def _named(
    view: SentenceView, start: int, end: int, before: Before, of: tuple[Token | None, float]
) -> Counted | None:
    """Return what the words from one lexeme to another name as counted."""
    words, (node, value) = [view.word(index) for index in range(start, end + 1)], of
    if not words or len(words) > REACH + 1:
        return None
    last = before.last(view.text)
    bare = [word for word in words if word not in figure_words("tolls.own")]
    if len(bare) <= 2 and (
        words == ["it"] or (words[0] in figure_words("tolls.pointing") and _is_toll(view, words[-1]))
    ):
        return _in_all(like(last, node)) if last is not None else None
    if bare[-2:-1] == ["the"] and _is_toll(view, words[-1]) and last is not None:
        return like(last, node) if one_size(value, last) else None
    if (
        last is not None
        and _is_toll(view, words[-1])
        and view.word(end - 1).endswith(figure_endings("shares.possessive"))
    ):
        return like(last, node) if one_size(value, last) else None
    for index in range(end, start - 1, -1):
        if _is_toll(view, view.word(index)) and view.word(index + 1) == "of":
            return noun_after(view, index + 2, end, node)
    if _is_dead(view, words):
        return noun_after(view, end, end, node)
    if _is_dead(view, words[:2]) and words[2] in figure_words("tolls.of_where"):
        dead = noun_after(view, start + 1, start + 1, node)
        tail = view.text[view.lexemes[start + 1].start : view.lexemes[end].end]
        return None if dead is None else replace(dead, phrase=tail, noun=tail)
    if view.listed(view.word(start - 1), "givers.setting") and (plural := _plural(view, start, end, node)):
        return plural
    crowd = next((w for w in words[-2:] if view.listed(w, "bare.crowds")), None)
    return people(crowd, "attended", node) if crowd is not None and words[-1] == crowd else None


def _in_all(counted: Counted) -> Counted:
    """Return a count without the word that says that those counted last came on top: "new cases"."""
    first, _, rest = counted.phrase.partition(" ")
    if first.lower() not in figure_words("tolls.on_top") or not rest:
        return counted
    return replace(counted, phrase=rest, noun=rest)


def _plural(view: SentenceView, start: int, end: int, node: Token | None) -> Counted | None:
    """Return what "put arrests at 40", "put the injured at 60" counts."""
    noun = view.token(end)
    if noun is None or noun.tag_ != "NNS" or end - start >= LONGEST_TAIL:
        return None
    counted = noun_after(view, start, end, node)
    if counted is None or counted.head in view.lexicon.words["keep.not_heads"]:
        return None
    return counted if noun.lower_ in counted.phrase.lower().split() else None


def _is_toll(view: SentenceView, word: str) -> bool:
    return view.listed(word, "toll.heads")


def _is_dead(view: SentenceView, words: Sequence[str]) -> bool:
    """Whether words are "the dead", "the injured"."""
    return (
        len(words) == 2 and words[0] == "the" and any(words[1] in s.adjectives for s in view.lexicon.states)
    )


def noun_after(view: SentenceView, at: int, end: int, node: Token | None) -> Counted | None:
    """Return the count named by a noun phrase at a lexeme and what restricts it, up to another lexeme."""
    tokens = noun_phrase(view, at, articles=True)
    stop = view.lexemes[end].end
    tokens = [token for token in tokens if token.idx < stop]
    lemma = singular(tokens[-1].text, view.lexicon.singulars) if tokens else ""
    first = view.lexeme_of(tokens[-1]) + 1 if tokens else at
    tail = range(first, min(end + 1, first + LONGEST_TAIL))
    for index in tail[:3] if tokens else tail[:1]:
        for state in view.lexicon.states:
            if view.word(index) in state.adjectives | state.verbs and not state.things:
                phrase = f"{printed(tokens)} {view.lexemes[index].text}".strip()
                return Counted(
                    phrase=phrase, noun=phrase, lemma=state.name, head=state.name, people=True,
                    state=state.name, node=node,
                )  # fmt: skip
    if not tokens:
        return None
    for state in view.lexicon.states:
        if lemma in state.nouns:
            return Counted(
                phrase=printed(tokens), noun=printed(tokens), lemma=lemma, head=state.name,
                people=not state.things, state=state.name, node=node,
            )  # fmt: skip
    rest = view.text[view.lexemes[tail[0]].start : view.lexemes[tail[-1]].end] if tail else ""
    phrase = " ".join(f"{printed(tokens)} {rest}".split())
    people = lemma in view.lexicon.words["people.nouns"]
    return Counted(phrase=phrase, noun=phrase, lemma=lemma, head=lemma, people=people, state="", node=node)
