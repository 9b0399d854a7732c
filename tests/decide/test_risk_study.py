"""The risks of a deal: its register with numbers, and what the library proposes."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.risk_study import RiskStudy, study_risks
from fairterms.payment.loading import load
from fairterms.risks.appraisal.contract_years import NO_YEARS, ContractYears
from tests.decide.small_basis import small_folder
from tests.prepare.findings import seen
from tests.risks.appraisal.small_register import DAY, LATE, MARGIN, YEARS, estimate, risk


def study(folder: Path, years: ContractYears = NO_YEARS, *checks: str) -> RiskStudy:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    findings = tuple(seen(check) for check in checks)
    return study_risks(deals.read(folder), contract, findings, years, DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "deal", forecast=None)


def test_without_a_register_the_library_still_proposes(folder: Path) -> None:
    found = study(folder)
    assert found.appraisal is None
    assert (found.problems, found.registered) == ((), frozenset())
    assert found.woken, "the terms alone wake something"


def test_a_register_is_appraised_on_the_years_of_the_contract(folder: Path) -> None:
    text = MARGIN + risk("late") + estimate("late_margin", 'from_contract = "net loss"')
    (folder / "risks.toml").write_text(text)
    found = study(folder, YEARS)
    assert found.appraisal is not None
    (impact,) = found.appraisal.impacts
    assert impact.losses is not None
    assert impact.losses.proven.mean.value == pytest.approx(3_500)
    bare = study(folder).appraisal
    assert bare is not None
    assert bare.impacts[0].why_not == "No years were simulated."


def test_what_the_register_has_of_the_library_is_told_apart(folder: Path) -> None:
    (folder / "risks.toml").write_text(LATE + risk("own", library=""))
    assert study(folder).registered == {"F5"}


def test_findings_wake_risks_too(folder: Path) -> None:
    alone = {one.risk.id for one in study(folder).woken}
    more = {one.risk.id for one in study(folder, NO_YEARS, "recoup-limits").woken}
    assert alone < more
    assert "F5" in more - alone


def test_problems_of_the_register_are_kept_and_the_rest_is_appraised(folder: Path) -> None:
    (folder / "risks.toml").write_text(LATE + '\n[[risc]]\nid = "x"\n')
    found = study(folder)
    assert [one.file for one in found.problems] == ["risks.toml"]
    assert found.appraisal is not None
    assert len(found.appraisal.impacts) == 1
