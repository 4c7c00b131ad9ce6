"""Reports in, stand-off annotations out: timexes, mentions, quotations, figures, event mentions."""
