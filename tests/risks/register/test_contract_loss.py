"""The losses a contract's simulation computes, by name."""

import pytest

from fairterms.risks.register.contract_loss import ContractLoss, read_contract_loss


@pytest.mark.parametrize("text", ["net loss", "clause withhold", "clause annual_limit"])
def test_what_is_read_is_written_again(text: str) -> None:
    assert str(read_contract_loss(text)) == text


def test_the_net_loss_is_of_no_clause() -> None:
    assert read_contract_loss("net loss") == ContractLoss("")


@pytest.mark.parametrize(
    "text", ["", "loss", "net  loss", "clause", "clause ", "clause A", "clause a b", "$5"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a loss that the contract can compute"):
        read_contract_loss(text)
