"""Numbers in, invented reports of many stories out, each story in words of its own.

`bench.made` tells every story in the same sentences, which is the hardest case for linking. A desk follows
many stories that share few words; here each story draws its nouns from syllables, and its sentences from a
table, so that a record of thousands can be made in minutes. The same numbers give the same reports.
"""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from bench.made import FIRST, GIVEN, OUTLETS

EACH: Final = 8
"""Reports of a story."""

SYLLABLES: Final = (
    "bar", "den", "fol", "gor", "hul", "jas", "kem", "lin", "mor", "nap", "orr", "pel", "quin", "rud", "sal",
    "tev", "ulm", "var", "wex", "yar", "zim", "cor", "dal", "esk", "fen", "gal",
)  # fmt: skip
ALWAYS: Final = (
    "{first} met {second} in {town} on {weekday} over the {thing} of the {ship}.",
    "At least {dead} people were killed when the {ship} struck the {place} of {town}, the coast guard said.",
)
SOMETIMES: Final = (
    "“The {thing} was never tested at the {place},” {first} said on {weekday}.",
    "{second} said that the {thing} had cost {money} million crowns.",
    "{first} will open an inquiry into the {thing} in {town} on {coming}.",
    "Police searched the {place} on {weekday} and took away {boxes} boxes about the {thing}.",
    "About {crowd} people marched from the {place} to the harbour of {town}.",
    "A court in {town} ordered {second} to hand over the {thing}.",
    "“{second} knew of the {thing} for years,” {third} told reporters outside the {place}.",
    "{third}, an engineer, denied that the {thing} had been cut from the {ship}.",
    "Divers brought up the {thing} from a depth of {boxes} metres near the {place}.",
    "The {place} of {town} stays closed until {coming}.",
)


def reports(count: int, *, start: int = 0) -> Iterator[dict[str, str]]:
    """Yield reports, eight of each story, those of one story in the order of their days."""
    for number in range(start, start + count):
        yield _report(number // EACH, number % EACH)


def _cast(story: int) -> dict[str, str]:
    pick = random.Random(story)

    def word() -> str:
        return "".join(pick.sample(SYLLABLES, 3))

    names = {who: f"{pick.choice(GIVEN)} {word().title()}" for who in ("first", "second", "third")}
    return {
        **names, "town": word().title(), "ship": f"{word().title()} Queen", "thing": f"{word()} {word()}",
        "place": f"{word().title()} Pier",
    }  # fmt: skip


def _report(story: int, number: int) -> dict[str, str]:
    pick = random.Random(story * 100_003 + number)
    day = FIRST + timedelta(days=story % 200 + number)
    coming = day + timedelta(days=2 + number % 5)
    cast = _cast(story)
    words = {
        **cast, "weekday": f"{day:%A}", "dead": 12 + number // 2, "boxes": pick.randint(3, 60),
        "money": pick.randint(2, 90), "crowd": pick.randint(2, 40) * 100,
        "coming": f"{coming:%B} {coming.day}",
    }  # fmt: skip
    return {
        "url": f"https://made.example/{story}/{number}",
        "headline": "{first} meets {second} in {town} over {thing}".format(**cast),
        "outlet": OUTLETS[number % len(OUTLETS)],
        "published": day.isoformat(),
        "text": "\n\n".join(each.format(**words) for each in (*ALWAYS, *pick.sample(SOMETIMES, 6))),
    }
