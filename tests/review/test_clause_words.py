"""What a sentence offers to a statistical reader."""

import numpy as np
import pytest

from fairterms.review.clause_words import BUCKETS, Features, Line, read

AUDIT = 65401


def of(features: Features, at: int) -> dict[int, float]:
    """Return a sentence's buckets with how much each counts."""
    start, end = features.starts[at], features.starts[at + 1]
    found: dict[int, float] = {}
    for bucket, value in zip(features.buckets[start:end], features.values[start:end], strict=True):
        found[int(bucket)] = found.get(int(bucket), 0) + float(value)
    return found


def alone(text: str, title: str = "") -> dict[int, float]:
    return of(read([Line(text, title)]), 0)


def test_the_same_sentence_has_the_same_features_in_every_run() -> None:
    # Pinned: the shipped weights are keyed by these numbers.
    assert sorted(alone("audit")) == [AUDIT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("within 30 days", "within 90 days"),
        ("PLAN MAY AUDIT", "plan may audit"),
        ("Plan may audit;", "Plan may audit"),
    ],
)
def test_numbers_case_and_stops_make_no_difference(one: str, other: str) -> None:
    assert alone(one) == alone(other)


def test_the_order_of_words_makes_a_difference() -> None:
    assert alone("Plan may audit Provider") != alone("Provider may audit Plan")


def test_a_sentences_own_words_weigh_as_much_as_one_whatever_its_length() -> None:
    for text in ("Audit.", "Plan may audit the records of Provider at any time."):
        assert sum(value**2 for value in alone(text).values()) == pytest.approx(1, abs=0.05)


def test_title_and_neighbours_count_and_count_less() -> None:
    bare = alone("It is due.")
    titled = alone("It is due.", "Audit")
    between = of(read([Line("A b."), Line("It is due."), Line("Plan audits.")]), 1)
    assert set(bare) < set(titled)
    assert set(bare) < set(between)
    assert max(value for key, value in titled.items() if key not in bare) <= 0.5


def test_a_name_is_known_by_never_standing_in_small_letters() -> None:
    same = [
        of(read([Line(f"At any time {name} may end this."), Line("The members meet.")]), 0)
        for name in ("Fernco", "Ashco")
    ]
    shared = set(same[0]) & set(same[1])
    other = of(read([Line("At any time members may end this."), Line("The members meet.")]), 0)
    assert len(shared) > len(set(same[0]) & set(other))


def test_a_sentence_without_words_has_no_features() -> None:
    features = read([Line("…"), Line("")])
    assert features.starts.tolist() == [0, 0, 0]
    assert features.buckets.size == 0


def test_all_buckets_are_in_range() -> None:
    features = read([Line("Plan may, in its sole discretion, end this Agreement.", "Ending")])
    assert features.buckets.min() >= 0
    assert features.buckets.max() < BUCKETS
    assert features.starts.tolist() == [0, len(features.buckets)]
    assert np.all(features.values > 0)
