"""The steps about the text and the plan."""

from collections.abc import Callable

import pytest

from fairterms.prepare.steps import the_deal
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, Standing

DONE, BEGUN, OPEN = Standing.DONE, Standing.BEGUN, Standing.OPEN
CASES: list[tuple[Callable[[DealShows], Stand], DealShows, Standing]] = [
    (the_deal.documents, DealShows(missing_documents=1), OPEN),
    (the_deal.documents, DealShows(documents=1, missing_documents=1), BEGUN),
    (the_deal.documents, DealShows(documents=1), DONE),
    (the_deal.terms, DealShows(scripts=1), OPEN),
    (the_deal.terms, DealShows(clauses=1), BEGUN),
    (the_deal.terms, DealShows(clauses=1, scripts=1), DONE),
    (the_deal.definitions, DealShows(), OPEN),
    (the_deal.definitions, DealShows(undefined_words=1), BEGUN),
    (the_deal.definitions, DealShows(undefined_words=0), DONE),
    (the_deal.sample, DealShows(), OPEN),
    (the_deal.sample, DealShows(sample="no sample given"), OPEN),
    (the_deal.sample, DealShows(sample="not yet accepted"), BEGUN),
    (the_deal.sample, DealShows(sample="accepted"), DONE),
    (the_deal.baselines, DealShows(), DONE),
    (the_deal.baselines, DealShows(measures=2), OPEN),
    (the_deal.baselines, DealShows(measures=2, measured=1), BEGUN),
    (the_deal.baselines, DealShows(measures=2, measured=2), DONE),
    (the_deal.responsibilities, DealShows(open_responsibilities=9), OPEN),
    (the_deal.responsibilities, DealShows(responsibilities=3, open_responsibilities=9), BEGUN),
    (the_deal.responsibilities, DealShows(responsibilities=3), DONE),
    (the_deal.risks, DealShows(), OPEN),
    (the_deal.risks, DealShows(has_forecast=True), BEGUN),
    (the_deal.risks, DealShows(risks=1), DONE),
    (the_deal.diligence, DealShows(), OPEN),
    (the_deal.diligence, DealShows(questions_open=1), BEGUN),
    (the_deal.diligence, DealShows(questions_open=0), DONE),
]


@pytest.mark.parametrize(("judge", "deal", "standing"), CASES)
def test_the_step_stands_by_what_the_deal_shows(
    judge: Callable[[DealShows], Stand], deal: DealShows, standing: Standing
) -> None:
    assert judge(deal).standing is standing


def test_what_was_not_reviewed_is_told_apart_from_what_has_no_finding() -> None:
    assert "not been reviewed" in the_deal.definitions(DealShows()).shows
    assert "found no" in the_deal.definitions(DealShows(undefined_words=0)).shows


def test_a_sample_that_was_not_tested_is_not_done() -> None:
    assert the_deal.sample(DealShows(sample="not tested")).standing is OPEN
