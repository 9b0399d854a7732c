"""A loss the contract's own simulation can compute, so that nobody has to guess it."""

import re
from dataclasses import dataclass

NET = "net loss"
_CLAUSE = re.compile(r"clause ([a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class ContractLoss:
    """Which simulated loss an estimate stands for.

    Attributes
    ----------
    clause
        The id of the clause whose loss it is; empty for the loss of the whole deal.
    """

    clause: str = ""

    def __str__(self) -> str:
        return f"clause {self.clause}" if self.clause else NET


def read_contract_loss(text: str) -> ContractLoss:
    """Read "net loss" or "clause withhold".

    Parameters
    ----------
    text
        What an estimate writes after ``from_contract``.

    Returns
    -------
    ContractLoss
        The loss that is meant.

    Raises
    ------
    ValueError
        When the text names no loss that a simulation of the contract computes.

    Examples
    --------
    >>> read_contract_loss("clause withhold").clause
    'withhold'
    """
    if text == NET:
        return ContractLoss()
    found = _CLAUSE.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a loss that the contract can compute')
    return ContractLoss(found[1])
