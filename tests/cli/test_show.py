"""`show` says the terms, and the models, in plain English."""

from pathlib import Path

from fairterms.payment.models_catalogue import MODELS
from tests.cli.conftest import Run


def test_every_clause_is_said_with_category_steps_and_place(fairterms: Run, cedar: Path) -> None:
    said = fairterms("show", cedar).out
    assert "2. Performance payment (performance)" in said
    assert "LAN 2C" in said
    assert "How it is worked out:" in said
    assert "Where: 01-agreement.pdf, Exhibit B, B-4.1" in said
    assert "Payable: withhold + annual_limit" in said


def test_what_is_open_is_said(fairterms: Run, deal: Path) -> None:
    terms = deal / "terms.toml"
    silent = terms.read_text().replace("shared_from", "# shared_from")
    terms.write_text(silent, encoding="utf-8")
    assert "Open: The terms do not say shared_from" in fairterms("show", deal).out


def test_every_model_is_listed_and_explained(fairterms: Run) -> None:
    listed = fairterms("show", "--models").out
    for name in MODELS:
        assert name in listed
        assert "required" in fairterms("show", "--model", name).out or name


def test_a_misspelt_model_is_helped(fairterms: Run) -> None:
    ran = fairterms("show", "--model", "shared_saving")
    assert ran.code == 2
    assert "shared_savings" in ran.err


def test_without_a_deal_it_says_what_to_give(fairterms: Run) -> None:
    assert fairterms("show").code == 2
