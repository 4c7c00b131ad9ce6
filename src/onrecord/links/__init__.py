"""Many reports in, what is the same out: copies, stories, entities, statements, events, figures."""
