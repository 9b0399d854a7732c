"""The worst case the terms allow: proved from the terms by ranges, not drawn by chance.

Simulated years show what is likely; they never show what the terms rule out. Here every figure is
given a range, and the settlement runs on the ranges (``interval_settlement``), halving them where
it helps (``box_search``), until the proved bound comes near the worst real year that can be found.
No year within the ranges gives less than the proved amount, whatever the chances are.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Contract
from fairterms.contract.deal import WithoutDeal
from fairterms.contract.value import show
from fairterms.payment.evaluation import paying_clauses, survey
from fairterms.payment.worksheet import PAYABLE, Worksheet
from fairterms.simulate.results.box_search import BoxSearch, Question
from fairterms.simulate.results.interval import Undecided
from fairterms.simulate.results.real_years import RealYears, default_ranges
from fairterms.units.quantity import MONEY

FloatArray = npt.NDArray[np.float64]

ROUNDS = 30
"""Rounds of halving before the search stops with what is proved."""

LOOK, WIDE = 8, 4
"""Rounds between two looks for a lower real year; boxes' worth of corners for the first look."""

CLOSE = 0.001
"""The search also stops when bound and year differ by this share of the amount, or by a dollar."""

PATIENTS = (".numerator", ".denominator")
"""Figures that count for their ratio only, so that it does not matter how many there are."""

LIMITS = frozenset(
    {
        "loss_cap", "owed_cap", "deficit_cap", "loss_limit", "repayment_limit", "charge_back_cap",
        "downside_share", "minimum_loss_rate", "total_upside_only", "relief",
    }
)  # fmt: skip
"""Gates of the payment models that lessen what the group owes."""


@dataclass(frozen=True)
class BindingLimit:
    """A term that keeps the worst year from being worse.

    Attributes
    ----------
    clause, term
        Where it stands.
    says
        The term as the contract writes it.
    """

    clause: str
    term: str
    says: str


@dataclass(frozen=True)
class Unlimited:
    """A clause whose worst result no term limits: it follows a figure however far that goes.

    Attributes
    ----------
    clause
        A clause that pays.
    figure
        The figure it follows.
    """

    clause: str
    figure: str


@dataclass(frozen=True)
class WorstCase:
    """The lowest amount any year within the ranges can give, with its reasons.

    Attributes
    ----------
    of
        What is bounded: ``payable``, or a clause.
    amount
        Proved: no year within the ranges gives less, in dollars; negative is against the group.
        None when nothing could be proved.
    reached
        What a real year within the ranges does give, in dollars: the truth lies between the two.
    year
        The figures of that year.
    limits
        Terms that limit that year's loss.
    unlimited
        Clauses that no term limits; there only the ranges of the figures do.
    open_figures
        Figures without a highest (or lowest) value, the patients of measures left out.
    """

    of: str
    amount: float | None
    reached: float
    year: Mapping[str, float]
    limits: tuple[BindingLimit, ...]
    unlimited: tuple[Unlimited, ...]
    open_figures: tuple[str, ...]

    @property
    def is_limited(self) -> bool:
        """Whether the terms themselves, and not only the figures' ranges, limit the amount."""
        return self.amount is not None and not self.unlimited

    @property
    def slack(self) -> float | None:
        """How far the proved amount lies below a real year, in dollars; 0 is perfectly tight."""
        return None if self.amount is None else self.reached - self.amount

    @property
    def why(self) -> str:
        """The reasons in plain words."""
        parts = [_proved_words(self)]
        parts += [
            f"Unlimited: no term limits what the clause {one.clause} can take; "
            f"it follows {one.figure} however far that goes."
            for one in self.unlimited
        ]
        if self.limits:
            named = "; ".join(f"{one.clause}.{one.term} ({one.says})" for one in self.limits)
            parts.append(f"What limits it: {named}.")
        elif not self.unlimited:
            parts.append("No limit binds in the worst year that was found.")
        return " ".join(parts)

    def as_rows(self) -> list[tuple[str, str]]:
        """Return the result as pairs of name and value, for a table."""
        rows = [
            ("of", self.of),
            ("proved, dollars", "" if self.amount is None else f"{self.amount:.2f}"),
            ("reached by a year, dollars", f"{self.reached:.2f}"),
            *((f"limit: {one.clause}.{one.term}", one.says) for one in self.limits),
            *((f"no limit: {one.clause}", f"follows {one.figure}") for one in self.unlimited),
        ]
        return rows + [(f"figure: {name}", f"{value:g}") for name, value in self.year.items()]


def worst_case(
    contract: Contract,
    bounds: Mapping[str, tuple[float, float]],
    of: str = PAYABLE,
    without: WithoutDeal | None = None,
    rounds: int = ROUNDS,
) -> WorstCase:
    """Prove the lowest amount that the terms can give.

    Parameters
    ----------
    contract
        The terms in force in one period.
    bounds
        Figure name to its lowest and highest value, in its unit; a list of figures counts as one.
        Figures not named here get the contract's own range, see ``real_years.default_ranges``.
    of
        ``payable``, or the id of a clause for its result alone.
    without
        What the group would be paid anyway, taken off; None to take nothing off.
    rounds
        How often boxes are halved at most.

    Raises
    ------
    Refusal
        When the terms cannot be settled, such as where a number is not stated.

    Notes
    -----
    Figures are taken as real numbers, any of them with any other. A year that cannot happen
    because two figures exclude each other may therefore stand as the worst one: the bound is then
    lower than need be, and never too high.
    """
    ranges = default_ranges(contract, bounds)
    question = Question(contract, of, without or WithoutDeal(), ranges)
    years = RealYears(question)
    low, high = years.ends
    year, reached = years.lowest(*(np.tile(end, (WIDE, 1)) for end in (low, high)))
    amount, year, reached = _prove(question, years, (year, reached), rounds)
    sheet = years.worksheet(year[None])
    return WorstCase(
        of,
        amount,
        reached,
        dict(zip(years.figures, year.tolist(), strict=True)),
        _limits(contract, sheet),
        _unlimited(years, year),
        tuple(
            name
            for name, ends in ranges.items()
            if not (np.isfinite(ends).all() or name.endswith(PATIENTS))
        ),
    )


def _prove(
    question: Question, years: RealYears, found: tuple[FloatArray, float], rounds: int
) -> tuple[float | None, FloatArray, float]:
    """Halve boxes until the bound meets a real year; return the bound and that year."""
    year, reached = found
    try:
        search = BoxSearch(question)
        for at in range(rounds):
            if at % LOOK == 0 and len(search.cover.bound):
                found = years.lowest(*search.lowest_boxes())
                year, reached = min((year, reached), found, key=lambda one: one[1])
            if at > LOOK and np.isneginf(search.proved):
                break  # no halving helps where a range has no end
            if not search.halve(reached, max(1.0, CLOSE * abs(reached))):
                break
    except Undecided:
        return None, year, reached
    # A bound above a real year cannot be; the cents of rounding are on the safe side already.
    amount = min(search.proved, reached)
    return (amount if np.isfinite(amount) else None), year, reached


def _limits(contract: Contract, sheet: Worksheet) -> tuple[BindingLimit, ...]:
    """Return the limits that bite in a year."""
    found = []
    for gate in sheet.gates:
        if gate.bites[0] and (gate.name in LIMITS or gate.name.startswith("floor_")):
            term = contract.clause(gate.clause).terms.get(gate.name)
            says = show(term.value) if term else gate.name.replace("_", " ")
            found.append(BindingLimit(gate.clause, gate.name, says))
    return tuple(found)


def _unlimited(years: RealYears, year: FloatArray) -> tuple[Unlimited, ...]:
    """Return the paying clauses that fall in step with a figure, however far it goes."""
    question = years.question
    contract = question.contract
    wanted = survey(contract).wanted
    found: dict[Unlimited, None] = {}
    for at, name in enumerate(years.figures):
        if wanted[name].unit != MONEY:
            continue  # members, visits and patients cannot grow without end; amounts can
        far = np.vstack([year, year, year])
        far[1:, at] = (year[at] or 1.0) * np.array([1e3, 1e6])
        amounts = years.amounts(far)
        if not np.isfinite(amounts).all():
            continue
        falls = amounts[0] - amounts[1:]
        if falls[0] > 1 and falls[1] > 100 * falls[0]:
            found[Unlimited(_deepest_fall(years, far[[0, 2]]), name)] = None
    return tuple(found)


def _deepest_fall(years: RealYears, pair: FloatArray) -> str:
    """Return the clause whose result falls most from the first of two years to the second."""
    question, sheet = years.question, years.worksheet(pair)
    names = paying_clauses(question.contract) if question.of == PAYABLE else (question.of,)
    return min(names, key=lambda name: float(np.diff(sheet.result(name).values)[0]))


def _proved_words(found: WorstCase) -> str:
    if found.amount is None and found.open_figures:
        return f"Nothing is proved: {', '.join(found.open_figures)} would need a highest value."
    if found.amount is None:
        return "Nothing is proved: within these ranges something is divided by what may be zero."
    return (
        f"No year within the ranges gives less than {_dollars(found.amount)} ({found.of}); "
        f"one gives {_dollars(found.reached)}."
    )


def _dollars(amount: float) -> str:
    return f"{'-' if amount <= -0.005 else ''}${abs(amount):,.2f}"
