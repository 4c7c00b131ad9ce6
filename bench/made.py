"""Numbers in, invented reports out: any number of one story, or of many, by template.

Each report has a headline, about 150 words, a day and an outlet; days and numbers go on from report to
report, some sentences are told again, some are new. The same numbers give the same reports.
"""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

FIRST: Final = date(2026, 1, 5)
OUTLETS: Final = (
    "Port Leven Courier", "Marl Gazette", "The Harbour Post", "Castle Wire", "Evening Signal",
    "North Bank News", "The Daily Ledger", "Radio Tarn", "Orrin Star", "Weekly Lantern", "Coast Bulletin",
)  # fmt: skip
GIVEN: Final = ("Dana", "Otto", "Ines", "Paul", "Mira", "Hugh", "Greta", "Simon", "Vera", "Leo", "Ada")
SURNAMES: Final = ("Reyes", "Brandt", "Okafor", "Lindt", "Sarrow", "Quill", "Tamsin", "Harker", "Dorne")
TOWNS: Final = ("Leven", "Marl", "Tarn", "Orrin", "Weir", "Craywick", "Brack", "Sant", "Holm", "Ferris")
ENDS: Final = ("ford", "bridge", "haven", "stead", "mouth", "wick", "gate", "field")
HEADLINE: Final = "{minister} meets {owner} in {town} as toll of {ship} reaches {dead}"
ALWAYS: Final = (
    "{minister} met {owner} in {town} on {weekday} over the loss of the ferry {ship}.",
    "At least {dead} people were killed and {hurt} were injured when the {ship} sank off {town}.",
)
SOMETIMES: Final = (
    "“We will not rest until we know why it left with {aboard} people,” {minister} said on {weekday}.",
    "{owner} said that the ferry had been inspected {times} times since it was bought.",
    "{minister} will meet the families in {town} on {coming}.",
    "Police searched the offices of the company in {town} on {weekday} and took away {boxes} boxes.",
    "About {crowd} people marched through {town} to demand an inquiry.",
    "A court in {town} ordered {owner} to hand over the letters of the ferry's engineer.",
    "Divers found the log of the {ship} at a depth of {boxes} metres, the coast guard said.",
    "The northern pier of {town} stays closed until the wreck of the {ship} has been looked at.",
)


def cast_of(story: int) -> dict[str, str]:
    """Return who and what a story is about, its own among some thousands."""
    pick = random.Random(story)
    first, second = (f"{pick.choice(GIVEN)} {pick.choice(SURNAMES)}{pick.choice(ENDS)}" for _ in range(2))
    town, ship = (f"{pick.choice(TOWNS)}{pick.choice(ENDS)}" for _ in range(2))
    return {"minister": first, "owner": second, "town": town, "ship": f"{ship} Queen"}


def report(story: int, number: int) -> dict[str, str]:
    """Return one report of a story as a line of JSON Lines has it."""
    pick = random.Random(story * 100_003 + number)
    day = FIRST + timedelta(days=story % 200 + number // 3)
    coming = day + timedelta(days=2 + number % 5)
    words = {
        **cast_of(story), "weekday": f"{day:%A}", "dead": 12 + number // 9, "hurt": 30 + number // 4,
        "aboard": pick.randint(200, 240), "times": pick.randint(2, 9), "boxes": pick.randint(3, 60),
        "crowd": pick.randint(2, 40) * 100, "coming": f"{coming:%B} {coming.day}",
    }  # fmt: skip
    return {
        "url": f"https://made.example/{story}/{number}",
        "headline": HEADLINE.format(**words),
        "outlet": OUTLETS[number % len(OUTLETS)],
        "published": day.isoformat(),
        "text": "\n\n".join(each.format(**words) for each in (*ALWAYS, *pick.sample(SOMETIMES, 6))),
    }


def many(count: int, *, each: int = 8, start: int = 1) -> Iterator[dict[str, str]]:
    """Yield reports of many stories, so many of each."""
    for number in range(count):
        yield report(start + number // each, number % each)


def as_file(reports: Iterable[dict[str, str]], path: Path) -> Path:
    """Write reports as JSON Lines and return the file."""
    path.write_text("".join(json.dumps(each) + "\n" for each in reports), encoding="utf-8")
    return path
