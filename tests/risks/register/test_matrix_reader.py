"""Versions of the matrix as they stand in the file."""

from datetime import date
from math import inf

import pytest

from fairterms.risks.register.matrix_reader import read_matrices
from tests.risks.register.fragments import codes, document_of

TEXT = """
[[matrix]]
number = 1
effective = 2026-10-01
unit = "$"
frequency_edges = ["0.1 events per year", "1 event per year", "open"]
severity_edges = ["$0.00", "$1,000.00", "$20,000.00"]
colours = ["low", "high"]
grid = [["low", "low"], ["low", "high"]]
"""


def test_a_version_is_read_in_full() -> None:
    document, notes = document_of(TEXT)
    (found,) = read_matrices(document, notes)
    assert codes(notes) == []
    assert (found.number, found.effective, found.unit) == (1, date(2026, 10, 1), "dollars")
    assert found.frequency_edges == (0.1, 1.0, inf)
    assert found.severity_edges == (0.0, 1_000.0, 20_000.0)
    assert found.level(5.0, 10_000.0) == "high"


def test_a_number_is_given_once() -> None:
    document, notes = document_of(TEXT + TEXT)
    assert len(read_matrices(document, notes)) == 1
    assert codes(notes) == ["duplicate-id"]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("number = 1", "number = 0", "missing"),
        ("number = 1", "number = true", "missing"),
        ('"open"]', '"open", "5 events per year"]', "not-a-quantity"),
        ('"1 event per year"', '"1 file"', "wrong-unit"),
        ('"$1,000.00"', '"1,000 days"', "wrong-unit"),
        ('"$1,000.00"', '"$30,000.00"', "not-a-matrix"),
        ('["$0.00", "$1,000.00", "$20,000.00"]', '"$5.00"', "missing"),
        ('grid = [["low", "low"], ["low", "high"]]', 'grid = "low"', "not-a-list"),
        ("effective = 2026-10-01\n", "", "missing"),
        ('unit = "$"\n', "", "missing"),
    ],
)
def test_a_matrix_without_its_numbers_is_none(right: str, wrong: str, code: str) -> None:
    document, notes = document_of(TEXT.replace(right, wrong))
    assert read_matrices(document, notes) == ()
    assert code in codes(notes)


def test_a_reason_of_the_matrix_stands_at_the_key_it_speaks_of() -> None:
    document, notes = document_of(TEXT.replace('"$1,000.00"', '"$30,000.00"'))
    read_matrices(document, notes)
    (told,) = notes.problems()
    assert told.text.startswith("severity_edges")
