"""A sound deal, examples/willow, is one to sign, with every reason written out."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, gather
from fairterms.decide.rule import Answer, Verdict

WILLOW = Path(__file__).parents[2] / "examples" / "willow"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def willow() -> Basis:
    return gather(deals.read(WILLOW), lambda _stage: None)


def test_the_answer_is_to_sign(willow: Basis) -> None:
    assert willow.decision.answer is Answer.SIGN
    assert {one.verdict for one in willow.decision.criteria} == {Verdict.MET}


def test_every_citation_of_its_terms_is_found_word_for_word(willow: Basis) -> None:
    assert [check.problem for check in willow.citations if check.problem] == []
    assert len(willow.citations) >= 20


def test_every_year_of_every_scenario_settles(willow: Basis) -> None:
    assert len(willow.results) == 9
    assert [one.refusal for one in willow.results if one.refusal] == []


def test_a_loss_is_owed_in_the_third_year_only(willow: Basis) -> None:
    bad = {one.period.first.year: one for one in willow.results if one.role == "bad"}
    owed = {}
    for year, one in bad.items():
        assert one.settlement is not None
        owed[year] = one.settlement.line("shared_result.phased_in").value
    assert owed[2027] == owed[2028] == 0
    assert owed[2029] < 0
