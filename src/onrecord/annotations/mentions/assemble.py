"""A parsed report in, its mentions out: the finders and resolvers in their order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from onrecord.annotations.mentions.acronyms import bracketed
from onrecord.annotations.mentions.appositions import beside
from onrecord.annotations.mentions.bodies import same_bodies
from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.kinds import Vote, kinds_of
from onrecord.annotations.mentions.lexicon import Gender, Lexicon, lexicon
from onrecord.annotations.mentions.names import Name, find_names
from onrecord.annotations.mentions.page import Page, page_of
from onrecord.annotations.mentions.people import gender_of, same_people
from onrecord.annotations.mentions.places import Gazetteer, gazetteer
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import EntityKind, Mention
from onrecord.model.ids import make_id


def mentions_of(parsed: Parsed, finder: str) -> list[Mention]:
    """Return the mentions of a report in order of place, each with its chain where that is known."""
    words, table = lexicon(), gazetteer()
    page = page_of(parsed)
    names, acronyms = _with_acronyms(page, find_names(page, words))
    votes = kinds_of(page, names, words, table)
    votes.update({short: votes[long] for short, long in acronyms.items() if long in votes})
    items = [item for name in names if (item := _item(page, name, votes[name.key], words)) is not None]
    links = {**same_people(items, words), **same_bodies(items, acronyms, words, table)}
    return [*_mentions(parsed, page, items, links, finder)]


def _with_acronyms(page: Page, names: list[Name]) -> tuple[list[Name], dict[str, str]]:
    found = bracketed(page, names)
    kept = [name for name in names if name.first not in found]
    names = sorted([*kept, *(name for name, _ in found.values())], key=lambda name: name.first)
    return names, {name.key: long for name, long in found.values()}


def _item(page: Page, name: Name, vote: Vote, words: Lexicon) -> Item | None:
    if vote.kind == "adjective":
        return None
    text = page.span(name.first, name.last).of(page.text)
    item = Item(
        first=name.first, last=name.last, head=name.last - 1, stretch=name.stretch, form="name",
        kind=cast(EntityKind, vote.kind), name=" ".join(text.replace("[", "").replace("]", "").split()),
        words=name.words, confidence=_sure(vote.share), plural=vote.kind == "group",
    )  # fmt: skip
    return _as_person(page, name, item, words) if vote.kind == "person" else item


def _sure(share: float) -> float:
    return 0.95 if share >= 0.9 else 0.85 if share >= 0.75 else 0.7 if share >= 0.6 else 0.5


def _as_person(page: Page, name: Name, item: Item, words: Lexicon) -> Item:
    about = beside(page, name, words)
    offices = [about.head] if about.head else []
    role, gender, honorific = about.role, about.gender, False
    if name.title is not None:
        honorific = name.title.honorific
        gender = name.title.gender or gender
        if not honorific:
            role, offices = (name.title.title, name.title.first), [name.title.head, *offices]
    if gender is None and len(name.words) > 1:
        gender = words.given.get(name.words[0])
    return replace(item, role=role, offices=tuple(offices), gender=gender, honorific=honorific, age=about.age)


def _mentions(
    parsed: Parsed, page: Page, items: Sequence[Item], links: Mapping[int, Link], finder: str
) -> Iterable[Mention]:
    spans = [page.span(item.first, item.last) for item in items]
    ids = [make_id("name", parsed.report.id, span.start, span.end) for span in spans]
    members: dict[int, list[int]] = defaultdict(list)
    for n, link in links.items():
        members[link.founder].append(n)
    genders: dict[int, Gender | None] = {founder: gender_of(of, items) for founder, of in members.items()}
    for n, item in enumerate(items):
        link = links.get(n)
        gender = item.gender if link is None else genders[link.founder]
        yield Mention(
            id=ids[n], report=parsed.report.id, span=spans[n], form=item.form, kind=item.kind, name=item.name,
            role=None if item.role is None else page.span(*item.role),
            chain=None if link is None else ids[link.founder],
            reason="" if link is None else link.reason if link.founder != n else "founds its chain",
            finder=finder,
            confidence=round(item.confidence * (1.0 if link is None else link.confidence), 2),
            plural=item.plural, gender=gender, age=item.age,
        )  # fmt: skip
