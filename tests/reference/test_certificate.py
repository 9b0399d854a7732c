"""A code holds for the words it was made from, and for no others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.reference.certificate import (
    ENDS,
    LONGEST_NAME,
    Certificate,
    Verdict,
    checksum,
    tidy_name,
    verify,
    written_day,
)

MADE = Certificate(
    "Quinn Sample", ("Ethical contracting",), Decimal("1.5"), date(2027, 1, 5), 11, 12
)


def printed(certificate: Certificate) -> str:
    return f"A heading\n{certificate.statement}\n{ENDS}: {certificate.code}\nA foot"


def test_it_says_who_learned_what_when_and_how_well() -> None:
    assert MADE.statement == (
        "This certifies that Quinn Sample has passed the training “Ethical contracting” "
        "(1.5 hours) on January 5, 2027, with 11 of 12 answers right."
    )


def test_the_final_assessment_names_every_training() -> None:
    made = replace(MADE, learned=("One", "Two"), hours=Decimal("2.50"))
    assert "the final assessment of 2 trainings (“One”; “Two”) (2.5 hours)" in made.statement


def test_unchanged_words_hold() -> None:
    assert verify(MADE.code, printed(MADE)) is Verdict.UNCHANGED
    assert verify(MADE.code.lower().replace("-", " "), printed(MADE)) is Verdict.UNCHANGED


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Quinn Samples"},
        {"learned": ("Ethical contracting, advanced",)},
        {"hours": Decimal(15)},
        {"on": date(2027, 1, 6)},
        {"right": 12},
        {"asked": 11},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_word_does_not_hold(change: dict[str, object]) -> None:
    other = replace(MADE, **change)  # type: ignore[arg-type] # fields by name
    assert verify(MADE.code, printed(other)) is Verdict.CHANGED


def test_line_breaks_and_hyphens_that_a_file_loses_do_not_count() -> None:
    made = replace(MADE, learned=("Patient-centered care",))
    lost = printed(made).replace("Patient-centered", "Patient\ufffe\ncentered")
    assert verify(made.code, lost) is Verdict.UNCHANGED


def test_a_text_without_a_certificate_is_none() -> None:
    assert verify(MADE.code, "Something else") is Verdict.NO_CERTIFICATE
    assert verify(MADE.code, MADE.statement) is Verdict.NO_CERTIFICATE
    assert verify(MADE.code, f"{ENDS}: then {MADE.statement}") is Verdict.NO_CERTIFICATE


def test_a_name_may_hold_the_words_that_end_it() -> None:
    made = replace(MADE, name=f"Quinn {ENDS}")
    assert verify(made.code, printed(made)) is Verdict.UNCHANGED
    assert verify(made.code, printed(replace(made, right=12))) is Verdict.CHANGED


def test_a_code_is_four_groups_of_four() -> None:
    parts = checksum("some words").split("-")
    assert [len(part) for part in parts] == [4, 4, 4, 4]
    assert set("".join(parts)) <= set("0123456789ABCDEF")


def test_a_name_is_one_line_and_not_too_long() -> None:
    assert tidy_name("Quinn\nSample\x07") == "Quinn Sample"
    assert len(tidy_name("q" * 500)) == LONGEST_NAME
    assert tidy_name(" \n ") == ""


def test_a_name_that_was_not_tidied_is_our_mistake() -> None:
    with pytest.raises(AssertionError):
        replace(MADE, name="Quinn\nSample")
    with pytest.raises(AssertionError):
        replace(MADE, name="")


def test_a_day_is_written_out() -> None:
    assert written_day(date(2027, 11, 30)) == "November 30, 2027"
