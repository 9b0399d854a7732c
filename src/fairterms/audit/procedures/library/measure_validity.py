"""Whether a measure can bear the money that hangs on it."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.measure_check import MeasureCheck
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.rater_agreement import kappa
from fairterms.audit.procedures.shown import quantity_words
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, show, show_rate
from fairterms.units.quantity import FRACTION, Quantity, count, write


def check(measure: MeasureCheck) -> Iterator[Observed]:
    """Look at one measure: its cases, its missing scores, and two raters."""
    yield _cases(measure)
    yield _missing(measure)
    yield _agreement(measure)


def _cases(measure: MeasureCheck) -> Observed:
    least = quantity_words(Quantity(Decimal(measure.least_cases), count("case")))
    cases = show(measure.cases, Audience.OUTSIDE)
    return Observed(
        f"{measure.measure} rests on {least} or more.",
        f"It rests on this many cases: {cases}.",
        measure.where,
        verdict(measure.cases >= measure.least_cases),
        f"{cases} cases",
    )


def _missing(measure: MeasureCheck) -> Observed:
    most = write(measure.most_missing, FRACTION)
    expected = f"At most {most} of the scores of {measure.measure} are missing."
    if not measure.expected_scores:
        seen = "No score was expected, so none can be missing."
        return Observed(expected, seen, measure.where, Holds.NOT_TESTED)
    missing, due = measure.missing_scores, measure.expected_scores
    rate = show_rate(missing, due, Audience.OUTSIDE)
    is_shown = rate != NOT_SHOWN
    return Observed(
        expected,
        f"{rate} are missing." if is_shown else "The share rests on few people and is not shown.",
        measure.where,
        verdict(Decimal(missing) <= measure.most_missing * due),
        rate if is_shown else "",
    )


def _agreement(measure: MeasureCheck) -> Observed:
    raters, least = measure.raters, measure.least_agreement
    if raters is None or least is None:
        expected = f"Two raters of {measure.measure} agree on the same charts."
        seen = "Nobody let two people rate the same charts."
        return Observed(expected, seen, measure.where, Holds.NOT_TESTED)
    expected = f"Two raters of {measure.measure} agree well: kappa is {least} or more."
    found = kappa(raters)
    if found is None:
        seen = "Both raters said the same of every chart, so chance cannot be told from skill."
        return Observed(expected, seen, measure.where, Holds.NOT_TESTED)
    holds = verdict(found * least.as_integer_ratio()[1] >= least.as_integer_ratio()[0])
    if not raters.may_show:
        seen = "It does." if holds is Holds.YES else "It does not."
        return Observed(expected, f"{seen} The number rests on few people.", measure.where, holds)
    shown = f"{float(found):.2f}"
    return Observed(expected, f"Kappa is {shown}.", measure.where, holds, f"{shown} factor")


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    return tuple(one for measure in evidence.measures or () for one in check(measure))


PROCEDURE = Procedure(
    id="measure_validity",
    title="Validity of a measure",
    objective="Does the measure rest on enough cases, enough scores, and ratings that agree?",
    criteria=(
        "The contract's definition of the measure and its smallest number of cases",
        "IIA Global Internal Audit Standards 13.4, 14.2",
        "COSO principle 13",
    ),
    steps=(
        "Count the cases, and compare them with the fewest that the contract lets count.",
        "Count the scores that should be there, and those that are missing.",
        "Let two people who do not know the result rate the same charts.",
        "Work out how far they agree beyond chance.",
    ),
    needs=("measures",),
    sampling="All cases and scores are counted; the charts for two raters are drawn by a seed.",
    expected="Enough cases, few missing scores, and raters who agree.",
    test=_test,
)
