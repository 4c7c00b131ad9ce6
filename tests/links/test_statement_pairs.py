"""Only what can't be of one statement is left out, before renderings are looked at one by one."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.occasions import Rendering, Words
from onrecord.links.statement_pairs import pairs_of
from onrecord.links.statements import likeness
from onrecord.model.when import When

SAID = [
    "the gates stay shut until the water has gone down again",
    "the gates will stay shut until the water is gone",
    "nobody has asked the harbour master about the gates",
    "we paid for the boats in the autumn",
]
DAYS = st.none() | st.sampled_from([date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9)])


def rendering(
    report: str, words: str, speakers: tuple[str, ...], days: tuple[date | None, date | None], unnamed: bool
) -> Rendering:
    told = tuple(words.split())
    meaning = frozenset(word for word in told if len(word) > 4)
    said, published = days
    return Rendering(
        report=report,
        quotations=(),
        speakers=speakers,
        said=None if said is None else When(edtf=said.isoformat(), basis="stated"),
        words=told,
        meaning=meaning,
        published=published,
        pieces=(Words(words=told, meaning=meaning, marked=(told,)),),
        unnamed=unnamed and bool(speakers),
        offices=frozenset({"harbour master"}),
        present=frozenset({"n-1", "n-2"}),
    )


RENDERINGS = st.builds(
    rendering,
    st.sampled_from(["r-1", "r-2", "r-3"]),
    st.sampled_from(SAID),
    st.sampled_from([(), ("n-1",), ("n-2",)]),
    st.tuples(DAYS, DAYS),
    st.booleans(),
)


@given(st.lists(RENDERINGS, min_size=2, max_size=6))
def test_what_is_left_out_is_like_nothing(told: list[Rendering]) -> None:
    kept = [(id(a), id(b)) for a, b in pairs_of(told)]
    assert len(kept) == len(set(kept)), "each once"
    for first, second in combinations(told, 2):
        named = [each for each in (first, second) if each.speakers and not each.unnamed]
        two = len(named) == 2 and first.speakers != second.speakers
        if (id(first), id(second)) not in kept and not two:
            assert likeness(first, second) == 0
