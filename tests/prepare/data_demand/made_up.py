"""Samples of a made-up plan, and a demand for claims."""

from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.payment.loading import load
from fairterms.prepare.data_demand.demand import Demand, demand

EXAMPLES = Path(__file__).parents[3] / "examples"
HEAD = (
    "claim_id,claim_line_number,member_id,claim_line_start_date,code_system,hcpcs_code,"
    "paid_date,paid_amount,allowed_amount\n"
)
CLEAN = HEAD + "".join(
    f"C{number},1,M{number},2026-10-{number:02d},HCPCS,90837,2026-11-06,136.80,152.00\n"
    for number in range(1, 21)
)


def contract_of(name: str) -> Contract:
    contract = load(EXAMPLES / name / "terms.toml").contract
    assert contract is not None
    return contract


def fees_only() -> Demand:
    """Ask for what was paid for each visit, and no more."""
    whole = demand(contract_of("cedar"))
    needs = tuple(one for one in whole.needs if one.term == "what was paid for each visit")
    return Demand(needs, tuple(one for one in whole.fields if one.table == "claims"))


def sampled(folder: Path, claims: str = CLEAN, received: str = "received = 2026-11-12\n") -> Path:
    (folder / "samples").mkdir()
    (folder / "samples" / "claims.csv").write_text(claims)
    if received:
        (folder / "samples" / "received.toml").write_text(received)
    return folder
