"""Reading `responsibilities.toml`."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.prepare.responsibilities.declaration import Declaration
from fairterms.prepare.responsibilities.declaration_reader import read
from fairterms.prepare.responsibilities.task import Division, Who

EXAMPLES = Path(__file__).parents[3] / "examples"
STARTER = Path(__file__).parents[3] / "src" / "fairterms" / "cli" / "starter"
WHOLE = """
[[task]]
id = "inpatient"
does = "others"
pays = "plan"
by = "Exhibit B"
in_total_cost = true
since = 2027-01-01
note = "two hospitals"

[[task]]
id = "tablets"
task = "Tablets for forms"
does = "group"
pays = "both"
paid_from = "a grant"
split = "half each"
"""


def said(tmp_path: Path, text: str) -> Declaration:
    (tmp_path / "responsibilities.toml").write_text(text)
    found = read(tmp_path)
    assert found is not None
    return found


def test_no_file_is_no_error(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    found = said(tmp_path, WHOLE)
    assert found.problems == ()
    stay, tablets = found.assigned
    assert (stay.does, stay.pays, stay.by) == (Who.OTHERS, Who.PLAN, "Exhibit B")
    assert (stay.in_total_cost, stay.since) == (True, date(2027, 1, 1))
    assert (stay.note, stay.source) == ("two hospitals", "responsibilities.toml, line 2")
    assert (tablets.task.title, tablets.task.division) == (
        "Tablets for forms",
        Division.OPERATIONAL,
    )
    assert (tablets.paid_from, tablets.split) == ("a grant", "half each")


def test_a_service_in_own_words_is_told_by_its_cost(tmp_path: Path) -> None:
    text = WHOLE.replace('split = "half each"', "in_total_cost = true")
    assert said(tmp_path, text).assigned[1].task.division is Division.FINANCIAL


def test_who_is_missing_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    found = said(tmp_path, '[[task]]\nid = "training"\ndoes = "plan"\n')
    assert [one.what for one in found.problems] == ["training does not say who pays for it"]
    (kept,) = found.assigned
    assert (kept.does, kept.pays) == (Who.PLAN, None)


def test_an_unknown_name_without_words_of_its_own_is_left_out(tmp_path: Path) -> None:
    found = said(tmp_path, '[[task]]\nid = "crisis_lin"\ndoes = "plan"\npays = "plan"\n')
    assert found.assigned == ()
    assert [one.fix for one in found.problems] == ['did you mean "crisis_line"?']


def test_the_cost_of_work_is_in_no_total_of_services(tmp_path: Path) -> None:
    text = '[[task]]\nid = "training"\ndoes = "plan"\npays = "plan"\nin_total_cost = true\n'
    found = said(tmp_path, text)
    assert [one.code for one in found.problems] == ["not-a-service"]
    assert found.assigned[0].in_total_cost is None


@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_the_examples_have_no_problem(name: str) -> None:
    found = read(EXAMPLES / name)
    assert found is not None
    assert found.problems == ()
    assert len(found.assigned) >= 12


def test_the_starter_is_read_with_and_without_its_comments(tmp_path: Path) -> None:
    assert read(STARTER) == Declaration()
    text = (STARTER / "responsibilities.toml").read_text()
    lines = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith("# [[") or (line.startswith("# ") and " = " in line)
    ]
    found = said(tmp_path, "\n".join(lines))
    assert found.problems == ()
    assert len(found.assigned) == 4
