"""Without its bands a corridor shares nothing: gains and losses can each be struck alone."""

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.models.risk_corridor import NONE
from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerm,
    NeutralTerms,
    change_cell,
    change_rows,
    zero_like,
)

_NO_SHARE = change_cell("group_share", zero_like)


def strike_gains(clause: Clause) -> Clause:
    """Share no gain; losses keep the bands they had."""
    if _shares_losses(clause) and "loss_bands" not in clause.terms:
        clause = clause.with_value("loss_bands", clause.terms["bands"].value).without("losses")
    return change_rows(clause, "bands", _NO_SHARE)


def strike_losses(clause: Clause) -> Clause:
    """Share no loss."""
    return clause.without("loss_bands").with_value("losses", Word(NONE))


def _shares_losses(clause: Clause) -> bool:
    if "loss_bands" in clause.terms:
        return True
    return "losses" not in clause.terms or clause.terms["losses"].value != Word(NONE)


NEUTRAL = NeutralTerms(
    "risk_corridor",
    (
        NeutralTerm("bands", "the share of savings", "no savings are shared", strike_gains),
        NeutralTerm(
            "loss_bands", "the share of losses", "no loss is shared", strike_losses, _shares_losses
        ),
    ),
    {
        "base": "gains and losses have no beginning without it; strike the bands",
        "losses": "it is struck with the share of losses",
    },
)
