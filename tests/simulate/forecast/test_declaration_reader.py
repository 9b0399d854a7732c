"""What forecast.toml may say, and what is said back when it is wrong."""

from pathlib import Path

import pytest

from fairterms.simulate.forecast.declaration_reader import read, read_text
from fairterms.simulate.forecast.factors import MEANINGS

FACTORS = "[factors]\n" + "".join(
    f'{name} = {{ spread = "3 %", basis = "made up" }}\n' for name in MEANINGS
)


FIGURE = '[[figure]]\nid = "a"\n'
PEOPLE = '[[patients]]\nid = "a"\n'
LISTED = 'roster = "9 patients"\nlisted = "90 %"\n'
COST = 'cost = { no_cost = "9 %", spread = "1 factor" }\n'
PAID = 'paid = "cost"\n'
MEASURE = '[[measure]]\nid = "a"\n'


def codes(text: str) -> list[str]:
    return [problem.code for problem in read_text(text).problems]


@pytest.mark.parametrize("deal", ["cedar", "juniper", "willow"])
def test_the_examples_have_no_problems(deal: str) -> None:
    found = read(Path("examples") / deal)
    assert found is not None
    assert not found.problems
    assert set(found.factors) == set(MEANINGS)


def test_a_deal_without_a_forecast_has_none(tmp_path: Path) -> None:
    assert read(tmp_path) is None


@pytest.mark.parametrize("name", MEANINGS)
def test_every_year_level_factor_must_be_there(name: str) -> None:
    lines = [line for line in FACTORS.splitlines() if not line.startswith(f"{name} ")]
    problems = read_text("\n".join(lines)).problems
    assert [problem.code for problem in problems] == ["missing"]
    assert name in problems[0].what
    assert "31 %" in problems[0].why


def test_a_forecast_without_any_factor_is_refused_seven_times() -> None:
    assert codes('[[patients]]\nid = "all"\nroster = "10 patients"\nlisted = "90 %"\n') == (
        ["missing"] * len(MEANINGS)
    )


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ("[facters]\n", "unknown-section", "factors"),
        (MEASURE + 'patients = "b"\n', "missing", "there is no block [[patients]]"),
        (MEASURE + 'patients = "b"\n' + PEOPLE + LISTED, "unknown-group-of-patients", "use one"),
        (FIGURE + 'follows = "b"\n' + PEOPLE + LISTED, "unknown-group-of-patients", "use one"),
        (FIGURE + 'moved_by = { trands = "1 %" }\n', "unknown-year-level", "trend"),
        ('[[figure]]\nmoved_by = { trend = "1 %" }\n', "missing", "no id"),
        (FIGURE + 'spread = "3"\n', "bad-forecast", "no unit"),
        (FIGURE + 'spread = "300 %"\n', "bad-forecast", "outside its limits"),
        (FIGURE + 'chances = [["1 file", "60 %"]]\n', "bad-forecast", "60 %"),
        (FIGURE + 'chances = [["1 file"]]\n', "bad-forecast", "not a value"),
        (PEOPLE + 'roster = "2.5 patients"\nlisted = "9 %"\n', "bad-forecast", "whole"),
        (PEOPLE + 'roster = "9 patients"\n', "bad-forecast", "listed is missing"),
        (
            PEOPLE + 'roster = "9 patients"\nlisted = "9 %"\ncost = { no_cost = "9 %" }\n',
            "bad-forecast",
            "spread is missing",
        ),
        ('[[delivery]]\nfigure = "a"\ncost = "$5.00"\n', "bad-forecast", "cost is in"),
        ("figure = 3\n", "bad-forecast", "not a list"),
        ("figure = [3]\n", "bad-forecast", "not a list"),
        (FIGURE + FIGURE, "duplicate-id", "a stands in two blocks of [[figure]]"),
        (FIGURE + 'moved_by = "trend"\n', "bad-forecast", "does not say how far"),
        (FIGURE + 'counted = "yes"\n', "bad-forecast", "neither true nor false"),
        (FIGURE + "chances = 3\n", "bad-forecast", "not a value"),
        (
            FIGURE + 'chances = [["1 file", "150 %"], ["2 files", "-50 %"]]\n',
            "bad-forecast",
            "not from 0 % to 100 %",
        ),
        (MEASURE + 'rate = "record"\n', "bad-forecast", 'nothing reads rate = "record"'),
        (MEASURE + MEASURE, "duplicate-id", "[[measure]]"),
        (PEOPLE + LISTED + PEOPLE + LISTED, "duplicate-id", "[[patients]]"),
        (PEOPLE + 'roster = "9 patients"\nlisted = "0 %"\n', "bad-forecast", "1 % to 100 %"),
        (PEOPLE + LISTED + COST.replace("9 %", "100 %") + PAID, "bad-forecast", "0 % to 99 %"),
        (PEOPLE + LISTED + COST.replace("1 f", "0 f") + PAID, "bad-forecast", "not above 0"),
        (PEOPLE + LISTED + 'cost = { from = "claims" }\n' + PAID, "bad-forecast", "claims"),
        (PEOPLE + LISTED + COST, "missing", "no figure it adds to"),
        ('[[delivery]]\ncost = "$5.00 per visit"\n', "missing", "names no figure"),
    ],
)
def test_a_mistake_is_named_with_its_line(more: str, code: str, words: str) -> None:
    text = more + FACTORS if more.startswith("figure = ") else FACTORS + more
    problems = read_text(text).problems
    assert len(problems) == 1
    assert problems[0].code.startswith(code)
    assert words in str(problems[0])
    assert problems[0].line > 0


def test_a_factor_must_say_how_its_spread_is_known() -> None:
    assert codes(FACTORS.replace(', basis = "made up"', "", 1)) == ["no-basis"]


def test_patients_move_with_trend_and_acuity_unless_told_otherwise() -> None:
    def moved(more: str) -> dict[str, float]:
        return dict(read_text(FACTORS + PEOPLE + LISTED + more).patients[0].moved_by)

    assert moved("") == {"trend": 1.0, "acuity": 1.0}
    assert moved("moved_by = {}\n") == {}
    assert moved('moved_by = { coding = "50 %" }\n') == {"coding": 0.5}


def test_text_that_is_no_toml_is_one_problem() -> None:
    assert codes("[factors\n") == ["unreadable"]


def test_a_forecast_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "forecast.toml").write_bytes(b"\xff\xfe\x00x")
    found = read(tmp_path)
    assert found is not None
    assert [problem.code for problem in found.problems] == ["unreadable"]


def test_one_factor_can_be_changed_for_a_stress() -> None:
    found = read_text(FACTORS).with_factor("staffing", centre=-0.15)
    assert found.factors["staffing"].centre == -0.15
    assert found.factors["trend"].centre == 0.0
