"""Puts numbers on a register: losses by stage, objectives against tolerance, ranks, the matrix."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np
import numpy.typing as npt

from fairterms.risks.appraisal.appraised import (
    Appraisal,
    Appraised,
    Losses,
    ObjectiveLoss,
    Placed,
)
from fairterms.risks.appraisal.contract_years import NO_YEARS, ContractYears
from fairterms.risks.control.credit import Multipliers, Residual
from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.portfolio import portfolio
from fairterms.risks.loss.ranking import Ranking, rank
from fairterms.risks.loss.tolerance import chance_beyond
from fairterms.risks.matrix.lint import lint
from fairterms.risks.matrix.region import PlacedRisk, region, region_of_years
from fairterms.risks.matrix.version import MatrixVersion, TwoLevels, relevel
from fairterms.risks.register.contract_loss import NET
from fairterms.risks.register.estimate import Estimate, Stage
from fairterms.risks.register.impact import Impact
from fairterms.risks.register.objective import Objective
from fairterms.risks.register.register import Register, as_of

FloatArray = npt.NDArray[np.float64]

TRIALS = 32_768
"""Years drawn for every impact: at least so many, and a multiple of the simulated ones."""

NOTHING_LEFT_OFF = Residual("", Multipliers(), Multipliers(), ())
"""Controls that take nothing off an estimate."""

PLACES = 2_048
"""Draws that make the region of an impact on the matrix."""

SEED = 2027
"""Of every draw, so that two runs give the same bytes."""


def appraise(
    register: Register, on: date, years: ContractYears = NO_YEARS, seed: int = SEED
) -> Appraisal:
    """Put numbers on a register as it stands on a day.

    Parameters
    ----------
    register
        The register; what happened later than the day is left out.
    on
        The day.
    years
        Losses that the contract computes.
    seed
        Of every draw.
    """
    standing = as_of(register, on)
    setting = _Setting(standing, on, years, seed)
    impacts = tuple(setting.appraised(one) for one in standing.impacts if setting.is_open(one))
    known = [one for one in impacts if one.losses is not None]
    return Appraisal(
        standing,
        impacts,
        tuple(_objectives(standing, known)),
        tuple(_rankings(known, seed)),
        setting.placed(known),
        years.about if any(one.estimate and one.estimate.is_computed for one in known) else "",
    )


@dataclass(frozen=True)
class _Setting:
    """What every impact of one appraisal shares."""

    register: Register
    on: date
    years: ContractYears
    seed: int

    @property
    def trials(self) -> int:
        """A multiple of the simulated years, so that all of them weigh alike."""
        number = self.years.years
        return number * ceil(TRIALS / number) if number else TRIALS

    def is_open(self, impact: Impact) -> bool:
        """Whether the risk of an impact may still happen."""
        return self.register.risk(impact.risk).is_open

    def appraised(self, impact: Impact) -> Appraised:
        """Put numbers on one impact."""
        inherent = self.register.standing(impact.id, Stage.INHERENT)
        estimate = inherent or self.register.standing(impact.id, Stage.CURRENT)
        residual = self.register.controls.residual(impact.id, self.on)
        found: Losses | None = None
        why_not = "Nobody has estimated it."
        if estimate is not None:
            # An estimate of things as they are holds what controls do: none is taken off again.
            left = residual if inherent else NOTHING_LEFT_OFF
            found, why_not = self._losses(impact, estimate, left)
        return Appraised(
            impact,
            self.register.risk(impact.risk),
            self.register.objective(impact.objective),
            estimate,
            found,
            residual,
            self._at(impact, Stage.CURRENT) if inherent else None,
            self._at(impact, Stage.TARGET),
            why_not,
        )

    def _losses(
        self, impact: Impact, estimate: Estimate, residual: Residual
    ) -> tuple[Losses | None, str]:
        if estimate.from_contract is not None and self.years.of(estimate.from_contract) is None:
            asked = f"The simulated years do not hold “{estimate.from_contract}”."
            return None, self.years.why_not or asked
        frequency, severity = residual.frequency, residual.severity
        try:
            return (
                Losses(
                    self._loss(impact, estimate),
                    self._loss(impact, estimate, frequency.claimed, severity.claimed),
                    self._loss(impact, estimate, frequency.proven, severity.proven),
                ),
                "",
            )
        except ValueError as refused:
            return None, f"With its controls it cannot be drawn: {refused}."

    def _loss(
        self, impact: Impact, estimate: Estimate, keeps: float = 1.0, times: float = 1.0
    ) -> AnnualLoss:
        key, unit = DrawKey(self.seed, impact.id), str(estimate.unit)
        if estimate.from_contract is not None:
            given = self.years.of(estimate.from_contract)
            assert given is not None, "the caller looked"
            return of_years(given, self.trials, keeps=keeps, times=times, key=key, unit=unit)
        assert estimate.frequency is not None, "an estimate says how often"
        assert estimate.severity is not None, "an estimate says how bad"
        return annual_loss(
            estimate.frequency if keeps == 1 else estimate.frequency.times(keeps),
            estimate.severity if times == 1 else estimate.severity.times(times),
            estimate.limits,
            key,
            self.trials,
            unit,
        )

    def _at(self, impact: Impact, stage: Stage) -> AnnualLoss | None:
        """Return the loss that was estimated at a stage; None where nobody did, or knows it."""
        found = self.register.standing(impact.id, stage)
        if found is None:
            return None
        if found.from_contract is not None and self.years.of(found.from_contract) is None:
            return None
        return self._loss(impact, found)

    # The matrix --------------------------------------------------------------------------------

    def placed(self, known: Sequence[Appraised]) -> Placed | None:
        """Place the impacts of the matrix's unit on the newest matrix."""
        versions = sorted(self.register.matrices, key=lambda one: (one.effective, one.number))
        if not versions:
            return None
        version = versions[-1]
        shown = [one for one in known if str(one.objective.unit) == version.unit]
        names = _short_names(shown)
        placed = [self._place(version, one, names[one.impact.id]) for one in shown]
        before = versions[-2] if len(versions) > 1 else None
        return Placed(
            version,
            lint(version),
            tuple(one for one in placed if one is not None),
            self._levels({names[one.impact.id]: one for one in shown}, before, version),
        )

    def _place(self, version: MatrixVersion, one: Appraised, name: str) -> PlacedRisk | None:
        assert one.losses is not None, "only impacts with losses are placed"
        if one.estimate is not None and one.estimate.is_computed:
            found = region_of_years(version, one.losses.proven.trials)
        else:
            found = region(version, *self._draws(one))
        if found is None:
            return None
        return PlacedRisk(name, one.risk.event, found, one.losses.proven.mean.value)

    def _draws(self, one: Appraised) -> tuple[FloatArray, FloatArray]:
        """Draw rates and losses of one event, with what is proven of its controls."""
        estimate = one.estimate
        assert estimate is not None, "an impact with losses has an estimate"
        left = one.residual if one.is_inherent else NOTHING_LEFT_OFF
        assert estimate.frequency is not None, "an estimate says how often"
        assert estimate.severity is not None, "an estimate says how bad"
        key = DrawKey(self.seed, one.impact.id)
        rates = estimate.frequency.rates(key.uniforms("rate", PLACES)) * left.frequency.proven
        amounts = estimate.severity.quantile(key.uniforms("severity 0", PLACES))
        return rates, np.broadcast_to(amounts, rates.shape) * left.severity.proven

    def _levels(
        self, shown: Mapping[str, Appraised], before: MatrixVersion | None, now: MatrixVersion
    ) -> tuple[TwoLevels, ...]:
        """Return the levels of what is estimated under the version before and this one."""
        if before is None or before.unit != now.unit:
            return ()
        points = {}
        for name, one in shown.items():
            if one.estimate is not None and not one.estimate.is_computed:
                rates, amounts = self._draws(one)
                points[name] = (float(rates.mean()), float(amounts.mean()))
        return tuple(relevel(points, before, now))


def _short_names(shown: Sequence[Appraised]) -> dict[str, str]:
    """Name impacts so that they fit into a cell: the library's id, with a letter when shared."""
    codes = [one.risk.library or f"R{at}" for at, one in enumerate(shown, start=1)]
    names, taken = {}, Counter[str]()
    for one, code in zip(shown, codes, strict=True):
        taken[code] += 1
        letter = chr(ord("a") + taken[code] - 1) if codes.count(code) > 1 else ""
        names[one.impact.id] = f"{code}{letter}"
    return names


def _objectives(register: Register, known: Sequence[Appraised]) -> list[ObjectiveLoss]:
    found = []
    for objective in register.objectives:
        its = [one for one in known if one.objective is objective]
        if its:
            found.append(_together(objective, its))
    return found


def _together(objective: Objective, its: Sequence[Appraised]) -> ObjectiveLoss:
    """Add up what touches one objective: a term's loss is part of its clause's, both of the net."""
    computed = {
        one.impact.id: str(one.estimate.from_contract)
        for one in its
        if one.estimate is not None and one.estimate.is_computed
    }
    has_net = NET in computed.values()
    seen: set[str] = set()
    kept, left_out = [], []
    for one in its:
        name = computed.get(one.impact.id, "")
        whole = f"clause {name.removeprefix('term ').partition('.')[0]}"
        is_part = (has_net and name not in {"", NET}) or (
            name.startswith("term ") and whole in computed.values()
        )
        if is_part or (name and name in seen):
            left_out.append(one.impact.id)
            continue
        seen.add(name)
        kept.append(one)
    holder = objective.holder.value
    inherent = {o.impact.id: o.losses.inherent for o in kept if o.losses}
    proven = {o.impact.id: o.losses.proven for o in kept if o.losses}
    total = portfolio(proven, holder)
    return ObjectiveLoss(
        objective,
        portfolio(inherent, holder),
        total,
        chance_beyond(total.total, objective.tolerance) if objective.tolerance else None,
        tuple(left_out),
    )


def _rankings(known: Sequence[Appraised], seed: int) -> list[Ranking]:
    units: dict[str, dict[str, AnnualLoss]] = {}
    for one in known:
        assert one.losses is not None, "the caller kept those with losses"
        units.setdefault(one.losses.proven.unit, {})[one.impact.id] = one.losses.proven
    bearable = {one.impact.id: one.objective.tolerance for one in known if one.objective.tolerance}
    return [rank(losses, bearable, seed) for losses in units.values()]
