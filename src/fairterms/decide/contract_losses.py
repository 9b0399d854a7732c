"""The losses that the contract computes, for the risk register: simulated, and never guessed."""

from collections.abc import Collection, Mapping

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.decide.ahead import Ahead
from fairterms.negotiate.ask.pricer import Pricer
from fairterms.risks.appraisal.contract_years import ContractYears
from fairterms.risks.register.contract_loss import NET, ContractLoss
from fairterms.simulate.years import FloatArray


def contract_losses(ahead: Ahead, pricer: Pricer | None) -> ContractYears:
    """Return what the riskiest performance year loses: in all, by clause, and by term.

    Parameters
    ----------
    ahead
        The years that may come.
    pricer
        What strikes terms on the same years; None where there are none.

    Notes
    -----
    The net loss of a year is how far its net margin, after the cost to comply, lies below nothing.
    The loss of a clause is what it takes: what it is applied to less its own result, or what the
    group owes by it. The loss of a term is what the group would have had without it.
    """
    if pricer is None:
        return ContractYears(why_not=" ".join(ahead.why_not) or "No year could be simulated.")
    number = len(pricer.net)
    steps = {name: one[:number] for name, one in pricer.year.settled.steps.items()}
    losses = {NET: np.maximum(-pricer.net, 0.0)}
    ids = {clause.id for clause in pricer.contract.clauses}
    for clause in pricer.contract.clauses:
        taken = _taken(clause, steps, ids)
        if taken is not None:
            losses[str(ContractLoss(clause=clause.id))] = taken
    for one in pricer.clauses:
        without = pricer.without([one])
        if without is not None:
            losses[str(ContractLoss(term=one.id))] = np.maximum(without - pricer.net, 0.0)
    year = pricer.year.period.first.year
    return ContractYears(losses, f"{number:,} simulated years of {year}")


def _taken(
    clause: Clause, steps: Mapping[str, FloatArray], ids: Collection[str]
) -> FloatArray | None:
    """Return what a clause takes in each year, in dollars; None where that is not known.

    It is not known where the clause's result is no money, or where it takes a step of another
    clause (``ids``) that the simulation did not keep.
    """
    result = steps.get(clause.id)
    if result is None:
        return None
    before = [steps.get(source) for source in clause.of]
    known = [one for one in before if one is not None]
    if before and len(known) == len(before):
        return np.asarray(np.maximum(np.sum(known, axis=0) - result, 0.0), dtype=np.float64)
    if any(source.partition(".")[0] in ids for source in clause.of):
        return None
    return np.asarray(np.maximum(-result, 0.0), dtype=np.float64)
