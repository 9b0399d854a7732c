"""Every mistake a person can make in terms.toml is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

import os
from pathlib import Path

import pytest

from fairterms.payment.loading import load

GALLERY = Path(__file__).parent / "messages"
CASES = sorted(GALLERY.glob("*.toml"))


def message_of(case: Path) -> str:
    problems = load(case).problems
    return "\n".join(str(problem).replace(case.name, "terms.toml") for problem in problems) + "\n"


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_message_reads_exactly_so(case: Path) -> None:
    said = message_of(case)
    golden = case.with_suffix(".txt")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_every_message_says_where_what_why_and_what_to_do(case: Path) -> None:
    problems = load(case).problems
    assert problems, "a case of the gallery has a mistake in it"
    for problem in problems:
        assert problem.file
        assert problem.what
        assert problem.why
        assert problem.fix
        assert "Traceback" not in str(problem)
        assert not problem.what.endswith(".")


def test_the_gallery_provokes_at_least_forty_different_mistakes() -> None:
    said = {message_of(case) for case in CASES}
    assert len(said) == len(CASES) >= 40


def test_several_mistakes_are_reported_together() -> None:
    assert len(load(GALLERY / "many_at_once.toml").problems) == 3
