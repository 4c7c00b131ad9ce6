"""A template's name and values in, a page's text out.

The templates of the page that is exported stand beside the room's own, so that a line is set once.
"""

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from onrecord import __version__
from onrecord.views.days import iso_words
from onrecord.views.lines import refs_words
from onrecord.views.lookup import counted
from onrecord.web.static_files import static_address

FOLDERS = ("web/templates", "views/templates")


class Rendering:
    """The room's templates."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FunctionLoader(_text_of),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters |= {"refs": refs_words, "day_words": iso_words}
        self._environment.globals |= {"version": __version__, "counted": counted, "static": static_address}

    def render(self, template: str, **values: object) -> str:
        """Return a template's text with values set in; what is unsafe in them is shown as text."""
        return self._environment.get_template(template).render(**values)


def _text_of(name: str) -> str | None:
    for folder in FOLDERS:
        found = files("onrecord").joinpath(folder, name)
        if found.is_file():
            return found.read_text(encoding="utf-8")
    return None
