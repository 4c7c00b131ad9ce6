"""What is exported in, the record as JSON or as a page to read out."""

from onrecord.views import as_json as json_view
from onrecord.views.exports.exported import Exported
from onrecord.views.html import as_html as page_of
from onrecord.views.markdown import as_markdown as markdown_of


def as_json(given: Exported) -> bytes:
    """Return the JSON of `record.schema.json`."""
    return json_view.as_json(given.record, made_at=given.stamp, texts=given.texts)


def as_markdown(given: Exported) -> bytes:
    """Return a page of Markdown."""
    return markdown_of(given.record, texts=given.texts).encode("utf-8", "replace")


def as_html(given: Exported) -> bytes:
    """Return a page of HTML."""
    return page_of(given.record, texts=given.texts).encode("utf-8", "replace")
