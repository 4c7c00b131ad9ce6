"""The record read back: pages for the terminal, the browser, and files."""
