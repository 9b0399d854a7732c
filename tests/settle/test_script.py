"""A script reads what both sides wrote, and says what is wrong with it."""

from datetime import date
from pathlib import Path

from fairterms.settle.script import read_folder, read_text

GOOD = """
title = "At the minimum"
clauses = ["savings"]
agreed = { terms = "sha256:abc", group = 2027-01-12, plan = 2027-01-14 }
[given]
member_months = "120,000 member-months"
[expect]
savings.savings = "$98,880.00"
payable = "$49,440.00"
not_applied = ["savings_cap"]
[not_applied]
minimum_savings_rate = "there are no savings below the minimum"
"""


def test_everything_written_is_read() -> None:
    script = read_text(GOOD, "at.toml")
    assert script.problems == ()
    assert script.title == "At the minimum"
    assert script.clauses == ("savings",)
    assert (script.group_agreed, script.plan_agreed) == (date(2027, 1, 12), date(2027, 1, 14))
    assert [str(amount) for amount in script.expect.values()] == ["$98,880.00", "$49,440.00"]
    assert set(script.expect) == {"savings.savings", "payable"}
    assert script.not_applied == {
        "savings_cap": "",
        "minimum_savings_rate": "there are no savings below the minimum",
    }


def test_a_script_that_expects_nothing_is_a_problem() -> None:
    assert [p.code for p in read_text("[given]\n", "x.toml").problems] == ["missing"]


def test_a_misspelt_key_is_not_ignored() -> None:
    problems = read_text(GOOD.replace("title", "titel"), "x.toml").problems
    assert [(p.code, p.fix) for p in problems] == [("unknown-script-key", 'did you mean "title"?')]


def test_an_amount_without_its_unit_is_a_problem_on_its_line() -> None:
    problems = read_text(GOOD.replace('"$49,440.00"', '"49440"'), "x.toml").problems
    assert [p.code for p in problems] == ["not-a-quantity"]
    assert problems[0].line > 0


def test_broken_toml_is_a_problem_not_a_crash() -> None:
    assert [p.code for p in read_text("title = ", "x.toml").problems] == ["not-toml"]


def test_a_folder_is_read_in_the_order_of_names_without_the_equivalents(tmp_path: Path) -> None:
    for name in ("b", "a", "equivalent"):
        (tmp_path / f"{name}.toml").write_text(GOOD)
    assert [script.file for script in read_folder(tmp_path)] == ["a.toml", "b.toml"]
