"""What the decision keeps of its forecast, and that nothing moved gives the same figures."""

import json
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.ahead import NOT_LOOKED, Ahead, look_ahead
from fairterms.decide.trial_run.run import REFINED
from fairterms.payment.loading import load
from fairterms_web.jobs.kinds import years as kind
from fairterms_web.jobs.made import makers, simulate
from tests.decide.small_basis import basis_of, small_folder

TODAY = date(2026, 11, 22)


def parts_of(folder: Path, ahead: Ahead) -> dict[str, bytes]:
    """What is made of the years ahead of a small deal."""
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    basis = basis_of(deal=deals.read(folder), contract=contract, ahead=ahead)
    return dict(simulate.make(basis, TODAY))


def test_without_a_forecast_only_why_there_is_none_is_kept(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "deal")
    parts = parts_of(folder, NOT_LOOKED)
    assert set(parts) == {simulate.STATE}
    assert json.loads(parts[simulate.STATE]) == {"why_not": [], "figures": {}}
    assert makers()["simulate"] is simulate.make


@pytest.mark.slow
def test_the_refined_run_with_nothing_moved_has_the_decisions_figures(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "scratch" / "deal")
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    ahead = look_ahead(deals.read(folder), contract, None, lambda _: None)
    parts = parts_of(folder, ahead)
    assert parts["forecast.pdf"].startswith(b"%PDF")
    html = parts[simulate.PAGE].decode()
    assert "Net margin" in html
    assert str(tmp_path) not in html
    figures = json.loads(parts[simulate.STATE])["figures"]
    assert set(figures) == {"2027", "2028"}
    for year, rows in figures.items():
        told = {"years": f"{REFINED}", "year": year, "set": "", "room": "group"}
        refined = dict(kind.run(folder, lambda _: None, told))
        found = json.loads(refined[kind.FIGURES])
        assert [row[1:] for row in found if row[0] == "standing"] == rows
