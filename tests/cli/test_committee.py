"""`committee` names the gaps of a charter and tells a decision sentence by sentence."""

import textwrap
from pathlib import Path

import pytest

from fairterms.cli.overview import page
from tests.cli.conftest import Run

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The ballots that the verb's own page shows."""
    said = page("committee")
    start, end = said.index("    [motion]"), said.index("\nIt ends with 1")
    path = tmp_path / "april.toml"
    path.write_text(textwrap.dedent(said[start:end]), encoding="utf-8")
    return path


def test_a_sound_charter_is_told_with_its_blocs(fairterms: Run) -> None:
    ran = fairterms("committee", JUNIPER)
    assert ran.code == 0
    assert "8 seats, 4 constituencies, 4 classes of motions" in ran.out
    assert "6 tied, so that the chair decides 37.5 %" in ran.out
    assert "Nothing in it is left open." in ran.out


def test_the_example_of_the_page_ties_and_is_carried_by_the_chair(
    fairterms: Run, sheet: Path
) -> None:
    ran = fairterms("committee", JUNIPER / "charter.toml", "--ballots", sheet)
    assert ran.code == 0
    assert "Open the audit of the attribution lists (Opening an audit): carried" in ran.out
    assert "Tied. The chair voted yes, with written reasons. Carried." in ran.out
    assert "Minutes are due by 2027-05-03." in ran.out
    assert "It may be put again until 2027-05-19." in ran.out


def test_a_gap_is_named_and_the_verb_ends_with_1(fairterms: Run, tmp_path: Path) -> None:
    text = (JUNIPER / "charter.toml").read_text(encoding="utf-8")
    path = tmp_path / "charter.toml"
    path.write_text(text.replace("recused_count = true\n", ""), encoding="utf-8")
    ran = fairterms("committee", path)
    assert ran.code == 1
    assert "[recusal-open]" in ran.err


def test_a_vote_that_the_charter_leaves_open_is_refused(
    fairterms: Run, tmp_path: Path, sheet: Path
) -> None:
    text = (JUNIPER / "charter.toml").read_text(encoding="utf-8")
    path = tmp_path / "charter.toml"
    path.write_text(text.replace("recused_count = true\n", ""), encoding="utf-8")
    ran = fairterms("committee", path, "--ballots", sheet)
    assert ran.code == 1
    assert "cannot be decided: quorum: the charter does not say" in ran.err


def test_problems_of_charter_and_ballots_end_the_verb(
    fairterms: Run, tmp_path: Path, sheet: Path
) -> None:
    assert "there is no such charter" in fairterms("committee", tmp_path).err
    sheet.write_text(sheet.read_text(encoding="utf-8").replace('"abstain"', '"perhaps"'))
    ran = fairterms("committee", JUNIPER, "--ballots", sheet)
    assert ran.code == 1
    assert 'there is no "perhaps"' in ran.err
