"""Accuracy: the project's own gold, and what a record comes to beside it."""
