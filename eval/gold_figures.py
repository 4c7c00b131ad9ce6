"""View in, tallies of figures' readings, of their givers and of differences out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eval.gold_result import Finding, Scored, Tally, false, hit, miss
from eval.gold_view import Line, View
from eval.gold_words import Span

VALUES = ("low", "high", "hedge")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """One reading of the record and the gold reading it is taken for."""

    given: Line
    gold: int | None
    right: bool


def score_figures(view: View) -> Scored:
    """Return the tallies of readings, right by range and hedge, and of the givers of the right ones."""
    gold = [reading for figure in view.gold["figures"] for reading in figure["readings"]]
    matches = [
        _match(view, reading, gold)
        for figure in view.record["figures"]
        for reading in figure["readings"]
        if not view.is_outdated([reading["support"]["span"]])
    ]
    right = [match.gold for match in matches if match.right and match.gold is not None]
    required = {place for place, reading in enumerate(gold) if reading["required"]}
    findings = [_false_reading(view, match, gold) for match in matches if not match.right]
    for place in sorted(required - set(right)):
        findings.append(miss("figures", gold[place]["report"], gold[place]["printed"], _values(gold[place])))
    tally = Tally(
        predicted=len(matches), right=len(right), expected=len(required), found=len(required & set(right))
    )
    givers = _score_givers(view, matches, gold)
    return Scored(
        tallies={"figures": tally, **givers.tallies},
        findings=(*findings, *givers.findings),
        surplus={"figures": len(right) - len(set(right))},
        others=(
            *(hit("figures", gold[place]["report"], gold[place]["printed"]) for place in right),
            *givers.others,
        ),
    )


def score_differences(view: View) -> Scored:
    """Return the tally of differences: kind and verdict agree, and two sides rest on the gold's words."""
    findings, right = [], []
    given = [difference for difference in view.record["differences"] if not _is_outdated(view, difference)]
    for difference in given:
        places = [
            place
            for place, line in enumerate(view.gold["differences"])
            if (line["kind"], line["verdict"]) == (difference["kind"], difference["verdict"])
            and sides_agree(view, difference, line)
        ]
        required_first = sorted(places, key=lambda place: not view.gold["differences"][place]["required"])
        right += required_first[:1]
        if not places:
            findings.append(_false_difference(view, difference))
    required = {place for place, line in enumerate(view.gold["differences"]) if line["required"]}
    for place in sorted(required - set(right)):
        findings.append(_difference_case(view, place, miss))
    tally = Tally(
        predicted=len(given),
        right=len(right),
        expected=len(required),
        found=len(required & set(right)),
    )
    surplus = {"differences": len(right) - len(set(right))}
    others = tuple(_difference_case(view, place, hit) for place in right)
    return Scored(tallies={"differences": tally}, findings=tuple(findings), surplus=surplus, others=others)


def _is_outdated(view: View, difference: Line) -> bool:
    """Whether a side of a difference has nothing but earlier revisions to rest on."""
    return any(
        view.is_outdated(support["span"] for support in side["support"]) for side in difference["sides"]
    )


def _difference_case(view: View, place: int, made: Callable[[str, str, str, str], Finding]) -> Finding:
    """Return the case of a difference of the gold."""
    line = view.gold["differences"][place]
    side = line["between"][0]
    label = f"{line['kind']} {line['verdict']}: {line['about']}"
    return made("differences", side["report"], side["words"], label)


def _match(view: View, reading: Line, gold: list[Line]) -> _Match:
    """Return the gold reading for a reading: of those it overlaps one with its values, then the nearest."""
    choices = []
    for place, other in enumerate(gold):
        share = view.overlap(_printed(reading), other, "printed")
        if share > 0:
            choices.append((all(reading[key] == other[key] for key in VALUES), share, -place))
    if not choices:
        return _Match(given=reading, gold=None, right=False)
    right, _, place = max(choices)
    return _Match(given=reading, gold=-place, right=right)


def _printed(reading: Line) -> Span:
    """Return the span of the printed number inside its support; all of it if the number isn't there."""
    span: Span = reading["support"]["span"]
    at = span["text"].find(reading["printed"])
    if at < 0:
        return span
    start = span["start"] + at
    return {**span, "start": start, "end": start + len(reading["printed"]), "text": reading["printed"]}


def _false_reading(view: View, match: _Match, gold: list[Line]) -> Finding:
    """Return the finding for a reading that the gold doesn't hold or reads otherwise."""
    given = match.given
    words = f"{given['printed']} = {_values(given)}"
    expected = "no such figure" if match.gold is None else _values(gold[match.gold])
    return false("figures", view.file(given["support"]["span"]["report"]), words, expected)


def _values(reading: Line) -> str:
    """Return a reading's range and hedge in words."""
    return f"{reading['low']}..{reading['high']} {reading['hedge']}"


def _score_givers(view: View, matches: list[_Match], gold: list[Line]) -> Scored:
    """Return the tally of givers among the right readings: one line a reading that has any on either side."""
    tally, findings, others = Tally(), [], []
    for match in matches:
        if not match.right or match.gold is None:
            continue
        reading, given = gold[match.gold], match.given["support"]["given_by"]
        right = any(view.is_called(one, name) for one in given for name in reading["giver"])
        wanted = bool(reading["giver"]) and reading["required"]
        tally += Tally(predicted=bool(given), right=right, expected=wanted, found=right and wanted)
        names = ", ".join(map(view.name, given))
        expected = ", ".join(reading["giver"]) or "nobody"
        if right:
            others.append(hit("givers", reading["report"], f"{reading['printed']}: {names}"))
        if given and not right:
            findings.append(false("givers", reading["report"], f"{reading['printed']}: {names}", expected))
        if wanted and not right:
            findings.append(miss("givers", reading["report"], reading["printed"], expected))
    return Scored(tallies={"givers": tally}, findings=tuple(findings), others=tuple(others))


def sides_agree(view: View, difference: Line, gold: Line) -> bool:
    """Whether two sides rest on words of the gold, and not both on the same."""
    touched = [places for side in difference["sides"] if (places := set(_touched(view, side, gold)))]
    return len(touched) >= 2 and len(set.union(*touched)) >= 2


def _touched(view: View, side: Line, gold: Line) -> Iterator[int]:
    """Yield the places of the gold's words that one side rests on."""
    spans = [support["span"] for support in side["support"]]
    for place, label in enumerate(gold["between"]):
        if view.best(spans, [label], "words") > 0:
            yield place


def _false_difference(view: View, difference: Line) -> Finding:
    """Return the finding for a difference that the gold doesn't hold."""
    spans = [support["span"] for side in difference["sides"] for support in side["support"]]
    report = view.file(spans[0]["report"]) if spans else "-"
    claims = " / ".join(side["claim"] for side in difference["sides"])
    words = f"{difference['kind']} {difference['verdict']}: {claims}"
    return false("differences", report, words, "no such difference")
