"""The house rules are programs: modules, catalogues, names, floors and the repository's silence."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "fairterms"
WORKSPACE = ROOT / "src" / "fairterms_web"
MODULES = [
    *sorted(SOURCE.rglob("*.py")),
    *(one for one in sorted(WORKSPACE.rglob("*.py")) if "migrations" not in one.parts),
]
CATALOGUES = {
    "payment/models": "MODEL",
    "review/checks": "CHECK",
    "review/questions": "QUESTION",
    "reference/instruments": "INSTRUMENT",
    "records/tables": "TABLE",
    "records/rules": "RULE",
    "reference/measures": "MEASURE",
    "outcomes/gaming/signals": "SIGNAL",
    "outcomes/patient_change/change_methods": "METHOD",
    "simulate/clause_price/neutral": "NEUTRAL",
    "simulate/drivers/stresses": "STRESS",
    "prepare/readiness/criteria": "CRITERION",
    "prepare/partner/questions": "QUESTION",
    "prepare/cost_to_comply/duties": "DUTY",
    "risks/library/entries": "RISK",
    "monitor/indicators/library": "INDICATOR",
    "reconcile/hypotheses": "FAMILY",
    "reconcile/arithmetic/checks": "CHECK",
    "audit/procedures/library": "PROCEDURE",
}
BANNED_NAMES = {"utils", "util", "helpers", "common", "manager", "misc", "info", "process", "data"}
LONGEST_MODULE = 400
NAMED_BY_DJANGO = {"migrations", "management", "commands", "templatetags"}
"""Folders that Django finds by their names."""


def test_a_module_is_short_and_well_named() -> None:
    for module in MODULES:
        where = module.relative_to(ROOT / "src")
        length = len(module.read_text(encoding="utf-8").splitlines())
        assert length <= LONGEST_MODULE, f"{where} has {length} lines"
        assert module.stem not in BANNED_NAMES, where
        assert not re.search(r"_(v\d+|new|old|legacy)$", module.stem), where


def undescribed(module: Path) -> list[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    lacking = [] if ast.get_docstring(tree) else ["the module"]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            lacking += [] if ast.get_docstring(node) else [node.name]
    return lacking


def test_every_module_class_and_function_in_the_open_says_what_it_is() -> None:
    lacking = {str(m.relative_to(ROOT / "src")): undescribed(m) for m in MODULES}
    assert {where: names for where, names in lacking.items() if names} == {}


def entries(folder: str) -> list[str]:
    return sorted(p.stem for p in (SOURCE / folder).glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("folder", CATALOGUES)
def test_every_catalogue_entry_has_one_test_file_of_its_name(folder: str) -> None:
    tests = ROOT / "tests" / folder
    assert [e for e in entries(folder) if not (tests / f"test_{e}.py").exists()] == []


@pytest.mark.parametrize("folder", CATALOGUES)
def test_every_test_file_of_a_catalogue_belongs_to_an_entry(folder: str) -> None:
    tested = {p.stem.removeprefix("test_") for p in (ROOT / "tests" / folder).glob("test_*.py")}
    assert tested <= set(entries(folder)), "a test file without its entry"


def assigned(module: Path) -> set[str]:
    return {
        target.id
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


@pytest.mark.parametrize(("folder", "constant"), CATALOGUES.items())
def test_every_catalogue_module_defines_its_constant(folder: str, constant: str) -> None:
    modules = [SOURCE / folder / f"{entry}.py" for entry in entries(folder)]
    assert modules, "an empty catalogue"
    assert [m.name for m in modules if constant not in assigned(m)] == []


def test_the_glossary_defines_every_folder() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    packages = (SOURCE, WORKSPACE)
    folders = {init.parent.name for one in packages for init in one.rglob("__init__.py")}
    folders -= {"fairterms", "fairterms_web", *NAMED_BY_DJANGO}
    missing = sorted(f for f in folders if f"**{f}**" not in glossary)
    assert missing == []


def test_each_glossary_word_is_defined_once() -> None:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| \*\*(.+?)\*\*", text, flags=re.MULTILINE)
    assert len(words) == len(set(words))


def test_the_core_has_never_heard_of_django() -> None:
    for module in SOURCE.rglob("*.py"):
        assert "django" not in module.read_text(encoding="utf-8").lower(), module


def test_every_verb_has_a_module_and_a_page_with_a_summary() -> None:
    folder = SOURCE / "cli"
    pages = {page.stem for page in folder.glob("*.md")}
    assert pages, "no verbs"
    for page in pages:
        parts = (folder / f"{page}.md").read_text(encoding="utf-8").split("\n\n")
        assert parts[0] == f"# fairterms {page.replace('_', '-')}"
        assert "def run(" in (folder / f"{page}.py").read_text(encoding="utf-8")
        assert len(parts[1].split()) >= 5


def tracked_text() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    binary = {".pdf", ".docx", ".png", ".ttf", ".npz", ".parquet"}
    return [ROOT / n for n in listed if n and Path(n).suffix not in binary and (ROOT / n).exists()]


def test_the_repository_speaks_of_the_project_alone() -> None:
    # Written in parts so that this file does not contain what it forbids.
    hosts = ["files.pythonhosted" + ".org", "pypi" + ".org/simple", "registry.npmjs" + ".org"]
    places = ["/work" + "/main", "/root" + "/", "farm" + "-studio", "farm" + "-bench"]
    for path in tracked_text():
        text = path.read_text(encoding="utf-8")
        found = [word for word in (*hosts, *places) if word in text]
        assert found == [], f"{path.relative_to(ROOT)} names {found}"


def test_decisions_are_numbered_without_gaps_and_have_the_three_parts() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for part in ("## Context", "## Decision", "## Consequences"):
            assert part in text, f"{page.name} lacks {part}"


def test_every_dependency_has_a_line_in_the_decisions() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("dependencies = [")[1].split("]")[0]
    names = re.findall(r'"([a-z0-9-]+)', block)
    decisions = " ".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs/decisions").glob("*"))
    assert [name for name in names if name not in decisions] == []


def test_links_between_pages_lead_somewhere() -> None:
    for page in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").rglob("*.md"),
    ]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"
