"""What the measures of a contract need: forms, surveys, first contacts, discharges."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract, Measure
from fairterms.contract.figure_set import FigureValue
from fairterms.prepare.cost_to_comply.kind import Driver, words
from fairterms.units.quantity import Quantity

FORMS_A_PATIENT = 2
"""A change needs a first and a later form; a patient seen longer is given more."""

_NEEDS: tuple[tuple[str, Driver, "re.Pattern[str]"], ...] = (
    (
        "patient_surveys",
        Driver.SURVEY,
        words(r"\bsatisf", r"\bsurvey", r"\boverall rating\b", r"\bexperience of care\b",
              r"\brelationship rated\b", r"\breturn the card\b"),
    ),
    (
        "discharge_contacts",
        Driver.DISCHARGE,
        words(r"\bdischarge", r"\bafter (?:a )?hospital", r"\bhospitali[sz]ation\b"),
    ),
    (
        "first_contact_records",
        Driver.NEW_PATIENT,
        words(r"\bnew patients?\b", r"\bfirst (?:appointment|visit|contact)\b", r"\baccess\b"),
    ),
    (
        "outcome_measures",
        Driver.FORM,
        words(r"\bPHQ", r"\bGAD", r"\bscores?\b", r"\bremission\b", r"\bresponse\b",
              r"\bquestionnaire", r"\binstrument", r"\bfunction\b", r"\bsymptom"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Need:
    """What a contract's measures need of one sort of work.

    Attributes
    ----------
    kind_name
        The kind of duty.
    driver
        What is counted.
    measures
        The measures that need it, by name.
    count
        How many a year in the expected scenario; None where it gives no denominators.
    """

    kind_name: str
    driver: Driver
    measures: tuple[str, ...]
    count: Decimal | None


def needs(contract: Contract, figures: Mapping[str, FigureValue]) -> tuple[Need, ...]:
    """Return what the measures of a contract need.

    Parameters
    ----------
    contract
        The terms.
    figures
        The figures of the expected scenario; denominators are read from them.

    Notes
    -----
    Measures of one sort mostly look at the same patients, so the largest denominator counts and
    not the sum. Each of its patients fills in a form twice, :data:`FORMS_A_PATIENT`.
    """
    sorted_out: dict[str, list[Measure]] = {}
    for measure in contract.measures:
        name = _kind_of(measure)
        if name:
            sorted_out.setdefault(name, []).append(measure)
    return tuple(
        Need(name, driver, tuple(one.name for one in found), _count(driver, found, figures))
        for name, driver, _ in _NEEDS
        if (found := sorted_out.get(name, []))
    )


def _kind_of(measure: Measure) -> str:
    said = " ".join((measure.name, measure.id.replace("_", " ")))
    whole = f"{said} {measure.numerator} {measure.denominator}"
    named = [name for name, _, pattern in _NEEDS if pattern.search(said)]
    described = [name for name, _, pattern in _NEEDS if pattern.search(whole)]
    return [*named, *described, ""][0]


def _count(
    driver: Driver, measures: list[Measure], figures: Mapping[str, FigureValue]
) -> Decimal | None:
    found = [figures.get(f"{measure.id}.denominator") for measure in measures]
    counted = [one.amount for one in found if isinstance(one, Quantity)]
    if not counted:
        return None
    return max(counted) * (FORMS_A_PATIENT if driver is Driver.FORM else 1)
