"""A request in, who is asking and whether they may out: the doors of the reading room.

On one's own machine there is no password: the server hears this machine alone, and no page of another site
may use it (`origins`). Anywhere else a token is asked for (`tokens`), a session holds it (`sessions`), and a
reader may look while an editor may rule and read in (`doors`, `asking`).
"""
