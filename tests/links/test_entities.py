"""Who is the same person across reports."""

from typing import Any

from onrecord.links.entities import settle_entities
from onrecord.links.material import gather
from onrecord.model.report import Report
from tests.build import found, name
from tests.support import make_report


def entities_of(*parts: tuple[Report, Any], copies: tuple[frozenset[str], ...] = ()) -> dict[str, list[str]]:
    """Return the names of the entities with the printed words of their mentions."""
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts}, copies)
    return {
        f"{group.name}|{group.id[-4:]}": [m.span.of(material.by_id[m.report].text) for m in group.mentions]
        for group in settle_entities(material).groups
    }


def first() -> Report:
    return make_report("Dana Reyes spoke. Later Reyes left.", address="a.txt")


def test_a_full_name_is_one_person_in_two_reports() -> None:
    other = make_report("Union leader Dana Reyes agreed.", address="b.txt")
    reyes = name(first(), "Dana Reyes")
    groups = entities_of(
        (first(), found(reyes, name(first(), "Reyes", nth=1, chain=reyes))),
        (other, found(name(other, "Dana Reyes"))),
    )
    assert sorted(map(len, groups.values())) == [3]


def test_a_body_is_called_by_a_name_that_is_printed_more_than_once() -> None:
    report = make_report(
        "Boats came from Norland Rivers Council. The Rivers Council met. The Rivers Council agreed."
    )
    first_name = name(report, "Norland Rivers Council", kind="organization")
    others = [name(report, "Rivers Council", nth=n, kind="organization", chain=first_name) for n in (1, 2)]
    groups = entities_of((report, found(first_name, *others)))
    assert [key.split("|")[0] for key in groups] == ["Rivers Council"]


def test_a_surname_joins_the_one_person_who_has_it() -> None:
    other = make_report("Ms Reyes agreed.", address="b.txt")
    groups = entities_of((first(), found(name(first(), "Dana Reyes"))), (other, found(name(other, "Reyes"))))
    assert len(groups) == 1


def test_a_surname_that_two_people_have_joins_neither_and_is_perhaps_both() -> None:
    two = make_report("Dana Reyes met Otto Reyes.", address="a.txt")
    other = make_report("Reyes agreed.", address="b.txt")
    material = gather(
        [two, other],
        {
            two.id: found(name(two, "Dana Reyes"), name(two, "Otto Reyes")),
            other.id: found(name(other, "Reyes")),
        },
    )
    groups = {group.name: group for group in settle_entities(material).groups}
    assert len(groups) == 3
    assert groups["Reyes"].perhaps == tuple(sorted((groups["Dana Reyes"].id, groups["Otto Reyes"].id)))


def test_two_genders_are_two_people() -> None:
    other = make_report("Mr Reyes agreed.", address="b.txt")
    groups = entities_of(
        (first(), found(name(first(), "Dana Reyes", gender="female"))),
        (other, found(name(other, "Reyes", gender="male"))),
    )
    assert len(groups) == 2


def test_a_role_joins_the_person_who_is_given_it_elsewhere() -> None:
    here = make_report("Dana Reyes spoke. The union leader was calm.", address="a.txt")
    other = make_report("The union leader agreed.", address="b.txt")
    reyes = name(here, "Dana Reyes")
    role = name(here, "The union leader", form="role", chain=reyes)
    groups = entities_of(
        (here, found(reyes, role)), (other, found(name(other, "The union leader", form="role")))
    )
    assert len(groups) == 1


def test_an_acronym_joins_its_long_form() -> None:
    here = make_report("The Northern Port Union struck.", address="a.txt")
    other = make_report("The NPU struck.", address="b.txt")
    groups = entities_of(
        (here, found(name(here, "Northern Port Union", kind="organization"))),
        (other, found(name(other, "NPU", kind="organization"))),
    )
    assert len(groups) == 1


def test_unnamed_people_of_two_reports_stay_apart() -> None:
    a = make_report("A ministry official spoke.", address="a.txt")
    b = make_report("A ministry official spoke too.", address="b.txt")
    parts = [(r, found(name(r, "A ministry official", form="description", kind="unnamed"))) for r in (a, b)]
    assert len(entities_of(*parts)) == 2
    assert len(entities_of(*parts, copies=(frozenset((a.id, b.id)),))) == 1


def test_a_person_and_a_place_of_one_name_stay_apart() -> None:
    here = make_report("Florence Hart flew to Florence.", address="a.txt")
    groups = entities_of(
        (here, found(name(here, "Florence Hart"), name(here, "Florence", nth=1, kind="place")))
    )
    assert len(groups) == 2


def test_order_of_reports_changes_nothing() -> None:
    other = make_report("Ms Reyes agreed.", address="b.txt", published="2026-03-01")
    parts = [(first(), found(name(first(), "Dana Reyes"))), (other, found(name(other, "Reyes")))]
    assert entities_of(*parts) == entities_of(*reversed(parts))
