"""Jacobson-Truax: the change over the standard error of a difference."""

import math

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the reliable change index, positive for the better; shape (patients,).

    Notes
    -----
    (x2 − x1) / (√2·S_E), S_E = s1·√(1 − r).

    Sources
    -------
    Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> couple = Declaration(
    ...     "jacobson_truax", Direction.HIGHER_IS_BETTER, 0, 151,
    ...     reliability=Reliability(0.80, here), intake=Sample(40, 7.5, here),
    ... )
    >>> find(couple, scores([32.5], [47.5])).round(3)
    array([3.162])
    """
    change = scores.last - scores.first
    return declaration.sign * change / (math.sqrt(2) * declaration.standard_error)


METHOD = Method(
    title="Jacobson-Truax",
    needs=("critical", "reliability", "intake"),
    index=find,
    source="Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19",
)
