"""The same patients under every reading the contract's words allow: the price of vagueness."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

from fairterms.outcomes.contract_measures.evaluation import evaluate, judgements
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.outcomes.group_results.feeds import Loaded
from fairterms.outcomes.group_results.measured import of_part, people, value_sets
from fairterms.outcomes.patient_change.definition_sensitivity import Reading, Sensitivity
from fairterms.outcomes.patient_change.rate import Rate
from fairterms.reference.measure import MEASURES, MeasurementPeriod
from fairterms.units.refusal import Refusal

MOST = 64
"""More readings than this are no question of wording."""

PriceBetween = Callable[[Fraction, Fraction], Decimal]
"""Dollars that move between two rates of one measure."""


@dataclass(frozen=True)
class OpenMeasure:
    """A measure whose words leave something open.

    Attributes
    ----------
    declared
        The measure, with what is open.
    year
        The year whose patients were judged.
    sensitivity
        The rate under every combination of readings.
    dollars
        What lies between the worst and the best reading; None where it was not priced.
    """

    declared: Measured
    year: int
    sensitivity: Sensitivity
    dollars: Decimal | None


def read_otherwise(
    loaded: Loaded, folder: Path, declared: Measured, year: int, price: PriceBetween | None
) -> OpenMeasure | None:
    """Work out a measure under every combination of readings.

    Parameters
    ----------
    loaded, folder
        The records, and the deal's folder for code lists.
    declared
        The measure.
    year
        The calendar year judged.
    price
        Dollars between two rates; None where nobody priced the measure.

    Returns
    -------
    OpenMeasure or None
        None where nothing is open.

    Raises
    ------
    Refusal
        When the combinations are too many, or no patient counts under one of them.
    """
    if not declared.open:
        return None
    names = tuple(declared.open)
    combinations = list(product(*declared.open.values()))
    if len(combinations) > MOST:
        raise Refusal(
            declared.measure,
            f"its open words have {len(combinations):,} combinations of readings",
            "nobody settles that many questions at once",
            f"name the words that are really disputed, at most {MOST} combinations",
        )
    measure = MEASURES[declared.by]
    sets = value_sets(folder)
    found: list[Reading] = []
    for chosen in combinations:
        options = {**declared.options, **dict(zip(names, chosen, strict=True))}
        judged = judgements(
            measure, people(loaded, measure), [MeasurementPeriod.year(year)], sets, options
        )
        lines = evaluate(measure, of_part(judged, declared), by=())
        reached, cases = (lines[0].reached, lines[0].cases) if lines else (0, 0)
        found.append(Reading(_labels(chosen), Rate(declared.measure, reached, cases, str(year))))
    spoken = tuple(name.replace("_", " ") for name in names)
    sensitivity = Sensitivity(spoken, tuple(found))
    ends = sensitivity.lowest.rate.exact, sensitivity.highest.rate.exact
    return OpenMeasure(declared, year, sensitivity, price(*ends) if price else None)


def _labels(chosen: Sequence[str | float]) -> tuple[str, ...]:
    return tuple(one if isinstance(one, str) else f"{one:g}" for one in chosen)
