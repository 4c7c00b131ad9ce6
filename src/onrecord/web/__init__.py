"""The reading room: the record where people read it. Requests in, pages out; a face, it holds no logic.

`app.app(settings)` makes it. Every page is whole without a script; htmx only makes it smoother.
"""
