"""The pinning score: the share of slightly wrong contracts that the agreed scripts would catch."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import first_period, terms_in_force
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.payment.worksheet import Step, Worksheet
from fairterms.settle.mutant import KINDS, Mutant, mutants
from fairterms.settle.pool import pool
from fairterms.settle.script import Script
from fairterms.settle.trial import period_of
from fairterms.units.number import Mask
from fairterms.units.period import Period
from fairterms.units.quantity import Quantity, write
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Proposal:
    """A scenario that would catch mutants the scripts miss."""

    figures: FigureSet
    catches: tuple[Mutant, ...]


@dataclass(frozen=True)
class Pinning:
    """How well a set of scripts pins a contract down.

    Attributes
    ----------
    caught, survivors
        Mutants some script fails on, and those none does.
    equivalent
        Survivors declared to be no different, with the reason given.
    proposals
        Few scenarios that together catch every survivor that any scenario tried can catch.
    undistinguished
        Survivors no scenario tried can tell from the contract.
    tried
        How many scenarios were tried.
    """

    caught: tuple[Mutant, ...]
    survivors: tuple[Mutant, ...]
    equivalent: tuple[tuple[Mutant, str], ...] = ()
    proposals: tuple[Proposal, ...] = ()
    undistinguished: tuple[Mutant, ...] = ()
    tried: int = 0

    @property
    def score(self) -> float:
        """Caught ÷ (mutants − declared equivalents); 1 when there is nothing to catch."""
        total = len(self.caught) + len(self.survivors)
        return len(self.caught) / total if total else 1.0

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """Return (caught, all) for each kind of mutant that occurs."""
        found = {}
        for kind in KINDS:
            caught = sum(mutant.kind == kind for mutant in self.caught)
            missed = sum(mutant.kind == kind for mutant in self.survivors)
            if caught + missed:
                found[kind] = (caught, caught + missed)
        return found


def pin(
    contract: Contract,
    scripts: Sequence[Script],
    seeds: Sequence[FigureSet] = (),
    equivalents: Mapping[str, str] | None = None,
) -> Pinning:
    """Measure how well scripts pin a contract, and propose what is missing.

    Parameters
    ----------
    contract
        Terms without problems; every script passes on them.
    scripts
        The agreed scripts.
    seeds
        Further sets of figures to build scenarios from: the deal's own.
    equivalents
        Mutant id to the reason why it is no different contract.
    """
    declared = equivalents or {}
    benches = _benches(contract, scripts)
    caught, survivors, equal = [], [], []
    for mutant, period in _all_mutants(contract, scripts):
        if any(bench.period == period and bench.catches(mutant) for bench in benches):
            caught.append(mutant)
        elif mutant.id in declared:
            equal.append((mutant, declared[mutant.id]))
        else:
            survivors.append(mutant)
    pinning = Pinning(tuple(caught), tuple(survivors), tuple(equal))
    if not survivors:
        return pinning
    return _with_proposals(pinning, contract, [*seeds, *(script.given for script in scripts)])


def read_equivalents(folder: Path) -> dict[str, str]:
    """Read the mutants both sides declare to be no different: scripts/equivalent.toml."""
    path = folder / "equivalent.toml"
    if not path.exists():
        return {}
    document: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {str(entry["mutant"]): str(entry["why"]) for entry in document.get("equivalent", [])}


def _all_mutants(contract: Contract, scripts: Sequence[Script]) -> list[tuple[Mutant, Period]]:
    """List the mutants of the terms in force in every year the scripts are about.

    A term that stands in several years is one mutant, of the first year.
    """
    periods = dict.fromkeys(period_of(contract, script) for script in scripts)
    found: dict[str, tuple[Mutant, Period]] = {}
    for period in periods or [first_period(contract)]:
        for mutant in mutants(terms_in_force(contract, period)):
            found.setdefault(mutant.id, (mutant, period))
    return list(found.values())


class _Bench:
    """Scripts of one sort, ready to be run together on many wrong contracts."""

    def __init__(self, contract: Contract, scripts: Sequence[Script]) -> None:
        first = scripts[0]
        self.period = period_of(contract, first)
        in_force = terms_in_force(contract, self.period)
        self._clauses = first.clauses
        self._given = stack([script.given for script in scripts])
        self._rows = len(scripts)
        right = run(self._restricted(in_force), self._given, self._rows)
        self._steps: dict[str, list[tuple[int, Quantity]]] = {}
        self._idle: dict[str, list[int]] = {}
        for row, script in enumerate(scripts):
            for name, want in script.expect.items():
                self._steps.setdefault(right.step(name).id, []).append((row, want))
            for name in script.not_applied:
                self._idle.setdefault(right.gate(name).id, []).append(row)

    def _restricted(self, contract: Contract) -> Contract:
        if not self._clauses:
            return contract
        known = set(self._clauses)
        added = {c.id for c in contract.clauses if c.model == "cap" and set(c.of) & known}
        return contract.only((*self._clauses, *added))

    def catches(self, mutant: Mutant) -> bool:
        """Say whether one of the scripts fails on a wrong contract."""
        try:
            wrong = run(self._restricted(mutant.contract), self._given, self._rows)
        except Refusal:
            return True
        steps = {step.id: step for step in wrong.steps}
        for name, wanted in self._steps.items():
            step = steps.get(name)
            if step is None or not all(_same(want, step, row) for row, want in wanted):
                return True
        gates = {gate.id: gate.bites for gate in wrong.gates}
        return any(
            name not in gates or bool(gates[name][rows].any()) for name, rows in self._idle.items()
        )


def _benches(contract: Contract, scripts: Sequence[Script]) -> list[_Bench]:
    """Put scripts that give the same figures to the same clauses in the same year together."""
    sorts: dict[tuple[object, ...], list[Script]] = {}
    for script in scripts:
        if not script.refuse:
            lists = {name: isinstance(value, tuple) for name, value in script.given.values.items()}
            sort = (script.clauses, script.year, tuple(sorted(lists.items())))
            sorts.setdefault(sort, []).append(script)
    return [_Bench(contract, alike) for alike in sorts.values()]


def _same(want: Quantity, step: Step, row: int) -> bool:
    got = step.values[row]
    if step.unit != want.unit:
        return False
    return bool(want.amount == got) or write(want.amount, want.unit) == write(got, want.unit)


def _with_proposals(pinning: Pinning, contract: Contract, seeds: list[FigureSet]) -> Pinning:
    """Add the few scenarios that catch the survivors, greedily chosen."""
    in_force = contract.on(contract.starts)
    scenarios = pool(in_force, seeds)
    if not scenarios:
        return pinning
    right = run(in_force, stack(scenarios), len(scenarios))
    given = stack(scenarios)
    kills = {
        mutant.id: differs(right, mutant.contract, given, len(scenarios))
        for mutant in pinning.survivors
    }
    by_id = {mutant.id: mutant for mutant in pinning.survivors}
    waiting = {name for name, mask in kills.items() if mask.any()}
    hopeless = tuple(by_id[name] for name in kills if name not in waiting)
    proposals = []
    while waiting:
        listed = sorted(waiting)
        counts = np.sum([kills[name] for name in listed], axis=0)
        best = int(np.argmax(counts))
        caught = [name for name in listed if kills[name][best]]
        proposals.append(Proposal(scenarios[best], tuple(by_id[name] for name in caught)))
        waiting -= set(caught)
    return Pinning(
        pinning.caught,
        pinning.survivors,
        pinning.equivalent,
        tuple(proposals),
        hopeless,
        len(scenarios),
    )


def differs(right: Worksheet, wrong_contract: Contract, given: Any, rows: int) -> Mask:
    """Say in which scenarios another contract gives another step, gate or amount; shape (rows,)."""
    try:
        wrong = run(wrong_contract, given, rows)
    except Refusal:
        return np.ones(rows, dtype=bool)
    steps = {step.id: step.values for step in wrong.steps}
    if steps.keys() != {step.id for step in right.steps}:
        return np.asarray(wrong.payable.values != right.payable.values, dtype=bool)
    mask = np.zeros(rows, dtype=bool)
    for step in right.steps:
        mask |= np.asarray(steps[step.id] != step.values, dtype=bool)
    return mask
