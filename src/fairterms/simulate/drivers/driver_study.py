"""Every question about what moves the result, asked of one deal's simulated years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fairterms.contract.deal import Deal
from fairterms.publish.blocks import Block
from fairterms.simulate.drivers.break_even import BreakEvens, break_evens
from fairterms.simulate.drivers.driver_page import (
    break_even_blocks,
    risk_adjustment_blocks,
    sensitivity_blocks,
)
from fairterms.simulate.drivers.goal import Goal
from fairterms.simulate.drivers.loss_by_size import SizeResult, loss_by_size
from fairterms.simulate.drivers.page import phase_in_blocks, size_blocks, stress_blocks
from fairterms.simulate.drivers.phase_in import PhaseIns, phase_ins
from fairterms.simulate.drivers.risk_adjustment import RiskAdjustment, risk_adjustment
from fairterms.simulate.drivers.sensitivity import Sensitivity, sensitivity
from fairterms.simulate.drivers.stress_test import StressTests, stress_tests
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.years import Years
from fairterms.units.refusal import Refusal

Year = tuple[Plan, Years]
"""What was simulated of a performance year, and the years it gave."""


@dataclass(frozen=True)
class DriverStudy:
    """What moves the result; each part None where it was refused, and ``gaps`` says why.

    Attributes
    ----------
    stresses, sizes, break_evens, sensitivity, risk_adjustment, phase_ins
        As their modules say, of the riskiest performance year; phase-in over all of them.
    first_year
        The first performance year of the contract.
    gaps
        What could not be worked out, and why.
    """

    stresses: StressTests | None
    sizes: tuple[SizeResult, ...] | None
    break_evens: tuple[BreakEvens, ...] | None
    sensitivity: Sensitivity | None
    risk_adjustment: RiskAdjustment | None
    phase_ins: PhaseIns | None
    first_year: int
    gaps: tuple[str, ...] = ()


def study(
    deal: Deal,
    years: Sequence[Year],
    riskiest: Year,
    past: Past,
    first_year: int,
    tell: Callable[[str], None] = lambda _: None,
) -> DriverStudy:
    """Ask every question.

    Parameters
    ----------
    deal
        The deal.
    years
        Every performance year that could be simulated, in order.
    riskiest
        The one that the questions about one year are asked of.
    past
        What the group's records say.
    first_year
        The first performance year of the contract.
    tell
        Called with a short sentence before each question.
    """
    plan, drawn = riskiest
    asked: dict[str, tuple[str, Callable[[], Any]]] = {
        "stresses": ("Trying stresses", partial(stress_tests, deal, plan, drawn, past)),
        "sizes": ("Trying other sizes", partial(loss_by_size, deal, plan)),
        "break_evens": ("Searching break-evens", partial(break_evens, deal, plan, drawn)),
        "sensitivity": ("Weighing drivers", partial(sensitivity, deal, plan)),
        "risk_adjustment": (
            "Making patients more ill",
            partial(risk_adjustment, deal, plan, drawn, past),
        ),
        "phase_ins": ("Comparing ways into risk", partial(phase_ins, deal, years)),
    }
    found: dict[str, Any] = {}
    gaps = []
    for part, (stage, ask) in asked.items():
        tell(stage)
        try:
            found[part] = ask()
        except Refusal as refusal:
            found[part] = None
            gaps.append(f"{stage}: {refusal.sentences}")
    return DriverStudy(**found, first_year=first_year, gaps=tuple(gaps))


def driver_blocks(found: DriverStudy) -> list[Block]:
    """Show every part that could be worked out."""
    blocks: list[Block] = []
    if found.stresses is not None:
        blocks += stress_blocks(found.stresses)
    if found.break_evens is not None:
        blocks += break_even_blocks(found.break_evens, Goal())
    if found.sensitivity is not None:
        blocks += sensitivity_blocks(found.sensitivity)
    if found.risk_adjustment is not None:
        blocks += risk_adjustment_blocks(found.risk_adjustment)
    if found.phase_ins is not None:
        blocks += phase_in_blocks(found.phase_ins, found.first_year)
    if found.sizes is not None:
        blocks += size_blocks(found.sizes)
    return blocks
