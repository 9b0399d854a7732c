"""What the group's own records say for its asks, without a word on few people."""

from types import SimpleNamespace
from typing import cast

from fairterms.decide.own_criteria import CHECKS, own_criteria
from fairterms.decide.own_records import OwnRecords
from fairterms.negotiate.ask.stake import stakes


def records(reached: int, number: int, *targets: tuple[float, float]) -> OwnRecords:
    judged = [
        SimpleNamespace(asked=SimpleNamespace(target=SimpleNamespace(rate=rate)), met_now=chance)
        for rate, chance in targets
    ]
    measure = SimpleNamespace(
        rests_on=(reached, number, "in 2025 and 2026"),
        declared=SimpleNamespace(measure="first_visit"),
        targets=judged,
    )
    return cast("OwnRecords", SimpleNamespace(results=SimpleNamespace(assessed=(measure,))))


def test_each_target_stands_beside_the_rate_and_the_chance_to_meet_it() -> None:
    found = own_criteria(records(82, 200, (0.45, 0.123), (0.52, 0.9996)))
    lead = (
        "first visit: 41 % of 200 patients (in 2025 and 2026); if care stays as it is and only "
        "chance differs, a target"
    )
    assert found["quality-gate"] == (
        f"{lead} of 45 % is met in 12.3 % of years.",
        f"{lead} of 52 % is met in over 99.9 % of years.",
    )


def test_every_check_on_what_is_measured_gets_the_same_and_all_exist() -> None:
    found = own_criteria(records(82, 200, (0.45, 0.1)))
    assert set(found) == set(CHECKS) <= set(stakes())
    assert len({*found.values()}) == 1


def test_a_rate_that_gives_away_few_people_is_left_out() -> None:
    assert own_criteria(records(6, 200, (0.45, 0.1))) == {}
    assert own_criteria(records(195, 200, (0.45, 0.1))) == {}
    assert own_criteria(records(5, 9, (0.45, 0.1))) == {}
    assert own_criteria(records(11, 22, (0.45, 0.1)))


def test_without_records_or_targets_nothing_is_said() -> None:
    assert own_criteria(None) == {}
    assert own_criteria(records(82, 200)) == {}
