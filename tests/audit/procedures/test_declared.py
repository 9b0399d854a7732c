"""Of a section with an entry that cannot be read nothing is used; the rest is read."""

from pathlib import Path

import pytest

from fairterms.audit.procedures.declared import FILE, SECTIONS, read
from fairterms.audit.procedures.evidence import Evidence
from tests.audit.procedures.made_up import JUNIPER, ON, YEAR, codes

DUTY = '[[kept_duty]]\nwhat = "send"\nowed_by = "plan"\nwhere = "A-3"\n'


def written(folder: Path, text: str) -> Evidence:
    (folder / FILE).write_text(text, encoding="utf-8")
    return read(folder)


def test_without_the_file_there_is_no_evidence_and_no_problem(tmp_path: Path) -> None:
    assert read(tmp_path) == Evidence()


def test_one_entry_that_cannot_be_read_takes_its_section_along(tmp_path: Path) -> None:
    assert written(tmp_path, DUTY).duties is not None
    both = written(tmp_path, DUTY + DUTY.replace("where", "there"))
    assert both.duties is None
    assert set(codes(both.problems)) == {"unknown-key", "missing"}
    assert {one.line for one in both.problems} == {5, 8}


def test_a_section_nobody_reads_is_named(tmp_path: Path) -> None:
    found = written(tmp_path, "[[kept_dutys]]\nx = 1\n")
    assert codes(found.problems) == ["unknown-section"]
    assert found.problems[0].fix == 'did you mean "kept_duty"?'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[audit]\nfrom = 2027-01-01\n", "missing"),
        ("[audit]\nuntil = 2027-01-01\n", "unknown-key"),
        ("audit = 3\n", "not-a-table"),
        ("[audit\n", "not-toml"),
    ],
)
def test_what_is_wrong_in_the_head_is_a_problem(tmp_path: Path, text: str, code: str) -> None:
    found = written(tmp_path, text)
    assert codes(found.problems) == [code]
    assert found.period is None


def test_the_day_alone_needs_no_period(tmp_path: Path) -> None:
    found = written(tmp_path, "[audit]\non = 2028-10-20\n")
    assert (found.on, found.period, found.problems) == (ON, None, ())


def test_the_example_holds_every_section_and_reads_clean() -> None:
    found = read(JUNIPER)
    assert found.problems == ()
    assert (found.on, found.period) == (ON, YEAR)
    text = (JUNIPER / FILE).read_text(encoding="utf-8")
    assert [name for name in SECTIONS if f"[{name}]" not in text] == []
    assert found.stated is not None
    assert found.stated[0].takes_own_figures
    kinds = (found.builds, found.measures, found.lists, found.operated, found.duties)
    assert all(kinds)
    assert all((found.conflicts, found.diligence, found.reports, found.benchmarks))
