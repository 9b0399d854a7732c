"""`practice` plays the talks, replays a file of answers, and writes down what they came to."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fairterms.cli import practice, practice_prices
from fairterms.cli.group import app
from fairterms.negotiate.practice import answers, priced
from fairterms.negotiate.practice.score import score
from tests.cli.conftest import Run
from tests.negotiate.practice.played import GOOD, HARMFUL, PRICES, SCRIPT, talked


def typed(folder: Path, out: Path, lines: str) -> Result:
    return CliRunner().invoke(
        app, ["practice", str(folder), "--out", str(out)], input=lines, env={"COLUMNS": "120"}
    )


def kept(folder: Path, worth: object = GOOD, rounds: int | None = None) -> Path:
    """A file of answers, of some first rounds or to the end."""
    talk = talked(HARMFUL if worth is HARMFUL else GOOD)
    path = folder / "answers.toml"
    path.write_text(answers.write(one.choice for one in talk.turns[:rounds]), encoding="utf-8")
    return path


def test_another_deal_is_told_that_the_script_is_about_cedar(fairterms: Run, deal: Path) -> None:
    ran = fairterms("practice", deal)
    assert ran.code == 1
    assert "of the practice is not in this contract" in ran.err
    assert "play it with examples/cedar" in ran.err


def test_answers_that_end_too_soon_are_told_with_what_comes_next(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ran = fairterms("practice", cedar, "--answers", kept(tmp_path, rounds=2), "--out", out)
    assert ran.code == 1
    assert "The answers end before the talks do. Next comes: limit" in ran.out
    assert "You: “Let us take one made-up patient" in ran.out
    assert "2026-10-05: The four sheets came" in ran.out
    assert not out.exists()


def test_answers_that_do_not_fit_are_told_with_their_line(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    path = kept(tmp_path, rounds=1)
    path.write_text(path.read_text().replace("see_first", "see_last"))
    ran = fairterms("practice", cedar, "--answers", path)
    assert ran.code == 1
    assert "answers.toml:3" in ran.err


def test_who_stops_typing_ends_the_practice(cedar: Path, tmp_path: Path) -> None:
    ran = typed(cedar, tmp_path / "out", "x\nb\n9\n1\n\n")
    assert ran.exit_code == 1
    assert "Type one of the letters." in ran.output
    assert "Type one of the numbers." in ran.output
    assert "The point now: agreed." in ran.output
    assert "2. How the measures are counted · 2026-09-22" in ran.output
    assert not (tmp_path / "out").exists()


def test_an_answer_can_be_taken_back(cedar: Path, tmp_path: Path) -> None:
    ran = typed(cedar, tmp_path / "out", "u\nc\n\n\nu\nb\n\nShow us.\n")
    assert ran.output.count("1. Who may check the plan's sums") == 3
    assert ran.output.count("Nothing was answered yet.") == 1
    assert ran.output.count("Taken back.") == 1
    assert "The point now: given away." in ran.output
    assert "The point now: agreed." in ran.output


@pytest.mark.parametrize(
    ("closing", "title"), [("sign_in_writing", "\nKept: "), ("defer", "\nAgreed so far: ")]
)
def test_what_is_only_agreed_is_not_called_kept(
    closing: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = talked(GOOD, closing)
    practice._print_debrief(talk, score(talk, PRICES))
    assert title in capsys.readouterr().out


@pytest.mark.slow
def test_kept_prices_are_read_and_worked_out_only_for_other_files(
    cedar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def asks(*_: object) -> object:
        asked.append("worked out")
        raise LookupError

    monkeypatch.setattr(practice_prices, "_asks", asks)
    assert practice_prices.prices_of(cedar, SCRIPT, None) == PRICES
    file = tmp_path / "prices.toml"
    file.write_text(priced.text_of(PRICES), encoding="utf-8")
    assert practice_prices.prices_of(cedar, SCRIPT, file) == PRICES
    for text in (priced.text_of(PRICES).replace(PRICES.of, "0"), "no prices"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LookupError):
            practice_prices.prices_of(cedar, SCRIPT, file)
    assert asked == ["worked out"] * 2


@pytest.mark.slow
def test_answers_are_played_to_the_debrief_and_its_files(
    fairterms: Run, cedar: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before = {one: one.read_bytes() for one in (cedar / "log.toml", cedar / "log.seal")}
    ran = fairterms("practice", cedar, "--answers", kept(tmp_path), "--out", out)
    assert ran.code == 0
    assert "Kept: $143,207 a year, and if it happens $61,479, at most $127,150" in ran.out
    assert "Tactics you saw: 7 of 7" in ran.out
    assert "Of 20 questions:" in ran.out
    assert {one.name for one in out.iterdir()} == {
        *("answers.toml", "log.toml", "debrief.html", "debrief.pdf", "debrief.docx")
    }
    assert answers.read(out / "answers.toml", SCRIPT).talk == talked(GOOD)
    assert {one: one.read_bytes() for one in before} == before
    assert not list(cedar.glob("practice*"))
    told = (out / "log.toml").read_text(encoding="utf-8")
    assert told.startswith("# PRACTICE")
    (out / "terms.toml").write_text("")
    log = fairterms("log", out, "--on", "2026-11-20", "--out", tmp_path / "chronology")
    assert log.code == 0, log.err
    assert "The talks as of 2026-11-20: 27 entries, 27 not sealed yet" in log.out
    assert "plan: 3 promises (3 kept)" in log.out


@pytest.mark.slow
def test_what_was_given_away_is_told(fairterms: Run, cedar: Path, tmp_path: Path) -> None:
    path = kept(tmp_path, HARMFUL)
    ran = fairterms("practice", cedar, "--answers", path, "--out", tmp_path / "out")
    assert ran.code == 0
    assert "Given away: $143,207 a year" in ran.out
    assert "Still missing, and a must-have: Ask that your independent auditor" in ran.out
