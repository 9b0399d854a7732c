"""A field gives a number in the unit asked for, or a problem with its line."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.simulate.forecast.fields import Fields
from fairterms.units.notes import Notes
from fairterms.units.positions import Path
from fairterms.units.quantity import count


def fields(text: str) -> Fields:
    lines = tuple(text.splitlines())
    places: dict[Path, int] = {
        ("here", line.partition(" =")[0]): at for at, line in enumerate(lines, start=1)
    }
    return Fields(tomllib.loads(text), ("here",), Notes("forecast.toml", lines, places))


def problems(found: Fields) -> list[str]:
    return [str(problem) for problem in found.notes.problems()]


@given(st.integers(0, 1_000))
def test_a_percentage_is_read_as_a_share(tenths: int) -> None:
    assert fields(f'a = "{tenths / 10} %"').share("a") == pytest.approx(tenths / 1_000)


def test_percentage_points_are_a_share_too() -> None:
    assert fields('a = "3 percentage points"').share("a") == 0.03


def test_what_is_left_out_is_nought_only_where_it_may_be() -> None:
    found = fields('b = "1 %"')
    assert found.optional_share("a") == 0.0
    assert not problems(found)
    assert found.share("a") is None
    assert "a is missing" in problems(found)[0]


@pytest.mark.parametrize(
    ("method", "text", "words"),
    [
        ("share", 'a = "3 factor"', "a percentage is wanted"),
        ("share", 'a = "101 %"', "from 0 % to 100 %"),
        ("share", 'a = "-1 %"', "from 0 % to 100 %"),
        ("share", "a = 0.03", "no unit"),
        ("number", 'a = "3 %"', "a factor is wanted"),
        ("number", 'a = "0 factor"', "a is not above 0"),
        ("money", 'a = "$0.00"', "a is not above 0"),
        ("money", 'a = "5 visits"', "dollars is wanted"),
        ("per_unit", 'a = "$5.00"', "$78.00 per visit"),
        ("count", 'a = "2.5 patients"', "whole"),
        ("count", 'a = "0 patients"', "whole"),
        ("count", 'a = "$5.00"', "whole"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(method: str, text: str, words: str) -> None:
    found = fields(text)
    assert getattr(found, method)("a") is None
    (problem,) = problems(found)
    assert problem.startswith("forecast.toml:1: ")
    assert words in problem


def test_numbers_come_in_their_own_units() -> None:
    found = fields('a = "2.4 factor"\nb = "$1,956.00"\nc = "$78.50 per visit"\nd = "25,000 people"')
    assert (found.number("a"), found.money("b")) == (2.4, 1956.0)
    assert (found.per_unit("c"), found.count("d")) == (78.5, 25_000)
    assert not problems(found)


def test_weights_may_be_negative_and_above_one() -> None:
    found = fields('m = { trend = "100 %", acuity = "-150 %" }')
    assert found.moves("m", ("trend", "acuity")) == {"trend": 1.0, "acuity": -1.5}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('m = "trend"', "does not say how far"),
        ('m = { trand = "100 %" }', 'did you mean "trend"?'),
        ('m = { trend = "100" }', "no unit"),
    ],
)
def test_weights_that_cannot_be_read_are_never_passed_over(text: str, words: str) -> None:
    found = fields(text)
    assert found.moves("m", ("trend",)) == {}
    assert words in problems(found)[0]


def test_chances_are_values_with_shares_that_add_up() -> None:
    ((three, often), (four, seldom)) = fields(
        'c = [["3 reports", "60 %"], ["4 reports", "40 %"]]'
    ).chances("c")
    assert (float(three.amount), often, float(four.amount), seldom) == (3, 0.6, 4, 0.4)
    assert three.unit == count("report")
    assert fields("").chances("c") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('c = [["3 reports", "60 %"]]', "add up to 60 %"),
        ('c = [["3 reports", "0.4 reports"], ["4 reports", "0.6 reports"]]', "not from 0 %"),
        ('c = [["3 reports", "-50 %"], ["4 reports", "150 %"]]', "not from 0 %"),
        ('c = [["3 reports"]]', "not a value and its chance"),
        ('c = "3 reports"', "not a value and its chance"),
        ("c = 3", "not a value and its chance"),
    ],
)
def test_chances_that_make_no_sense_are_refused(text: str, words: str) -> None:
    found = fields(text)
    assert found.chances("c") == ()
    assert words in problems(found)[0]


def test_a_word_that_nothing_reads_is_refused() -> None:
    found = fields('a = "recods"')
    assert found.words("a", ("records",)) == ""
    assert 'nothing reads a = "recods"' in problems(found)[0]
    assert fields('a = "records"').words("a", ("records",)) == "records"
    assert fields("").words("a", ("records",)) == ""


def test_yes_is_written_true() -> None:
    assert fields("a = true").is_true("a")
    assert not fields("a = false").is_true("a")
    assert not fields("").is_true("a")
    found = fields('a = "no"')
    assert not found.is_true("a")
    assert "neither true nor false" in problems(found)[0]


def test_keys_that_nothing_reads_are_problems() -> None:
    found = fields('rostr = "3"\nlisted = "x"')
    found.only(("roster", "listed"), "key of patients")
    (problem,) = problems(found)
    assert 'did you mean "roster"?' in problem
