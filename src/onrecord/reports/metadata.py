"""A page's tree in, what it says of itself out: outlet, headline, days, authors, address, language.

Only what is declared is taken, each with where it stood: JSON-LD, the tags of the page's head, a `<time>`
or a date line above the first paragraph. Nothing is guessed from addresses, footers or the title's ending.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from onrecord.model.report import BlockKind
from onrecord.reports.byline import is_name, parse_byline
from onrecord.reports.elements import Element, is_in_furniture, label_of, words_of
from onrecord.reports.hints import hints_of, is_deck

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "sailthru.date",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "article.published", "article:published", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "citation_publication_date",
)  # fmt: skip
_UPDATED: Final = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "dcterms.modified", "article.updated", "lastmod",
)  # fmt: skip
_AUTHORS: Final = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author")
_PARAGRAPH: Final = 80
"""Characters from which a `p` is a paragraph of the text and no line of its head."""

_DAY: Final = ("date", "time", "publish", "posted", "byline", "meta", "dateline", "timestamp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that a page says, and where they stood."""

    words: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; days as printed, best source first."""

    headline: str | None
    outlet: str | None
    published: tuple[Said, ...]
    updated: tuple[Said, ...]
    authors: tuple[str, ...]
    canonical: str | None
    language: str | None
    hints: dict[str, BlockKind]
    subhead: str | None = None


def facts_of(tree: Element) -> PageFacts:
    """Return what a page says of itself."""
    article = _article(tree)
    metas = _metas(tree)
    publisher = article.get("publisher")
    return PageFacts(
        headline=_headline(tree, metas, article),
        outlet=metas.get("og:site_name") or _name(publisher) or metas.get("article:publisher:name"),
        published=(*_of_article(article, "datePublished"), *_of_metas(metas, _PUBLISHED), *_of_times(tree)),
        updated=(*_of_article(article, "dateModified"), *_of_metas(metas, _UPDATED)),
        authors=_authors(metas, article) or _printed_authors(tree),
        canonical=_canonical(tree, metas),
        language=tree.get("lang") or metas.get("og:locale") or metas.get("content-language"),
        hints=hints_of(tree),
        subhead=_subhead(tree),
    )


def _metas(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _article(tree: Element) -> dict[str, Any]:
    """Return the page's JSON-LD article; empty where there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value, depth=0):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and ("Article" in kind or "Posting" in kind) for kind in kinds):
                return thing
    return {}


def _things(value: object, *, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for item in value[:50]:
            yield from _things(item, depth=depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < 4 and isinstance(value.get(name), list | dict):
                yield from _things(value[name], depth=depth + 1)


def _of_article(article: dict[str, Any], name: str) -> Iterator[Said]:
    value = article.get(name)
    if isinstance(value, str) and value.strip():
        yield Said(words=value.strip(), where=f"{name} in the page's JSON-LD")


def _of_metas(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[Said]:
    for name in names:
        if name in metas:
            yield Said(words=metas[name], where=f"{name} in the page's head")


def _of_times(tree: Element) -> Iterator[Said]:
    """Yield the days above the page's first paragraph: `<time>`, then elements named for a date."""
    for element in _above_text(tree):
        label = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if "update" in label or "modif" in label:
            continue
        words = words_of(element)
        if element.tag == "time" and element.get("datetime"):
            yield Said(words=(element.get("datetime") or "").strip(), where="the page's first time element")
        elif 6 <= len(words) <= 120 and (element.tag == "time" or any(part in label for part in _DAY)):
            yield Said(words=words, where="the page's date line")


def _above_text(tree: Element) -> Iterator[Element]:
    """Yield the elements from the page's main heading to its second paragraph, without navigation."""
    begun = next(tree.iter("h1"), None) is None
    paragraphs = 0
    for element in tree.iter("h1", "h2", "time", "p", "span", "div", "a", "address"):
        if element.tag == "h1":
            begun = True
            continue
        if not begun:
            continue
        paragraphs += element.tag == "p" and len(words_of(element)) >= _PARAGRAPH
        # The first may be a subhead, with the day below it.
        if paragraphs == 2:
            return
        if _is_leaf(element) and not is_in_furniture(element):
            yield element


def _is_leaf(element: Element) -> bool:
    return element.tag == "time" or (
        len(element) <= 3 and next(element.iter("time", "p", "div"), None) in {None, element}
    )


def _authors(metas: dict[str, str], article: dict[str, Any]) -> tuple[str, ...]:
    value = article.get("author")
    values = value if isinstance(value, list) else [value]
    names = [name for item in values[:20] if (name := _name(item))]
    if not names:
        names = [metas[name] for name in _AUTHORS if name in metas][:1]
    return tuple(name for name in names if "://" not in name)


def _printed_authors(tree: Element) -> tuple[str, ...]:
    """Return the byline printed between the page's heading and its text."""
    for element in _above_text(tree):
        words = words_of(element)
        byline = parse_byline(words)
        if (byline and byline.names) or ("author" in label_of(element) and is_name(words)):
            return (words,)
    return ()


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return _name(value[0]) if value else None
    words = value.get("name") if isinstance(value, dict) else value
    return " ".join(words.split()) or None if isinstance(words, str) else None


def _headline(tree: Element, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    """Return the headline as the page prints it: its only `h1`, or the one that its tags repeat."""
    printed = [words for one in tree.iter("h1") if (words := words_of(one))]
    tagged = [words for words in (_name(article.get("headline")), metas.get("og:title")) if words]
    for words in printed:
        if any(words.lower() in tag.lower() or tag.lower() in words.lower() for tag in tagged):
            return words
    if tagged:
        return tagged[0]
    return printed[0] if len(printed) == 1 and len(printed[0]) <= 200 else None


def _subhead(tree: Element) -> str | None:
    """Return the subhead that the page marks as one between its heading and its text."""
    for element in _above_text(tree):
        words = words_of(element)
        if is_deck(label_of(element)) and 20 <= len(words) <= 320:
            return words
    return None


def _canonical(tree: Element, metas: dict[str, str]) -> str | None:
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for address in (*links, metas.get("og:url")):
        try:
            parts = urlsplit((address or "").strip())
        except ValueError:
            continue
        # A front page is the canonical address of no report; nor is a bare path.
        if parts.scheme in {"http", "https"} and parts.hostname and (len(parts.path) > 1 or parts.query):
            return parts._replace(fragment="").geturl()
    return None
