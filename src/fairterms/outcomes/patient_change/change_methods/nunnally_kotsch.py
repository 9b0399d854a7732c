"""Nunnally-Kotsch: as Edwards-Nunnally, with the error of both scores."""

import math

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the index, positive for the better; shape (patients,).

    Notes
    -----
    (x2 − x̂) / √(r²·s1²·(1 − r) + s1²·(1 − r2)) with x̂ = r·(x1 − M1) + M1; r2 is the reliability
    of the last score.

    Sources
    -------
    Nunnally and Kotsch 1983, British Journal of Clinical Psychology 22, 83-93.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> phq = Declaration(
    ...     "nunnally_kotsch", Direction.HIGHER_IS_WORSE, 0, 27,
    ...     reliability=Reliability(0.8, here, last=0.872), intake=Sample(14, 5, here),
    ... )
    >>> find(phq, scores([19], [8])).round(6)
    array([3.952847])
    """
    reliability, intake = declaration.known_reliability, declaration.known_intake
    r, r2 = reliability.intake, reliability.last
    assert r2 is not None, "a method asks only for what it says it needs"
    expected = r * (scores.first - intake.mean) + intake.mean
    error = intake.sd * math.sqrt(r**2 * (1 - r) + (1 - r2))
    return declaration.sign * (scores.last - expected) / error


METHOD = Method(
    title="Nunnally-Kotsch",
    needs=("critical", "reliability", "reliability.last", "intake"),
    index=find,
    source="Nunnally and Kotsch 1983, British Journal of Clinical Psychology 22, 83-93",
)
