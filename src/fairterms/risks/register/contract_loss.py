"""A loss the contract's own simulation can compute, so that nobody has to guess it."""

import re
from dataclasses import dataclass

NET = "net loss"
_CLAUSE = re.compile(r"clause ([a-z][a-z0-9_]*)")
_TERM = re.compile(r"term ([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class ContractLoss:
    """Which simulated loss an estimate stands for.

    Attributes
    ----------
    clause
        The id of the clause whose loss it is: what it takes from what it is applied to.
    term
        Clause and term whose loss it is: what the group would have had without it. With neither,
        it is the loss of the whole deal.
    """

    clause: str = ""
    term: str = ""

    def __str__(self) -> str:
        if self.term:
            return f"term {self.term}"
        return f"clause {self.clause}" if self.clause else NET


def read_contract_loss(text: str) -> ContractLoss:
    """Read "net loss", "clause withhold" or "term performance.if_must_pass_fails".

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
    if found := _TERM.fullmatch(text):
        return ContractLoss(term=found[1])
    found = _CLAUSE.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a loss that the contract can compute')
    return ContractLoss(found[1])
