"""What a contract says about which recorded scores are read, before any form is scored."""

from dataclasses import dataclass
from enum import Enum

from fairterms.outcomes.forms.form_checks import items_of
from fairterms.outcomes.forms.scoring_terms import ScoringRules, ScoringTerms, look_up
from fairterms.units.refusal import Refusal


class ScoreSource(Enum):
    """Where a form's score comes from."""

    ANSWERS = "answers"
    TOTALS = "recorded totals"
    ANSWERS_ELSE_TOTALS = "answers, else the recorded total"
    """The total counts only where no answers were sent at all: a total beside a form with too
    many answers missing was worked out by a rule nobody knows."""

    @property
    def reads_answers(self) -> bool:
        """Whether answers are scored."""
        return self is not ScoreSource.TOTALS

    @property
    def reads_totals(self) -> bool:
        """Whether recorded totals are taken."""
        return self is not ScoreSource.ANSWERS


@dataclass(frozen=True)
class ScoreReading:
    """Which records are read as scores, and how. Nothing has a default.

    Attributes
    ----------
    terms
        The instrument and how it is scored.
    source
        Whether answers are scored, or totals taken as recorded.
    statuses
        The statuses of records that count, such as "final"; None takes every record, also those
        without a status.
    """

    terms: ScoringTerms
    source: ScoreSource
    statuses: frozenset[str] | None

    def __post_init__(self) -> None:
        assert self.statuses is None or self.statuses, "without a status no record would count"


def rules_of(reading: ScoreReading) -> ScoringRules:
    """Look up what a reading says in the recorded instruments.

    Raises
    ------
    Refusal
        When the instrument or a word is not recorded, when one of several scorings is not named,
        when answers cannot be scored, or when answers are scored and nothing is said about
        missing ones.

    Examples
    --------
    >>> rules_of(ScoreReading(ScoringTerms("phq9"), ScoreSource.ANSWERS, None))
    Traceback (most recent call last):
    ...
    fairterms.units.refusal.Refusal: phq9: the contract does not say what missing answers count as
          why: the same forms would have other scores, and so other results
          fix: name one of: prorate-up-to-2, prorate-up-to-2-rounded, complete-only, recorded-total
    """
    rules = look_up(reading.terms)
    if not reading.source.reads_answers:
        return rules
    choices = rules.instrument.missing_items
    if len(choices) > 1 and not rules.is_missing_rule_named:
        raise Refusal(
            rules.instrument.name,
            "the contract does not say what missing answers count as",
            "the same forms would have other scores, and so other results",
            f"name one of: {', '.join(rule.name for rule in choices)}",
        )
    items_of(rules)
    return rules
