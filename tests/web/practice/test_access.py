"""What a practice came to, as the page needs it."""

from pathlib import Path

import pytest

from fairterms.negotiate.practice.talk import Talk
from fairterms_web.practice import access
from fairterms_web.practice.access import Played
from tests.negotiate.practice.played import SCRIPT, talked


def test_the_script_comes_with_its_prices() -> None:
    assert access.script() == SCRIPT


def test_the_sample_lies_where_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert (access.sample() / "terms.toml").is_file()
    monkeypatch.setenv("FAIRTERMS_EXAMPLES", str(tmp_path))
    assert access.sample() == tmp_path / "cedar"


def test_without_the_sample_there_are_no_scorecards(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FAIRTERMS_EXAMPLES", str(tmp_path))
    played = Played(talked())
    assert played.material is None
    assert played.cards is None
    assert played.score.questions == 7
    assert len(played.log.entries) == 27


def test_a_beginning_has_an_empty_log() -> None:
    assert Played(Talk(SCRIPT)).log.entries == ()
