"""What a plan sends for a year."""

from typing import Any

from fairterms.reconcile.statement.statement import Statement
from fairterms.reconcile.statement.submission import Submission
from tests.reconcile.made_report import sent


def test_reports_support_the_group_that_the_statement_names_for_them() -> None:
    made = sent()
    assert [one.id for one in made.supporting("star")] == ["a", "b"]
    assert made.supporting("revenue") == ()


def test_the_dimensions_are_those_of_the_parts_that_are_paid() -> None:
    assert sent().dimensions == ("cohort", "facility")


def test_cohorts_without_losses_are_those_the_header_says() -> None:
    assert sent().upside_only == {"hmo"}


def test_a_statement_alone_has_no_cohorts_and_no_reports() -> None:
    alone = Submission(Statement("plan.csv", ()))
    assert (alone.upside_only, alone.dimensions, alone.supporting("a")) == (frozenset(), (), ())


def test_a_report_that_was_not_sent_supports_nothing() -> None:
    def one_less(bundle: dict[str, Any]) -> None:
        del bundle["entry"][0]

    assert [one.id for one in sent(change_quality=one_less).supporting("star")] == ["b"]
