"""Pairs of reports, labelled by readers: the same copy or not."""
