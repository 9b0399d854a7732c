"""The section shows what the deal takes, and who has not spoken yet."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.preparation import Preparation
from fairterms.decide.preparation_section import preparation_section
from fairterms.publish import structure
from fairterms.publish.blocks import Callout
from fairterms.units.problem import Problem
from tests.decide.small_basis import basis_of, small_folder
from tests.decide.test_preparation import prepared
from tests.simulate.small_outlook import records_of, words_of

WRONG = Problem("readiness.toml", 7, 'there is no key "x"', "bad", "why", 'did you mean "y"?')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("deal") / "deal", forecast=None)


@pytest.fixture(scope="module")
def found(folder: Path) -> Preparation:
    return prepared(folder)


def test_a_group_that_has_not_spoken_is_told_how(folder: Path, found: Preparation) -> None:
    blocks = preparation_section(basis_of(preparation=found, deal=deals.read(folder)))
    assert "Nobody has spoken for the group." in words_of(blocks)
    assert "copy the one of examples/cedar" in words_of(blocks)
    structure.check(structure.with_anchors(blocks))
    spoken = replace(found, is_declared=True)
    blocks = preparation_section(basis_of(preparation=spoken, deal=deals.read(folder)))
    assert "Nobody has spoken" not in words_of(blocks)


def test_lines_that_could_not_be_used_are_named(folder: Path, found: Preparation) -> None:
    whole = replace(WRONG, line=0, what="this is not a text file", fix="save it as UTF-8")
    wrong = replace(found, problems=(WRONG, whole))
    blocks = preparation_section(basis_of(preparation=wrong, deal=deals.read(folder)))
    titles = [one.title for one in records_of(blocks, Callout)]
    assert "readiness.toml has lines that could not be used." in titles
    assert 'line 7: there is no key "x" (did you mean "y"?).' in words_of(blocks)
    assert "\nthis is not a text file (save it as UTF-8)." in words_of(blocks)


def test_a_review_of_the_text_alone_has_no_such_section() -> None:
    assert preparation_section(basis_of(preparation=None)) == []
