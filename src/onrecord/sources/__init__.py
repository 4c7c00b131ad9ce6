"""Bytes in: files, folders, pages and JSON Lines to documents."""
