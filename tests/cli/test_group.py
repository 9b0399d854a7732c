"""Verbs are found, helped and loaded by name; a wrong one is told kindly."""

from fairterms.cli.overview import verbs
from tests.cli.conftest import Run


def test_every_verb_helps(fairterms: Run) -> None:
    for verb in verbs():
        ran = fairterms(verb, "--help")
        assert ran.code == 0, verb
        assert "Usage" in ran.out
        assert any(
            name in ran.out for name in ("DEAL", "FILE", "OLD NEW", "STATE", "FOLDER", "NUMBER")
        ), verb


def test_an_unknown_verb_is_refused(fairterms: Run) -> None:
    ran = fairterms("decode", "x")
    assert ran.code == 2
    assert "No such command" in ran.err
