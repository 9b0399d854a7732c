"""A text that is not saved is bound as a file would be."""

from pathlib import Path

import pytest

from fairterms.payment.loading import load
from fairterms.settle.workbench.bound_terms import LONGEST, bind, unreadable
from tests.settle.workbench.bench_text import TEXT, line_of

SPOILT = TEXT.replace('"50 %"', '"50"').replace("percentage_reduction", "percentag_reduction")


@pytest.mark.parametrize("text", [TEXT, SPOILT, "[contract", "", TEXT.replace("starts", "start")])
def test_a_text_has_the_problems_its_file_would_have(text: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_text(text, encoding="utf-8")
    assert bind(text).problems == load(path).problems


def test_every_problem_is_told_in_the_order_of_the_lines() -> None:
    lines = [problem.line for problem in bind(SPOILT).problems]
    assert lines == sorted(lines)
    assert {line_of('"50 %"'), line_of('id = "sequestration"') - 1} <= set(lines)


def test_a_reading_that_cannot_be_run_is_told_once_nothing_else_is_wrong() -> None:
    asked = 'readings = ["cap before nowhere", "cap after nowhere"]\nrate = "2 %"\napplies'
    text = TEXT.replace('rate = "2 %"\napplies', asked)
    assert "unreadable-reading" in {problem.code for problem in bind(text).problems}
    spoilt = text.replace('"50 %"', '"50"')
    assert "unreadable-reading" not in {problem.code for problem in bind(spoilt).problems}


def test_a_text_is_too_long_by_one_letter() -> None:
    note = "#" * (LONGEST - len(TEXT))
    assert bind(TEXT + note).problems == ()
    (problem,) = bind(TEXT + note + "#").problems
    assert str(problem) == (
        "terms.toml: the text has 120,001 letters; at most 120,000 are read [too-long]\n"
        "      why: a text that long could not be checked while you type\n"
        "      fix: leave the contract's own words in the document and cite them"
    )


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (RecursionError(), "brackets are nested too deeply"),
        (OverflowError(), "a number is too large to work with"),
        (ValueError(), "a number or a formula in it cannot be read"),
        (KeyError("x"), "our program stopped on it (KeyError), which is our mistake"),
    ],
)
def test_what_stops_a_reader_is_said_in_plain_words(odd: Exception, reason: str) -> None:
    assert str(unreadable(odd)) == (
        f"terms.toml: this text cannot be read: {reason} [not-readable]\n"
        "      why: nothing of it can be checked, and nothing is guessed\n"
        "      fix: undo the last change, and write it in a simpler way"
    )


def test_a_sign_that_only_looks_like_a_line_end_moves_no_problem_out_of_the_text() -> None:
    text = TEXT.replace("A contract", "\u2028A contract").rstrip("\n") + "\ncite = ["
    (problem,) = bind(text).problems
    assert problem.line == text.count("\n") + 1
