"""Of several verdicts the worst stands."""

from fairterms.ledger.verdict import Verdict


def test_tampered_is_worse_than_incomplete_and_that_is_worse_than_intact() -> None:
    ranks = [Verdict.INTACT.rank, Verdict.INCOMPLETE.rank, Verdict.TAMPERED.rank]
    assert ranks == [0, 1, 2]
