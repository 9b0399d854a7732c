"""Live risks as TOML to paste."""

import re
import tomllib

from fairterms.risks.library.fragment import toml_of
from fairterms.risks.library.library_risk import in_order
from fairterms.risks.library.waking import Woken, wake
from fairterms.risks.register.reader import read_text
from fairterms.risks.register.risk import Area
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING

GAPS = {
    "owner",
    "objective",
    "ref",
    "as_of",
    "horizon",
    "per_year",
    "low",
    "high",
    "basis",
    "knowledge",
    "assessor",
}


def woken(*checks: str) -> tuple[Woken, ...]:
    return wake([seen(one, 'A "word" seen') for one in checks], NOTHING)


def everything() -> tuple[Woken, ...]:
    return woken(*sorted({name for risk in in_order() for name in risk.wakes_by}))


def test_nothing_live_writes_nothing() -> None:
    assert toml_of(()) == ""


def test_the_words_are_there_and_every_number_is_a_gap() -> None:
    document = tomllib.loads(toml_of(woken("pay-when-paid")))
    risk = document["risk"][0]
    assert (risk["id"], risk["library"], risk["area"]) == ("late_payment", "F3", "money")
    assert risk["event"] == "money that was earned arrives weeks or months after wages were due"
    estimate = document["estimate"][0]
    assert estimate["frequency"] == {"per_year": ""}
    assert estimate["severity"] == {"low": "", "high": ""}
    assert estimate["as_of"] == estimate["horizon"] == estimate["knowledge"] == ""


def test_no_value_holds_a_number() -> None:
    document = tomllib.loads(toml_of(everything()))
    for estimate in document["estimate"]:
        assert not re.search(r"[0-9]", str({**estimate, "id": "", "impact": ""}))


def test_every_gap_becomes_a_problem_that_names_it() -> None:
    problems = read_text(toml_of(woken("pay-when-paid"))).problems
    named = {problem.what.split(":")[0].split(" ")[0] for problem in problems}
    assert named == GAPS


def test_each_objective_it_hurts_has_an_impact_of_its_own() -> None:
    document = tomllib.loads(toml_of(woken("data-feed")))
    assert [one["id"] for one in document["impact"]] == [
        "unusable_data_feeds_o2",
        "unusable_data_feeds_o3",
    ]
    assert {one["source"]["kind"] for one in document["impact"]} == {"record"}


def test_a_loss_in_dollars_reminds_of_what_the_contract_can_compute() -> None:
    assert 'from_contract = "net loss"' in toml_of(woken("loss-cap"))
    assert "from_contract" not in toml_of(woken("parity-terms"))


def test_the_reasons_stand_above_as_comments() -> None:
    text = toml_of(woken("pay-when-paid"))
    assert '# woken by pay-when-paid: A "word" seen (agreement.pdf, page 3).' in text


def test_the_whole_library_is_toml_whose_ids_are_met_once_and_whose_areas_are_known() -> None:
    document = tomllib.loads(toml_of(everything()))
    ids = [one["id"] for key in ("risk", "impact", "estimate") for one in document[key]]
    assert len(ids) == len(set(ids))
    assert {one["area"] for one in document["risk"]} == {area.value for area in Area}


def test_controls_taken_out_of_their_comments_are_toml_with_gaps() -> None:
    text = toml_of(woken("pay-when-paid"))
    opened = re.sub(r"(?m)^# (\[\[|[a-z_]+ = )", r"\1", text)
    document = tomllib.loads(opened)
    assert [one["aim"] for one in document["control"]] == [
        "prevent",
        "prevent",
        "detect",
        "correct",
        "correct",
    ]
    assert {one["leaves"] for one in document["effect"]} == {""}
    indicator = document["indicator"][0]
    assert (indicator["impact"], indicator["amber"]) == ("late_payment_o2", "")
    unknown = [p.what for p in read_text(opened).problems if "unknown" in p.code]
    assert unknown == []
