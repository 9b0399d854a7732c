"""The manual is made from the program and shows examples that run."""

import ast
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from benchmarks.conformance_peers import DEFECTS, DISAGREEMENTS

from fairterms.cli.overview import verbs
from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from fairterms.review.reading import CHECKS
from fairterms.settle.script import read_text as read_script
from fairterms.settle.trial import try_script
from fairterms.units.finding import QUESTIONS

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_manual", ROOT / "docs" / "make_manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "models", "checks", "coverage", "measures", "tables"])
def test_the_made_pages_are_in_step_with_the_program(name: str) -> None:
    said = (MANUAL / f"{name}.md").read_text(encoding="utf-8")
    assert said == getattr(maker(), name)(), "run: python docs/make_manual.py"


def test_every_page_is_listed_on_the_manuals_first_page() -> None:
    listed = (MANUAL / "README.md").read_text(encoding="utf-8")
    for page in MANUAL.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in listed, page.name


def named_tests() -> set[str]:
    said = (MANUAL / "conformance.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(tests/[^`]*)`", said))


def test_every_test_that_the_page_of_conformance_names_exists() -> None:
    assert {each.test for each in (*DEFECTS, *DISAGREEMENTS)} == named_tests()
    for named in named_tests():
        path, _, name = named.partition("::")
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, named


def requirements() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((ROOT / "docs" / "requirements.toml").read_text(encoding="utf-8"))


def served(kind: str) -> set[str]:
    return {name for where in requirements().values() for name in where.get(kind, [])}


def test_every_requirement_that_is_due_is_met_by_something_that_exists() -> None:
    reading = [f"R-A{number}" for number in range(1, 13)]
    money = [f"R-B{number}" for number in range(1, 14)]
    outcomes = [f"R-C{number}" for number in range(1, 14)]
    preparation = [f"R-D{number}" for number in range(1, 15)]
    risks = [f"R-E{number}" for number in range(1, 10)]
    talks = [f"R-F{number}" for number in range(1, 12)]
    governance = [f"R-G{number}" for number in range(1, 9)]
    audit = [f"R-H{number}" for number in range(1, 9)]
    learning = [f"R-I{number}" for number in range(1, 8)]
    assert list(requirements()) == [
        *reading,
        *money,
        *outcomes,
        *preparation,
        *risks,
        *talks,
        *governance,
        *audit,
        *learning,
    ]
    for name, where in requirements().items():
        assert where.keys() & {"checks", "questions", "verbs", "pages"}, name
    assert served("checks") <= {check.id for check in CHECKS.values()}
    assert served("questions") <= set(QUESTIONS)
    assert served("verbs") <= set(verbs())
    assert all((MANUAL / page).is_file() for page in served("pages"))
    source = ROOT / "src" / "fairterms"
    assert [module for module in served("modules") if not (source / module).is_file()] == []


def test_every_check_and_every_question_serves_a_requirement() -> None:
    assert {check.id for check in CHECKS.values()} - served("checks") == set()
    assert set(QUESTIONS) - served("questions") == set()


def blocks(name: str) -> list[str]:
    text = (MANUAL / name).read_text(encoding="utf-8")
    return re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL)


HEADER = """
[contract]
name = "The manual's example"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"
"""
REDUCTION = """
[[clause]]
id = "sequestration"
model = "percentage_reduction"
of = "savings"
rate = "2 %"
"""


def test_the_clause_and_the_script_of_the_manual_agree() -> None:
    clause = next(block for block in blocks("terms.md") if block.startswith("[[clause]]"))
    script = next(block for block in blocks("terms.md") if block.startswith("title ="))
    reading = read_text(HEADER + clause + REDUCTION)
    assert reading.contract is not None
    assert not reading.problems
    assert not problems(reading.contract)
    trial = try_script(reading.contract, read_script(script, "manual.toml"))
    assert trial.passed, trial.differences
    assert trial.terms_changed, "the hash in the manual is not a real one"
