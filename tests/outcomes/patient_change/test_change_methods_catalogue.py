"""The catalogue of methods of judging change."""

from pathlib import Path

import pytest

from fairterms.outcomes.patient_change import change_methods
from fairterms.outcomes.patient_change.change_methods_catalogue import CHANGE_METHODS
from tests.outcomes.one_declaration import DECLARATION

TESTS = Path(__file__).parent / "change_methods"


@pytest.mark.parametrize("name", CHANGE_METHODS)
def test_every_method_has_its_test_file(name: str) -> None:
    assert (TESTS / f"test_{name}.py").exists()


def test_every_test_file_has_its_method() -> None:
    assert {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")} == set(
        CHANGE_METHODS
    )
    assert len(CHANGE_METHODS) == len(list(Path(change_methods.__file__).parent.glob("[!_]*.py")))


@pytest.mark.parametrize("name", CHANGE_METHODS)
def test_a_method_asks_only_for_terms_a_declaration_has(name: str) -> None:
    method = CHANGE_METHODS[name]
    assert method.source
    for need in method.needs:
        assert need == "series" or hasattr(DECLARATION, need.split(".")[0])


@pytest.mark.parametrize("name", CHANGE_METHODS)
def test_a_method_has_either_an_index_or_declared_sizes(name: str) -> None:
    method = CHANGE_METHODS[name]
    assert method.has_index != {"improvement", "deterioration"}.issubset(method.needs)
    assert method.has_index == (method.usual_critical is not None)
