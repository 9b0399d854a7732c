"""The work of a decision: once for every page, and without records outside the group's room."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract.deal import Deal
from fairterms.decide.basis import Basis, Progress
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import decision
from fairterms_web.jobs.made import makers, outcomes
from tests.decide.small_basis import basis_of, small_folder

ROOMS = ("group", "plan", "independent", "joint", "auditor", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deal that holds records, laid out as the worker does."""
    folder = tmp_path / "scratch" / "deal"
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "patients.csv").write_text("made up", encoding="utf-8")
    (folder / "terms.toml").write_text("made up", encoding="utf-8")
    return folder


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who saw records, while a made-up basis is gathered and made-up makers make."""
    found: list[str] = []

    def gather(deal: Deal, tell: Progress, *, on: date) -> Basis:
        _look("gather", deal.folder)
        return basis_of(deal=deal)

    def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
        _look("maker", basis.deal.folder)
        place = basis.deal.folder
        yield (
            "a.html",
            f"<p>Run fairterms ready, then <code>fairterms log {place}</code></p>".encode(),
        )
        yield "a.pdf", b"\xff fairterms log"

    def make_outcomes(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
        _look("outcomes", basis.deal.folder)
        yield outcomes.PAGE, b"whole"

    def make_protected(basis: Basis, today: date, tell: Progress) -> Iterator[tuple[str, bytes]]:
        _look("protected", basis.deal.folder)
        yield outcomes.OUTSIDE, b"protected"

    def _look(who: str, folder: Path) -> None:
        if (folder / "records").exists():
            found.append(who)

    monkeypatch.setattr(decision, "gather", gather)
    monkeypatch.setattr(decision, "makers", lambda: {"a": make, "outcomes": make_outcomes})
    monkeypatch.setattr(outcomes, "make_protected", make_protected)
    return found


def made(folder: Path, room: str) -> Mapping[str, bytes]:
    """What the work makes in a room."""
    return dict(decision.run(folder, lambda _: None, {"room": room} if room else {}))


@pytest.mark.parametrize("room", ROOMS)
def test_outside_the_groups_room_nothing_but_the_protected_page_sees_records(
    folder: Path, seen: list[str], room: str
) -> None:
    parts = made(folder, room)
    if room == "group":
        assert seen == ["gather", "maker", "outcomes"]
        assert parts[outcomes.PAGE] == b"whole"
    else:
        assert seen == ["protected"]
        assert outcomes.PAGE not in parts
        assert parts[outcomes.OUTSIDE] == b"protected"


def test_no_part_that_is_text_names_a_command_or_the_scratch_folder(
    folder: Path, seen: list[str]
) -> None:
    parts = made(folder, "group")
    assert parts["a.html"] == b"<p>Open the page Decide, then the page Negotiate</p>"
    assert parts["a.pdf"] == b"\xff fairterms log"


def test_without_terms_it_is_said_where_to_write_them(folder: Path) -> None:
    (folder / "terms.toml").unlink()
    with pytest.raises(CannotBeDone, match="on the page Terms"):
        made(folder, "group")


def test_mistakes_of_the_terms_are_told_without_the_scratch_folder(folder: Path) -> None:
    (folder / "terms.toml").write_text("[deal\n", encoding="utf-8")
    with pytest.raises(CannotBeDone) as refused:
        made(folder, "joint")
    assert str(refused.value).startswith("terms.toml")
    assert str(folder) not in str(refused.value)
    assert (folder / "records").exists()


def test_every_page_that_shows_parts_of_a_decision_has_its_maker() -> None:
    assert {"decide", "negotiate", "outcomes", "risks"} <= makers().keys()


@pytest.mark.slow
def test_a_small_deal_gives_its_pages(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "scratch" / "deal")
    parts = made(folder, "group")
    told = json.loads(parts["answer.json"])
    assert told["answer"] in {"sign", "negotiate", "walk away"}
    assert 2 <= len(told["figures"]) <= 4
    assert told["reasons"]
    assert parts["report.pdf"].startswith(b"%PDF")
    assert not re.findall(r"fairterms [a-z-]+", parts["decide.html"].decode())
    assert json.loads(parts["risks.json"])["has_register"] is False
    assert b"holds no records" in parts["outcomes.json"]
    for name, content in parts.items():
        assert str(tmp_path).encode() not in content, name
    shutil.rmtree(folder)
