"""Figures of the trainings stand in step with the examples, and each is named by a training."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from fairterms.reference.figure import NAMED, figures, in_words
from fairterms.reference.lesson import lessons

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "fairterms" / "reference" / "lessons" / "figures"


def maker() -> ModuleType:
    path = ROOT / "docs" / "make_lesson_figures.py"
    spec = importlib.util.spec_from_file_location("make_lesson_figures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def named() -> list[str]:
    return [name for one in lessons() for _, name in NAMED.findall(one.text)]


def test_every_training_has_a_figure() -> None:
    assert [one.number for one in lessons() if not NAMED.search(one.text)] == []


def test_every_figure_is_named_once_and_is_there() -> None:
    assert sorted(named()) == sorted(figures())


@pytest.mark.parametrize("name", sorted(figures()))
def test_a_figure_says_the_same_in_words_and_numbers(name: str) -> None:
    figure = figures()[name]
    assert figure.title
    assert len(figure.alternative.split()) >= 8
    assert len(figure.rows) >= 2
    assert {len(row) for row in figure.rows} == {len(figure.columns)}
    assert figure.spec


def test_the_words_of_a_figure_stand_where_it_is_named() -> None:
    said = in_words("Before.\n\n![A limit](figure:two_readings)\n\nAfter.")
    assert said.startswith("Before.\n\n**Cedar, B-5.1: ")
    assert said.endswith(
        "\n\n| Name | Amount |\n| :-- | --: |\n"
        "| The returned money does not count | $77,250.00 |\n"
        "| The returned money counts | $44,592.78 |\n\nAfter."
    )


def test_a_figure_that_is_not_there_stays_as_it_is_written() -> None:
    text = "![Nothing](figure:not_there)"
    assert in_words(text) == text


@pytest.mark.slow
def test_the_figures_are_those_the_examples_give() -> None:
    program = maker()
    assert set(program.FIGURES) == set(figures())
    for name, make in program.FIGURES.items():
        kept = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
        assert kept == program.kept(make()), "run: python docs/make_lesson_figures.py"
