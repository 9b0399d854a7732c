"""`ambiguities` prices what is left open and can write the worst case as a script."""

from pathlib import Path

from tests.cli.conftest import Run


def test_a_sound_contract_leaves_nothing_open(fairterms: Run, deal: Path) -> None:
    assert "nothing open" in fairterms("ambiguities", deal).out


def test_a_silent_choice_is_priced_and_written(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    terms.write_text(terms.read_text().replace("shared_from", "# shared_from"))
    ran = fairterms("ambiguities", deal, "--write")
    assert ran.code == 0
    assert "up to $" in ran.out
    assert "50% of your scenarios" in ran.out
    assert list((deal / "scripts").glob("open-question-*.toml"))


def test_a_reading_that_cannot_be_run_is_refused(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    text = terms.read_text().replace(
        'applies_to = "gains only"', 'applies_to = "gains only"\nreadings = ["so", "or so"]'
    )
    terms.write_text(text)
    ran = fairterms("ambiguities", deal)
    assert ran.code == 1
    assert "cannot be run" in ran.err
