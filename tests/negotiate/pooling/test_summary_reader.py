"""A summary is read whole, every problem is named, and whatever speaks of prices is refused."""

from pathlib import Path

import pytest

from fairterms.negotiate.pooling.summary import Summary, as_text
from fairterms.negotiate.pooling.summary_reader import read
from fairterms.units.problem import Problem
from tests.negotiate.pooling.made_up import WORDS, YEAR, count, summary

SOUND = f"""\
[group]
label = "north"
from = 2026-01-01
to = 2026-12-31
member_months = "12,000 member-months"

[[measure]]
id = "response"
counts = "{WORDS}"
numerator = "140 patients"
denominator = "320 patients"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pool.toml"


def problems(path: Path, text: str, *, is_sealed: bool = False) -> tuple[Problem, ...]:
    path.write_text(text, encoding="utf-8")
    found, wrong = read(path, is_sealed=is_sealed)
    assert (found is None) == bool(wrong)
    return wrong


def test_a_sound_file_is_read(path: Path) -> None:
    path.write_text(SOUND, encoding="utf-8")
    assert read(path, is_sealed=False) == (
        Summary("north", YEAR, 12_000, (count(140, 320),)),
        (),
    )


@pytest.mark.parametrize(
    "line",
    [
        'fee = "$120.00 per visit"',
        'rate = "3 %"',
        'price_we_accept = "12 visits"',
        'walk_away = "none"',
        "# we take $90 for a 90837",
        'note = "we would not accept less"',
        'note = "paid per visit"',
        'note = "their withhold"',
        'note = "41 PMPM"',
        'label = "budget group"',
    ],
)
def test_whatever_speaks_of_prices_is_refused_with_the_reason(path: Path, line: str) -> None:
    (first, *_) = problems(path, f"{line}\n{SOUND}")
    assert (first.code, first.line) == ("price-in-a-pool", 1)
    assert "antitrust law" in first.why
    assert "ask counsel" in first.fix


def test_a_price_key_is_told_once(path: Path) -> None:
    found = problems(path, SOUND + 'fee = "$120.00"\n')
    assert [one.code for one in found] == ["price-in-a-pool"]


def test_a_rate_that_is_a_result_is_no_price(path: Path) -> None:
    assert problems(path, SOUND.replace(WORDS, "the response rate of adults")) == ()


@pytest.mark.parametrize(
    ("was", "then", "line", "code"),
    [
        ('label = "north"\n', "", 1, "missing"),
        ("from = 2026-01-01", 'from = "2026"', 3, "missing"),
        ("to = 2026-12-31", "to = 2025-12-31", 4, "bad-period"),
        ('"12,000 member-months"', '"12,000"', 5, "not-a-quantity"),
        ('"12,000 member-months"', '"12,000 members"', 5, "not-a-count"),
        ('member_months = "12,000 member-months"\n', "", 1, "missing"),
        ('"140 patients"', '"44 %"', 10, "not-a-count"),
        ('"140 patients"', '"140.5 patients"', 10, "not-a-count"),
        ('"140 patients"', '"at least 140 patients"', 10, "not-a-count"),
        ('"140 patients"', '"321 patients"', 10, "bad-part"),
        ('"140 patients"', '"7 patients"', 7, "small-count"),
        ('"140 patients"', '"315 patients"', 7, "small-count"),
        ('numerator = "140 patients"\n', "", 7, "missing"),
        ('id = "response"', 'id = "The response"', 8, "bad-id"),
        ("[[measure]]", "[[mesure]]", 7, "unknown-section"),
        ("denominator", "denomenator", 11, "unknown-key"),
    ],
)
def test_each_mistake_is_named_at_its_line(
    path: Path, was: str, then: str, line: int, code: str
) -> None:
    assert was in SOUND
    found = problems(path, SOUND.replace(was, then))
    assert (line, code) in [(one.line, one.code) for one in found]


def test_all_mistakes_are_told_together(path: Path) -> None:
    text = SOUND.replace('"140 patients"', '"7 patients"').replace('"north"', "4")
    assert [one.code for one in problems(path, text)] == ["missing", "small-count"]


def test_a_small_count_is_named_without_its_number(path: Path) -> None:
    (found,) = problems(path, SOUND.replace('"140 patients"', '"7 patients"'))
    assert "7 patients" not in str(found)


def test_a_file_that_is_not_there_or_not_toml_is_told(path: Path) -> None:
    assert "no such file" in read(path, is_sealed=False)[1][0].what
    path.write_text("[group", encoding="utf-8")
    assert "not TOML" in read(path, is_sealed=False)[1][0].what
    path.write_bytes(b"\xff\xfe\x00")
    assert "not a text file" in read(path, is_sealed=False)[1][0].what


def test_a_summary_for_a_pool_bears_a_commitment_that_fits(path: Path) -> None:
    (found,) = problems(path, SOUND, is_sealed=True)
    assert "no commitment" in found.what
    sealed = as_text(summary("north", count(140, 320)))
    assert problems(path, sealed, is_sealed=True) == ()
    (found,) = problems(path, sealed.replace('"140 patients"', '"150 patients"'), is_sealed=True)
    assert found.code == "changed-after-commitment"
