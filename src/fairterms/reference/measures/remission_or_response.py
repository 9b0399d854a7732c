"""Remission or response on a questionnaire, as a contract declares it.

Of patients with a first score that counts, how many had a later one near health, or improved by a
declared share of the first.
"""

from fractions import Fraction

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Option,
    Options,
)
from fairterms.reference.measure_logic import contract_options, score_course, score_pair
from fairterms.reference.measure_logic.score_pair import Pair
from fairterms.reference.measure_logic.steps import Steps

REMISSION, RESPONSE = "remission", "response"
EITHER, BOTH = "remission or response", "remission and response"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record.
    period
        In which the first score lies.
    options
        As declared, settled.

    Notes
    -----
    Response: improvement ≥ share · |first − zero point|. A first score at the zero point is no
    response, because there is nothing to take a share of. Remission: strictly better than the cut.
    """
    steps = Steps()
    pair = score_pair.ask_pair(steps, patient, period, options)
    if pair is None:
        return (Judgement(patient.id, trace=steps.taken),)
    return (pair.judged(steps, options, is_reached=_is_reached(steps, pair, options)),)


def _is_reached(steps: Steps, pair: Pair, options: Options) -> bool:
    wanted = contract_options.choice(options, "counts_as", REMISSION, RESPONSE, EITHER, BOTH)
    share = contract_options.number(options, "response_share", least=0)
    cut = contract_options.number(options, "remission_cut")
    zero = contract_options.number(options, "zero_point")
    if pair.later is None:
        return False
    is_remission = steps.ask(
        f"The later score is better than {float(cut):g} points",
        not pair.course.is_at_cut(pair.later, cut),
        str(pair.later),
    )
    is_response = steps.ask(
        f"It improved by at least {float(share):.0%} of the first score",
        _improved_by(pair, zero) >= share if pair.index.points != zero else False,
        f"from {float(pair.index.points):g} to {float(pair.later.points):g} points",
    )
    return {
        REMISSION: is_remission,
        RESPONSE: is_response,
        EITHER: is_remission or is_response,
        BOTH: is_remission and is_response,
    }[wanted]


def _improved_by(pair: Pair, zero: Fraction) -> Fraction:
    """Return the improvement as a share of the first score's distance from the zero point."""
    assert pair.gain is not None, "only pairs with a later score are asked"
    return pair.gain / abs(pair.index.points - zero)


MEASURE = Measure(
    name="remission_or_response",
    title="Remission or response on a declared questionnaire",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "assessments"),
    populations=(
        "Counted: patients whose first score in the period is bad enough and whose time is over.",
        "Reached: remission, response, either or both, as declared.",
    ),
    windows=score_pair.WINDOWS,
    exclusions=score_pair.EXCLUSIONS,
    traps=(
        *score_pair.TRAPS,
        "Remission is strictly better than the cut: on the PHQ-9 below 5, so 5 is no remission.",
        "A share of the first score favours mild patients on a scale that does not begin at 0.",
        "A mild first score can be halved without a change that a patient would notice.",
    ),
    options=(
        *score_course.INDEX_OPTIONS,
        *score_course.LATER_OPTIONS,
        Option("counts_as", "words", f"what is success: {REMISSION}, {RESPONSE}, {EITHER}, {BOTH}"),
        Option("response_share", "fraction", "how large a share of the first score is a response"),
        Option("remission_cut", "points", "the score a patient in remission must be better than"),
        Option("zero_point", "points", "the score that a share is taken from; 0 on the PHQ-9"),
    ),
    judge=judge,
    follow_up_rule=score_course.LATER_RULE,
)
