"""The truth file says what is true, and can be told from any other file."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.synthetic import clinicians
from fairterms.outcomes.synthetic.draws import Draws
from fairterms.outcomes.synthetic.history import TRUTH, Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.sources import parameters
from fairterms.outcomes.synthetic.truth_file import made_up_files
from fairterms.outcomes.synthetic.truths import GamingClinic, plant

WORLD = sized(PRIVATE_PRACTICE, 200, 8, 4)


def test_it_says_what_was_planted_with_every_number(tmp_path: Path) -> None:
    recipe = Recipe(WORLD, 7, plant(["gaming-clinic", "payer-redefinition"]))
    made = synthesize(recipe, tmp_path)
    said = tomllib.loads((tmp_path / TRUTH).read_text(encoding="utf-8"))
    assert said["planted"]["gaming_clinic"] == vars(GamingClinic())
    assert said["planted"]["payer_redefinition"]["used"] == [60, 120]
    assert said["counts"] == made.counts
    assert said["world"] == parameters(WORLD)
    assert (said["seed"], said["preset"], said["is_null_world"]) == (7, "private-practice", False)


def test_it_says_how_well_each_clinicians_patients_truly_do(tmp_path: Path) -> None:
    synthesize(Recipe(WORLD, 7), tmp_path)
    said = tomllib.loads((tmp_path / TRUTH).read_text(encoding="utf-8"))
    staff = clinicians.make(WORLD, Draws(7, 0))
    assert [one["effect"] for one in said["clinician"]] == np.round(staff.effect, 4).tolist()
    assert said["clinician"][0]["clinician_id"] == "c0000001"
    assert len(said["clinic"]) == 4
    assert "planted" not in said


def test_the_null_world_says_that_nobody_differs(tmp_path: Path) -> None:
    synthesize(Recipe(WORLD, 7, plant(["null-world"])), tmp_path)
    said = tomllib.loads((tmp_path / TRUTH).read_text(encoding="utf-8"))
    assert said["is_null_world"] is True
    assert said["world"]["providers.clinic_sigma"] == 0
    assert {one["effect"] for one in said["clinician"]} == {0.0}


@pytest.mark.parametrize("text", ["", "mark = 'mine'", "no toml at all =", "\x00"])
def test_another_file_is_no_truth(tmp_path: Path, text: str) -> None:
    (tmp_path / TRUTH).write_text(text, encoding="utf-8")
    assert made_up_files(tmp_path / TRUTH) == ()
    assert made_up_files(tmp_path / "not there") == ()
