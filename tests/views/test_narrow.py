from dataclasses import replace

from onrecord.record.check import check
from onrecord.views.narrow import narrow
from tests.views.made import COPY, TIDE, a_record


def test_one_story_of_a_line_holds_what_its_reports_tell_with_all_support():
    record = a_record()
    story = replace(record.stories[0], id="s-copy", reports=(COPY.id,))
    part = narrow(record, story)
    assert [event.label for event in part.events] == [
        "The bell of Skerry Light fell silent on Tuesday",
        "A vigil was planned for Wednesday",
    ]
    assert TIDE.id not in {line.report.id for line in part.reports}
    assert not part.statements
    check(part)
