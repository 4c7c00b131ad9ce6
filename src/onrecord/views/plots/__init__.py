"""A record in, charts as values out: where each mark stands, in which words; `plots.html` draws them.

Drawn by hand, not by a library: the charts are static SVG under a strict content policy (classes and
`currentColor`, no style in the page), which takes about two hundred lines. The plain-SVG libraries were
looked at: pygal writes its own styles and scripts into each chart, svgwrite isn't kept up any more, and both
would only save the tags.
"""
