"""View in, tallies out for what is said of reports as a whole: facts, copies, stories; and for entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from eval.gold_days import local_day, same_day
from eval.gold_result import Scored, Tally, false, hit, miss
from eval.gold_view import Line, View
from eval.gold_words import folded

FACTS = ("outlet", "headline", "published", "dateline", "credit", "bylines")
KINDS = ("person", "organization", "place", "group")

Pair = tuple[str, str]


def score_facts(view: View) -> Scored:
    """Return the tally of report facts: one line for each report and fact that either side has."""
    tally, findings, others = Tally(), [], []
    for gold in view.gold["reports"]:
        report = view.reports.get(gold["file"])
        for fact in FACTS:
            wanted, given = gold[fact], _fact(report, fact) if report else None
            right = bool(wanted) and bool(given) and same_fact(fact, wanted, given)
            tally += Tally(predicted=bool(given), right=right, expected=bool(wanted), found=right)
            if right:
                others.append(hit("report facts", gold["file"], f"{fact}: {given}"))
            if given and not right:
                findings.append(false("report facts", gold["file"], f"{fact}: {given}", str(wanted)))
            if wanted and not right:
                findings.append(miss("report facts", gold["file"], f"{fact}: {wanted}", str(given)))
    files = {gold["file"] for gold in view.gold["reports"]}
    for file in view.reports.keys() - files:
        tally += Tally(predicted=1)
        findings.append(false("report facts", file, "report", "no such report in the gold"))
    return Scored(tallies={"report facts": tally}, findings=tuple(findings), others=tuple(others))


def score_copies(view: View) -> Scored:
    """Return the tally of pairs of reports that carry one copy."""
    gold = _pairs(line["reports"] for line in view.gold["copies"])
    given = _pairs(
        _files(view, (part["report"] for part in line["reports"])) for line in view.record["copies"]
    )
    return _score_pairs("copies", gold, given)


def score_stories(view: View) -> Scored:
    """Return the tally of pairs of reports that share a story."""
    gold = _pairs(line["reports"] for line in view.gold["stories"])
    given = _pairs(_files(view, line["reports"]) for line in view.record["stories"])
    return _score_pairs("stories", gold, given)


def score_entities(view: View) -> Scored:
    """Return the tally of entities: matched by kind and by name or alias, one to one."""
    taken: set[int] = set()
    findings = []
    given = [
        entity
        for entity in view.record["entities"]
        if entity["kind"] in KINDS and not view.is_outdated(entity["mentions"])
    ]
    for entity in given:
        matches = list(same_entities(view, entity))
        free = [place for place in matches if place not in taken]
        taken.update(free[:1])
        if not free:
            why = "already matched: the same entity twice" if matches else "no such entity in the gold"
            where = view.file(entity["mentions"][0]["report"]) if entity["mentions"] else "-"
            words = f"{entity['name']} ({entity['kind']})"
            findings.append(false("entities", where, words, why))
    right = len(given) - len(findings)
    required = {place for place, line in enumerate(view.gold["entities"]) if line["required"]}
    for place in sorted(required - taken):
        line = view.gold["entities"][place]
        findings.append(miss("entities", "-", f"{line['name']} ({line['kind']})", "required"))
    tally = Tally(predicted=len(given), right=right, expected=len(required), found=len(required & taken))
    names = (view.gold["entities"][place]["name"] for place in sorted(taken))
    others = tuple(hit("entities", "-", name) for name in names)
    return Scored(tallies={"entities": tally}, findings=tuple(findings), others=others)


def same_entities(view: View, entity: Line) -> Iterator[int]:
    """Yield the places of the gold's entities with this kind and name, by name before by alias."""
    name = folded(entity["name"])
    alike = [
        (name != folded(line["name"]), place)
        for place, line in enumerate(view.gold["entities"])
        if line["kind"] == entity["kind"] and name in map(folded, (line["name"], *line["aliases"]))
    ]
    yield from (place for _, place in sorted(alike))


def _fact(report: Line, fact: str) -> object:
    """Return a report's fact in the gold's form: the EDTF of its day, a list of names, or text."""
    value: object = report[fact]
    if fact == "published":
        return local_day(report["published"]) if report["published"] else None
    return value


def same_fact(fact: str, wanted: object, given: object) -> bool:
    """Whether a fact is right: the same day, names or words; of two credits one may hold the other."""
    if fact == "published":
        return same_day(str(wanted), str(given))
    if isinstance(wanted, list) and isinstance(given, list):
        return {folded(name) for name in wanted} == {folded(name) for name in given}
    one, other = folded(str(wanted)), folded(str(given))
    return one == other or (fact == "credit" and (one in other or other in one))


def _files(view: View, reports: Iterable[str]) -> list[str]:
    """Return the gold's files for these reports, earlier revisions left out."""
    return [view.file(report) for report in reports if not view.is_earlier(report)]


def _pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """Return all pairs of reports that share a group."""
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


def _score_pairs(kind: str, gold: set[Pair], given: set[Pair]) -> Scored:
    """Return the tally of pairs, each extra or missing one with its finding."""
    extra = [false(kind, one, f"with {other}", "not together") for one, other in sorted(given - gold)]
    lost = [miss(kind, one, f"with {other}", "together") for one, other in sorted(gold - given)]
    kept = tuple(hit(kind, one, f"with {other}", "together") for one, other in sorted(gold & given))
    both = len(kept)
    tally = Tally(predicted=len(given), right=both, expected=len(gold), found=both)
    return Scored(tallies={kind: tally}, findings=(*extra, *lost), others=kept)
