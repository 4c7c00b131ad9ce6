"""Who is who, in words."""

from dataclasses import replace

from onrecord.model.record import Entity, Event, EventParticipant, Record
from onrecord.views.lookup import Lookup
from onrecord.views.people import who_is_who
from tests.views.made import OFFICIAL, SILENT, a_record


def officials(number: int) -> tuple[Entity, ...]:
    ids = [f"n-{place}" for place in range(number)]
    return tuple(
        replace(OFFICIAL, id=i, name="Officials" if i == "n-1" else "officials", perhaps=tuple({*ids} - {i}))
        for i in ids
    )


def with_people(*people: Entity) -> Record:
    parties = tuple(EventParticipant(entity=each.id, role="party") for each in people)
    event: Event = replace(SILENT, participants=parties)
    return replace(a_record(), entities=people, events=(event,))


def test_whom_an_unnamed_official_may_be_is_told_once_for_a_name() -> None:
    found = with_people(*officials(4))
    assert who_is_who(found, Lookup(found))[0].perhaps.casefold() == "3 more called officials"


def test_of_many_that_somebody_may_be_few_are_named() -> None:
    people = officials(7)
    named = tuple(replace(each, name=f"official of office {place}") for place, each in enumerate(people))
    found = with_people(*named)
    told = who_is_who(found, Lookup(found))[0].perhaps
    assert told.endswith(" and 3 others")
    assert told.count("office ") == 3
