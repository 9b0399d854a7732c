"""The year judged is the last of those shown."""

from datetime import date

from fairterms.outcomes.group_results.declaration import FACTS, Declaration
from tests.outcomes.group_results.made_up_deal import PROGRESS


def test_the_last_year_shown_is_the_one_judged() -> None:
    assert Declaration(date(2026, 12, 31), (2024, 2025, 2026)).judged_year == 2026


def test_what_is_not_declared_stays_empty() -> None:
    declared = Declaration(date(2026, 12, 31), (2026,))
    assert declared.progress is None
    assert (declared.measured, declared.adjusts_for, declared.priced_by) == ((), (), "")
    assert PROGRESS.last_until_days is None
    assert len(set(FACTS)) == len(FACTS)
