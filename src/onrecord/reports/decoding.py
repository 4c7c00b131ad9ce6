r"""A document's bytes in, its text out, with every doubt said.

Order: byte-order mark, UTF-16 by its zeros, UTF-8 where the bytes are valid UTF-8 (a wrong charset that is
declared is then a lie: hardly any other text is valid UTF-8 by chance), the declared charset, a guess. Line
ends become `\n`; nothing else is changed, save that what can't be kept (NUL, lone surrogates) becomes
U+FFFD, one for one.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from onrecord.model.report import Document
from onrecord.sources.sniffing import is_wide

Doubt = tuple[str, str]
"""Kind and message of a problem that isn't yet hung on a report."""

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers do: pages that declare Latin-1 are written in Windows-1252.
_AS_WRITTEN: Final = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
_SAMPLE: Final = 200_000
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text and what is doubtful about it; `text` is None where no encoding fits."""

    text: str | None
    doubts: tuple[Doubt, ...] = ()


def decode(document: Document) -> Decoded:
    """Return a document's text."""
    decoded = _decode(document)
    if decoded.text is None:
        return decoded
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    doubts = decoded.doubts
    if _UNKEEPABLE.search(text):
        text, count = _UNKEEPABLE.subn("�", text)
        message = f"{count} characters that can't be kept (NUL, lone surrogates) stand as U+FFFD"
        doubts = (*doubts, ("control-characters", message))
    return Decoded(text=text, doubts=doubts)


def _decode(document: Document) -> Decoded:
    body = document.body
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _with_damage(body.removeprefix(bom), name)
    if is_wide(body[:4096]):
        return _with_damage(body, "utf-16-le" if body[0::2].count(0) < body[1::2].count(0) else "utf-16-be")
    try:
        return Decoded(text=body.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(document, error)


def _not_utf8(document: Document, error: UnicodeDecodeError) -> Decoded:
    for name in _declared(document):
        text = _strictly(document.body, name)
        if text is not None:
            return Decoded(text=text)
    if (text := _with_surrogates(document.body)) is not None:
        return Decoded(text=text)
    if _is_mostly_utf8(document.body):
        return _with_damage(document.body, "utf-8")
    return _guessed(document.body, error.start)


def _declared(document: Document) -> Iterator[str]:
    """Yield the charsets that the delivery and the page declare, where Python knows them."""
    names = [document.charset]
    if document.media == "html":
        head = document.body[:4096]
        names += [match[1].decode("ascii") for pattern in (_META, _XML) if (match := pattern.search(head))]
    for name in names:
        try:
            known = codecs.lookup((name or "").strip().lower()).name
        except (LookupError, ValueError):
            continue
        if known not in {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "idna", "punycode"}:
            yield _AS_WRITTEN.get(known, known)


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _with_surrogates(body: bytes) -> str | None:
    """Return UTF-8 in which nothing is wrong but that half a pair of surrogates stands in it."""
    try:
        return body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def _is_mostly_utf8(body: bytes) -> bool:
    """Whether the bytes are UTF-8 with a little damage: more whole characters than broken ones."""
    text = body[:_SAMPLE].decode("utf-8", "replace")
    broken = text.count("�")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return whole > 2 * broken or (broken * 1000 < len(text) and whole >= broken)


def _with_damage(body: bytes, name: str) -> Decoded:
    text = body.decode(name, "replace")
    broken = text.count("�") - body.count("�".encode(name))
    if broken <= 0:
        return Decoded(text=text)
    message = f"{broken} broken characters in {name} stand as U+FFFD: fetch the report again if it matters"
    return Decoded(text=text, doubts=(("damaged-encoding", message),))


def _guessed(body: bytes, place: int) -> Decoded:
    # The stretch around the first foreign byte: most of an English report is the same in every encoding.
    start = max(0, place - _SAMPLE // 2)
    best = from_bytes(body[start : start + _SAMPLE]).best()
    names = [best.encoding] if best is not None else []
    for name in ("cp1252", *names) if _looks_western(body) else names:
        text = _strictly(body, name)
        if text is not None:
            message = f"no encoding is declared that fits; read as {name}: check names and marks"
            return Decoded(text=text, doubts=(("guessed-encoding", message),))
    message = "the bytes fit no encoding: convert the report to UTF-8"
    return Decoded(text=None, doubts=(("undecodable", message),))


def _looks_western(body: bytes) -> bool:
    """Whether the foreign bytes are few and mostly the curly marks and dashes of Windows-1252."""
    foreign = body[:_SAMPLE].translate(None, bytes(range(128)))
    marks = sum(foreign.count(byte) for byte in b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa9\xb0\xe9")
    return len(foreign) * 20 < len(body[:_SAMPLE]) and marks * 2 >= len(foreign)
