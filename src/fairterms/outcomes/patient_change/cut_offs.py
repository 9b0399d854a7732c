"""Cut-offs between the clinical and the functional range: a, b and c of Jacobson and Truax.

Each standard deviation belongs to its own group. A public program takes the patients' standard
deviation for cut-off b; on one published sample it finds 19 recovered where the formula finds 17.
"""

from fairterms.outcomes.patient_change.change_declaration import (
    CutOffKind,
    Declaration,
    Sample,
    sign_of,
)
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal

NEEDS = {
    CutOffKind.A: ("intake",),
    CutOffKind.B: ("functional",),
    CutOffKind.C: ("intake", "functional"),
    CutOffKind.DECLARED: (),
}
"""Which samples each kind of cut-off reads."""


def beyond_patients(intake: Sample, direction: Direction) -> float:
    """Return cut-off a, in points: two standard deviations from the patients, towards health.

    Notes
    -----
    a = M1 + 2·d·s1, with d = +1 when higher is better, else −1.

    Sources
    -------
    Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.

    Examples
    --------
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> beyond_patients(Sample(40, 7.5, here), Direction.HIGHER_IS_BETTER)
    55.0
    """
    return intake.mean + 2 * sign_of(direction) * intake.sd


def within_functional(functional: Sample, direction: Direction) -> float:
    """Return cut-off b, in points: two standard deviations from the functional mean, towards ill.

    Notes
    -----
    b = M0 − 2·d·s0. The spread is that of the functional group, not of the patients.

    Sources
    -------
    Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.

    Examples
    --------
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> within_functional(Sample(60, 7.5, here), Direction.HIGHER_IS_BETTER)
    45.0
    """
    return functional.mean - 2 * sign_of(direction) * functional.sd


def between(intake: Sample, functional: Sample) -> float:
    """Return cut-off c, in points: between both means, nearer to the group that varies less.

    Notes
    -----
    c = (s1·M0 + s0·M1) / (s1 + s0).

    Sources
    -------
    Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.

    Examples
    --------
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> between(Sample(40, 7.5, here), Sample(60, 7.5, here))
    50.0
    """
    weighted = intake.sd * functional.mean + functional.sd * intake.mean
    return weighted / (intake.sd + functional.sd)


def find(declaration: Declaration) -> float:
    """Return the declared cut-off, in points.

    Raises
    ------
    Refusal
        When the functional mean is not on the healthy side of the patients' mean.
    """
    cut_off = declaration.cut_off
    assert cut_off is not None, "a cut-off is looked for only where one is declared"
    match cut_off.kind:
        case CutOffKind.A:
            return beyond_patients(declaration.known_intake, declaration.direction)
        case CutOffKind.B:
            return within_functional(declaration.known_functional, declaration.direction)
        case CutOffKind.C:
            check_order(declaration)
            return between(declaration.known_intake, declaration.known_functional)
        case CutOffKind.DECLARED:
            assert cut_off.value is not None
            return cut_off.value


def check_order(declaration: Declaration) -> None:
    """Refuse a functional group that is no better off than the patients.

    Raises
    ------
    Refusal
        When its mean lies on the wrong side: then the border would reward illness.
    """
    intake, functional = declaration.known_intake, declaration.known_functional
    if declaration.sign * (functional.mean - intake.mean) <= 0:
        raise Refusal(
            "cut-off",
            f"the functional mean {functional.mean:g} is no better than the patients' "
            f"{intake.mean:g}",
            "a border between them would count illness as recovery",
            "check the direction of the instrument and which group is which",
        )
