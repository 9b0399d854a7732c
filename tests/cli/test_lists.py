"""`lists` compares two attribution lists by the deal's own terms."""

import json
from pathlib import Path

import pytest

from fairterms.publish import pdf
from tests.cli.conftest import Run
from tests.decide.small_basis import DEAL
from tests.reconcile.attribution_lists.made_up import TERMS
from tests.records.test_atr_group import BEHIND, group, member


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "render", lambda _page: b"%PDF")


DECLARED = "".join(
    f'[[figure]]\nid = "{name}"\nunit = "member-months"\nmeaning = "as listed"\n'
    for name in ("listed_months", "months_removed")
)


@pytest.fixture
def deal_with_figures(tmp_path: Path) -> Path:
    folder = tmp_path / "deal"
    (folder / "figures").mkdir(parents=True)
    (folder / "terms.toml").write_text(TERMS + DECLARED)
    (folder / "deal.toml").write_text(DEAL)
    (folder / "figures" / "2027.toml").write_text(
        'member_months = "10,000 member-months"\nlisted_months = "10,000 member-months"\n'
        'months_removed = "0 member-months"\ncost = "$380,000.00"\n'
    )
    return folder


def listed(folder: Path, name: str, people: range) -> Path:
    """Write a list of people whose days run with the contract, with its bundle beside it."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(group(*(member(f"p{one}") for one in people))))
    entries = [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in BEHIND]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    (folder / "bundle.json").write_text(json.dumps(bundle))
    return path


def test_what_a_newer_list_moves_is_told_in_months_and_dollars(
    fairterms: Run, deal_with_figures: Path, tmp_path: Path
) -> None:
    older = listed(tmp_path, "older", range(40))
    newer = listed(tmp_path, "newer", range(12, 40))
    told = ("--year", "2027", "--received", "2027-06-12", "--out", str(tmp_path / "out"))
    ran = fairterms("lists", str(deal_with_figures), str(older), str(newer), *told)
    assert ran.code == 0, ran.err
    # Twelve people, ten months of the contract each.
    assert "Net change: -120 member-months" in ran.out
    assert "dollars" in ran.out
    page = (tmp_path / "out" / "lists.html").read_text()
    assert "What the newer list of members changed" in page


def test_a_year_outside_the_contract_is_refused(
    fairterms: Run, deal_with_figures: Path, tmp_path: Path
) -> None:
    older = listed(tmp_path, "older", range(12))
    ran = fairterms("lists", str(deal_with_figures), str(older), str(older), "--year", "2031")
    assert ran.code == 1
    assert "is no year of this contract" in ran.err


def test_missing_figures_are_named(fairterms: Run, deal_with_figures: Path, tmp_path: Path) -> None:
    (deal_with_figures / "figures" / "2027.toml").unlink()
    older = listed(tmp_path, "older", range(12))
    ran = fairterms("lists", str(deal_with_figures), str(older), str(older), "--year", "2027")
    assert ran.code == 1
    assert "figures/2027.toml" in ran.err
