import re
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.prepare.cost_to_comply.declaration import NOTHING_DECLARED
from fairterms.prepare.cost_to_comply.declaration_reader import read, read_text
from fairterms.prepare.cost_to_comply.kind import Driver, Role
from fairterms.prepare.cost_to_comply.spread import Spread
from tests.prepare.cost_to_comply.made_up import EXAMPLES

WHOLE = """
[size]
clinicians = "38 clinicians"
new_patients = "2,610 patients"

[wage]
analyst = "$46.00 per hour"
office = ["$20.00 per hour", "$27.00 per hour", "$30.00 per hour"]

[revenue]
other = "$7,412,386.55"
what = "fees of another agreement"

[kind.training]
hours = "3 hours"

[[duty]]
id = "report_files_c_1"
hours = ["2 hours", "4 hours", "8 hours"]
count = "12 files"
wage = "$40.00 per hour"
tools = "$600.00"

[[duty]]
id = "insurance"
not_ours = "carried already"

[[duty]]
id = "audits"
covered_by = "measuring"

[[added]]
id = "travel"
kind = "meetings"
what = "Travel to the plan's office"
section = "3.1"
hours = "5 hours"
count = "4 times"
"""


def test_all_that_a_file_may_say_is_read() -> None:
    found = read_text(WHOLE)
    assert found.problems == ()
    assert found.sizes == {Driver.CLINICIAN: Decimal(38), Driver.NEW_PATIENT: Decimal(2610)}
    assert found.wages == {Role.ANALYST: Spread.exact(46), Role.OFFICE: Spread.of(20, 27, 30)}
    assert (found.other_revenue, found.other_revenue_is) == (
        Decimal("7412386.55"),
        "fees of another agreement",
    )
    assert found.kinds["training"].hours == Spread.exact(3)
    file = found.duties["report_files_c_1"]
    assert (file.hours, file.count) == (Spread.of(2, 4, 8), Spread.exact(12))
    assert (file.wage, file.tools) == (Spread.exact(40), Spread.exact(600))
    assert found.duties["insurance"].not_ours == "carried already"
    assert found.duties["audits"].covered_by == "measuring"
    (added,) = found.added
    assert (added.id, added.kind_name, added.what, added.section) == (
        "travel",
        "meetings",
        "Travel to the plan's office",
        "3.1",
    )
    assert added.change.count == Spread.exact(4)


def test_the_manuals_example_reads_without_a_problem() -> None:
    page = (EXAMPLES.parent / "docs" / "manual" / "comply.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    found = read_text(block)
    assert found.problems == ()
    assert set(found.duties) == {"report_files_c_1", "insurance", "file_corrections"}


def test_a_deal_without_the_file_declares_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) is NOTHING_DECLARED


@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_the_examples_read_without_a_problem(name: str) -> None:
    found = read(EXAMPLES / name)
    assert found is not NOTHING_DECLARED
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sise]\n", 'duties.toml:1: there is no section called "sise" [unknown-section]'),
        ('[size]\nclinicans = "3 clinicians"\n', 'did you mean "clinicians"?'),
        ('[size]\nclinicians = "38"\n', 'clinicians: "38" has no unit'),
        ('[size]\nclinicians = "38 patients"\n', "it is wanted in clinicians"),
        ('[wage]\nanalyst = "$46.00"\n', "it is wanted in dollars per hour"),
        ('[wage]\nboss = "$90.00 per hour"\n', 'there is no key called "boss"'),
        ('[kind.trainings]\nhours = "3 hours"\n', 'did you mean "training"?'),
        ('[kind.training]\nwage = "$3.00 per hour"\n', 'there is no key called "wage"'),
        ('[[duty]]\nhours = "3 hours"\n', "this duty has no usable id"),
        ('[[duty]]\nid = "audits"\n[[duty]]\nid = "audits"\n', "is used twice"),
        ('[[duty]]\nid = "audits"\nhours = "3 days"\n', "it is wanted in hours"),
        ('[[duty]]\nid = "audits"\nhours = "-3 hours"\n', "hours is below zero"),
        (
            '[[duty]]\nid = "audits"\nhours = ["3 hours", "2 hours", "4 hours"]\n',
            "hours is not three amounts from the lowest to the highest",
        ),
        ('[[duty]]\nid = "audits"\ncount = "$3.00"\n', "it is wanted in a number of things"),
        ('[[added]]\nid = "travel"\nkind = "meeting"\n', 'did you mean "meetings"?'),
        ('size = "large"\n', "size is not a table of keys"),
        ('[duty]\nid = "audits"\n', "duty is not a list of tables"),
        ("[size\n", "the file is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(text: str, said: str) -> None:
    found = read_text(text)
    assert any(said in str(problem) for problem in found.problems), list(map(str, found.problems))


def test_every_problem_is_reported_with_its_line() -> None:
    found = read_text('[size]\nclinicians = "38"\n\n[wage]\nanalyst = "46 dollars"\n')
    assert [problem.line for problem in found.problems] == [2, 5]


def test_a_file_that_is_not_text_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "duties.toml").write_bytes(b"\xff\xfe\x00[size]")
    (problem,) = read(tmp_path).problems
    assert problem.code == "not-text"


def test_a_message_word_for_word() -> None:
    (problem,) = read_text('[wage]\nanalyst = "$46.00"\n').problems
    assert str(problem) == (
        "duties.toml:2: analyst is in dollars, but it is wanted in dollars per hour [wrong-unit]\n"
        '    2 | analyst = "$46.00"\n'
        "      why: a number in another unit is another number\n"
        "      fix: write it in dollars per hour"
    )
