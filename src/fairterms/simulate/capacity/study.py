"""Everything the page shows of a performance year's capacity, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.clinicians_needed import SEARCHED, Needed, Row, Search
from fairterms.simulate.capacity.declaration import CapacityDeclaration
from fairterms.simulate.capacity.forecast import YEARS, CapacityForecast, forecast
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.capacity.sources import Beside, beside, fill
from fairterms.simulate.capacity.what_if import WhatIf, answer, standard_questions
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class CapacityStudy:
    """What is said about a performance year.

    Attributes
    ----------
    measure
        The measure's id.
    forecast
        The year as declared.
    around
        Other numbers of clinicians, fewest first; empty without tiers.
    needed
        The fewest clinicians for each tier and chance; empty without tiers.
    what_ifs
        The standard questions.
    beside
        Declared numbers beside observed ones.
    observed
        What the records say; None without visits on record.
    """

    measure: str
    forecast: CapacityForecast
    around: tuple[Row, ...]
    needed: tuple[Needed, ...]
    what_ifs: tuple[WhatIf, ...]
    beside: tuple[Beside, ...]
    observed: Observed | None


@dataclass(frozen=True)
class Sample:
    """How much is simulated.

    Attributes
    ----------
    seed
        The same seed gives the same study.
    years
        Years of the forecast.
    questioned
        Years of each what-if question.
    searched
        Years for each number of clinicians.
    """

    seed: int = 1
    years: int = YEARS
    questioned: int = 1_000
    searched: int = SEARCHED


def study(
    declared: CapacityDeclaration,
    observed: Observed | None,
    tiers: Sequence[AccessTier],
    starts: date,
    sample: Sample,
) -> CapacityStudy:
    """Forecast a performance year and what it would take to meet the contract.

    Parameters
    ----------
    declared
        What the group declares.
    observed
        What its records say, where there are any.
    tiers
        What the contract asks, lowest first.
    starts
        The first day of the performance year.
    sample
        How much is simulated.

    Raises
    ------
    Refusal
        When the declaration takes from records what they do not say.
    """
    practice = _filled(declared, observed).practice(starts)
    around: tuple[Row, ...] = ()
    needed: tuple[Needed, ...] = ()
    if tiers:
        search = Search(practice, tiers, sample.seed, sample.searched)
        around, needed = search.around(), search.all_needed()
    questions = standard_questions(practice)
    return CapacityStudy(
        declared.measure,
        forecast(practice, tiers, sample.seed, sample.years),
        around,
        needed,
        answer(practice, questions, tiers, sample.seed, sample.questioned),
        beside(declared, observed),
        observed,
    )


def _filled(declared: CapacityDeclaration, observed: Observed | None) -> CapacityDeclaration:
    if observed is not None:
        return fill(declared, observed)
    if not declared.from_records:
        return declared
    raise Refusal(
        f"capacity: {sorted(declared.from_records)[0]}",
        "it is to come from records, and there are no visits on record",
        "a number nobody has said is never guessed",
        "put the visits into records/, or write the number itself in forecast.toml",
    )
