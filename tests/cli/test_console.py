"""Square brackets in a contract's own words are printed, not interpreted."""

from pathlib import Path

from tests.cli.conftest import Run


def test_brackets_in_names_are_printed_as_they_are(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    terms.write_text(terms.read_text().replace("My group and", "My [bold]group[/bold] and"))
    assert "My [bold]group[/bold] and" in fairterms("show", deal).out
