"""Whether two days, as they were told, may be one."""

import pytest

from onrecord.model.when import When


def when(edtf: str | None, weekday: str | None = None) -> When:
    return When(edtf=edtf, basis="bounded", weekday=weekday, reason="by hand")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        pytest.param(when("2026-03-07"), when("2026-03-07"), True, id="one day"),
        pytest.param(when("2026-03-07"), when("2026-03-08"), False, id="two days"),
        pytest.param(when(None), when("2026-03-08"), True, id="nothing known"),
        pytest.param(
            when("[2026-03-07..2026-03-14]", "Saturday"), when("2026-03-14"), True, id="one of two Saturdays"
        ),
        pytest.param(
            when("[2026-03-07..2026-03-14]", "Saturday"), when("2026-03-09"), False, id="the Monday between"
        ),
        pytest.param(
            when("[2026-03-07..2026-03-14]", "Saturday"), when("2026-03"), True, id="its month"
        ),
        pytest.param(when(None, "Monday"), when("2026-03-07"), True, id="a weekday with no days"),
    ],
)  # fmt: skip
def test_two_days_as_told_may_be_one(one: When, other: When, may: bool) -> None:
    assert one.may_be(other) is may
    assert other.may_be(one) is may
