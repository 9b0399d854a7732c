"""The losses that the contract computes, for the risk register: simulated, and never guessed."""

import numpy as np

from fairterms.decide.ahead import Ahead
from fairterms.risks.appraisal.contract_years import ContractYears
from fairterms.risks.register.contract_loss import NET, ContractLoss


def contract_losses(ahead: Ahead) -> ContractYears:
    """Return what the riskiest performance year loses, in all, and clause by clause.

    Parameters
    ----------
    ahead
        The years that may come.

    Notes
    -----
    The net loss of a year is how far its net margin, after the cost to comply, lies below nothing.
    The loss of a clause is how far its own result does: what it takes from the group.
    """
    year = ahead.outlook.forecast.riskiest if ahead.outlook else None
    if year is None:
        return ContractYears(why_not=" ".join(ahead.why_not) or "No year could be simulated.")
    settled = year.settled
    losses = {NET: np.maximum(-settled.net, 0.0)}
    for clause in year.plan.contract.clauses:
        if clause.id in settled.steps:
            losses[str(ContractLoss(clause.id))] = np.maximum(-settled.steps[clause.id], 0.0)
    return ContractYears(losses, f"{len(settled):,} simulated years of {year.period.first.year}")
