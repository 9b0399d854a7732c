"""A look at a whole deal."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.payment.loading import load
from fairterms.prepare.data_demand.sample import Result
from fairterms.prepare.folder_look import Prepared, look
from fairterms.prepare.responsibilities.matrix import FlawKind
from tests.decide.small_basis import small_folder
from tests.prepare.cost_to_comply.made_up import assessed, example


def looked(folder: Path) -> Prepared:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return look(deals.read(folder), contract, (), None, None)


def test_a_folder_without_any_of_the_files_is_shown_as_not_said(tmp_path: Path) -> None:
    found = looked(small_folder(tmp_path / "deal", forecast=None))
    assert found.problems == ()
    assert len(found.steps) == 22
    assert not found.matrix.is_written
    assert all(one.has(FlawKind.NOT_SAID) for one in found.matrix.lines)
    assert (found.goals.placed, found.data.sample.result) == ((), Result.NONE)


def test_problems_of_every_file_are_told_together(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "deal", forecast=None)
    (folder / "responsibilities.toml").write_text('[[task]]\nid = "training"\ndoes = "us"\n')
    with (folder / "deal.toml").open("a") as file:
        file.write('\n[[objective]]\nid = "a"\nholder = "plan"\n')
    (folder / "samples").mkdir()
    (folder / "samples" / "claims.csv").write_text("claim_id\nC1\n")
    found = looked(folder)
    assert {one.file for one in found.problems} == {
        "responsibilities.toml",
        "deal.toml",
        "samples/received.toml",
    }
    assert len(found.problems) == 4


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_the_examples_are_looked_at_without_a_problem(name: str) -> None:
    deal, contract, documents, _ = example(name)
    found = look(deal, contract, documents, None, assessed(name), 8)
    assert found.problems == ()
    assert found.shows.clean_tables == 8
    wanted = Result.NOT_YET if name == "cedar" else Result.ACCEPTED
    assert found.data.sample.result is wanted
    assert found.matrix.flawed(FlawKind.GAP)
    assert found.matrix.flawed(FlawKind.UNFUNDED)
