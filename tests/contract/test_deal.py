"""A deal folder is read whole, and what is wrong in it is told."""

from decimal import Decimal
from pathlib import Path

from fairterms.contract.deal import read

GOOD = """
[deal]
name = "Maple 2027"
missing = ["Provider Manual"]
[group]
name = "Maple Group"
called = ["Provider"]
[plan]
name = "Example Plan"
[without_deal]
clauses = ["fees"]
amount = "$1,000.00"
[appetite]
least_margin = "$10.00"
largest_loss = "$20.00"
walk_away_loss = "$30.00"
must_haves = ["amend-unilateral"]
[[cost]]
id = "files"
what = "Files"
hours = "10 hours"
wage = "$40.00 per hour"
[[cost]]
id = "software"
amount = "$100.00"
"""


def folder(path: Path, text: str = GOOD) -> Path:
    (path / "deal.toml").write_text(text)
    for name in ("contract", "scenarios"):
        (path / name).mkdir(exist_ok=True)
    return path


def test_everything_in_the_folder_is_read(tmp_path: Path) -> None:
    deal = folder(tmp_path)
    (deal / "contract" / "02-b.docx").write_text("x")
    (deal / "contract" / "01-a.pdf").write_text("x")
    (deal / "contract" / "README.txt").write_text("x")
    (deal / "scenarios" / "expected.toml").write_text('role = "expected"\n[given]\n')
    found = read(deal)
    assert found.problems == ()
    assert (found.name, found.group.name, found.missing) == (
        "Maple 2027",
        "Maple Group",
        ("Provider Manual",),
    )
    assert [path.name for path in found.documents] == ["01-a.pdf", "02-b.docx"]
    assert [scenario.role for scenario in found.scenarios] == ["expected"]
    assert found.cost_to_comply == Decimal(500)
    assert found.costs[0].how == "10 hours × $40.00 per hour"
    assert found.appetite is not None
    assert found.appetite.walk_away_loss == 30
    assert found.without_deal.amount == 1000


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert [p.code for p in found.problems] == ["missing"]
    assert found.appetite is None


def test_each_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        GOOD.replace('"$10.00"', '"10"')
        .replace("largest_loss", "biggest_loss")
        .replace('"$40.00 per hour"', '"$40.00"')
        .replace("clauses = [", "clause = [")
        .replace("what =", "wat =")
        .replace("[plan]", "[plans]")
    )
    problems = read(folder(tmp_path, text)).problems
    codes = [problem.code for problem in problems]
    assert codes.count("not-a-quantity") == 2
    assert {
        "unknown-appetite",
        "unknown-cost-key",
        "unknown-key",
        "unknown-section",
        "wrong-unit",
    } <= (set(codes))
    assert all(problem.line > 0 for problem in problems)


def test_broken_toml_is_a_problem(tmp_path: Path) -> None:
    assert [p.code for p in read(folder(tmp_path, "[deal")).problems] == ["not-toml"]
