"""`check` reports every problem of every file at once."""

from pathlib import Path

from tests.cli.conftest import Run


def test_problems_of_all_files_come_together(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    terms.write_text(terms.read_text().replace('"50 %"', '"150 %"'), encoding="utf-8")
    (deal / "scenarios" / "expected.toml").write_text("[given]\ncost = 5\n", encoding="utf-8")
    (deal / "scripts" / "x.toml").write_text("[given]\n", encoding="utf-8")
    ran = fairterms("check", deal)
    assert ran.code == 1
    for code in ("share-above-one", "not-a-quantity", "missing"):
        assert f"[{code}]" in ran.err
    assert "3 problems." in ran.err


def test_numbers_the_contract_does_not_give_are_told_apart(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    terms.write_text(terms.read_text().replace('"50 %"', '"not stated"'), encoding="utf-8")
    ran = fairterms("check", deal)
    assert ran.code == 1
    assert ran.err == ""
    assert "Numbers the contract does not give" in ran.out


def test_a_folder_that_is_not_there_is_told_with_advice(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("check", tmp_path / "nowhere")
    assert ran.code == 1
    assert "there is no such deal folder" in ran.err
    assert "fairterms new" in ran.err


def test_quotations_and_readings_are_checked_too(fairterms: Run, deal: Path) -> None:
    (deal / "contract" / "01-agreement.txt").write_text("AGREEMENT between Plan and Group.\n")
    terms = deal / "terms.toml"
    text = terms.read_text().replace(
        'of = "savings"',
        'of = "savings"\nreadings = ["as usual", "otherwise"]\n'
        'cite = { document = "01-agreement.txt", section = "1", quote = "no such words" }',
    )
    terms.write_text(text, encoding="utf-8")
    ran = fairterms("check", deal)
    assert ran.code == 1
    assert ran.err.count("[unreadable-reading]") == 2
    assert ran.err.count("[citation-not-found]") == 1
