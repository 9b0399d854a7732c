"""Made-up records are never written over records that could be real."""

from pathlib import Path

import pytest

from fairterms.outcomes.synthetic.destination import clear, made_up, obstacle
from fairterms.outcomes.synthetic.history import RECORDS, TRUTH, Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.truths import plant

RECIPE = Recipe(sized(PRIVATE_PRACTICE, 20, 4, 2), 1, plant(["payer-redefinition"]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    synthesize(RECIPE, tmp_path / "group")
    return tmp_path / "group"


@pytest.mark.parametrize("replace", [True, False])
def test_an_empty_or_new_folder_and_a_deal_without_records_are_free(
    tmp_path: Path, *, replace: bool
) -> None:
    (tmp_path / "terms.toml").write_text("mine")
    assert obstacle(tmp_path, replace=replace) is None
    assert obstacle(tmp_path / "new", replace=replace) is None


def test_made_up_records_are_replaced_when_asked_and_only_then(folder: Path) -> None:
    problem = obstacle(folder, replace=False)
    assert problem is not None
    assert str(problem) == (
        f"{folder}: there are made-up records here already [folder-exists]\n"
        "      why: they are not written over unless you say so\n"
        "      fix: name another folder, or add --replace"
    )
    assert obstacle(folder, replace=True) is None


@pytest.mark.parametrize(
    "name", ["records/visits.csv", "records/claims.xlsx", "plan-statement.csv"]
)
def test_what_was_not_made_up_here_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("real")
    problem = obstacle(tmp_path, replace=True)
    assert problem is not None
    assert problem.what == "there are records here that were not made up here"


def test_a_real_file_among_made_up_ones_stops_the_replacing(folder: Path) -> None:
    (folder / RECORDS / "visits.csv").write_text("real")
    problem = obstacle(folder, replace=True)
    assert problem is not None
    assert "real people" in problem.why


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "group").write_text("a file")
    problem = obstacle(tmp_path / "group", replace=True)
    assert problem is not None
    assert problem.what == "this is a file, and a folder is needed"


def test_clearing_takes_the_records_of_the_earlier_group_and_leaves_the_rest(folder: Path) -> None:
    (folder / "terms.toml").write_text("mine")
    clear(folder)
    assert sorted(path.name for path in folder.rglob("*.*")) == ["terms.toml", TRUTH]


def test_a_truth_that_names_other_files_is_not_believed(folder: Path) -> None:
    outside = folder.parent / "mine.csv"
    outside.write_text("real")
    truth = (folder / TRUTH).read_text(encoding="utf-8")
    (folder / TRUTH).write_text(truth.replace("files = [", 'files = ["../mine.csv", '))
    assert outside not in made_up(folder)
    clear(folder)
    assert outside.read_text() == "real"
