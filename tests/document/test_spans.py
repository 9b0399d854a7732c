"""Stretches of text."""

import pytest

from fairterms.document.spans import Section, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(AssertionError):
        Span(start, end)


def test_a_section_without_a_number_is_called_by_its_title() -> None:
    assert Section(0, 1, title="RATES").label == "RATES"
    assert Section(0, 1, number="2.7", title="Rates").label == "2.7"
