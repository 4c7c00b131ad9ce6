"""Standings of lines beside the gold's in, their tally out.

A line counts where it is right as an event or statement and the gold's reader could tell the standing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eval.gold_result import Scored, Tally, false, hit, miss

COMMON = "one-origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One line of the record that is right otherwise: the standing that it has and that it should have."""

    line: tuple[str, int]
    report: str
    words: str
    given: str
    wanted: str
    required: bool


def score_standing(standings: Iterable[Standing]) -> Scored:
    """Return the tally of standings, and within it that of lines with more to them than one origin.

    Nine lines in ten rest on one origin, so that saying it of all would look right: the part within tells.
    """
    tally, rare, findings, others = Tally(), Tally(), [], []
    required: dict[tuple[str, int], str] = {}
    found: set[tuple[str, int]] = set()
    for one in standings:
        right = one.given == one.wanted
        tally += Tally(predicted=1, right=right)
        rare += Tally(predicted=one.given != COMMON, right=right and one.given != COMMON)
        if one.required:
            required[one.line] = one.wanted
            found |= {one.line} if right else set()
        if right:
            others.append(hit("standing", one.report, one.words, one.wanted))
        else:
            findings.append(false("standing", one.report, f"{one.given}: {one.words}", one.wanted))
    for line in sorted(required.keys() - found):
        findings.append(miss("standing", "-", f"{line[0]} {line[1]} of the gold", required[line]))
    rarely = {line for line, wanted in required.items() if wanted != COMMON}
    return Scored(
        tallies={"standing": tally + Tally(expected=len(required), found=len(found))},
        within={"not one-origin": rare + Tally(expected=len(rarely), found=len(rarely & found))},
        findings=tuple(findings),
        others=tuple(others),
    )
