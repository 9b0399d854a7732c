"""Minimal important difference: a change of so many points, however large the error."""

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the points by which a patient changed for the better; shape (patients,).

    Examples
    --------
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> phq = Declaration("minimal_important_difference", Direction.HIGHER_IS_WORSE, 0, 27)
    >>> find(phq, scores([14, 9], [9, 14]))
    array([ 5., -5.])
    """
    return declaration.sign * (scores.last - scores.first)


METHOD = Method(
    title="Minimal important difference",
    needs=("improvement", "deterioration"),
    index=find,
    source="a declared number of points; publications anchor it on what patients notice",
    usual_critical=None,
    is_inclusive=True,
    caution="a difference that patients notice can lie within the error of one measurement",
)
