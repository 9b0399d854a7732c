"""`synthesize` makes up a group, says what it made, and never writes over what could be real."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from fairterms.cli import synthesize
from fairterms.outcomes.synthetic.history import RECORDS, STATEMENT, TRUTH
from fairterms.outcomes.synthetic.truths import NAMES
from tests.cli.conftest import Run

FEW = ("--patients", "40", "--clinicians", "8", "--clinics", "4")


def test_it_makes_records_and_the_truth_and_tells_how_to_look_at_them(
    fairterms: Run, tmp_path: Path
) -> None:
    ran = fairterms("synthesize", tmp_path / "group", "--seed", "7", *FEW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Made up 40 patients of 8 clinicians in 4 clinics (private-practice, seed 7).\n"
        "Nobody in these records exists.\n"
    )
    assert " 40 rows\n" in ran.out
    assert f"What is true of them: {tmp_path / 'group' / TRUTH}." in ran.out
    for path in (tmp_path / "group" / RECORDS).iterdir():
        assert f"  {path.name} " in ran.out
    said = ran.out.splitlines()[-1]
    assert said.startswith('  python -c "import duckdb; duckdb.read_parquet(')


def test_the_command_it_prints_runs(
    fairterms: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for form in ("--csv", "--no-csv"):
        asked = (form,) if form == "--csv" else ()
        ran = fairterms("synthesize", tmp_path / form.strip("-"), *FEW, *asked)
        code = ran.out.splitlines()[-1].split('-c "')[1].removesuffix('"')
        exec(code)  # noqa: S102 -- the very words a user would run
    assert "a0000001" in capfd.readouterr().out


def test_planted_faults_are_told_with_how_much_they_changed(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms(
        *("synthesize", tmp_path, "--patients", "600"),
        *("--plant", "gaming-clinic", "--plant", "payer-redefinition"),
    )
    assert ran.code == 0
    assert "\nPlanted:\n" in ran.out
    assert "later forms not given" in ran.out
    assert f"The plan's statement: {tmp_path / STATEMENT}." in ran.out


def test_records_are_not_written_over_unless_asked(fairterms: Run, tmp_path: Path) -> None:
    assert fairterms("synthesize", tmp_path, *FEW).code == 0
    before = (tmp_path / TRUTH).read_text(encoding="utf-8")
    ran = fairterms("synthesize", tmp_path, "--seed", "2", *FEW)
    assert ran.code == 1
    assert "there are made-up records here already [folder-exists]" in ran.err
    assert (tmp_path / TRUTH).read_text(encoding="utf-8") == before
    assert fairterms("synthesize", tmp_path, "--seed", "2", "--replace", "--csv", *FEW).code == 0
    assert (tmp_path / TRUTH).read_text(encoding="utf-8") != before
    assert {path.suffix for path in (tmp_path / RECORDS).iterdir()} == {".csv"}


def test_records_of_real_people_are_never_written_over(fairterms: Run, tmp_path: Path) -> None:
    (tmp_path / RECORDS).mkdir()
    (tmp_path / RECORDS / "visits.csv").write_text("real")
    ran = fairterms("synthesize", tmp_path, "--replace", *FEW)
    assert ran.code == 1
    assert "they could be those of real people" in ran.err
    assert (tmp_path / RECORDS / "visits.csv").read_text() == "real"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--preset", "private-practise"], 'did you mean "private-practice"?'),
        (["--plant", "gaming-clinik"], 'did you mean "gaming-clinic"?'),
        (["--plant", "xyz"], "choose of: harmed-subgroup"),
        (["--clinicians", "3", "--clinics", "4"], "4 clinics need at least 4 clinicians"),
        (["--plant", "null-world", "--plant", "gaming-clinic"], "in the null world no provider"),
        (["--clinics", "1", "--plant", "gaming-clinic"], "gaming-clinic needs at least 2 clinics"),
        (["--patients", "0"], "Invalid value for '--patients'"),
        (["--seed", "-1"], "Invalid value for '--seed'"),
        (["--seed", str(2**63)], "Invalid value for '--seed'"),
    ],
)
def test_a_mistake_in_what_is_asked_for_is_told(
    fairterms: Run, tmp_path: Path, arguments: list[str], advice: str
) -> None:
    ran = fairterms("synthesize", tmp_path / "group", *arguments)
    assert ran.code == 2
    assert advice in " ".join(ran.err.replace("│", " ").split())
    assert not (tmp_path / "group").exists()


def test_the_page_teaches_every_preset_and_every_fault(fairterms: Run) -> None:
    said = fairterms("synthesize", "--help").out
    for name in NAMES:
        assert name in said
    assert "Nobody in them exists" in said


def test_long_work_shows_its_progress_on_a_terminal(
    fairterms: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthesize, "LONG_WORK", 40)
    assert fairterms("synthesize", tmp_path / "quiet", *FEW).err == ""
    screen = StringIO()
    monkeypatch.setattr(synthesize, "err", Console(file=screen, force_terminal=True))
    assert fairterms("synthesize", tmp_path / "shown", *FEW).code == 0
    assert "Making up patients" in screen.getvalue()
