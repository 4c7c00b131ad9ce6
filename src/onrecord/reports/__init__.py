"""Documents in, reports out: text and blocks, days, byline, dateline, credit, outlet."""
