"""The example groups' records are what the script makes, row by row, and small enough to keep."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pyarrow.parquet as pq  # type: ignore[import-untyped,unused-ignore]
import pytest

from fairterms.outcomes.synthetic.columns import WRITTEN
from fairterms.outcomes.synthetic.history import RECORDS, TRUTH

EXAMPLES = Path(__file__).parents[3] / "examples"
LARGEST_BYTES = 1_500_000


def script() -> ModuleType:
    path = EXAMPLES / "build_records.py"
    spec = importlib.util.spec_from_file_location("build_records", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_building_them_again_gives_the_same_rows(tmp_path: Path, name: str) -> None:
    script().build(name, tmp_path)
    for table in WRITTEN:
        kept, again = (
            pq.read_table(folder / RECORDS / f"{table}.parquet")
            for folder in (EXAMPLES / name, tmp_path)
        )
        assert kept.equals(again), f"{name}/{table}: run python examples/build_records.py"
    said, new = ((folder / TRUTH).read_text() for folder in (EXAMPLES / name, tmp_path))
    assert said == new


def test_every_recipe_has_its_example() -> None:
    assert all((EXAMPLES / name / "terms.toml").is_file() for name in script().RECIPES)


def test_they_are_small_enough_to_keep_with_the_program() -> None:
    files = list(EXAMPLES.glob(f"*/{RECORDS}/*"))
    assert sum(path.stat().st_size for path in files) < LARGEST_BYTES


def test_they_hold_what_is_planted_in_them() -> None:
    truths = {
        name: tomllib.loads((EXAMPLES / name / TRUTH).read_text(encoding="utf-8"))
        for name in script().RECIPES
    }
    assert list(truths["cedar"]["planted"]) == ["harmed_subgroup"]
    assert list(truths["juniper"]["planted"]) == ["gaming_clinic"]
    assert all(count > 0 for truth in truths.values() for count in truth["counts"].values())
