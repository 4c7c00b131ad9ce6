"""Rulings outrank the machine for good, in whatever order reports come, and go when they are undone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotOnRecordError, RulingError
from onrecord.judging import export, judge, take_in, undo
from onrecord.model.annotation import Found
from onrecord.model.record import Judgement, Record
from onrecord.model.report import Report
from onrecord.record.composed import record_of
from onrecord.record.joining import join
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.views.rulings import ruling_log
from tests.build import event, found, name, said
from tests.record.test_joining import parts, read
from tests.support import make_report

Pair = tuple[Report, Found]

A, B, C, D, E, F, G = range(7)


@contextmanager
def desk(*reports: Pair) -> Iterator[Store]:
    store = open_store("sqlite://")
    try:
        read(store, [[each] for each in reports])
        yield store
    finally:
        store.close()


def whole(store: Store) -> Record:
    """Return the record, without what tells the order of reading and what was ruled."""
    record = record_of(store)
    reports = tuple(replace(line, report=replace(line.report, read=0)) for line in record.reports)
    return replace(record, reports=reports)


def bare(record: Record) -> Record:
    """Return a record without its judgements, for comparison of what they bring about."""
    return replace(record, judgements=(), problems=())


def of(at: int, kind: str, nth: int = 0) -> str:
    """Return the id of an annotation of one of the seven reports."""
    return str(getattr(parts()[at][1], kind)[nth].id)


def events_on(record: Record, *reports: int) -> list[set[str]]:
    """Return of each event the reports among these that support it; events of none are left out."""
    wanted = {parts()[each][0].id for each in reports}
    groups = [{s.span.report for s in e.support} & wanted for e in record.events]
    return [group for group in groups if group]


def test_what_is_ruled_different_stays_two_events() -> None:
    with desk(*parts()) as store:
        assert {frozenset(g) for g in events_on(whole(store), A, B)} == {
            frozenset(parts()[i][0].id for i in (A, B))
        }
        judge(store, "different", [of(A, "events"), of(B, "events")], by="a reader")
        assert sorted(len(g) for g in events_on(whole(store), A, B)) == [1, 1]


def test_what_is_ruled_the_same_is_one_event_and_one_storyline() -> None:
    with desk(*parts()) as store:
        assert len(whole(store).storylines) == 2
        (ruling,) = judge(
            store, "same", [of(A, "events"), of(F, "events")], by="a reader", because="I was there"
        )
        record = whole(store)
        assert len(record.storylines) == 1
        line = next(e for e in record.events if ruling.id in e.judgements)
        assert {parts()[A][0].id, parts()[F][0].id} <= {s.span.report for s in line.support}
        undo(store, by="a reader")
        assert len(whole(store).storylines) == 2


def test_a_person_ruled_the_same_takes_part_in_both_lines() -> None:
    with desk(*parts()) as store:
        judge(store, "same", [of(A, "mentions"), of(F, "mentions")], by="a reader")
        record = whole(store)
        names = [e for e in record.entities if {"Dana Reyes", "Ines Okafor"} <= {e.name, *e.aliases}]
        assert len(names) == 1
        # later reports with the one name or the other join the one person
        assert len({m.report for m in names[0].mentions}) == 7


def test_two_mentions_of_one_chain_ruled_different_are_two_people() -> None:
    report = make_report("Dana Reyes spoke. Otto Brandt listened to Reyes. Brandt left.")
    dana = name(report, "Dana Reyes")
    otto = name(report, "Otto Brandt", chain=dana)
    last = name(report, "Brandt", nth=1, chain=dana)
    spoke = event(report, "Dana Reyes spoke", "spoke", dana, day="2026-03-09")
    left = event(report, "Brandt left", "left", last, day="2026-03-10")
    with desk((report, found(dana, otto, last, spoke, left))) as store:
        assert len(whole(store).entities) == 1
        judge(store, "different", [dana.id, otto.id], by="a reader")
        assert {e.name for e in whole(store).entities} == {"Dana Reyes", "Otto Brandt"}


def test_a_wrong_line_goes_with_all_that_is_told_for_it() -> None:
    with desk(*parts()[:2]) as store:
        (met,) = whole(store).events
        judge(store, "wrong", [met.id], by="a reader")
        assert whole(store).events == ()
        read(store, [[parts()[C]]])
        assert whole(store).events == ()
        assert [line.state for line in ruling_log(store)] == ["counts"]


def test_one_wrong_reading_goes_alone() -> None:
    with desk(*parts()[:3]) as store:
        (dead,) = whole(store).figures
        wrong = next(r for r in dead.readings if r.id != dead.id)
        judge(store, "wrong", [wrong.id], by="a reader")
        (now,) = whole(store).figures
        assert {r.id for r in now.readings} == {r.id for r in dead.readings} - {wrong.id}


def test_a_wrong_person_is_the_speaker_of_nothing() -> None:
    with desk(parts()[A]) as store:
        dana = next(e for e in whole(store).entities if e.name == "Dana Reyes")
        judge(store, "wrong", [dana.id], by="a reader")
        record = whole(store)
        assert "Dana Reyes" not in {e.name for e in record.entities}
        assert [s.speakers for s in record.statements] == [()]


def test_stories_are_put_together_and_taken_apart() -> None:
    with desk(*parts()) as store:
        before = whole(store)
        story = {r: s.id for s in before.stories for r in s.reports}
        one, other, apart = (parts()[i][0].id for i in (B, C, F))
        judge(store, "different", [one, other], by="a reader")
        parted = {r: s.id for s in whole(store).stories for r in s.reports}
        assert parted[one] != parted[other]
        undo(store, by="a reader")
        assert bare(whole(store)) == bare(before)
        judge(store, "same", [story[one], story[apart]], by="a reader")
        joined = {r: s.id for s in whole(store).stories for r in s.reports}
        assert joined[one] == joined[apart]


RULINGS: Sequence[tuple[Any, ...]] = (
    ("same", "events", (A, D)),
    ("different", "events", (A, B)),
    ("different", "events", (B, C)),
    ("same", "events", (A, F)),
    ("wrong", "events", (D,)),
    ("same", "mentions", (A, F)),
    ("different", "mentions", (A, B)),
    ("different", "figures", (A, C)),
    ("same", "figures", (B, C)),
    ("wrong", "figures", (A,)),
)


def made(which: Sequence[int]) -> list[Judgement]:
    """Return rulings made when all seven reports were there; the later ones count."""
    with desk(*parts()) as store:
        for place in which:
            verdict, kind, reports = RULINGS[place]
            judge(store, verdict, [of(r, kind) for r in reports], by="a reader")
        with store.view() as view:
            return list(view.judgements())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(range(len(RULINGS))), min_size=1, max_size=4, unique=True), st.data())
def test_rulings_hold_whatever_is_read_after_them_and_in_whatever_order(which: list[int], data: Any) -> None:
    rulings = made(which)
    with desk(*parts()) as store:
        with store.writer() as writer:
            for each in rulings:
                writer.put_judgement(each)
            join(writer, list(parts()))
        first = whole(store)
    order = data.draw(st.permutations(range(7)))
    ruled_after = data.draw(st.integers(0, 7))
    again = data.draw(st.integers(0, 6))
    with desk(*(parts()[i] for i in order[:ruled_after])) as store:
        body = _file(rulings)
        take_in(store, body)
        read(store, [[parts()[i]] for i in order[ruled_after:]])
        with store.writer() as writer:  # annotated anew
            report, annotations = parts()[again]
            writer.annotate(report, annotations, finders=("hand/1",))
            join(writer, [(report, annotations)])
        assert whole(store) == first
        for each in rulings:
            undo(store, each.id, by="a reader")
        with desk(*parts()) as never:
            assert bare(whole(store)) == bare(whole(never))


def _file(rulings: Sequence[Judgement]) -> bytes:
    with desk() as store:
        with store.writer() as writer:
            for each in rulings:
                writer.put_judgement(each)
        return export(store)


def test_of_two_rulings_that_contradict_the_later_counts_and_the_earlier_says_so() -> None:
    with desk(*parts()) as store:
        (same,) = judge(store, "same", [of(A, "events"), of(B, "events")], by="a reader")
        (apart,) = judge(store, "different", [of(A, "events"), of(B, "events")], by="another")
        record = whole(store)
        assert sorted(len(g) for g in events_on(record, A, B)) == [1, 1]
        assert [(j.id, j.overruled_by) for j in record.judgements] == [(same.id, apart.id), (apart.id, None)]
        undo(store, apart.id, by="another")
        assert [line.state for line in ruling_log(store)] == ["counts", "undone"]


def test_three_rulings_that_contradict_only_together() -> None:
    with desk(*parts()) as store:
        (first,) = judge(store, "different", [of(A, "events"), of(C, "events")], by="a reader")
        judge(store, "same", [of(A, "events"), of(B, "events")], by="a reader")
        (last,) = judge(store, "same", [of(B, "events"), of(C, "events")], by="a reader")
        states = {line.id: line.state for line in ruling_log(store)}
        assert states[first.id] == "overruled"
        assert list(states.values()).count("counts") == 2
        assert last.id in states


def test_a_ruling_is_found_again_by_overlap_and_said_to_be_lost_otherwise() -> None:
    report, annotations = parts()[F]
    with desk(*parts()) as store:
        judge(store, "wrong", [of(F, "mentions")], by="a reader")
        okafor = annotations.mentions[0]
        shorter = replace(name(report, "Okafor"), name="Okafor")
        _annotate(store, report, replace(annotations, mentions=(shorter,), events=()))
        shown = {m.report for e in whole(store).entities for m in e.mentions}
        assert report.id not in shown
        _annotate(store, report, Found())
        record = whole(store)
        assert [p.kind for p in record.problems] == ["judgement"]
        assert record.problems[0].span is not None
        assert record.problems[0].span.text == okafor.name
        _annotate(store, report, annotations)
        assert whole(store).problems == ()


def _annotate(store: Store, report: Report, annotations: Found) -> None:
    with store.writer() as writer:
        writer.annotate(report, annotations, finders=("hand/2",))
        join(writer, [(report, annotations)])


def test_a_ruling_goes_along_to_the_revision_that_has_its_words() -> None:
    def state(text: str) -> Pair:
        report = make_report(text, address="https://port.example/vote")
        okafor = name(report, "Ines Okafor")
        opened = event(report, "Ines Okafor opened the Marl bridge", "opened", okafor, day="2026-03-10")
        return report, found(okafor, opened)

    first, second = (
        state("Ines Okafor opened the Marl bridge."),
        state("It rained. Ines Okafor opened the Marl bridge."),
    )
    with desk(first) as store:
        judge(store, "wrong", [first[1].events[0].id], by="a reader")
        read(store, [[second]])
        record = whole(store)
        assert record.events == ()
        assert len(record.judgements) == 1
        assert record.problems == ()


def test_a_statement_is_put_together_over_its_speakers() -> None:
    texts = ("“The bridge is safe now,” said Ines Okafor.", "“The bridge, it is safe,” said Mayor Tull.")
    pairs = []
    for place, text in enumerate(texts):
        report = make_report(text, address=f"{place}.txt")
        who = name(report, ("Ines Okafor", "Tull")[place])
        pairs.append((report, found(who, said(report, text[1 : text.index(",”")], who))))
    with desk(*pairs) as store:
        ids = [each[1].quotations[0].id for each in pairs]
        (ruling,) = judge(store, "same", ids, by="a reader")
        (statement,) = whole(store).statements
        assert statement.judgements == (ruling.id,)
        assert len(statement.variants) == 2


@pytest.mark.parametrize(
    ("verdict", "ids"),
    [
        ("same", lambda: [of(A, "events")]),
        ("same", lambda: [of(A, "events"), of(A, "events")]),
        ("different", lambda: [of(A, "events"), of(A, "mentions")]),
        ("wrong", lambda: [parts()[A][0].id]),
    ],
    ids=["one-id", "one-id-twice", "two-kinds", "a-whole-report"],
)
def test_what_can_not_be_ruled(verdict: Any, ids: Any) -> None:
    with desk(*parts()) as store, pytest.raises(RulingError):
        judge(store, verdict, ids(), by="a reader")


def test_there_is_nothing_to_undo_at_first() -> None:
    with desk() as store, pytest.raises(NotOnRecordError):
        undo(store, by="a reader")


def test_a_file_of_something_else_is_refused() -> None:
    with desk() as store, pytest.raises(RulingError):
        take_in(store, b'{"schema": "something-else"}')


def test_what_one_desk_has_undone_stays_undone() -> None:
    with desk(*parts()) as store:
        judge(store, "wrong", [of(A, "events")], by="a reader")
        before = export(store)
        undo(store, by="a reader")
        assert take_in(store, before) == 0
        assert [line.state for line in ruling_log(store)] == ["undone"]


def test_a_figure_ruled_different_counts_two_things() -> None:
    with desk(*parts()[:2]) as store:
        (dead,) = whole(store).figures
        assert len(dead.readings) == 2
        judge(store, "different", [of(A, "figures"), of(B, "figures")], by="a reader")
        assert [len(f.readings) for f in whole(store).figures] == [1, 1]
