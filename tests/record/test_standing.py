"""Whether a claim is borne out by several origins."""

from onrecord.model.record import Support
from onrecord.model.span import Passage
from onrecord.record.standing import standing_of


def support(origin: str, *givers: str) -> Support:
    return Support(
        span=Passage(report="r", start=0, end=1, text="x"),
        voice="attributed" if givers else "own",
        given_by=givers,
        via=(),
        origin=origin,
        from_="body",
        finder="hand/1",
        confidence=1.0,
    )


def test_two_outlets_in_their_own_voice_are_several_origins() -> None:
    assert standing_of([support("courier"), support("herald")], {}) == "several-origins"


def test_five_outlets_that_cite_the_police_are_one_word_of_the_police() -> None:
    assert standing_of([support(f"o{i}", "police") for i in range(5)], {}) == "one-origin"


def test_two_givers_by_one_outlet_are_one_origin() -> None:
    assert standing_of([support("courier", "a"), support("courier", "b")], {}) == "one-origin"


def test_givers_that_are_perhaps_one_count_as_one() -> None:
    supports = [support("courier", "official-1"), support("herald", "official-2")]
    assert standing_of(supports, {}) == "several-origins"
    assert standing_of(supports, {"official-1": ("official-2",)}) == "one-origin"
