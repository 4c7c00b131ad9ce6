"""Numbers in, invented reports out: any number of one story, or of many, by template.

Each report has a headline, about 200 words, a day and an outlet; days and numbers go on from report to report,
some sentences are told again, some are new. The same numbers give the same reports.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

FIRST: Final = date(2026, 1, 5)
OUTLETS: Final = (
    "Port Leven Courier", "Marl Gazette", "The Harbour Post", "Castle Wire", "Evening Signal", "North Bank News",
    "The Daily Ledger", "Radio Tarn", "Orrin Star", "Weekly Lantern", "Coast Bulletin", "The Old Mercury",
)  # fmt: skip
GIVEN: Final = ("Dana", "Otto", "Ines", "Paul", "Mira", "Hugh", "Greta", "Simon", "Vera", "Leo", "Ada", "Karl")
SURNAMES: Final = (
    "Reyes", "Brandt", "Okafor", "Lindt", "Sarrow", "Quill", "Tamsin", "Harker", "Dorne", "Velt", "Marsh", "Pryce",
)  # fmt: skip
TOWNS: Final = ("Leven", "Marl", "Tarn", "Orrin", "Weir", "Craywick", "Brack", "Sant", "Holm", "Ferris", "Ance", "Dun")
ENDS: Final = ("ford", "bridge", "haven", "stead", "mouth", "wick", "gate", "field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who and what a story is about."""

    minister: str
    owner: str
    town: str
    ship: str


def cast_of(story: int) -> Cast:
    """Return the cast of a story, its own among some thousands."""
    pick = random.Random(story)
    names = [f"{pick.choice(GIVEN)} {pick.choice(SURNAMES)}{pick.choice(ENDS)}" for _ in range(2)]
    town = f"{pick.choice(TOWNS)}{pick.choice(ENDS)}"
    return Cast(minister=names[0], owner=names[1], town=town, ship=f"{pick.choice(TOWNS)}{pick.choice(ENDS)} Queen")


def report(story: int, number: int) -> dict[str, str]:
    """Return one report of a story as a line of JSON Lines has it."""
    cast, pick = cast_of(story), random.Random(story * 100_003 + number)
    day = FIRST + timedelta(days=story % 200 + number // 3)
    dead, hurt = 12 + number // 9, 30 + number // 4
    coming = day + timedelta(days=2 + number % 5)
    sentences = [
        f"{cast.minister} met {cast.owner} in {cast.town} on {day:%A} over the loss of the ferry {cast.ship}.",
        f"At least {dead} people were killed and {hurt} were injured when the {cast.ship} sank off {cast.town}.",
        f"“We will not rest until we know why the {cast.ship} left with {pick.randint(200, 240)} people on board,”"
        f" {cast.minister} said on {day:%A}.",
        f"{cast.owner} said that the ferry had been inspected {pick.randint(2, 9)} times since it was bought.",
        f"{cast.minister} will meet the families in {cast.town} on {coming:%B} {coming.day}.",
        f"Police searched the offices of the company in {cast.town} on {day:%A} and took away {pick.randint(3, 60)} boxes.",
        f"About {pick.randint(2, 40) * 100} people marched through {cast.town} to demand an inquiry.",
        f"A court in {cast.town} ordered {cast.owner} to hand over the letters of the ferry's engineer.",
        f"Divers found the log of the {cast.ship} at a depth of {pick.randint(20, 60)} metres, the coast guard said.",
        "Rain is forecast for the coming days, and the northern pier stays closed until it has been looked at.",
    ]
    chosen = sentences[:2] + pick.sample(sentences[2:], 6)
    return {
        "url": f"https://made.example/{story}/{number}",
        "headline": f"{cast.minister} meets {cast.owner} in {cast.town} as toll of {cast.ship} reaches {dead}",
        "outlet": OUTLETS[number % len(OUTLETS)],
        "published": day.isoformat(),
        "text": "\n\n".join(chosen),
    }


def many(count: int, *, each: int = 8, start: int = 1) -> Iterator[dict[str, str]]:
    """Yield reports of many stories, so many of each."""
    for number in range(count):
        yield report(start + number // each, number % each)


def as_file(reports: Iterable[dict[str, str]], path: Path) -> Path:
    """Write reports as JSON Lines and return the file."""
    path.write_text("".join(json.dumps(each) + "\n" for each in reports), encoding="utf-8")
    return path
