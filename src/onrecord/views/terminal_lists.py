"""Stories and hits in, their lines on a terminal out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.views.days import iso_words
from onrecord.views.lookup import counted
from onrecord.views.setting import MARK, QUIET, day_text, id_text, joined
from onrecord.views.terminal import line_text

if TYPE_CHECKING:
    from onrecord.views.news import NewsLine
    from onrecord.views.search import SearchLine
    from onrecord.views.stories import StoryLine

Row = tuple[Text, int]
"""A text, and the columns that it is indented by."""


def hit_text(hit: "SearchLine") -> Text:
    """Return what a search found: kind, words, outlet, day, id."""
    outlet = Text(hit.outlet)
    return joined([Text(hit.kind, style=MARK), Text(hit.words), outlet, day_text(hit.day), id_text(hit.id)])


def news_texts(news: "NewsLine") -> Iterable[Row]:
    """Yield a line of news: what is new about it and the line, and beneath it the sentence."""
    yield Text(f"{news.kind} · ", style=MARK).append_text(line_text(news.line)), 0
    sentence = Text(f"“{news.sentence}”", style="italic")
    yield joined([sentence, Text(news.outlet), day_text(news.published)]), 4


def story_texts(story: "StoryLine") -> Iterable[Row]:
    """Yield a story in the list of stories: its title, and beneath it what is known of it."""
    yield Text(story.title, style="bold"), 0
    days = Text(days_words(story))
    counts = [
        counted(story.reports, "report"),
        *([counted(story.outlets, "outlet")] if story.outlets else []),
    ]
    line = Text("storyline ", style=QUIET).append_text(id_text(story.storyline))
    yield joined([days, Text(", ".join(counts)), id_text(story.id), line]), 2


def days_words(story: "StoryLine") -> str:
    """Return from when to when a story was reported on."""
    if story.first is None or story.last is None:
        return "day not known"
    last = iso_words(story.last)
    return last if story.first == story.last else f"{iso_words(story.first)} to {last}"
