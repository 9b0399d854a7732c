"""Licences are listed and allowed; an audit that asked nobody never looks like a clean one."""

import importlib.util
import json
import re
import sys
from email.message import Message
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def program(path: str) -> ModuleType:
    name = Path(path).stem
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A frozen record looks itself up by the name of its module.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


licences = program("docs/make_licences.py")
audit = program(".ci/vulnerabilities.py")
insecure = program(".ci/insecure.py")
ASKED = {"name": "made-up", "version": "1.0", "vulns": []}
SKIPPED = {"name": "other", "skip_reason": "not found"}
HURT = {**ASKED, "vulns": [{"id": "MADE-UP-1", "fix_versions": ["1.1", "2.0"]}]}
UNMENDED = {**ASKED, "vulns": [{"id": "MADE-UP-2", "fix_versions": []}]}


def test_the_list_of_licences_is_in_step_with_the_locks() -> None:
    said = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert said == licences.page(), "run: .venv/bin/python docs/make_licences.py"


def test_every_package_has_a_licence_that_its_use_allows() -> None:
    assert licences.refused() == []


def test_no_licence_that_binds_the_whole_program_is_in_the_default_install() -> None:
    for use in licences.USES[:2]:
        assert not {one for one in use.allowed if "GPL" in one}, use.title


def test_a_package_with_another_licence_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stated = {**licences.ELSEWHERE, "rich": "AGPL-3.0-only", "typer": "not declared"}
    monkeypatch.setattr(licences, "ELSEWHERE", stated)
    assert licences.refused() == [
        "rich (run.txt): AGPL-3.0-only",
        "typer (run.txt): not declared",
    ]


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License-Expression": "MIT OR Apache-2.0", "License": "BSD"}, "MIT OR Apache-2.0"),
        ({"License": "MIT License\n\nCopyright"}, "MIT"),
        ({"License": "Copyright by somebody", "Classifier": "License :: OSI :: ISC License (ISCL)"},
         "ISC"),
        ({"License": "GPL", "Classifier": "License :: Other"}, "Other"),
        ({"Classifier": "Topic :: Software"}, "not declared"),
        ({}, "not declared"),
    ],
)  # fmt: skip
def test_a_licence_is_read_from_the_newest_place_that_names_one(
    said: dict[str, str], licence: str
) -> None:
    message = Message()
    for key, value in said.items():
        message[key] = value
    assert licences.declared(message) == licence


def test_a_lock_s_names_are_read_whatever_stands_behind_them() -> None:
    text = "b[x,y]==1 ; python_version < '3.13' \\\n    --hash=x\na-b==2 \\\n# c==3\nb==2\n"
    assert licences.locked(text) == ["a-b", "b"]


@pytest.mark.parametrize(
    ("packages", "code"),
    [
        ([ASKED], 0),
        ([ASKED, HURT], 1),
        ([SKIPPED, HURT], 1),
        ([ASKED, SKIPPED], 3),
        ([SKIPPED], 3),
        ([], 3),
    ],
)
def test_an_audit_ends_well_only_when_every_package_was_looked_up(
    packages: list[dict[str, object]], code: int
) -> None:
    assert audit.read(json.dumps({"dependencies": packages})).code == code


def test_an_audit_that_broke_down_says_that_nothing_was_checked() -> None:
    answer = audit.read("")
    assert answer.code == 3
    assert answer.sentences.startswith("NOT CHECKED: ")


def test_an_audit_names_what_is_vulnerable_and_what_was_not_looked_up() -> None:
    answer = audit.read(json.dumps({"dependencies": [HURT, UNMENDED, SKIPPED]}))
    assert answer.sentences == (
        "2 packages were looked up.\n  made-up 1.0: MADE-UP-1; mended in 1.1, 2.0\n"
        "  made-up 1.0: MADE-UP-2; mended in no version yet\nNOT CHECKED: other\n"
    )


def test_the_services_are_asked_in_turn_until_one_knows_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"pypi": audit.NOTHING, "osv": audit.read(json.dumps({"dependencies": [ASKED]}))}
    monkeypatch.setattr(audit, "ask", answers.__getitem__)
    assert audit.main() == 0
    assert "1 packages were looked up" in capsys.readouterr().out
    monkeypatch.setattr(audit, "ask", lambda _service: audit.NOTHING)
    assert audit.main() == 3


def test_the_locks_that_are_audited_hold_every_package_of_every_other() -> None:
    folder = ROOT / "requirements"
    texts = [lock.read_text(encoding="utf-8") for lock in audit.LOCKS]
    audited = {name for text in texts for name in licences.locked(text)}
    for lock in folder.glob("*.txt"):
        assert set(licences.locked(lock.read_text(encoding="utf-8"))) <= audited, lock.name


def test_locks_agree_on_every_version() -> None:
    folder = ROOT / "requirements"
    pins = {
        lock.stem: set(re.findall(r"^\S+==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE))
        for lock in folder.glob("*.txt")
    }
    assert pins["run"] < pins["web"] < pins["postgres"] < pins["dev"]


@pytest.mark.parametrize(
    ("rule", "file", "line", "is_left"),
    [
        ("B608", "src/fairterms/a.py", "x = f'{y}'", True),
        ("B608", "src/fairterms/a.py", "x = f'{y}'  # noqa: S608 - our own words", False),
        ("B608", "src/fairterms/a.py", "x = f'{y}'  # noqa: PLR0913, S608 - as above", False),
        ("B608", "src/fairterms/a.py", "x = f'{y}'  # noqa: S603", True),
        ("B608", "src/fairterms/a.py", "x = f'{y}'  # noqa: S6081", True),
        ("B311", "src/fairterms/a.py", "x = random()", False),
        ("B311", "src/fairterms_web/a.py", "x = random()", True),
    ],
)
def test_a_finding_is_left_unless_its_line_says_why_it_is_right(
    rule: str, file: str, line: str, is_left: bool
) -> None:
    finding = {"test_id": rule, "filename": file, "line_range": [2, 3]}
    assert insecure.unexplained(finding, ["# noqa: S608", "text = (", line]) is is_left
