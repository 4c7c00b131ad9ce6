"""Links in, the record out: composing, standing, differences; and the store that keeps it."""
