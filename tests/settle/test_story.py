"""A line's story leads to the lines it rests on."""

import pytest

from fairterms.settle.settlement import Settlement, settle
from fairterms.settle.story import earlier_lines, source_line
from tests.simulate.forecast import plans


@pytest.fixture(name="found")
def _found() -> Settlement:
    return settle(plans.terms(), plans.expected())


def test_a_value_read_from_another_clause_leads_to_its_result(found: Settlement) -> None:
    readers = [line for line in found.lines if line.clause == "result"]
    sources = {
        inner.id
        for line in readers
        for name, _ in line.reads
        if (inner := source_line(found, line, name)) is not None and inner.clause == "stop_loss"
    }
    assert sources == {found.line("stop_loss").id}


def test_a_figure_and_a_term_lead_to_no_line(found: Settlement) -> None:
    first = found.lines[0]
    assert source_line(found, first, "member_months") is None
    assert source_line(found, first, first.clause) is None


def test_a_result_rests_on_every_other_step_not_told_yet(found: Settlement) -> None:
    result = found.line("result")
    own = [line.id for line in found.lines if line.clause == "result"][:-1]
    before = {line.id for line in earlier_lines(found, result)}
    assert before == set(own)
    untold = {line.id for line in earlier_lines(found, result, own)}
    assert untold < set(own)


def test_no_step_rests_on_a_later_one(found: Settlement) -> None:
    places = {line.id: at for at, line in enumerate(found.lines)}
    for line in found.lines:
        assert all(places[one.id] < places[line.id] for one in earlier_lines(found, line))
