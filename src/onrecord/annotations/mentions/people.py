"""Names of persons in, who is the same person out.

A full name founds a person; a surname, a given name or a titled short name goes to the one full name that
ends or begins with it. Where two people share it, title, gender and office decide, or it stays open.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.lexicon import Gender, Lexicon

Numbered = Mapping[int, Item]
Form = tuple[str, ...]
Groups = dict[Form, list[int]]
SEVERAL = 2  # uses of a surname alone that tell that its holder is taken for known
MOST = 60  # open surnames that are looked at twice: more come from lists, not from reports


def same_people(items: Sequence[Item], words: Lexicon) -> dict[int, Link]:
    """Return the link of each name of a person, by its number among the items; open ones are left out."""
    names = {n: item for n, item in enumerate(items) if item.form == "name" and item.kind == "person"}
    short = {n: item for n, item in names.items() if len(_bare(item, words)) < 2}
    full = {n: item for n, item in names.items() if n not in short}
    groups = _groups(full, words)
    groups, moved = _tails(groups, words)
    links: dict[int, Link] = {}
    founders: dict[Form, int] = {}
    for form, members in groups.items():
        founders[form] = _founder(members, items)
        for n in members:
            reason = "the same full name" if n not in moved else "the last words of one full name"
            links[n] = Link(founder=founders[form], reason=reason, confidence=0.97 if n not in moved else 0.9)
    links.update(_short_links(short, items, (groups, founders), words))
    return links


def _bare(item: Item, words: Lexicon) -> Form:
    """Return a name's words without middle initials and suffixes."""
    kept = tuple(word for word in item.words if word not in words.suffixes and word.strip("'\""))
    middle = tuple(word for word in kept[1:-1] if len(word) > 1)
    return kept if len(kept) < 3 else (kept[0], *middle, kept[-1])


def _groups(full: Numbered, words: Lexicon) -> Groups:
    groups: Groups = defaultdict(list)
    ends: dict[tuple[str, str], Form] = {}
    for n, item in full.items():
        bare = _bare(item, words)
        suffix = tuple(word for word in item.words if word in words.suffixes)
        form = (*ends.setdefault((bare[0], bare[-1]), bare), *suffix[:1])
        groups[form].append(n)
    return _without_lone_suffix(groups, words)


def _without_lone_suffix(groups: Groups, words: Lexicon) -> Groups:
    """Join "Owen Hale Jr." with "Owen Hale" unless there is an Owen Hale Sr. as well."""
    for form in [form for form in groups if form[-1] in words.suffixes]:
        plain = form[:-1]
        rivals = [other for other in groups if other[:-1] == plain and other != form]
        if plain in groups and not rivals:
            groups[plain] = sorted(groups[plain] + groups.pop(form))
    return groups


def _tails(groups: Groups, words: Lexicon) -> tuple[Groups, set[int]]:
    """Join "Vann Soto" with "Mira Vann Soto", if only one full name ends so."""
    moved: set[int] = set()
    by_end: dict[Form, list[Form]] = defaultdict(list)
    for form in groups:
        for size in range(2, len(form)):
            by_end[form[-size:]].append(form)
    for form in sorted(groups, key=len):
        longer = by_end.get(form, [])
        if form[0] not in words.given and len(longer) == 1 and longer[0] in groups:
            members = groups.pop(form)
            moved.update(members)
            groups[longer[0]] = sorted(groups[longer[0]] + members)
    return groups, moved


def _established(opened: list[int], links: Mapping[int, Link], items: Sequence[Item]) -> dict[int, Link]:
    """Return links of surnames that two people share, where one of them has been called by it before.

    Print gives the other one the full name each time; so it needs two such uses, and that no other holder
    of the name stands in the same block.
    """
    found: dict[int, Link] = {}
    for n in opened:
        used = Counter(
            link.founder for m, link in links.items() if m < n and items[m].words == items[n].words
        )
        here = {
            link.founder
            for m, link in links.items()
            if items[m].stretch.block == items[n].stretch.block and items[m].words[-1:] == items[n].words[-1:]
        }
        if len(used) == 1 and (who := next(iter(used))) is not None and used[who] > 1 and here <= {who}:
            found[n] = Link(founder=who, reason="surname, as it was used for one so far", confidence=0.75)
    return found


def _founder(members: Sequence[int], items: Sequence[Item]) -> int:
    """Return the fullest name; of equally full ones the first that stands in running text."""
    return min(
        members,
        key=lambda n: (-len(items[n].words), items[n].stretch.kind != "body", items[n].stretch.shouting, n),
    )


def _short_links(
    short: Numbered,
    items: Sequence[Item],
    known: tuple[Groups, dict[Form, int]],
    words: Lexicon,
) -> dict[int, Link]:
    groups, founders = known
    links: dict[int, Link] = {}
    begins: dict[str, list[Form]] = defaultdict(list)
    ends: dict[str, list[Form]] = defaultdict(list)
    for form in groups:
        begins[form[0]].append(form)
        ends[_surname(form, words)].append(form)
    others = _others(short, ends, (groups, items), words)
    alone: dict[str, list[int]] = defaultdict(list)
    opened: list[int] = []
    before = _known_before(short, ends, (groups, items), words)
    for n, item in short.items():
        bare = _bare(item, words) or item.words
        by_last, by_first = ends.get(bare[-1], []), begins.get(bare[0], [])
        if item.offices:  # "Judge Michael" is no Michael who isn't a judge
            by_first = [form for form in by_first if _holds(item, groups[form], items)]
        found = by_last or ([] if item.honorific and bare[0] not in words.given else by_first)
        if not found or bare[-1] in before:
            alone[item.key].append(n)
            continue
        told = _told_apart(n, found, groups, items)
        if bare[-1] in others and item.gender in (None, others[bare[-1]]):
            if told is None or (item.offices and not _holds(item, groups[found[0]], items)):
                alone[item.key].append(n)
                continue
            told = None if _running(groups[found[0]], items) > n else told
        if told is None:
            opened.append(n)
            continue
        form, why = told
        part = "surname" if by_last else "given name"
        reason = f"{part} of one full name in the report" if why is None else f"{part}, told apart by {why}"
        links[n] = Link(
            founder=founders[form], reason=reason, confidence=0.95 if by_last and not why else 0.85
        )
    links.update(_established(opened[:MOST], links, items))
    for members in alone.values():
        founder = _founder(members, items)
        links.update({n: Link(founder=founder, reason="the same name", confidence=0.85) for n in members})
    return links


def _others(
    short: Numbered,
    ends: Mapping[str, list[Form]],
    known: tuple[Groups, Sequence[Item]],
    words: Lexicon,
) -> dict[str, Gender]:
    """Return surnames by which somebody goes who has no full name here, with the gender told of him.

    "Mr. Hale" beside "Lena Hale" alone tells that there are two, and "President Hale" may be either.
    """
    groups, items = known
    found: dict[str, Gender] = {}
    for item in short.values():
        last = (_bare(item, words) or item.words)[-1]
        forms = ends.get(last, [])
        if item.honorific and item.gender is not None and len(forms) == 1:
            told = gender_of(groups[forms[0]], items)
            if not _genders_fit(item.gender, told):
                found[last] = item.gender
    return found


def _known_before(
    short: Numbered,
    ends: Mapping[str, list[Form]],
    known: tuple[Groups, Sequence[Item]],
    words: Lexicon,
) -> set[str]:
    """Return surnames of somebody whom a report takes for known, beside a namesake whom it introduces.

    Whoever is called by the surname alone, again and again, paragraphs before a full name that ends so stands
    once, is not introduced by that: print gives the full name first.
    """
    groups, items = known
    used: dict[str, list[int]] = defaultdict(list)
    for n, item in short.items():
        if item.stretch.kind == "body" and not item.honorific and not item.offices:
            used[(_bare(item, words) or item.words)[-1]].append(n)
    found = set()
    for last, numbers in used.items():
        forms = ends.get(last, [])
        if len(forms) != 1 or len(groups[forms[0]]) > 1 or len(numbers) < SEVERAL:
            continue
        block = items[_running(groups[forms[0]], items)].stretch.block
        if all(items[n].stretch.block < block for n in numbers):
            found.add(last)
    return found


def _holds(item: Item, members: Sequence[int], items: Sequence[Item]) -> bool:
    """Whether somebody has been given one of the offices that a short name is told with."""
    return not set(item.offices).isdisjoint({office for m in members for office in items[m].offices})


def _surname(form: Form, words: Lexicon) -> str:
    return form[-2] if form[-1] in words.suffixes and len(form) > 2 else form[-1]


def _told_apart(
    n: int,
    found: list[Form],
    groups: Mapping[Form, Sequence[int]],
    items: Sequence[Item],
) -> tuple[Form, str | None] | None:
    item = items[n]
    fitting = [form for form in found if _genders_fit(item.gender, gender_of(groups[form], items))]
    if len(found) == 1:
        return (found[0], None) if fitting else None
    if len(fitting) == 1:
        return fitting[0], "gender"
    held = [
        form for form in fitting if set(item.offices) & {o for m in groups[form] for o in items[m].offices}
    ]
    if len(held) == 1:
        return held[0], "office"
    running = [form for form in fitting if _running(groups[form], items) < n]
    return (running[0], "order: the only one introduced so far") if len(running) == 1 else None


def _running(members: Sequence[int], items: Sequence[Item]) -> int:
    """Return the first mention of somebody outside headlines."""
    return next((m for m in members if items[m].stretch.kind not in ("headline", "subhead")), members[0])


def _genders_fit(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def gender_of(members: Sequence[int], items: Sequence[Item]) -> Gender | None:
    """Return the gender that the mentions of one person tell; None where they tell none or disagree."""
    told = {items[n].gender for n in members if items[n].gender is not None}
    return next(iter(told)) if len(told) == 1 else None
