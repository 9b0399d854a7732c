"""Objective criteria name their source."""

from fairterms.negotiate.ask.criteria import criteria, market_terms
from fairterms.review.reading import CHECKS
from fairterms.units.finding import Authority, Checked, Source


def test_market_terms_are_of_checks_that_exist_and_name_source_and_dates() -> None:
    assert set(market_terms()) <= {CHECKS[name].id for name in CHECKS}
    for words in market_terms().values():
        assert "42 CFR 425" in words
        assert "known for performance years" in words


def test_own_records_come_before_the_market_and_a_law_is_no_advice() -> None:
    law = Source(
        "A statute", "1-2", "OR", "2020 to 2026-06-30", Authority.LAW, Checked.READ, "all plans"
    )
    found = criteria("loss-cap", (law,), ("you lost 3 %",))
    assert found[0] == "Own records: you lost 3 %"
    assert found[1].startswith("Market: ")
    assert found[2].startswith("Law to compare with, not legal advice: A statute, 1-2")


def test_nothing_known_gives_no_criteria() -> None:
    assert criteria("slogan-rhetoric") == ()
