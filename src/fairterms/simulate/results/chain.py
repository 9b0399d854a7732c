"""The chain of steps as distributions: what bites how often, and what each clause brings."""

from dataclasses import dataclass

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.value import Row, Value, show
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate, block_parts
from fairterms.simulate.results.settled_years import SettledYears, measures_paid_on
from fairterms.simulate.years import FloatArray, IntArray
from fairterms.units.number import Mask
from fairterms.units.quantity import Quantity

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles shown of a clause's result and of a measure's rate."""


@dataclass(frozen=True)
class GateChance:
    """How often a threshold, cap or condition bites, and how the years differ in which it does.

    Attributes
    ----------
    clause, name
        As in the worksheet.
    otherwise
        Why it did not bite in the other years, as a sentence fragment.
    bites
        The share of years in which it bites.
    net_where_it_bites, net_elsewhere
        The average net margin of the years in which it bites, and of the others, in dollars; None
        where there are no such years.
    """

    clause: str
    name: str
    otherwise: str
    bites: Estimate
    net_where_it_bites: Estimate | None
    net_elsewhere: Estimate | None

    @property
    def id(self) -> str:
        """The name no other gate has: ``clause.gate``."""
        return f"{self.clause}.{self.name}"

    def words(self) -> str:
        """Say it in plain words, without claiming that the gate is the cause."""
        often = f"{self.id} bites in {_share(self.bites.value)} of years"
        if self.net_where_it_bites is None or self.net_elsewhere is None:
            return f"{often}."
        here, there = self.net_where_it_bites.value, self.net_elsewhere.value
        return (
            f"{often}. In those years the net margin is {_dollars(here)} on average, in the other "
            f"years {_dollars(there)}. The years may differ in other things too."
        )


@dataclass(frozen=True)
class ClauseSpread:
    """What a clause's result comes to, in dollars a year; positive is good for the group.

    Attributes
    ----------
    quantiles
        One estimate for each of :data:`LEVELS`.
    pays
        Whether the result is a part of the amount payable, or prepares another clause.
    """

    clause: str
    pays: bool
    mean: Estimate
    quantiles: tuple[Estimate, ...]


@dataclass(frozen=True)
class TargetChance:
    """How often a measure earns at least what one of its targets earns.

    Attributes
    ----------
    at
        The target as the contract writes it.
    earns
        The share of the measure's weight that the target earns.
    chance
        The share of years in which the measure earns at least that, by whatever way.
    """

    at: str
    earns: float
    chance: Estimate


@dataclass(frozen=True)
class MeasureChance:
    """A measure's rate over the years, and how often it reaches its targets.

    Attributes
    ----------
    rate
        Quantiles of the rate at :data:`LEVELS`, as fractions; years without patients count as 0.
    targets
        From easy to hard; empty when the contract gives none that can be read.
    too_few
        The share of years with too few patients to score it; None when there is no such rule.
    """

    clause: str
    measure: str
    rate: tuple[Estimate, ...]
    targets: tuple[TargetChance, ...]
    too_few: Estimate | None


@dataclass(frozen=True)
class Chain:
    """The steps from figures to money, as distributions over the simulated years."""

    gates: tuple[GateChance, ...]
    clauses: tuple[ClauseSpread, ...]
    measures: tuple[MeasureChance, ...]

    def as_rows(self) -> list[tuple[str, str, float, float]]:
        """Return rows of part, figure, value and error, for a table or a spreadsheet."""
        rows = [("gate", f"{gate.id}: bites", *_pair(gate.bites)) for gate in self.gates]
        for clause in self.clauses:
            rows.append(("clause", f"{clause.clause}: mean", *_pair(clause.mean)))
            rows += _levels("clause", clause.clause, clause.quantiles)
        for measure in self.measures:
            name = f"{measure.clause}.{measure.measure}"
            rows += _levels("measure", name, measure.rate)
            rows += [
                ("measure", f"{name}: reaches {target.at}", *_pair(target.chance))
                for target in measure.targets
            ]
        return rows


def chain(contract: Contract, found: SettledYears) -> Chain:
    """Return the chain of steps of years that were settled under ``contract``."""
    return Chain(
        tuple(_gate(found, name) for name in found.gates),
        tuple(_clause(found, clause.id) for clause in contract.clauses if clause.id in found.steps),
        tuple(
            _measure(found, clause, measure, row)
            for clause, rows in measures_paid_on(contract).items()
            for measure, row in rows
            if f"{clause}.{measure}.share" in found.steps
        ),
    )


def mean_where(values: FloatArray, mask: Mask, blocks: IntArray) -> Estimate | None:
    """Return the average of some of the years; None when there are none.

    Notes
    -----
    With blocks the error is that of a ratio: the spread of the blocks' sums of (value − average)
    over those years, divided by how many such years a block has on average. A block without any
    such year counts too. With one block it is s/√n of those years.
    """
    chosen = values[mask]
    if not len(chosen):
        return None
    value = float(chosen.mean())
    groups = block_parts(blocks)
    if len(groups) > 1:
        left = np.where(mask, values - value, 0.0)
        sums = np.array([left[group].sum() for group in groups])
        in_each = len(chosen) / len(groups)
        error = float(np.std(sums, ddof=1)) / in_each / float(np.sqrt(len(groups)))
        return Estimate(value, error, len(groups))
    spread = float(np.std(chosen, ddof=1)) if len(chosen) > 1 else float("inf")
    return Estimate(value, spread / float(np.sqrt(len(chosen))))


def _gate(found: SettledYears, gate_id: str) -> GateChance:
    mask = found.gates[gate_id]
    clause, _, name = gate_id.partition(".")
    return GateChance(
        clause,
        name,
        found.otherwise[gate_id],
        statistic.probability(mask, found.blocks),
        mean_where(found.net, mask, found.blocks),
        mean_where(found.net, ~mask, found.blocks),
    )


def _clause(found: SettledYears, clause: str) -> ClauseSpread:
    values = found.steps[clause]
    return ClauseSpread(
        clause,
        clause in found.pays,
        statistic.mean(values, found.blocks),
        _quantiles(values, found.blocks),
    )


def _measure(found: SettledYears, clause: str, measure: str, row: Row) -> MeasureChance:
    name = f"{clause}.{measure}"
    share = found.steps[f"{name}.share"]
    few = found.gates.get(f"{name}.minimum_denominator")
    return MeasureChance(
        clause,
        measure,
        _quantiles(found.steps[f"{name}.rate"], found.blocks),
        tuple(
            TargetChance(at, earns, statistic.probability(share >= earns - 1e-9, found.blocks))
            for at, earns in _targets(row)
        ),
        None if few is None else statistic.probability(few, found.blocks),
    )


def _targets(row: Row) -> list[tuple[str, float]]:
    """Return each target as written, with the share it earns."""
    tiers = row.cells.get("tiers", ())
    written: list[Value] = list(tiers) if isinstance(tiers, tuple) else [tiers]
    found = [
        (show(tier.cells["at"]), float(earns.amount))
        for tier in written
        if isinstance(tier, Row) and isinstance(earns := tier.cells.get("share"), Quantity)
    ]
    if not found and "benchmark" in row.cells:
        found.append((show(row.cells["benchmark"]), 1.0))
    return found


def _quantiles(values: FloatArray, blocks: IntArray) -> tuple[Estimate, ...]:
    return tuple(statistic.quantile(values, level, blocks) for level in LEVELS)


def _pair(found: Estimate) -> tuple[float, float]:
    return found.value, found.error


def _levels(
    part: str, name: str, quantiles: tuple[Estimate, ...]
) -> list[tuple[str, str, float, float]]:
    return [
        (part, f"{name}: {level:.0%} quantile", *_pair(found))
        for level, found in zip(LEVELS, quantiles, strict=True)
    ]


def _share(share: float) -> str:
    return f"{share:.1%}".replace("%", " %")


def _dollars(amount: float) -> str:
    return f"{'−' if amount < 0 else ''}${abs(amount):,.0f}"
