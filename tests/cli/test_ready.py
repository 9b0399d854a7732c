"""`ready` judges the group and the plan, and says what nobody has said."""

from pathlib import Path

import pytest

from fairterms.cli import ready
from fairterms.publish import html, pdf, xlsx
from tests.cli.conftest import Run
from tests.decide.small_basis import small_folder

READY = """
[people]
clinicians = "38 clinicians"
evidence = "payroll"
on = 2026-10-31
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small deal without a forecast, whose pages are built, and not drawn."""
    monkeypatch.setattr(html, "render", lambda page: page.title)
    monkeypatch.setattr(pdf, "render", lambda _page: b"")
    monkeypatch.setattr(xlsx, "render", lambda _page: b"")
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path / "small", forecast=None)


def test_a_group_that_has_not_spoken_is_told_and_still_gets_its_first_steps(
    fairterms: Run, small: Path, tmp_path: Path
) -> None:
    ran = fairterms("ready", small, "--out", tmp_path / "pages")
    assert ran.code == 0, ran.err
    first, *_ = ran.out.splitlines()
    assert first == (
        "Nobody has spoken for the group: there is no readiness.toml in the deal folder."
    )
    assert "not known" in ran.out
    steps = ran.out.partition("What to do first:")[2].partition("The pages:")[0].split("\n")
    numbers = [line.strip().partition(".")[0] for line in steps if line.strip()]
    assert numbers == [str(at) for at in range(1, len(numbers) + 1)]
    assert 1 <= len(numbers) <= ready.MOST_STEPS
    for suffix in ("html", "pdf", "xlsx"):
        assert (tmp_path / "pages" / f"ready.{suffix}").exists()
        assert f"ready.{suffix}" in ran.out
    assert "Made-up Group" in (tmp_path / "pages" / "ready.html").read_text()


def test_who_has_spoken_is_not_told_again(fairterms: Run, small: Path, tmp_path: Path) -> None:
    (small / "readiness.toml").write_text(READY)
    ran = fairterms("ready", small)
    assert ran.code == 0, ran.err
    assert "Nobody has spoken" not in ran.out
    assert (tmp_path / "reports" / "small" / "ready.html").is_file()


def test_problems_of_the_file_are_told_and_the_rest_is_judged(fairterms: Run, small: Path) -> None:
    (small / "readiness.toml").write_text(READY + 'left_last_yeer = "6 people"\n')
    ran = fairterms("ready", small)
    assert ran.code == 0
    assert "readiness.toml:6: " in ran.err
    assert 'did you mean "left_last_year"?' in ran.err
    assert "What to do first:" in ran.out


def test_a_deal_with_mistakes_is_not_judged(fairterms: Run, small: Path, tmp_path: Path) -> None:
    terms = small / "terms.toml"
    terms.write_text(terms.read_text().replace('rate = "5 %"', "rate = 5"))
    ran = fairterms("ready", small)
    assert ran.code == 1
    assert "terms.toml:" in ran.err
    assert "has no unit" in ran.err
    assert "ready" not in ran.out
    assert not (tmp_path / "reports").exists()


def test_a_folder_that_is_no_deal_is_told(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("ready", tmp_path / "nowhere")
    assert ran.code == 1
    assert "there is no such deal folder" in ran.err
