"""Names, pronouns and events labelled by two readers: ids and offsets, no text."""
