"""The whole file: read, missing, broken, and with one mistake that must not echo."""

import re
from datetime import date
from pathlib import Path

import pytest

import fairterms.cli
from fairterms.risks.register.objective import Holder
from fairterms.risks.register.reader import CONTROL, OWN, read, read_text
from fairterms.risks.register.register import Register

ROOT = Path(__file__).parents[3]
SOUND = (ROOT / "tests" / "golden" / "risks.toml").read_text(encoding="utf-8")
STARTER = Path(fairterms.cli.__file__).parent / "starter"


def test_no_file_is_no_register(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_an_empty_file_is_an_empty_register(tmp_path: Path) -> None:
    (tmp_path / "risks.toml").write_text("", encoding="utf-8")
    assert read(tmp_path) == Register()


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "risks.toml").write_bytes(b"id = \xff")
    found = read(tmp_path)
    assert found is not None
    assert [problem.code for problem in found.problems] == ["not-text"]
    assert read_text("[[risk").problems[0].code == "not-toml"


def test_every_section_is_read_by_somebody() -> None:
    assert not set(OWN) & set(CONTROL)
    empty = "\n".join(f"{name} = []" for name in (*OWN, *CONTROL))
    assert read_text(empty).problems == ()
    assert [one.code for one in read_text("risks = []").problems] == ["unknown-section"]


def test_the_parts_of_the_file_come_in_full() -> None:
    found = read_text(SOUND)
    parts = (
        found.values,
        found.objectives,
        found.risks,
        found.impacts,
        found.estimates,
        found.matrices,
        found.incidents,
        found.interests,
        found.notes,
    )
    assert [len(part) for part in parts] == [2, 3, 2, 3, 4, 1, 1, 2, 2]


def test_controls_are_read_with_the_impacts_they_act_on() -> None:
    control = """
[[control]]
id = "second"
title = "A second person makes the file"
aim = "prevent"
mode = "manual"
cadence = "monthly"
key = true
owner = "office manager"
operator = "billing lead"
evidence_kind = "cover sheet"

[[effect]]
control = "second"
impact = "late_files_margin"
acts_on = "frequency"
leaves = "40 %"
rationale = "most were late because one person was away"
"""
    found = read_text(SOUND + control)
    assert found.problems == ()
    assert [one.impact for one in found.controls.effects] == ["late_files_margin"]
    lost = read_text(SOUND + control.replace("late_files_margin", "nothing"))
    assert [one.code for one in lost.problems] == ["unknown-impact"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('statement = "Up to 3 % of all fees are lost."\n', ""),
        ('frequency = { per_year = "0.5 events per year" }\n', ""),
        ('statement = "Care is paid for by what it achieves."', "statement = 5"),
    ],
    ids=["an impact", "the first estimate of a chain", "a value"],
)
def test_one_mistake_is_told_once_and_not_again_where_others_point_at_it(
    right: str, wrong: str
) -> None:
    assert right in SOUND
    assert len(read_text(SOUND.replace(right, wrong, 1)).problems) == 1


def test_problems_come_in_the_order_of_the_lines() -> None:
    text = SOUND.replace('area = "money"', 'area = "gold"').replace('"O1"', '"O77"')
    lines = [one.line for one in read_text(text.replace("[[swot]]", "[[swat]]")).problems]
    assert len(lines) == 3
    assert lines == sorted(lines)


@pytest.fixture(scope="module", params=["cedar", "juniper"])
def example(request: pytest.FixtureRequest) -> tuple[Path, Register]:
    folder = ROOT / "examples" / str(request.param)
    found = read(folder)
    assert found is not None
    return folder, found


def test_an_example_has_no_problem_and_shows_each_part(example: tuple[Path, Register]) -> None:
    _, found = example
    assert found.problems == ()
    assert 6 <= len(found.risks) <= 10
    assert found.names_public_harm
    assert found.held_by(Holder.SHARED)
    assert found.held_by(Holder.PLAN)
    assert any(one.supersedes for one in found.estimates)
    assert any(one.is_computed for one in found.estimates)
    assert any(one.tolerance is None for one in found.objectives)
    assert any(one.is_nil for one in found.interests)
    assert found.matrices
    assert found.incidents
    assert found.notes


def test_an_example_names_clauses_that_its_contract_has(example: tuple[Path, Register]) -> None:
    folder, found = example
    terms = (folder / "terms.toml").read_text(encoding="utf-8")
    clauses = set(re.findall(r'\[\[clause\]\]\nid = "([a-z_]+)"', terms))
    assert clauses
    computed = [one.from_contract for one in found.estimates if one.from_contract]
    assert len(computed) > 1
    assert {one.clause or one.term.partition(".")[0] for one in computed} <= {*clauses, ""}
    assert {name for one in found.objectives for name in one.clauses} <= clauses


def test_cedars_failed_test_leaves_its_control_claimed_and_not_proven() -> None:
    found = read(ROOT / "examples" / "cedar")
    assert found is not None
    left = found.controls.residual("files_late_margin", date(2026, 11, 2))
    assert left.frequency.claimed == pytest.approx(0.3)
    assert left.frequency.proven == 1
    passed = found.controls.residual("scores_missing_margin", date(2026, 11, 2))
    assert passed.frequency.claimed < passed.frequency.proven < 1


def test_the_starters_file_says_nothing_and_its_lines_are_sound_without_the_hash() -> None:
    text = (STARTER / "risks.toml").read_text(encoding="utf-8")
    assert read_text(text) == Register()
    shown = read_text(re.sub(r"(?m)^# (?=\[\[|[a-z_]+ = )", "", text))
    assert shown.problems == ()
    assert len(shown.estimates) == len(shown.impacts) == len(shown.risks) == 1
