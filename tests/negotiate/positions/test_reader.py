"""positions.toml is read as it stands; a missing file is no error."""

from pathlib import Path

import pytest

from fairterms.negotiate.positions.position import SavingsFrom, Spread
from fairterms.negotiate.positions.reader import read, read_text

ROOT = Path(__file__).parents[3]
STARTER = ROOT / "src" / "fairterms" / "cli" / "starter"
TEXT = (STARTER / "positions.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["cedar", pytest.param("juniper", marks=pytest.mark.slow)])
def test_the_examples_have_positions_without_problems(name: str) -> None:
    found = read(ROOT / "examples" / name)
    assert found is not None
    assert found.problems == ()
    assert 4 <= len(found.issues) <= 8


def test_the_starter_has_positions_without_problems() -> None:
    found = read(STARTER)
    assert found is not None
    assert found.problems == ()


def test_a_deal_without_the_file_has_no_positions(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_everything_in_the_file_is_read() -> None:
    found = read_text(TEXT)
    assert found.appetite_weight == 0.3
    assert found.plan is not None
    assert found.plan.medical_savings == Spread(0.0, 40_000.0, 90_000.0)
    assert found.plan.walk_away == Spread(-10_000.0, 0.0, 20_000.0)
    assert found.alternative is not None
    assert found.alternative.is_without_deal
    assert (found.alternative.worth, found.alternative.chance) == (0.0, 1.0)
    share, reporting = found.issues
    assert share.as_written == 1
    assert [str(one.changes[0].value) for one in share.options if one.changes] == ["40 %", "60 %"]
    assert (share.is_settled, reporting.is_settled) == (True, False)
    soft = reporting.options[0]
    assert (soft.group_worth, soft.plan_worth) == (-1500.0, Spread(1000.0, 6000.0, 12000.0))


def test_quality_and_savings_are_read_in_their_units() -> None:
    text = TEXT.replace("# [[plan", "[[plan").replace("# measure", "measure")
    text = text.replace("# points", "points").replace("# per_point", "per_point")
    text = text.replace("medical_savings = {", "# {", 1).replace(
        "# medical_savings", "medical_savings"
    )
    found = read_text(text)
    assert found.problems == ()
    assert found.plan is not None
    assert found.plan.medical_savings == SavingsFrom("savings", "", 0.4)
    (quality,) = found.plan.quality
    assert quality.points == pytest.approx(2.0)
    assert quality.per_point.likely == 5000.0


def test_an_option_may_change_a_term_and_be_worth_something_besides() -> None:
    both = TEXT.replace(
        'value = "60 %" }]',
        'value = "60 %" }]\nworth = { group = "$1.00", plan = { low = "$0.00", likely = "$0.00", '
        'high = "$2.00" } }',
    )
    option = read_text(both).issues[0].options[2]
    assert option.changes
    assert option.group_worth == 1.0


def test_an_offer_can_be_the_alternative(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(
        '[[change]]\nclause = "savings"\nterm = "sharing_rate"\nvalue = "30 %"\n', encoding="utf-8"
    )
    text = TEXT.replace("\nwithout_deal = true", '\noffer = "other.toml"')
    (tmp_path / "positions.toml").write_text(text, encoding="utf-8")
    found = read(tmp_path)
    assert found is not None
    assert found.problems == ()
    assert found.alternative is not None
    assert found.alternative.worth is None
    assert [one.term for one in found.alternative.changes] == ["sharing_rate"]


def test_an_offer_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    text = TEXT.replace("\nwithout_deal = true", '\noffer = "none.toml"')
    (tmp_path / "positions.toml").write_text(text, encoding="utf-8")
    found = read(tmp_path)
    assert found is not None
    assert "there is no such file" in found.problems[0].what


def test_a_file_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "positions.toml").write_bytes(b"\xff\xfe\x00")
    found = read(tmp_path)
    assert found is not None
    assert found.problems[0].code == "not-text"


def test_a_term_changed_twice_by_one_option_is_a_problem() -> None:
    twice = '{ clause = "savings", term = "sharing_rate", value = "40 %" }'
    found = read_text(TEXT.replace(twice, f"{twice}, {twice}"))
    assert [one.code for one in found.problems] == ["same-term"]


def test_every_problem_is_told_with_its_line() -> None:
    wrong = TEXT.replace('"30 %"', '"300 %"', 1).replace('"60 %"', '"60"')
    found = read_text(wrong).problems
    assert [wrong.splitlines()[one.line - 1] for one in found] == [one.text for one in found]
    assert {one.code for one in found} >= {"out-of-range", "not-a-quantity"}
