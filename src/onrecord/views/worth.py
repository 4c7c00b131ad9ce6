"""Events in, whether each belongs in the timeline or is only also told out.

An outlook on a crisis tells fifty things that no day, no second source and no known kind of event makes a
date of the story. They stay on the page, beside the timeline.
"""

from typing import Final

from onrecord.links.event_tellings import LISTED
from onrecord.model.record import Event

OF_ITS_OWN: Final = ("stated", "resolved")


def is_also_told(event: Event) -> bool:
    """Whether an event has nothing that makes it a date of the story.

    That is a day of its own, a second origin, a kind that the record knows (a visit, deaths, a verdict), a
    part in a larger event, somebody who denies it or says otherwise, a ruling, or a change since.
    """
    return not (
        (event.when is not None and event.when.basis in OF_ITS_OWN)
        or len(event.origins_for) > 1
        or any(support.finder.startswith(LISTED) for support in event.support)
        or event.part_of is not None
        or (event.modality == "denied" and event.givers)
        or event.origins_against
        or event.judgements
        or any(step.what == "changes" for step in event.history)
    )
