"""Gulliksen-Lord-Novick: the last score against what the first one foretells without change."""

import math

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the index, positive for the better; shape (patients,).

    Notes
    -----
    [(x2 − M1) − r·(x1 − M1)] / [s1·√(1 − r²)].

    Sources
    -------
    Hsu 1989, Behavioral Assessment 11, 459-467.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> phq = Declaration(
    ...     "gulliksen_lord_novick", Direction.HIGHER_IS_WORSE, 0, 27,
    ...     reliability=Reliability(0.8, here), intake=Sample(14, 5, here),
    ... )
    >>> find(phq, scores([19], [9])).round(6)
    array([3.])
    """
    r, intake = declaration.known_reliability.intake, declaration.known_intake
    surplus = (scores.last - intake.mean) - r * (scores.first - intake.mean)
    return declaration.sign * surplus / (intake.sd * math.sqrt(1 - r**2))


METHOD = Method(
    title="Gulliksen-Lord-Novick",
    needs=("critical", "reliability", "intake"),
    index=find,
    source="Hsu 1989, Behavioral Assessment 11, 459-467",
)
