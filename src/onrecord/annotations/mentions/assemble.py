"""A parsed report in, its mentions out: the finders and resolvers in their order."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from onrecord.annotations.mentions.acronyms import bracketed
from onrecord.annotations.mentions.appositions import beside, body_from
from onrecord.annotations.mentions.bodies import same_bodies
from onrecord.annotations.mentions.grammar import name_endings, name_words
from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.kinds import Vote, kinds_of
from onrecord.annotations.mentions.lexicon import Gender, Lexicon, lexicon
from onrecord.annotations.mentions.located import located
from onrecord.annotations.mentions.name import Name
from onrecord.annotations.mentions.names import find_names
from onrecord.annotations.mentions.page import Page, page_of
from onrecord.annotations.mentions.people import gender_of, same_people
from onrecord.annotations.mentions.phrases import phrases_of
from onrecord.annotations.mentions.places import Place, gazetteer
from onrecord.annotations.mentions.pronouns import pronouns_of
from onrecord.annotations.mentions.referents import Lately
from onrecord.annotations.mentions.roles import Offices, introduce, role_link
from onrecord.annotations.mentions.sources import sources_of
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.marks import quoted_regions
from onrecord.model.annotation import EntityKind, Mention
from onrecord.model.ids import make_id
from onrecord.model.span import Span

TELLS = 0.9  # a pronoun tells the gender of whom it means only if the link is at least so sure


def mentions_of(parsed: Parsed, finder: str) -> list[Mention]:
    """Return the mentions of a report in order of place, each with its chain where that is known."""
    words, table = lexicon(), gazetteer()
    page = page_of(parsed)
    names, acronyms = _with_acronyms(page, find_names(page, words, table, parsed.report.dateline))
    votes = kinds_of(page, names, words, table, parsed.report.dateline)
    votes.update({short: votes[long] for short, long in acronyms.items() if long in votes})
    regions = quoted_regions(parsed.report)
    works = {_inner(page, region) for region in regions}
    items = [
        item
        for name in names
        if (page.span(name.first, name.last) not in works or len(name.words) < 2)
        and (item := _item(page, name, votes[name.key], words)) is not None
    ]
    named = {place for item in items for place in range(item.first, item.last)}
    pronouns = (item for item in pronouns_of(page, words) if item.first not in named)
    found = [*items, *phrases_of(page, items, words), *pronouns]
    found += sources_of(parsed, page, found, words)
    everything = _marked(sorted(found, key=_order), page, regions)
    links = {**same_people(everything, words), **same_bodies(everything, acronyms, words, table)}
    links = _followed(page, everything, links, words)
    where = located(parsed.report, everything, words, table)
    return [*_mentions(parsed, page, (everything, links, where), finder)]


def _inner(page: Page, region: Span) -> Span:
    """Return what stands between two quotation marks, an article left out: as a whole, a work's title."""
    words = region.of(page.text)
    bare = words.strip("\"'“”‘’«»,. ")
    for article in name_endings("assemble.articles"):
        bare = bare.removeprefix(article)
    start = region.start + words.find(bare)
    return Span(start, start + len(bare))


def _order(item: Item) -> tuple[int, int]:
    return item.first, -item.last


def _marked(items: list[Item], page: Page, regions: Sequence[Span]) -> list[Item]:
    """Return the items with those marked that stand within quotation marks."""
    starts = [region.start for region in regions]
    marked = []
    for item in items:
        at = page.places[item.first]
        n = bisect_right(starts, at) - 1
        marked.append(replace(item, quoted=True) if n >= 0 and at < regions[n].end else item)
    return marked


def _followed(page: Page, items: Sequence[Item], links: dict[int, Link], words: Lexicon) -> dict[int, Link]:
    """Return the links with those of roles, descriptions and pronouns, taken in order of place."""
    links = dict(links)
    members: dict[int, list[int]] = defaultdict(list)
    for n, named in links.items():
        members[named.founder].append(n)
    offices = Offices(words)
    lately = Lately(page, words, {founder: gender_of(of, items) for founder, of in members.items()})
    for n, item in enumerate(items):
        link: Link | None = links.get(n)
        if item.form == "pronoun":
            link = lately.link(item)
        elif item.form != "name":
            link = role_link(offices, n, item)
        if link is not None:
            links[n] = link
            if item.form == "pronoun" and item.gender is not None and link.confidence > TELLS:
                lately.genders.setdefault(link.founder, item.gender)
            if item.form != "pronoun":
                introduce(offices, page, item, link.founder)
                if item.gender is not None:
                    lately.genders.setdefault(link.founder, item.gender)
        lately.add(n, item, None if link is None else link.founder)
    return links


def _with_acronyms(page: Page, names: list[Name]) -> tuple[list[Name], dict[str, str]]:
    found = bracketed(page, names)
    kept = [name for name in names if name.first not in found]
    names = sorted([*kept, *(name for name, _ in found.values())], key=lambda name: name.first)
    return names, {name.key: long for name, long in found.values()}


def _item(page: Page, name: Name, vote: Vote, words: Lexicon) -> Item | None:
    if vote.kind == "adjective" or _is_medium(page, name, words):
        return None
    text = page.span(name.first, name.last).of(page.text)
    item = Item(
        first=name.first, last=name.last, head=name.last - 1, stretch=name.stretch, form="name",
        kind=cast(EntityKind, vote.kind), name=" ".join(text.replace("[", "").replace("]", "").split()),
        words=name.words, confidence=_sure(vote.share), plural=vote.kind == "group",
    )  # fmt: skip
    if vote.kind == "person":
        return _as_person(page, name, item, words)
    called = body_from(page, name, words) if vote.kind == "organization" else None
    return item if called is None else replace(item, role=called[:2], offices=(called[2],))


def _is_medium(page: Page, name: Name, words: Lexicon) -> bool:
    """Whether a name is only that of the platform on which somebody wrote."""
    before = page.lows[name.first - 1] if name.first > name.stretch.first else ""
    return name.key in words.platforms and before in name_words("assemble.by_way_of")


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
            role = (name.title.title, name.title.first)
            offices = [words.offices.get(name.title.head.rstrip("."), name.title.head), *offices]
    if gender is None and len(name.words) > 1:
        gender = words.given.get(name.words[0])
    return replace(item, role=role, offices=tuple(offices), gender=gender, honorific=honorific, age=about.age)


def _mentions(
    parsed: Parsed,
    page: Page,
    found: tuple[Sequence[Item], Mapping[int, Link], Mapping[int, Place]],
    finder: str,
) -> Iterable[Mention]:
    items, links, where = found
    spans = [page.span(item.first, item.last) for item in items]
    ids = [make_id("name", parsed.report.id, span.start, span.end) for span in spans]
    members: dict[int, list[int]] = defaultdict(list)
    for n, known in links.items():
        members[known.founder].append(n)
    genders: dict[int, Gender | None] = {
        founder: gender_of(
            [m for m in of if items[m].form != "pronoun" or links[m].confidence > TELLS], items
        )
        for founder, of in members.items()
    }
    for n, item in enumerate(items):
        link: Link | None = links.get(n)
        gender = item.gender if link is None else genders[link.founder]
        yield Mention(
            id=ids[n], report=parsed.report.id, span=spans[n], form=item.form, kind=item.kind, name=item.name,
            role=None if item.role is None else page.span(*item.role),
            chain=None if link is None else ids[link.founder],
            reason="" if link is None else link.reason if link.founder != n else "founds its chain",
            finder=finder,
            confidence=round(item.confidence * (1.0 if link is None else link.confidence), 2),
            plural=item.plural, gender=gender, age=item.age,
            geonames=where[n].geonames if n in where else None,
            latitude=where[n].latitude if n in where else None,
            longitude=where[n].longitude if n in where else None,
        )  # fmt: skip
