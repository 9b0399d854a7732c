"""Percentage: the change as a share of the first score."""

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method, Reason
from fairterms.outcomes.patient_change.first_score_share import improvement_share
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the share by which a patient changed for the better, a fraction; shape (patients,).

    Notes
    -----
    (x2 − x1) / |x1 − zero point|, as a fraction; the sign is the direction's, so that a rise from 0
    where lower is better is never an improvement.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import ZeroBaseline
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> phq = Declaration(
    ...     "percentage", Direction.HIGHER_IS_WORSE, 0, 27,
    ...     zero_baseline=ZeroBaseline.BY_DIRECTION, zero_point=0,
    ... )
    >>> find(phq, scores([20, 0, 0], [10, 3, 0]))
    array([ 0.5, -inf,  0. ])
    """
    assert declaration.zero_point is not None, "a method asks only for what it says it needs"
    assert declaration.zero_baseline is not None, "a method asks only for what it says it needs"
    return improvement_share(
        scores, declaration.direction, declaration.zero_point, declaration.zero_baseline
    )


METHOD = Method(
    title="Percentage of the first score",
    needs=("improvement", "deterioration", "zero_baseline", "zero_point"),
    index=find,
    source="a declared share; 50 % is the usual meaning of response",
    usual_critical=None,
    is_inclusive=True,
    without_index=Reason.ZERO_BASELINE,
    caution="the milder the first score, the smaller the change that counts",
)
