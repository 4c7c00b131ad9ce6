"""A task folder in, metrics out: how well each annotator does on public benchmarks."""
