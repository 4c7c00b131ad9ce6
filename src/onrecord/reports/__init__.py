"""Documents in, reports out: text and blocks, days, byline, dateline, credit, outlet."""

from onrecord.reports.credits import agency_of_credit
from onrecord.reports.days import fits_year
from onrecord.reports.reading import ReadDocument, read_document

__all__ = ["ReadDocument", "agency_of_credit", "fits_year", "read_document"]
