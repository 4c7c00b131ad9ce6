"""Labels and benchmarks in, the annotators' measures out.

`python -m eval.labels.score BENCHMARKS [--reader one|two|both]` prints one JSON object: by reader every
measure as part, whole and value; with two readers, their agreement on each. `--differences` prints ids and
offsets of where the annotators differ from a reader, to look them up.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from eval.labels import annotated
from eval.labels.answers import READERS, Answers, Event, Place, read_labels, read_sample
from eval.labels.compare import Shares, compare, day_beside, matched, refer_alike, taking_part
from onrecord.model.span import Span

FOLDER: Final = Path(__file__).parent


def score(said: Answers, readers: dict[str, Answers]) -> dict[str, dict[str, Any]]:
    """Return the measures by reader, and the readers' agreement where there are two."""
    shown = {f"beside {name}": _row(compare(labels, said)) for name, labels in readers.items()}
    if len(readers) == len(READERS):
        shown["agreement"] = _row(compare(*readers.values()))
    return shown


def _row(shares: Shares) -> dict[str, Any]:
    return {key: [share.part, share.whole, round(share.value, 3)] for key, share in shares.items()}


def differences(labels: Answers, said: Answers) -> Iterator[str]:
    """Yield what differs, a line each: what, where, labelled and said."""
    for one, other in matched(labels.names, said.names):
        if one.kind != other.kind or one.place.span != other.place.span:
            yield _line(
                "name",
                one.place,
                f"{one.kind} {_span(one.place.span)}",
                f"{other.kind} {_span(other.place.span)}",
            )
    for a, b in matched(labels.pronouns, said.pronouns):
        if b.refers and not refer_alike(a, b):
            yield _line("pronoun", a.place, " ".join(map(_span, a.refers)), " ".join(map(_span, b.refers)))
    for label, given in matched(labels.events, said.events):
        yield from _event_lines(label, given)
    yield from _only("name", labels.names, said.names)
    yield from _only("event", labels.events, said.events)


def _event_lines(label: Event, given: Event) -> Iterator[str]:
    if label.modality != given.modality:
        yield _line("modality", label.place, label.modality, given.modality)
    verdict = day_beside(label.day, given.day)
    if verdict not in ("right", "rightly open"):
        yield _line(f"day {verdict}", label.place, str(label.day), str(given.day))
    met, said, told = taking_part(label, given)
    if not met == said == told:
        people = (" ".join(_span(spans[0]) for spans in one.participants if spans) for one in (label, given))
        yield _line("participants", label.place, *people)


def _only(what: str, labels: Sequence[Any], said: Sequence[Any]) -> Iterator[str]:
    pairs = matched(labels, said)
    here, there = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    yield from (_line(what, one.place, "labelled", "not found") for one in labels if id(one) not in here)
    yield from (_line(what, one.place, "not labelled", "found") for one in said if id(one) not in there)


def _span(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _line(what: str, place: Place, labelled: str, said: str) -> str:
    return f"{what}\t{place.key.task} {place.key.doc} {_span(place.span)}\t{labelled}\t{said}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures; 0 when done."""
    parser = argparse.ArgumentParser(description="Names, pronouns and events beside the readers' labels.")
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--reader", choices=(*READERS, "both"), default="both")
    parser.add_argument("--differences", action="store_true", help="ids and offsets of what differs")
    options = parser.parse_args(arguments)
    chosen = [name for name in READERS if options.reader in (name, "both")]
    paths = {name: FOLDER / f"{name}.json" for name in chosen}
    readers = {name: read_labels(path) for name, path in paths.items() if path.is_file()}
    said = annotated.answers(options.benchmarks, read_sample(FOLDER / "sample.json"))
    if options.differences:
        for name, labels in readers.items():
            sys.stdout.writelines(f"{name}\t{line}\n" for line in differences(labels, said))
    else:
        rows = ",\n".join(
            f"{json.dumps(title)}: {{\n"
            + ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in row.items())
            + "}"
            for title, row in score(said, readers).items()
        )
        sys.stdout.write("{" + rows + "}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
