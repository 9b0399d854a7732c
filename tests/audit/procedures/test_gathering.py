"""A deal folder is gathered from what lower rooms read, and what is not there stays None."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.procedures import gathering
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.gathering import gather
from fairterms.audit.procedures.observed import Holds, Outcome, ProcedureResult
from fairterms.audit.procedures.procedure import PROCEDURES
from tests.audit.procedures.made_up import JUNIPER, ON


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(JUNIPER, with_records=False)


def result(name: str, evidence: Evidence) -> ProcedureResult:
    (found,) = gathering.tested(JUNIPER, [name], given=evidence)
    return found


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert gather(tmp_path) == Evidence()
    assert all(one.outcome is Outcome.NOT_TESTED for one in gathering.tested(tmp_path, PROCEDURES))


def test_the_day_asked_for_comes_before_the_day_written(tmp_path: Path) -> None:
    (tmp_path / "audit_evidence.toml").write_text("[audit]\non = 2028-10-20\n", encoding="utf-8")
    assert gather(tmp_path).on == ON
    assert gather(tmp_path, date(2029, 1, 1)).on == date(2029, 1, 1)


def test_terms_with_a_problem_are_not_settled(tmp_path: Path) -> None:
    terms = (JUNIPER / "terms.toml").read_text(encoding="utf-8")
    (tmp_path / "terms.toml").write_text(terms.replace('"3 %"', '"3"'), encoding="utf-8")
    assert gather(tmp_path, with_records=False).contract is None


def test_a_register_without_controls_is_a_register_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "risks.toml").write_text("", encoding="utf-8")
    found = gather(tmp_path, with_records=False)
    assert (found.controls, found.risks) == (None, frozenset())


def test_records_without_a_declaration_are_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    shutil.copy(JUNIPER / "records" / "clinicians.parquet", tmp_path / "records")
    assert gather(tmp_path).acceptances is None


def test_the_plans_final_report_is_wrong_in_three_lines_of_its_own_arithmetic(
    evidence: Evidence,
) -> None:
    found = result("settlement_recomputation", replace(evidence, scripts=None))
    wrong = [one for one in found.observed if one.holds is Holds.NO]
    own = [one for one in wrong if "own figures" in one.where]
    assert [one.where.rpartition(" ")[2] for one in own] == [
        "administrative_reduction",
        "recoupment.recouped",
        "true_up.payment",
    ]
    assert own[-1].figure == "-$4,108.00"
    assert [one.figure for one in wrong if one not in own] == ["-400 member-months"] * 2
    assert found.count(Holds.NOT_TESTED) == 0


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("attribution_list", Outcome.DOES_NOT_HOLD),
        ("benchmark_construction", Outcome.HOLDS),
        ("benchmark_setting", Outcome.DOES_NOT_HOLD),
        ("conflicts_of_interest", Outcome.HOLDS),
        ("control_design", Outcome.PARTLY_TESTED),
        ("control_effectiveness", Outcome.DOES_NOT_HOLD),
        ("data_feed", Outcome.NOT_TESTED),
        ("due_diligence", Outcome.HOLDS),
        ("measure_validity", Outcome.DOES_NOT_HOLD),
        ("obligations", Outcome.DOES_NOT_HOLD),
        ("third_party_reports", Outcome.DOES_NOT_HOLD),
    ],
)
def test_the_example_shows_each_outcome(name: str, outcome: Outcome, evidence: Evidence) -> None:
    assert result(name, evidence).outcome is outcome


def test_each_id_is_run_once_in_the_order_asked_and_an_unknown_one_is_refused(
    evidence: Evidence,
) -> None:
    ids = ["obligations", "attribution_list", "obligations"]
    found = gathering.tested(JUNIPER, ids, given=evidence)
    assert [one.procedure for one in found] == ["obligations", "attribution_list"]
    with pytest.raises(KeyError):
        gathering.tested(JUNIPER, ["guessing"], given=evidence)


@pytest.mark.slow
def test_the_records_of_the_example_are_loaded_and_accepted() -> None:
    (found,) = gathering.tested(JUNIPER, ["data_feed"])
    assert found.outcome is Outcome.HOLDS
    assert len(found.observed) == 8
