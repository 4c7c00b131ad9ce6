"""A value in, its JSON out: in one order, indented, and with nothing that could end a script of a page."""

from typing import Any

import msgspec


def json_bytes(value: Any) -> bytes:  # noqa: ANN401  any JSON
    r"""Return a value as JSON in UTF-8; `<` is written `\u003c`, so that it may stand in a page as it is."""
    body = msgspec.json.format(msgspec.json.encode(_sound(value)), indent=1)
    return body.replace(b"<", b"\\u003c") + b"\n"


def json_line(value: Any) -> bytes:  # noqa: ANN401  any JSON
    """Return a value as one line of JSON."""
    return msgspec.json.encode(_sound(value)) + b"\n"


def some(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  any JSON
    """Return an object without the fields that hold nothing; `type_` and the like lose their underscore."""
    kept = {
        name: value for name, value in fields.items() if value is not None and value not in ("", [], {}, ())
    }
    return {name.removesuffix("_"): value for name, value in kept.items()}


def _sound(value: Any) -> Any:  # noqa: ANN401  any JSON
    """Return nested values whose text can be UTF-8: halves of characters are shown as `�`."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_sound(key): _sound(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_sound(each) for each in value]
    return value
