"""A report's readings in, the counts of people killed, hurt and shot that it leads with out."""

from collections import defaultdict

from onrecord.model.annotation import Found

STATES = ("killed", "injured", "shot")
KEPT = 3  # numbers of a state, in the order in which they are told


def tolls_of(found: Found) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return for each state the first numbers that a report gives, parts of a whole left out."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for reading in sorted(found.figures, key=lambda reading: reading.span):
        value = reading.low if reading.low is not None else reading.high
        if not reading.keep or reading.measure != "count" or reading.head not in STATES or value is None:
            continue
        if reading.part_of is None and value > 0 and int(value) not in numbers[reading.head]:
            numbers[reading.head].append(int(value))
    return tuple((state, tuple(numbers[state][:KEPT])) for state in STATES if numbers[state])
