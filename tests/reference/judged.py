"""One score at a time, through the real scoring: what band, what case, how many points."""

from collections.abc import Sequence

from fairterms.outcomes.forms.scale_scores import YES
from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal


def band(name: str, total: float, scoring: str = "", bands: str = "", subscale: str = "") -> str:
    """Return the band of one recorded score."""
    terms = ScoringTerms(name, scoring=scoring, bands=bands)
    scores = score_totals([total], terms, subscale=subscale)
    return scores.band_names[int(scores.band[0])]


def is_case(
    name: str, total: float, caseness: str = "", scoring: str = "", subscale: str = ""
) -> bool:
    """Return whether one recorded score is a case."""
    terms = ScoringTerms(name, scoring=scoring, caseness=caseness)
    return bool(score_totals([total], terms, subscale=subscale).is_case[0] == YES)


def points(name: str, answers: Sequence[float], scoring: str = "", missing: str = "") -> float:
    """Return the score of one form from its answers; NaN when there is none."""
    terms = ScoringTerms(name, scoring=scoring, missing_items=missing)
    return float(score_items([list(answers)], terms).total.score[0])


def is_refused(name: str, total: float, scoring: str = "") -> bool:
    """Return whether one recorded total is refused."""
    try:
        score_totals([total], ScoringTerms(name, scoring=scoring))
    except Refusal:
        return True
    return False


def change(name: str, which: str) -> float:
    """Return a recorded size of change."""
    return {entry.name: entry.value for entry in INSTRUMENTS[name].change}[which]
