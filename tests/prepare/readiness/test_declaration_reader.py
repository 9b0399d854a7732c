"""The form as a group fills it in, and every mistake in it with its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.prepare.partner.question import Weighs
from fairterms.prepare.readiness.declaration import Cover, Declaration, Held
from fairterms.prepare.readiness.declaration_reader import SECTIONS, read
from fairterms.prepare.stated import Stated

EXAMPLES = Path(__file__).parents[3] / "examples"


def written(folder: Path, text: str) -> Declaration:
    (folder / "readiness.toml").write_text(text, encoding="utf-8")
    found = read(folder)
    assert found is not None
    return found


def messages(folder: Path, text: str) -> list[str]:
    return [str(problem) for problem in written(folder, text).problems]


def test_no_file_is_no_declaration(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_an_empty_file_assumes_nothing(tmp_path: Path) -> None:
    assert written(tmp_path, "") == Declaration()


def test_a_value_may_stand_by_itself_or_with_what_shows_it(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        '[people]\nclinicians = "38 clinicians"\n'
        'w2 = { is = "24 people", evidence = "payroll", on = 2026-09-30 }\n',
    )
    assert found.people.clinicians == Stated(Decimal(38), "readiness.toml, line 2")
    assert found.people.w2 == Stated(
        Decimal(24), "readiness.toml, line 3", "payroll", date(2026, 9, 30)
    )


def test_evidence_of_a_section_holds_for_all_of_it_unless_a_value_names_its_own(
    tmp_path: Path,
) -> None:
    text = (
        '[staff]\nevidence = "plan"\non = 2026-10-01\nfull_time = "2 people"\n'
        'training = { is = true, evidence = "calendar" }\n'
    )
    staff = written(tmp_path, text).staff
    assert staff.full_time is not None
    assert staff.training is not None
    assert (staff.full_time.evidence, staff.full_time.on) == ("plan", date(2026, 10, 1))
    assert (staff.training.evidence, staff.training.value) == ("calendar", True)


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        '[care]\ninstruments = ["phq9", "gad7"]\nfollowed_up = "68 %"\n'
        '[technology]\nrecord_system = { is = "bought", who = "a vendor" }\n'
        '[reserves]\ncash = "$310,000.00"\nforecast = "monthly"\n'
        '[partner.solvency]\nanswer = "Sound"\nweighs = "for"\nevidence = "audit"\n'
        "on = 2026-05-01\n",
    )
    assert found.problems == ()
    assert found.care.instruments is not None
    assert found.care.instruments.value == ("phq9", "gad7")
    assert found.care.followed_up is not None
    assert found.care.followed_up.value == Decimal("0.68")
    assert found.technology.record_system is not None
    assert found.technology.record_system.value == Held(Cover.BOUGHT, "a vendor")
    assert found.reserves.cash is not None
    assert found.reserves.cash.value == Decimal(310000)
    assert found.partner["solvency"].weighs is Weighs.FOR
    assert found.partner["solvency"].source == "readiness.toml, line 9"


WHY = "      why: an answer rests on it, so it is never guessed\n"
IGNORED = "      why: a name nothing reads would be silently ignored\n"
MESSAGES = [
    (
        '[peple]\nw2 = "24 people"\n',
        'readiness.toml:1: there is no section called "peple" [unknown-section]\n'
        "    1 | [peple]\n" + IGNORED + '      fix: did you mean "people"?',
    ),
    (
        '[people]\nclinicans = "38 clinicians"\n',
        'readiness.toml:2: there is no key called "clinicans" [unknown-key]\n'
        '    2 | clinicans = "38 clinicians"\n' + IGNORED + '      fix: did you mean "clinicians"?',
    ),
    (
        '[people]\nw2 = { is = "24 people", evidense = "payroll" }\n',
        'readiness.toml:2: there is no key called "evidense" [unknown-key]\n'
        '    2 | w2 = { is = "24 people", evidense = "payroll" }\n'
        + IGNORED
        + '      fix: did you mean "evidence"?',
    ),
    (
        '[care]\ninstruments = ["phq-9"]\n',
        'readiness.toml:2: there is no entry called "phq-9" [unknown-entry]\n'
        '    2 | instruments = ["phq-9"]\n' + IGNORED + '      fix: did you mean "phq9"?',
    ),
    (
        "[people]\nclinicians = 38\n",
        "readiness.toml:2: clinicians has no unit [not-a-quantity]\n    2 | clinicians = 38\n"
        + WHY
        + '      fix: write it like "$41.20", "$41.20 PMPM", "2 %", "10 % of benchmark", '
        '"60 days"; here it is wanted in clinicians',
    ),
    (
        '[people]\nclinicians = "38 offices"\n',
        "readiness.toml:2: clinicians is in offices, but it is wanted in clinicians [wrong-unit]\n"
        '    2 | clinicians = "38 offices"\n' + WHY + "      fix: write it in clinicians",
    ),
    (
        '[people]\nclinicians = "at least 38 clinicians"\n',
        'readiness.toml:2: clinicians says "at least" [not-exact]\n'
        '    2 | clinicians = "at least 38 clinicians"\n'
        + WHY
        + "      fix: write the number itself",
    ),
    (
        '[dependence]\nshare_of_revenue = "140 %"\n',
        "readiness.toml:2: share_of_revenue is 140 %, and it cannot be below zero or above 100 % "
        '[out-of-range]\n    2 | share_of_revenue = "140 %"\n'
        + WHY
        + "      fix: write the number as it is",
    ),
    (
        '[reserves]\ncash = "-$5.00"\n',
        "readiness.toml:2: cash is -$5.00, and it cannot be below zero [out-of-range]\n"
        '    2 | cash = "-$5.00"\n' + WHY + "      fix: write the number as it is",
    ),
    (
        '[staff]\ntraining = "yes"\n',
        "readiness.toml:2: training is neither true nor false [not-yes-or-no]\n"
        '    2 | training = "yes"\n' + WHY + "      fix: write true or false",
    ),
    (
        '[expertise]\nlegal = "counsel"\n',
        'readiness.toml:2: legal: "counsel" does not say who does it [no-such-choice]\n'
        '    2 | legal = "counsel"\n'
        + WHY
        + '      fix: write one of: "in house", "bought", "planned", "none"',
    ),
    (
        '[administration]\nby_plan = "reports"\n',
        "readiness.toml:2: by_plan is not a list of words [not-a-list]\n"
        '    2 | by_plan = "reports"\n'
        + WHY
        + '      fix: write by_plan = ["one", "another"], or [] for none',
    ),
    (
        "[leverage]\noutcomes = 3\n",
        "readiness.toml:2: outcomes is not written in words [not-words]\n    2 | outcomes = 3\n"
        + WHY
        + '      fix: put words between " and "',
    ),
    (
        '[people]\nw2 = { is = "24 people", on = "June" }\n',
        "readiness.toml:2: the day of the evidence of w2 is not a date [not-a-date]\n"
        '    2 | w2 = { is = "24 people", on = "June" }\n'
        + WHY
        + "      fix: write on = 2026-09-30, without quotes",
    ),
    (
        "people = 3\n",
        "readiness.toml:1: people is not a section [not-a-section]\n    1 | people = 3\n"
        + WHY
        + "      fix: write [people] by itself",
    ),
    (
        '[people]\nclinicians = "38 people"\nw2 = "24 people"\ncontractors_1099 = "15 people"\n',
        "readiness.toml:2: w2 and contractors_1099 are 39 together, clinicians are 38 "
        '[do-not-add-up]\n    2 | clinicians = "38 people"\n'
        + WHY
        + "      fix: count heads in all three, on the same day",
    ),
    (
        '[people]\ncontractors_1099 = "5 people"\ncontractors_held = "6 people"\n',
        "readiness.toml:3: contractors_held is 6, more than all 5 contractors [more-than-all]\n"
        '    3 | contractors_held = "6 people"\n'
        + WHY
        + "      fix: count those whose own agreement lets the group set targets",
    ),
]


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_a_mistake_says_where_what_why_and_what_to_do(
    tmp_path: Path, text: str, message: str
) -> None:
    assert messages(tmp_path, text) == [message]


def test_every_problem_is_reported_not_the_first(tmp_path: Path) -> None:
    text = '[people]\nclinicians = 38\nw2 = "two"\n[staff]\ntraining = "yes"\n'
    assert [problem.line for problem in written(tmp_path, text).problems] == [2, 3, 5]


@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff\xfe\x00", "not-text"), (b"[people\n", "not-toml")]
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "readiness.toml").write_bytes(content)
    found = read(tmp_path)
    assert found is not None
    assert [problem.code for problem in found.problems] == [code]


@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_the_examples_are_filled_in_without_a_problem(name: str) -> None:
    found = read(EXAMPLES / name)
    assert found is not None
    assert found.problems == ()


def test_the_manual_names_every_section_and_key() -> None:
    manual = (EXAMPLES.parent / "docs" / "manual" / "ready.md").read_text(encoding="utf-8")
    for section in SECTIONS:
        assert f"[{section}" in manual, section
    for section in set(SECTIONS) - {"partner"}:
        for key in vars(getattr(Declaration(), section)):
            assert f"`{key}`" in manual, f"{section}.{key}"
