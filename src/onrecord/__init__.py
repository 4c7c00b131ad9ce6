"""onrecord reads news reports and keeps a dated, sourced record of the story."""

__version__ = "0.1.0"
