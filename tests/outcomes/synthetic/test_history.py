"""A whole group: the same rows for the same recipe, and rows the store takes without a word."""

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.outcomes.synthetic import history
from fairterms.outcomes.synthetic.columns import WRITTEN
from fairterms.outcomes.synthetic.history import RECORDS, TRUTH, Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.truths import NAMES, plant
from fairterms.outcomes.synthetic.writing import Form
from fairterms.records.acceptance import Acceptance, accept
from fairterms.records.delivery import Delivery
from fairterms.records.instrument import KnownInstrument, known
from fairterms.records.need import FIGURES, gaps, need
from fairterms.records.store import Store

SMALL = sized(PRIVATE_PRACTICE, 200, 12, 3)
INSTRUMENTS = known(
    [
        KnownInstrument("phq9", Decimal(0), Decimal(27), frozenset({"44261-6"}), 9, True),
        KnownInstrument("gad7", Decimal(0), Decimal(21), frozenset({"70274-6"}), 7, True),
        KnownInstrument("csq8", Decimal(8), Decimal(32)),
    ]
)
RECEIVED = date(2027, 1, 15)


def load(folder: Path, where: Path, form: Form) -> tuple[Store, dict[str, Acceptance]]:
    store = Store(where / "store.duckdb", threads=1)
    loads = {}
    for name in ("patients", *sorted(set(WRITTEN) - {"patients"})):
        path = folder / RECORDS / f"{name}.{form}"
        delivery = Delivery(path, name, "made up", RECEIVED)
        loads[name] = store.load(delivery, store.propose(path, name), INSTRUMENTS).load_id
    return store, {name: accept(store, one, (), INSTRUMENTS) for name, one in loads.items()}


@pytest.mark.slow
@pytest.mark.parametrize("form", Form)
def test_the_store_takes_every_row_and_no_rule_finds_anything(tmp_path: Path, form: Form) -> None:
    recipe = Recipe(SMALL, 7, plant(["harmed-subgroup", "gaming-clinic", "case-mix-gap"]))
    made = synthesize(recipe, tmp_path / "group", form)
    store, accepted = load(tmp_path / "group", tmp_path, form)
    with store:
        assert set(made.rows) == set(WRITTEN)
        for name, found in accepted.items():
            assert found.load.rows_loaded == made.rows[name]
            assert not found.load.left_out
            assert found.is_clean, (name, [one.rule.name for one in found.found])
        assert gaps(store, [need(figure, figure) for figure in FIGURES]) == ()


@pytest.mark.parametrize("form", Form)
def test_the_same_recipe_makes_the_same_bytes(tmp_path: Path, form: Form) -> None:
    recipe = Recipe(SMALL, 7, plant(["gaming-clinic", "payer-redefinition"]))
    for name in ("one", "two"):
        synthesize(recipe, tmp_path / name, form)
    one, two = (
        {
            path.relative_to(tmp_path / name): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((tmp_path / name).rglob("*.*"))
        }
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) == len(WRITTEN) + 2


def test_another_seed_makes_other_people(tmp_path: Path) -> None:
    for seed in (7, 8):
        synthesize(Recipe(SMALL, seed), tmp_path / str(seed), Form.CSV)
    said = [(tmp_path / str(seed) / RECORDS / "patients.csv").read_text() for seed in (7, 8)]
    assert said[0] != said[1]


def test_more_patients_leave_the_first_blocks_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "BLOCK", 40)
    for count in (40, 90):
        synthesize(Recipe(sized(SMALL, count, 12, 3), 7), tmp_path / str(count), Form.CSV)
    for name in WRITTEN:
        few, many = (
            (tmp_path / str(count) / RECORDS / f"{name}.csv").read_text().splitlines()
            for count in (40, 90)
        )
        assert many[: len(few)] == few, name
        assert len(many) > len(few) or name == "clinicians"


def test_progress_is_told_block_by_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "BLOCK", 40)
    told: list[tuple[int, int]] = []
    recipe = Recipe(sized(SMALL, 43, 12, 3), 7)
    synthesize(recipe, tmp_path, told=lambda done, all_of: told.append((done, all_of)))
    assert told == [(40, 43), (43, 43)]


def test_one_patient_is_a_group(tmp_path: Path) -> None:
    made = synthesize(Recipe(sized(PRIVATE_PRACTICE, 1, 1, 1), 1), tmp_path)
    assert made.rows["patients"] == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_truth_stands_apart_from_the_records(tmp_path: Path, name: str) -> None:
    synthesize(Recipe(SMALL, 7, plant([name])), tmp_path)
    assert (tmp_path / TRUTH).is_file()
    assert {path.stem for path in (tmp_path / RECORDS).iterdir()} == set(WRITTEN)
