"""Every number of a worksheet opens how it was worked out."""

from collections.abc import Callable

import pytest

from fairterms.decide.trial_run.case import Case, case_of
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.run import standing_side
from fairterms.decide.trial_run.worksheet import (
    scenario_names,
    settle_scenario,
    settle_year,
    step_anchor,
    typical_years,
    worksheet_blocks,
)
from fairterms.publish.blocks import Heading
from fairterms.publish.inline import Link
from fairterms.publish.page import Report
from fairterms.publish.structure import everything
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import FEW, at, paid_on_a_measure, paid_on_cost
from tests.simulate.small_outlook import records_of, table_of, words_of


def test_every_number_links_to_its_own_explanation() -> None:
    case = Case(paid_on_a_measure())
    found = settle_scenario(case, "Expected")
    blocks = worksheet_blocks(case, found)
    rows = table_of(blocks, "worksheet-arithmetic").rows
    linked = [link for row in rows for link in everything(row) if isinstance(link, Link)]
    assert [one.anchor for one in linked] == [step_anchor(line) for line in found.lines]
    assert [one.text for one in linked] == [line.written for line in found.lines]
    anchors = {one.anchor for one in records_of(blocks, Heading)}
    assert {one.anchor for one in linked} <= anchors
    Report(title="A worksheet", blocks=tuple(blocks))


def test_an_explanation_leads_down_to_terms_and_figures() -> None:
    case = Case(paid_on_a_measure())
    blocks = worksheet_blocks(case, settle_scenario(case, "Expected"))
    links = {one.anchor for one in records_of(blocks, Link)}
    assert {"figure-member-months", "figure-visits-90837", "step-performance-budget"} <= links
    assert "Rate: 5 %, as the contract says" in words_of(blocks)


def test_a_scenario_is_settled_under_the_terms_as_moved() -> None:
    deal = paid_on_a_measure()
    amounts = [
        settle_scenario(one, "Expected").payable
        for one in (Case(deal), case_of(deal, at(deal, "performance.budget", 5)))
    ]
    assert amounts[1] - amounts[0] == 180


def test_an_unknown_scenario_is_refused_with_those_there_are() -> None:
    case = Case(paid_on_a_measure())
    assert scenario_names(case) == ("Expected",)
    with pytest.raises(Refusal, match='"Rosy": is no scenario of this deal') as refused:
        settle_scenario(case, "Rosy")
    assert refused.value.fix == "choose one of: Expected"


@pytest.mark.parametrize("prepared", [paid_on_a_measure, paid_on_cost])
def test_a_simulated_year_settles_exactly_to_what_was_simulated(
    prepared: Callable[[], Prepared],
) -> None:
    side = standing_side(prepared(), FEW)
    for number in range(0, FEW, 7):
        exact = settle_year(side, number)
        assert float(exact.payable) == pytest.approx(side.settled.payable[number], abs=0.01)


def test_typical_years_lie_where_they_say() -> None:
    side = standing_side(paid_on_cost(), FEW)
    below = [
        int((side.settled.net < side.settled.net[number]).sum())
        for number in typical_years(side).values()
    ]
    assert below == [3, 31, 59]


@pytest.mark.parametrize("number", [-1, FEW])
def test_a_year_that_was_not_simulated_is_refused(number: int) -> None:
    with pytest.raises(Refusal, match="was not simulated: there are 64 years"):
        settle_year(standing_side(paid_on_cost(), FEW), number)
