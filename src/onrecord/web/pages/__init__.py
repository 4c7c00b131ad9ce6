"""The pages, a module for each noun: what is asked for in, a page out."""
