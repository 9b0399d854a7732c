"""Which statuses count in 2024: every one of FHIR, for every kind of record."""

from dataclasses import replace

from fairterms.reference.measure_logic.statuses_2024 import (
    assessments_done,
    medicines_active,
    medicines_handed_over,
    medicines_ordered,
    procedures_done,
    services_ordered,
    visits,
)
from tests.reference.invented import code, dispense, done, found, order, request, visit

DAY = "2025-06-01"
WANTED = frozenset({code("A")})


def test_visits() -> None:
    every = [
        "planned",
        "arrived",
        "triaged",
        "in-progress",
        "onleave",
        "finished",
        "cancelled",
        "entered-in-error",
        "unknown",
    ]
    given = [visit("A", DAY, status=status) for status in every]
    counted = {each.status for each in visits(given, WANTED)}
    assert counted == {"arrived", "triaged", "in-progress", "onleave", "finished"}
    assert visits([visit("B", DAY)], WANTED) == ()


def test_procedures() -> None:
    every = [
        "preparation",
        "in-progress",
        "not-done",
        "on-hold",
        "stopped",
        "completed",
        "entered-in-error",
        "unknown",
    ]
    given = [replace(done("A", DAY), status=status) for status in every]
    assert {each.status for each in procedures_done(given, WANTED)} == {"completed"}
    assert procedures_done([done("B", DAY)], WANTED) == ()


def test_assessments() -> None:
    every = [
        "registered",
        "preliminary",
        "final",
        "amended",
        "corrected",
        "cancelled",
        "entered-in-error",
        "unknown",
    ]
    given = [found("A", DAY, status=status) for status in every]
    counted = {each.status for each in assessments_done(given, WANTED)}
    assert counted == {"final", "amended", "corrected"}
    assert assessments_done([found("B", DAY)], WANTED) == ()


def test_medicines_ordered_and_active() -> None:
    every = [
        "active",
        "on-hold",
        "cancelled",
        "completed",
        "entered-in-error",
        "stopped",
        "draft",
        "unknown",
    ]
    given = [replace(order("A", DAY), status=status) for status in every]
    assert {each.status for each in medicines_ordered(given, WANTED)} == {"active", "completed"}
    assert {each.status for each in medicines_active(given, WANTED)} == {"active"}
    for intent in ("proposal", "plan", "original-order", "instance-order", "option"):
        assert medicines_ordered([replace(order("A", DAY), intent=intent)], WANTED) == ()
    forbidden = replace(order("A", DAY), is_do_not_perform=True)
    assert medicines_ordered([forbidden], WANTED) == ()
    assert medicines_active([forbidden], WANTED) == ()
    assert medicines_active([order("B", DAY)], WANTED) == ()


def test_medicines_handed_over() -> None:
    every = [
        "preparation",
        "in-progress",
        "cancelled",
        "on-hold",
        "completed",
        "entered-in-error",
        "stopped",
        "declined",
    ]
    given = [replace(dispense("A", DAY), status=status) for status in every]
    counted = {each.status for each in medicines_handed_over(given, WANTED)}
    assert counted == {"completed", "in-progress", "on-hold"}
    assert medicines_handed_over([dispense("B", DAY)], WANTED) == ()


def test_services_ordered() -> None:
    every = ["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"]
    given = [replace(request("A", DAY), status=status) for status in every]
    assert {each.status for each in services_ordered(given, WANTED)} == {"active", "completed"}
    assert services_ordered([request("B", DAY)], WANTED) == ()
