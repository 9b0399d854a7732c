"""The pages on data."""

import pytest

from fairterms.prepare.data_demand.demand import Demand
from fairterms.prepare.data_demand.page import (
    DataDemand,
    data_demand_blocks,
    data_demand_summary_blocks,
)
from fairterms.prepare.data_demand.promise import FEED, promise
from fairterms.prepare.data_demand.sample import Failure, Result, SampleTest
from fairterms.publish import html
from fairterms.publish.blocks import Callout
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.units.problem import Problem
from tests.prepare.data_demand.made_up import fees_only
from tests.prepare.findings import WORDS, seen


def found(sample: SampleTest, demanded: Demand | None = None) -> DataDemand:
    return DataDemand(demanded or fees_only(), promise([seen(FEED)]), sample)


@pytest.mark.parametrize(
    ("sample", "title", "kind"),
    [
        (
            SampleTest(Result.ACCEPTED, (("claims.csv", 120),), rules=11),
            "The sample is accepted: 120 rows, 11 rules asked.",
            "note",
        ),
        (
            SampleTest(Result.NOT_YET, failures=(Failure("claims.csv", "Gaps", 3, "ask"),)),
            "The sample is not yet accepted: 1 rule found something.",
            "warning",
        ),
        (SampleTest(Result.NONE), "The plan has given no sample.", "warning"),
        (
            SampleTest(Result.NOT_TESTED, problems=(Problem("a", 0, "b", "c", "d", "e"),)),
            "The sample was not tested.",
            "warning",
        ),
    ],
)
def test_the_box_says_how_the_sample_stands(sample: SampleTest, title: str, kind: str) -> None:
    box = next(one for one in data_demand_summary_blocks(found(sample)) if isinstance(one, Callout))
    assert (box.title, box.kind) == (title, kind)


def test_failures_and_gaps_are_listed() -> None:
    sample = SampleTest(
        Result.NOT_YET,
        (("claims.csv", 9),),
        (Failure("claims.csv", "Gaps", 0, "ask for them"),),
        (("risk score", "claims.diagnosis_code is empty"),),
        ("enrolment",),
    )
    blocks = data_demand_summary_blocks(found(sample))
    table = next(one for one in blocks if isinstance(one, Table))
    assert [plain(cell) for cell in table.rows[0].cells] == [
        "claims.csv",
        "Gaps",
        "whole file",
        "ask for them",
    ]
    page = html.render(Report(title="Data", blocks=tuple(blocks)))
    assert "claims.diagnosis_code is empty" in page
    assert "The file enrolment" in page
    assert "Risk score" in page


def test_the_whole_page_asks_quotes_maps_and_offers_wording() -> None:
    blocks = data_demand_blocks(found(SampleTest(Result.NONE)))
    page = html.render(Report(title="Data", blocks=tuple(blocks)))
    for words in (WORDS, "With a remedy", "No data, no risk", "not legal advice", "paid_cents"):
        assert words in page


def test_terms_that_need_nothing_have_no_field_map() -> None:
    blocks = data_demand_blocks(found(SampleTest(Result.NONE), Demand((), ())))
    assert not [one for one in blocks if isinstance(one, Table)]
