"""What is exported in, an Atom feed of what is new in it out (RFC 4287).

An entry is a fact: an event, a statement, a number, an outcome, a second origin, a difference, a revision. It
keeps its id from export to export, so a feed reader shows it once. The newest read stand first.
"""

from datetime import UTC, datetime, time
from typing import Final

from lxml import etree
from markupsafe import escape

from onrecord import __version__
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.record.news import news_in
from onrecord.views.exports.exported import Exported, stamp, urn, web_address
from onrecord.views.lines import UNSURE
from onrecord.views.news import NewsLine, lines_of, plain_words
from onrecord.views.sheet import title_of

MOST: Final = 500
"""Entries of a feed: what is older than the newest of them has been fetched before."""

_ATOM: Final = "http://www.w3.org/2005/Atom"


def as_atom(given: Exported) -> bytes:
    """Return what is new as a feed."""
    lines = list(lines_of(news_in(given.record, least=UNSURE)))[::-1][:MOST]
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    title = title_of(given.record)
    lines_ids = sorted(line.id for line in given.record.storylines)
    _put(feed, "id", urn("feed", *lines_ids))
    _put(feed, "title", title)
    _put(feed, "updated", max((_updated(line, given) for line in lines), default=given.stamp))
    _put(_put(feed, "author"), "name", "onrecord")
    _put(feed, "generator", "onrecord", version=__version__)
    for line in lines:
        _entry(feed, line, given)
    body: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return body


def _entry(feed: etree._Element, line: NewsLine, given: Exported) -> None:
    """Put one fact into the feed."""
    entry = _put(feed, "entry")
    _put(entry, "id", urn(line.kind, line.line.id, line.report, str(line.start), str(line.end)))
    _put(entry, "title", f"{line.kind.replace('-', ' ')}: {plain_words(line.line)}")
    _put(entry, "updated", _updated(line, given))
    _put(_put(entry, "author"), "name", line.outlet)
    _put(entry, "category", term=line.kind)
    report = given.lookup.reports.get(line.report)
    address = web_address(report.address) if report is not None else None
    if address is not None:
        _put(entry, "link", rel="alternate", href=address)
    _put(entry, "content", _content(line, given), type="html")


def _content(line: NewsLine, given: Exported) -> str:
    """Return what an entry says, as HTML in which others' words are text."""
    parts = [f"<p>{escape(plain_words(line.line))}</p>"]
    if given.texts != "none" and line.sentence:
        parts.append(f"<blockquote>{escape(line.sentence)}</blockquote>")
    where = f"{line.outlet} · {line.published.words} · report {line.read} · {line.line.id}"
    return "".join((*parts, f"<p>{escape(where)}</p>"))


def _updated(line: NewsLine, given: Exported) -> str:
    """Return when a fact became known: its report's publication, else when that was retrieved."""
    report = given.lookup.reports.get(line.report)
    return told_at(report) or given.stamp if report is not None else given.stamp


def told_at(report: Report) -> str | None:
    """Return when a report was published, or else retrieved, as RFC 3339; None where neither is known."""
    known = _moment(report.updated) or _moment(report.published) or report.retrieved
    return stamp(known) if known is not None else None


def _moment(when: When | None) -> datetime | None:
    """Return the moment, else the beginning of the latest day, that a date allows."""
    known = when.date if when is not None else None
    if when is None or known is None or known.last is None:
        return None
    try:
        exact = datetime.fromisoformat(when.edtf or "")
    except ValueError:
        exact = datetime.combine(known.last, time())
    return exact if exact.tzinfo is not None else exact.replace(tzinfo=UTC)


def _put(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child
