"""A record in, one self-contained page out: it can be mailed, needs no script and asks no other host."""

from functools import lru_cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from onrecord import __version__
from onrecord.model.record import Record
from onrecord.views.as_json import Texts
from onrecord.views.lines import refs_words
from onrecord.views.sheet import sheet

TEMPLATES = ("record.html", "parts.html", "record.css")


def as_html(record: Record, *, texts: Texts = "excerpts") -> str:
    """Return a record as a page.

    Args:
        record: The record; its `made_at` is printed.
        texts: `none` leaves the sentences out, `full` puts the reports' texts at the end.
    """
    page = _templates().get_template("record.html")
    return page.render(
        sheet=sheet(record, full=texts == "full"),
        with_sentences=texts != "none",
        made_at=record.made_at,
        version=__version__,
    )


@lru_cache(maxsize=1)
def _templates() -> Environment:
    folder = files("onrecord") / "views/templates"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in TEMPLATES}
    environment = Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["refs"] = refs_words
    environment.globals["css"] = Markup(texts["record.css"])
    return environment
