"""A PMPM, its member-months and its total."""

from fairterms.reconcile.arithmetic.exposure import supports, total_of
from tests.reconcile.made_report import sent


def test_a_pmpm_supports_the_total_it_gives_and_no_other() -> None:
    statement = sent().statement
    assert supports(statement, statement.line("revenue/hmo"))
    changed = sent({("revenue", ("hmo",)): 51000}).statement
    assert not supports(changed, changed.line("revenue/hmo"))


def test_a_total_without_its_pmpm_is_not_supported() -> None:
    statement = sent({("revenue-pmpm", ("hmo",)): None}).statement
    assert not supports(statement, statement.line("revenue/hmo"))


def test_the_total_of_a_pmpm_is_that_of_its_own_part() -> None:
    statement = sent().statement
    assert total_of(statement, statement.line("revenue-pmpm/ppo")) == statement.line("revenue/ppo")
    assert total_of(statement, statement.line("revenue/ppo")) is None
