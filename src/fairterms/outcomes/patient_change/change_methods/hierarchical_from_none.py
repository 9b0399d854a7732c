"""Hierarchical linear model against no change: a patient's whole slope over its error.

The published method asks who does better than the average. A contract asks who got better; this is
the same model with that question.
"""

from fairterms.outcomes.patient_change import growth_slopes
from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.change_method import Method
from fairterms.outcomes.patient_change.scores import Floats, Scores


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the whole slope over its standard error; shape (patients,).

    Positive is better than no change. NaN for patients with fewer than three scores.

    Raises
    ------
    Refusal
        When the patients are too few to fit slopes.

    Notes
    -----
    (β1 + û1) / SE, where SE has the error of β and of u1 together.
    """
    assert scores.series is not None, "a method asks only for what it says it needs"
    slopes = growth_slopes.fit(scores.series)
    return declaration.sign * (slopes.average + slopes.deviation) / slopes.total_sd


METHOD = Method(
    title="Hierarchical linear model, slope against no change",
    needs=("critical", "series"),
    index=find,
    source="Laird and Ware 1982, Biometrics 38, 963-974; the comparison with no change is ours",
    caution="each slope is drawn towards the average slope: in a group that does well, a patient "
    "with few scores can count as improved on the strength of the others",
)
