"""Pay by results as agreements write it."""

import re

import pytest

from fairterms.review import incentives, places
from fairterms.review.features import Features
from tests.review.conftest import OPENING, Read, agreement


def test_a_sieve_keeps_passages_with_one_of_each_kind_of_word(read_all: Read) -> None:
    reading = read_all(OPENING + "Costs rise. Costs fall and Targets move. Targets stay.")
    kept = incentives.mentioning(reading, "cost", also=("target",))
    assert [passage.text for passage in kept] == ["Costs fall and Targets move."]
    assert len(incentives.mentioning(reading, "cost")) == 2


def test_each_agreement_has_a_sieve_of_its_own(read_all: Read) -> None:
    first = read_all(OPENING + "Costs rise.")
    assert len(incentives.mentioning(first, "costs rise")) == 1
    second = read_all(OPENING + "Rents fall.")
    assert incentives.mentioning(second, "costs rise") == ()


def test_what_stands_around_a_passage_ends_with_its_document(read_all: Read) -> None:
    reading = read_all(agreement("It is near the end.", "It is the end."), other="It is another.")
    last = next(p for p in reading.passages if "It is the end." in p.text)
    near = incentives.around(reading, last, 1, 5)
    assert [passage.text.split(". ", 1)[1] for passage in near] == [
        "It is near the end.",
        "It is the end.",
    ]


def test_the_same_words_in_two_places_count_once(read_all: Read) -> None:
    reading = read_all(OPENING + "It is late. It is early. It is late.")
    found = places.find(reading, re.compile(r"It is \w+"))
    assert [place.text for place in incentives.once(found)] == ["It is late.", "It is early."]


@pytest.mark.parametrize(
    ("text", "is_joint"),
    [
        ("by mutual agreement", True),
        ("by the Joint Committee", True),
        ("with the written consent of Provider", True),
        ("by an amendment signed by both parties", True),
        ("without the consent of Provider", False),
        ("by Plan alone", False),
    ],
)
def test_joint_work_is_told_from_the_work_of_one(text: str, *, is_joint: bool) -> None:
    assert incentives.is_joint(text) is is_joint


@pytest.mark.parametrize(
    ("rest", "is_plans"),
    [
        (" Plan each year.", True),
        (" the Plan, in its discretion", True),
        (" to which costs are compared", True),
        (" and update them", True),
        (" Plan and Provider together", False),
        (" Plan and shared with Provider", True),
        (" Provider.", False),
        (" the State of Oregon", False),
        (" NCQA.", False),
    ],
)
def test_the_next_name_is_the_plans_or_was_removed(
    read_all: Read, rest: str, *, is_plans: bool
) -> None:
    assert incentives.names_plan_next(read_all(agreement()), rest) is is_plans


def test_what_is_set_by_the_plan_is_told_from_what_both_set(read_all: Read) -> None:
    text = "Rates are determined by Plan. Fees are determined by Plan and Provider jointly."
    reading = read_all(OPENING + text)
    rates, fees = places.find(reading, re.compile(r"Rates|Fees"))
    assert incentives.is_set_by_plan(reading, rates)
    assert not incentives.is_set_by_plan(reading, fees)


def test_value_based_checks_need_a_feature_and_care_for_members(read_all: Read) -> None:
    target = Features(has_target=True)
    assert incentives.has_target(read_all(agreement(), target))
    assert incentives.pays_by_results(read_all(agreement(), target))
    assert not incentives.has_target(read_all(agreement(), Features(has_incentive=True)))
    assert not incentives.pays_by_results(read_all(agreement(), Features()))
    lease = "LEASE\nThis Lease is made by and between Oak LLC and Elm LLC. The rent is $9.\n"
    assert not incentives.pays_by_results(read_all(lease))
