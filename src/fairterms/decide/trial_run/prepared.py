"""Everything slow, done once for a deal: what every trial run of it starts from."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import performance_years, terms_in_force
from fairterms.decide.own_past import past_of
from fairterms.decide.trial_run.panels import Panels
from fairterms.payment.loading import load
from fairterms.simulate.deal_forecast import expected_scenario
from fairterms.simulate.forecast import declaration_reader
from fairterms.simulate.forecast.declaration import FILE, Declaration
from fairterms.simulate.forecast.panel import simulate
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import USUAL, Sample, plan_year
from fairterms.simulate.forecast.year_moves import BLOCKS
from fairterms.simulate.years import settled
from fairterms.units.period import Period
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Prepared:
    """A deal, ready for trial runs of one performance year.

    Attributes
    ----------
    deal
        With its scenarios; its folder is not read again.
    contract
        The terms in force in the year.
    declared
        What forecast.toml says.
    expected
        The expected scenario.
    past
        What the records say.
    period
        The year.
    seed
        Of every run.
    panels
        Years drawn lately; a run has the same bytes with and without them.
    memo
        What was worked out from this very deal before, by a name.
    """

    deal: Deal
    contract: Contract
    declared: Declaration
    expected: FigureSet
    past: Past
    period: Period
    seed: int = USUAL.seed
    panels: Panels = field(default_factory=Panels, compare=False, repr=False)
    memo: dict[str, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def with_terms(self, contract: Contract) -> "Prepared":
        """Return the same deal and years under other terms, whole or in force already.

        Raises
        ------
        Refusal
            When those terms do not cover the year, or change within it.
        """
        if self.period not in performance_years(contract):
            raise Refusal(
                f"the year {self.period}",
                f"is no performance year of terms that run from {contract.starts} to "
                f"{contract.ends}",
                "both versions are compared on the same year",
                "change the dates, or prepare another year",
            )
        return replace(self, contract=terms_in_force(contract, self.period))


def prepare(
    folder: Path,
    past: Past | None = None,
    *,
    year: int | None = None,
    seed: int = USUAL.seed,
    tell: Tell = lambda _: None,
) -> Prepared:
    """Prepare a deal folder.

    Parameters
    ----------
    folder
        The deal folder.
    past
        What the records say, where it was kept; None reads the records, which takes long.
    year
        The calendar year the performance year begins in; None takes the first that can be
        simulated.
    seed
        The same seed gives the same years.
    tell
        Called with a short sentence before each stage.

    Raises
    ------
    Refusal
        When the folder has a problem, no forecast, no expected scenario, or no such year; the
        first problem is named.
    """
    deal = deals.read(folder)
    loaded = load(deal.terms)
    declared = declaration_reader.read(folder)
    problems = (*deal.problems, *loaded.mistakes, *(declared.problems if declared else ()))
    if loaded.contract is None or problems:
        raise refusal_of((*loaded.problems, *problems))
    if declared is None:
        raise _no_forecast()
    tell("Reading the records")
    known = past if past is not None else past_of(deal, loaded.contract, declared, tell=tell)
    return prepare_deal(deal, loaded.contract, declared, known, year=year, seed=seed)


def prepare_deal(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    past: Past = NOTHING_PAST,
    *,
    year: int | None = None,
    seed: int = USUAL.seed,
) -> Prepared:
    """Prepare a deal that was read already.

    Parameters
    ----------
    deal, contract, declared
        Without problems.
    past, year, seed
        As in :func:`prepare`.

    Raises
    ------
    Refusal
        When there is no expected scenario, or no year of that number can be simulated.
    """
    expected = expected_scenario(deal)
    if expected is None:
        raise Refusal(
            deal.folder.name,
            "has no expected scenario",
            "a forecast takes the level of every figure from it",
            'add scenarios/expected.toml with role = "expected"',
        )
    refused = _no_year(year, contract)
    for period in performance_years(contract):
        if year in {None, period.first.year}:
            try:
                in_force = terms_in_force(contract, period)
                found = Prepared(deal, in_force, declared, expected, past, period, seed)
                _try(found)
            except Refusal as why:
                refused = why
            else:
                return found
    raise refused


def _try(prepared: Prepared) -> None:
    """Settle a few years, so that what cannot be settled is said at once."""
    sample = Sample(prepared.seed, 2 * BLOCKS)
    plan = plan_year(
        prepared.contract,
        prepared.declared,
        prepared.expected,
        prepared.period,
        prepared.past,
        sample,
    )
    settled(plan.contract, simulate(plan))


def refusal_of(problems: tuple[Problem, ...]) -> Refusal:
    """Return the first of some problems as a refusal that says how many there are."""
    first = problems[0]
    where = f"{first.file}, line {first.line}" if first.line else first.file
    more = f" (the first of {len(problems)} problems)" if len(problems) > 1 else ""
    return Refusal(where, f"{first.what}{more}", first.why, first.fix)


def _no_forecast() -> Refusal:
    return Refusal(
        FILE,
        "is missing",
        "what a year may bring is said by the group, never guessed",
        "copy the one of an example and change it",
    )


def _no_year(year: int | None, contract: Contract) -> Refusal:
    years = ", ".join(str(one.first.year) for one in performance_years(contract))
    return Refusal(
        f"the year {year}",
        "is no performance year of the contract",
        "only a year of the contract is simulated",
        f"choose one of: {years}",
    )
