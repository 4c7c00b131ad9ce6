"""The shapes of answers in, as the description of the API has them, out.

What the record holds is described by `record.schema.json`, what views make of it by their own types: nothing
is written twice.
"""

import json
from importlib.resources import files
from typing import Any, Final

import msgspec

from onrecord.api.kinds import KINDS
from onrecord.api.problems import SCHEMA as PROBLEM
from onrecord.api.problems import TITLES, described
from onrecord.views.as_json import schema
from onrecord.views.cited import CitedLine
from onrecord.views.news import NewsLine
from onrecord.views.rulings import RulingLine
from onrecord.views.search import SearchLine
from onrecord.views.stories import StoryLine
from onrecord.views.why_part import Why

HOME: Final = "#/components/schemas/"
ALWAYS: Final = (400, 401, 403, 404, 408, 409, 413, 421, 422, 429, 500, 503)
ETAG: Final = {"ETag": {"description": "what to send as `If-None-Match`", "schema": {"type": "string"}}}

Shape = dict[str, Any]


def _link(operation: str, place: str, *, named: str = "id", about: str) -> Shape:
    """Return a link from what stands at a place of an answer to what can be asked of it."""
    return {"operationId": operation, "parameters": {named: f"$response.body#{place}"}, "description": about}


_LINE: Final = "/items/0/line/id"
LINKS: Final[dict[str, dict[str, Shape]]] = {
    "Stories": {"story": _link("story", "/items/0/id", named="story", about="A story's whole record.")},
    "Found": {"why": _link("why", "/items/0/id", about="What a hit rests on.")},
    "News": {"why": _link("why", "/items/0/line/id", about="What a piece of news rests on.")},
    "Rulings": {"undo": _link("undo", "/items/0/id", about="Undo a ruling.")},
    **{
        f"{many[:1].upper()}{many[1:]}": {
            sort.one: _link(sort.one, _LINE, about=f"This {sort.one} alone."),
            "why": _link("why", _LINE, about="What it rests on."),
        }
        for many, sort in KINDS.items()
    },
}
"""What of an answer leads where."""
LINKS["Events"]["rule"] = {
    "operationId": "rule",
    "requestBody": {"verdict": "wrong", "ids": [f"$response.body#{_LINE}"]},
    "description": "Rule that an event is wrong.",
}


def ref(name: str) -> Shape:
    """Return a reference to a shape."""
    return {"$ref": f"{HOME}{name}"}


def answers(name: str, about: str, *, status: int = 200) -> dict[int | str, Shape]:
    """Return how the description tells of an answer: its shape, an example, and the tag.

    Args:
        name: The shape.
        about: What is answered, in words.
        status: Of the answer.
    """
    content: Shape = {"schema": ref(name)}
    example = examples().get(name)
    if example is not None:
        content["example"] = example
    found: dict[int | str, Shape] = {status: {"description": about, "content": {"application/json": content}}}
    if status == 200:
        found[200]["headers"] = ETAG
        found[200]["links"] = LINKS.get(name, {})
        found[304] = {"description": TITLES[304], "headers": ETAG}
    return found


def examples() -> dict[str, Any]:
    """Return an example of each answer, of the built-in example's record."""
    found: dict[str, Any] = json.loads((files("onrecord") / "data/api_examples.json").read_bytes())
    return found


def problems() -> dict[int | str, Shape]:
    """Return what every question may be answered with."""
    return described(*ALWAYS)


def components() -> Shape:
    """Return all shapes by name."""
    whole = schema()
    kept = {_named(key): _moved(shape) for key, shape in whole.pop("$defs").items()}
    _, views = msgspec.json.schema_components(
        (CitedLine, NewsLine, RulingLine, SearchLine, StoryLine, Why), ref_template=HOME + "{name}"
    )
    record = {key: value for key, value in whole.items() if key not in ("$schema", "title")}
    pages = {
        "Stories": _page(ref("StoryLine")),
        "Found": _page(ref("SearchLine")),
        "Rulings": _page(ref("RulingLine")),
        "News": _object(
            reader={"type": "string"},
            since={"type": "integer"},
            cursor={"type": "integer", "description": "what to ask with next time, as `since`"},
            **_page(ref("NewsLine"))["properties"],
        ),
        "Judgements": _object(judgements={"type": "array", "items": ref("Judgement"), "minItems": 1}),
        "Service": _object(
            name={"const": "onrecord"}, version={"type": "string"}, addresses={"type": "object"}
        ),
    }
    for many, sort in KINDS.items():
        shapes = {"line": ref("CitedLine"), sort.one: ref(_named(sort.one))}
        if sort.one == "figure":
            shapes["history"] = {"type": "array", "items": ref("CitedLine")}
        pages[f"{_named(sort.one)}Item"] = _object(**shapes)
        pages[_named(many)] = _page(ref(f"{_named(sort.one)}Item"))
    return {**views, **kept, "Record": _moved(record), **pages, "ProblemDetails": PROBLEM}


def _page(one: Shape) -> Shape:
    following = {"type": ["string", "null"], "description": "cursor of the next page; null at the end"}
    return _object(items={"type": "array", "items": one}, next=following)


def _object(**fields: Shape) -> Shape:
    return {"type": "object", "required": list(fields), "properties": fields}


def _named(key: str) -> str:
    return key[:1].upper() + key[1:]


def _moved(shape: Any) -> Any:  # noqa: ANN401  any JSON
    """Return a shape whose references lead to where the description keeps shapes."""
    if isinstance(shape, dict):
        return {key: _moved(value) for key, value in shape.items()}
    if isinstance(shape, list):
        return [_moved(each) for each in shape]
    if isinstance(shape, str) and shape.startswith("#/$defs/"):
        return f"{HOME}{_named(shape.removeprefix('#/$defs/'))}"
    return shape
