"""The manual is made from the program and shows examples that run."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from fairterms.settle.script import read_text as read_script
from fairterms.settle.trial import try_script

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_manual", ROOT / "docs" / "make_manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "models"])
def test_the_made_pages_are_in_step_with_the_program(name: str) -> None:
    said = (MANUAL / f"{name}.md").read_text(encoding="utf-8")
    assert said == getattr(maker(), name)(), "run: python docs/make_manual.py"


def test_every_page_is_listed_on_the_manuals_first_page() -> None:
    listed = (MANUAL / "README.md").read_text(encoding="utf-8")
    for page in MANUAL.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in listed, page.name


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
