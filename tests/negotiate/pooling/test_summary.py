"""A summary is committed to before it is shown, and any change of it is seen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairterms.negotiate.pooling.summary import Summary, as_text, commitment_of, seal
from fairterms.negotiate.pooling.summary_reader import read
from fairterms.units.period import Period
from tests.negotiate.pooling.made_up import count, summary

SEALED = summary("north", count(140, 320), count(90, 200, "access", "seen in ten days"))


@pytest.mark.parametrize(
    "changed",
    [
        replace(SEALED, label="south"),
        replace(SEALED, member_months=12_001),
        replace(SEALED, period=Period(date(2026, 1, 1), date(2026, 12, 30))),
        replace(SEALED, measures=SEALED.measures[:1]),
        replace(SEALED, measures=(count(141, 320), SEALED.measures[1])),
        replace(SEALED, measures=(count(140, 321), SEALED.measures[1])),
        replace(SEALED, measures=(count(140, 320, words="else"), SEALED.measures[1])),
        replace(SEALED, nonce="0" * 64),
    ],
)
def test_whatever_is_changed_changes_the_commitment(changed: Summary) -> None:
    assert commitment_of(changed) != SEALED.commitment


def test_the_order_of_measures_is_not_part_of_what_is_said() -> None:
    assert commitment_of(replace(SEALED, measures=SEALED.measures[::-1])) == SEALED.commitment


def test_the_same_counts_have_another_commitment_with_another_nonce() -> None:
    again = seal(replace(SEALED, nonce="", commitment=""), "1" * 64)
    assert again.commitment != SEALED.commitment, "else counts could be found by trying"


def test_a_short_nonce_is_refused() -> None:
    with pytest.raises(AssertionError, match="nonce"):
        seal(SEALED, "ab")


def test_the_file_handed_over_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "north.toml"
    odd = summary("north “1”", count(140, 320, words='a "first" score\\'))
    path.write_text(as_text(odd), encoding="utf-8")
    assert read(path, is_sealed=True) == (odd, ())


def test_small_counts_are_told_apart() -> None:
    pairs = ((0, 0), (0, 10), (5, 40), (31, 40), (0, 11), (11, 11), (11, 22), (20, 40))
    assert [count(*one).is_small for one in pairs] == [*[True] * 4, *[False] * 4]
