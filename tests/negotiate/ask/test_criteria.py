"""Objective criteria name their source."""

from dataclasses import replace

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


def test_what_a_source_says_is_a_sentence_and_good_practice_is_named_once() -> None:
    own = Source(
        "Good contracting practice",
        "",
        "",
        "no statute was found",
        Authority.GOOD_PRACTICE,
        Checked.READ,
        says="both sides can read what they owe",
    )
    assert criteria("slogan-rhetoric", (own,)) == (
        "Good contracting practice (no statute was found). Both sides can read what they owe.",
    )
    guide = replace(own, title="A guide", status=Authority.GUIDANCE, says="pay in 30 days.")
    assert criteria("slogan-rhetoric", (guide,)) == (
        "Guidance: A guide (no statute was found). Pay in 30 days.",
    )
