"""What the tests of mentions read them with."""

from onrecord.annotations.mentions import ANNOTATOR
from onrecord.model.annotation import Found, Mention
from tests.support import parsed


def mentions_in(text: str, **options) -> list[Mention]:
    """Return the mentions of a text."""
    return list(ANNOTATOR.find(parsed(text, **options), Found()))


def names_in(text: str, **options) -> list[tuple[str, str]]:
    """Return name and kind of each name of a text, in order."""
    return [(m.name, m.kind) for m in mentions_in(text, **options) if m.form == "name"]


def who(text: str, words: str, *, nth: int = 0) -> str | None:
    """Return the name of whom the nth mention with these words means; None where it isn't known."""
    found = mentions_in(text)
    by_id = {m.id: m for m in found}
    matching = [m for m in found if m.span.of(text) == words]
    assert matching, f"no mention {words!r} among {[m.span.of(text) for m in found]}"
    chain = matching[nth].chain
    return None if chain is None else by_id[chain].name
