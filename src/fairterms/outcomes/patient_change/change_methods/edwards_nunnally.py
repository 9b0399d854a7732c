"""Edwards-Nunnally: the last score against the first one's true score, drawn towards the mean."""

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the index, positive for the better; shape (patients,).

    Notes
    -----
    (x2 − x̂) / S_E with x̂ = r·(x1 − M1) + M1. Taking S_E, not √2·S_E, makes it the most generous.

    Sources
    -------
    Speer 1992, Journal of Consulting and Clinical Psychology 60, 402-408.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import Reliability, Sample
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> phq = Declaration(
    ...     "edwards_nunnally", Direction.HIGHER_IS_WORSE, 0, 27,
    ...     reliability=Reliability(0.75, here), intake=Sample(14, 6, here),
    ... )
    >>> find(phq, scores([18], [11]))
    array([2.])
    """
    r, intake = declaration.known_reliability.intake, declaration.known_intake
    expected = r * (scores.first - intake.mean) + intake.mean
    return declaration.sign * (scores.last - expected) / declaration.standard_error


METHOD = Method(
    title="Edwards-Nunnally",
    needs=("critical", "reliability", "intake"),
    index=find,
    source="Speer 1992, Journal of Consulting and Clinical Psychology 60, 402-408",
    caution="the interval leaves out the error of the last score: more patients count as changed",
)
