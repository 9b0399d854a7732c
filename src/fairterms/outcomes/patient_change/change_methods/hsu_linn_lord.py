"""Hsu-Linn-Lord: Gulliksen-Lord-Novick with the group's average change taken off first."""

import math

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the index against the average change, positive for the better; shape (patients,).

    Notes
    -----
    [(x2 − M2) − r·(x1 − M1)] / [s1·√(1 − r²)]. With M2 = M1 it is Gulliksen-Lord-Novick.

    Sources
    -------
    Hsu 1989, Behavioral Assessment 11, 459-467.

    Examples
    --------
    A patient who changes as the average does is at 0, however large the change.

    >>> from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> phq = Declaration(
    ...     "hsu_linn_lord", Direction.HIGHER_IS_WORSE, 0, 27,
    ...     reliability=Reliability(0.8, here),
    ...     intake=Sample(14, 5, here), last=Sample(6, 5, here),
    ... )
    >>> abs(find(phq, scores([14], [6])))
    array([0.])
    """
    r, intake = declaration.known_reliability.intake, declaration.known_intake
    surplus = (scores.last - declaration.known_last.mean) - r * (scores.first - intake.mean)
    return declaration.sign * surplus / (intake.sd * math.sqrt(1 - r**2))


METHOD = Method(
    title="Hsu-Linn-Lord",
    needs=("critical", "reliability", "intake", "last"),
    index=find,
    source="Hsu 1989, Behavioral Assessment 11, 459-467",
    caution="a patient is judged against the group's average change: in a group that does well "
    "many improved patients count as unchanged or worse",
)
