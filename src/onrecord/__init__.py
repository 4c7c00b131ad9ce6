"""onrecord reads news reports and keeps a dated, sourced record of the story.

from onrecord import Desk

with Desk("onrecord.db") as desk:
for outcome in desk.read("reports/"):
print(outcome.state, outcome.address)
for story in desk.stories():
print(story.first, story.last, story.title)
record = desk.record(desk.stories()[0].id)
for event in record.events:
print(event.when and event.when.edtf, event.label, event.standing)
desk.export("html", record.stories[0].id)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.desk import Desk

__all__ = ["Desk", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Return a public name, imported when it is first asked for."""
    if name == "Desk":
        from onrecord.desk import Desk

        return Desk
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
