"""What an annotation says that it was found by is what its report says that it was annotated by."""

import pytest

from onrecord.annotations.annotator import Annotator
from onrecord.annotations.events import ANNOTATOR as EVENTS
from onrecord.annotations.events.finder import RULES
from onrecord.annotations.figures import ANNOTATOR as FIGURES
from onrecord.annotations.figures.readings import FINDER as FIGURES_FINDER
from onrecord.annotations.quotations import ANNOTATOR as QUOTATIONS
from onrecord.annotations.quotations.finder import FINDER as QUOTATIONS_FINDER
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.annotations.timexes.finder import FINDER as TIMEXES_FINDER


@pytest.mark.parametrize(
    ("annotator", "finder"),
    [
        pytest.param(EVENTS, RULES, id="events"),
        pytest.param(FIGURES, FIGURES_FINDER, id="figures"),
        pytest.param(QUOTATIONS, QUOTATIONS_FINDER, id="quotations"),
        pytest.param(TIMEXES, TIMEXES_FINDER, id="timexes"),
    ],
)
def test_an_annotator_has_the_version_that_its_annotations_carry(annotator: Annotator, finder: str) -> None:
    assert annotator.finder == finder
