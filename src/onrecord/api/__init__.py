"""The HTTP API: the record for programs, at `/api/v1`. A face: it holds no logic.

`api(desk)` makes it. It is served inside the reading room, behind the same doors.
"""

from onrecord.api.app import api as api
