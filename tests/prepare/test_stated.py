from datetime import date

import pytest

from fairterms.prepare.stated import Proof, Stated


def test_a_value_says_where_it_is_from_and_what_shows_it() -> None:
    stated = Stated(38, "readiness.toml, line 6", "payroll", date(2026, 9, 30))
    proof = stated.proof(lambda n: f"The group has {n} clinicians")
    assert str(proof) == (
        "The group has 38 clinicians (readiness.toml, line 6: payroll, 2026-09-30)"
    )
    assert proof.is_shown


def test_a_word_alone_is_not_shown() -> None:
    assert not Stated(38, "readiness.toml, line 6").proof(str).is_shown


@pytest.mark.parametrize(("words", "source"), [("", "a file"), ("It is so", "")])
def test_evidence_has_words_and_a_source(words: str, source: str) -> None:
    with pytest.raises(AssertionError):
        Proof(words, source)
