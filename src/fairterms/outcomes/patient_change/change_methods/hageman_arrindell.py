"""Hageman-Arrindell: change and end state both judged by true scores."""

import math
from dataclasses import replace

from fairterms.outcomes.patient_change import cut_offs
from fairterms.outcomes.patient_change.change_declaration import Declaration, Sample
from fairterms.outcomes.patient_change.change_method import Method, Sides
from fairterms.outcomes.patient_change.scores import Floats, Scores
from fairterms.units.refusal import Refusal


def find(declaration: Declaration, scores: Scores) -> Floats:
    """Return the index of change, positive for the better; shape (patients,).

    Raises
    ------
    Refusal
        When the change has no reliable part: the measurement error explains all its spread.

    Notes
    -----
    [(x2 − x1)·q + (M2 − M1)·(1 − q)] / [√q·√2·S_E] with
    q = (s1²r1 + s2²r2 − 2·s1·s2·ρ) / (s1² + s2² − 2·s1·s2·ρ), r_k = 1 − S_E²/s_k²; ρ is the
    correlation of first and last scores.

    Sources
    -------
    Hageman and Arrindell 1999, Behaviour Research and Therapy 37, 1169-1193.
    """
    q = _reliability_of_change(declaration)
    mean_change = declaration.known_last.mean - declaration.known_intake.mean
    true_change = (scores.last - scores.first) * q + mean_change * (1 - q)
    error = math.sqrt(q) * math.sqrt(2) * declaration.standard_error
    return declaration.sign * true_change / error


def find_cut_off(declaration: Declaration) -> float:
    """Return the declared cut-off of true scores, in points: a, b or c with s·√r in place of s.

    Notes
    -----
    The functional group has the same error of measurement: r0 = 1 − S_E²/s0².
    """
    functional = declaration.functional
    true_samples = replace(
        declaration,
        intake=_true(declaration.known_intake, declaration),
        functional=_true(functional, declaration) if functional else None,
    )
    return cut_offs.find(true_samples)


def find_sides(declaration: Declaration, scores: Scores, cut_off: float) -> Sides:
    """Return who began and who ended on which side of a cut-off of true scores.

    Notes
    -----
    End state: [M2 + (x2 − M2)·r2 − c] / (√r2·S_E) beyond the critical value.
    """
    sign, last = declaration.sign, declaration.known_last
    critical = declaration.critical
    assert critical is not None, "a method asks only for what it says it needs"
    r2 = _reliability(last, declaration)
    true_last = last.mean + (scores.last - last.mean) * r2
    distance = sign * (true_last - cut_off) / (math.sqrt(r2) * declaration.standard_error)
    return Sides(
        began_clinical=sign * scores.first < sign * cut_off,
        began_functional=sign * scores.first > sign * cut_off,
        ended_clinical=distance < -critical,
        ended_functional=distance > critical,
    )


def _reliability_of_change(declaration: Declaration) -> float:
    intake, last = declaration.known_intake, declaration.known_last
    assert declaration.correlation is not None, "a method asks only for what it says it needs"
    shared = 2 * intake.sd * last.sd * declaration.correlation
    total = intake.sd**2 + last.sd**2 - shared
    q = (total - 2 * declaration.standard_error**2) / total
    if not q > 0:
        raise Refusal(
            "reliability of the change",
            f"{q:.2f}",
            "the measurement error is as large as all the spread of the changes",
            "check the reliability and the standard deviations, or declare another method",
        )
    return float(q)


def _reliability(sample: Sample, declaration: Declaration) -> float:
    r = 1 - (declaration.standard_error / sample.sd) ** 2
    if not r > 0:
        raise Refusal(
            "reliability",
            f"none is left for {sample.basis.source}",
            "the scores of that group vary less than the error of measurement",
            "check that group's standard deviation, or declare another method",
        )
    return r


def _true(sample: Sample, declaration: Declaration) -> Sample:
    sd = sample.sd * math.sqrt(_reliability(sample, declaration))
    return Sample(sample.mean, sd, sample.basis)


METHOD = Method(
    title="Hageman-Arrindell",
    needs=("critical", "reliability", "intake", "last", "correlation"),
    index=find,
    source="Hageman and Arrindell 1999, Behaviour Research and Therapy 37, 1169-1193",
    usual_critical=1.645,
    sides=find_sides,
    cut_off=find_cut_off,
    caution="the group's own average change enters each patient's index: the same two scores can "
    "be judged differently next year",
)
