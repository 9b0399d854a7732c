"""What a contract leaves open is refused before a form is read."""

import pytest

from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource, rules_of
from fairterms.units.refusal import Refusal


@pytest.mark.parametrize(
    ("terms", "source", "message"),
    [
        (ScoringTerms("k10"), ScoreSource.TOTALS, "can be scored in 2 ways"),
        (ScoringTerms("phq9"), ScoreSource.ANSWERS, "does not say what missing answers"),
        (ScoringTerms("phq9"), ScoreSource.ANSWERS_ELSE_TOTALS, "does not say what missing"),
        (ScoringTerms("phq9", missing_items="recorded-total"), ScoreSource.ANSWERS, "only the rec"),
        (ScoringTerms("bdi2"), ScoreSource.ANSWERS, "only totals are read"),
        (ScoringTerms("mood7"), ScoreSource.TOTALS, "is not recorded"),
    ],
)
def test_what_is_not_declared_is_refused(
    terms: ScoringTerms, source: ScoreSource, message: str
) -> None:
    with pytest.raises(Refusal, match=message):
        rules_of(ScoreReading(terms, source, None))


def test_totals_need_no_rule_for_missing_answers() -> None:
    assert rules_of(ScoreReading(ScoringTerms("phq9"), ScoreSource.TOTALS, None)).assumed


def test_no_status_at_all_is_no_way_to_read_every_record() -> None:
    with pytest.raises(AssertionError, match="no record would count"):
        ScoreReading(ScoringTerms("phq9"), ScoreSource.TOTALS, frozenset())
