"""The gain of a deal: what it adds to what the group would be paid anyway."""

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.payment.worksheet import Worksheet
from fairterms.units.number import Column


def gains(deal: Deal, contract: Contract, worksheet: Worksheet) -> Column:
    """Return what the deal adds in each settlement of a batch, in dollars; shape (rows,)."""
    payable = worksheet.payable.values
    other = deal.without_deal.amount
    anyway = payable * 0 + (other if payable.dtype == object else float(other))
    for name in deal.without_deal.clauses:
        anyway = anyway + worksheet.result(name).values
        for source in contract.clause(name).of:
            # A clause's id means its result, even where some step has the same name.
            taken = worksheet.step(source) if "." in source else worksheet.result(source)
            anyway = anyway - taken.values
    return np.asarray(payable - anyway)
