"""A complete declaration with made-up figures, and short ways to judge a few patients by it."""

from dataclasses import replace

from fairterms.outcomes.patient_change.change import ChangeClass, Classification, classify
from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Declaration,
    Reliability,
    Sample,
    ZeroBaseline,
)
from fairterms.outcomes.patient_change.scores import scores
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction

HERE = Basis("made-up figures", Evidence.RECOMPUTED)
HEARSAY = Basis("hearsay", Evidence.GENERAL)
AT_TEN = CutOff(CutOffKind.DECLARED, AtCutOff.CLINICAL, 10)

DECLARATION = Declaration(
    "jacobson_truax",
    Direction.HIGHER_IS_WORSE,
    0,
    27,
    cut_off=AT_TEN,
    critical=1.96,
    improvement=0.5,
    deterioration=0.5,
    reliability=Reliability(0.84, HERE, last=0.80),
    intake=Sample(15, 5, HERE),
    last=Sample(9, 6, HERE),
    functional=Sample(4, 3, HERE),
    correlation=0.3,
    zero_baseline=ZeroBaseline.LEFT_OUT,
    zero_point=0,
)
"""Depression, lower is better; S_E = 5·√0.16 = 2 points, reliable beyond 5.54 points."""


def declared(method: str, **changes: object) -> Declaration:
    """Return the declaration with another method and other terms."""
    return replace(DECLARATION, method=method, **changes)  # type: ignore[arg-type]


def index(declaration: Declaration, first: float, last: float) -> float:
    """Return the index of one patient."""
    return float(judged(declaration, (first, last)).index[0])


def judged(declaration: Declaration, *pairs: tuple[float, float]) -> Classification:
    """Return the classification of patients given as pairs of scores."""
    return classify(declaration, scores([a for a, _ in pairs], [b for _, b in pairs]))


def classes(declaration: Declaration, *pairs: tuple[float, float]) -> list[str]:
    """Return the names of the patients' classes."""
    return [ChangeClass(kind).name for kind in judged(declaration, *pairs).classes]


def mirrored(declaration: Declaration, highest: float = 27) -> Declaration:
    """Return the declaration for the scale turned round: a score x becomes ``highest`` − x."""

    def turned(sample: Sample | None) -> Sample | None:
        return sample and Sample(highest - sample.mean, sample.sd, sample.basis)

    cut_off = declaration.cut_off
    if cut_off is not None and cut_off.value is not None:
        cut_off = replace(cut_off, value=highest - cut_off.value)
    return replace(
        declaration,
        direction=Direction.HIGHER_IS_BETTER,
        cut_off=cut_off,
        intake=turned(declaration.intake),
        last=turned(declaration.last),
        functional=turned(declaration.functional),
        zero_point=highest - (declaration.zero_point or 0),
    )
