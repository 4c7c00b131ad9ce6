"""Documents in, reports out: text and blocks, days, byline, dateline, credit, outlet."""

from onrecord.reports.days import fits_year
from onrecord.reports.reading import ReadDocument, read_document

__all__ = ["ReadDocument", "fits_year", "read_document"]
