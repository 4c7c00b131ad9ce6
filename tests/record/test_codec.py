"""Values come back from JSON as they were."""

from dataclasses import is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.annotation import EventMention, FigureReading, Mention, Quotation, Timex
from onrecord.model.record import Judgement
from onrecord.model.report import Problem, Report
from onrecord.model.span import Passage, Span
from onrecord.model.when import When
from onrecord.record import codec
from tests.support import make_report

CLASSES = (Timex, Mention, Quotation, FigureReading, EventMention, Report, Problem, Judgement, When, Passage)
ZONES = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    # Lone surrogates, which half of an escaped pair in a delivery leaves behind, are characters too.
    str: st.text(st.characters(exclude_categories=()), max_size=8),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-(2**53), 2**53),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: st.datetimes(timezones=ZONES),
    Span: st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda at: Span(at[0], at[0] + at[1])),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy of values of a type, every field drawn."""
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: values(each) for name, each in get_type_hints(hint).items()})
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(values, get_args(hint)))
    return st.lists(values(get_args(hint)[0]), max_size=2).map(tuple)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_any_value_comes_back(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    assert codec.decode(kind, codec.encode(value)) == value


@given(text=st.text(st.characters(exclude_categories=())))
def test_plain_text_keeps_every_place_and_bytes_every_character(text: str) -> None:
    plain = codec.plain(text)
    assert len(plain) == len(text)
    assert codec.plain(plain) == plain
    assert plain.encode("utf-8").count(0) == 0
    assert codec.from_bytes(codec.to_bytes(text)) == text


def test_what_has_a_column_or_its_default_is_left_out() -> None:
    when = When(edtf=None, basis="open", weekday="Monday")
    assert codec.encode(when) == '{"edtf":null,"basis":"open","weekday":"Monday"}'
    text = codec.encode(when, without=frozenset({"basis"}))
    assert text == '{"edtf":null,"weekday":"Monday"}'
    assert codec.decode(When, text, columns={"basis": "open"}) == when


def test_nested_defaults_are_left_out_too() -> None:
    when = When(edtf="2026-03", basis="stated")
    problem = Problem(report=None, address="a", kind="k", message="m", span=None)
    assert "span" not in codec.encode(problem)
    timex = Timex(
        id="t",
        report="r",
        span=Span(0, 1),
        type="DATE",
        value="2026-03",
        mod=None,
        when=when,
        finder="f",
        confidence=1.0,
    )
    assert '"when":{"edtf":"2026-03","basis":"stated"}' in codec.encode(timex)


def test_a_field_that_is_no_longer_there_is_passed_over() -> None:
    assert codec.decode(Span, '{"start":1,"end":2,"of_old":3}') == Span(1, 2)


@pytest.mark.parametrize(
    "text", ['{"start":1}', '{"start":2,"end":1}', '{"start":"1","end":2}', "{", "[]", "7"],
    ids=["missing", "backwards", "wrong-type", "cut-off", "a-list", "a-number"],
)  # fmt: skip
def test_what_is_no_such_value_is_refused(text: str) -> None:
    with pytest.raises(msgspec.MsgspecError):
        codec.decode(Span, text)


def test_a_moment_keeps_its_zone() -> None:
    moment = datetime(2026, 3, 10, 7, 30, tzinfo=timezone(timedelta(hours=2)))
    report = replace(make_report("Rain fell."), retrieved=moment)
    kept = codec.decode(Report, codec.encode(report)).retrieved
    assert kept is not None
    assert kept.utcoffset() == timedelta(hours=2)
    assert kept == moment.astimezone(UTC)
