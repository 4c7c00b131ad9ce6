"""Bytes in: files, folders, pages and JSON Lines to documents."""

from onrecord.sources.files import documents

__all__ = ["documents"]
