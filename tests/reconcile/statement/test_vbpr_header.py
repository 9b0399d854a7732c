"""The contract header."""

import json
from datetime import date
from decimal import Decimal

import pytest

from fairterms.reconcile.statement.vbpr_header import read_header
from tests.reconcile.made_report import MEASURES, header


def test_a_header_says_who_bears_losses_and_what_counts() -> None:
    made = read_header(json.dumps(header()), "header.json")
    assert made.title == "Larch Plan and Willow Group"
    assert made.period is not None
    assert made.period.last == date(2029, 12, 31)
    assert [(one.code, one.lan, one.is_upside_only) for one in made.cohorts] == [
        ("hmo", "3A", True),
        ("ppo", "3B", False),
    ]
    assert made.streams == ("ssq", "qip")
    component = made.component(MEASURES[1])
    assert component is not None
    assert (component.weight, component.counts) == (Decimal(3), True)
    assert made.component("https://larch.example/Measure/z") is None
    assert made.problems == ()


def test_a_header_with_little_in_it_is_read_without_inventing() -> None:
    made = read_header('{"resourceType": "Measure"}', "header.json")
    assert (made.period, made.cohorts, made.components) == (None, (), ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no json", "the file is no JSON: line 1: Expecting value"),
        ('{"resourceType": "Bundle"}', "the file is no Measure, so it is no contract header"),
    ],
)
def test_a_file_that_is_no_header_says_what_to_ask_for(text: str, what: str) -> None:
    problem = read_header(text, "header.json").problems[0]
    assert problem.what == what
    assert problem.fix == "ask the plan for the contract header (Measure) of its report, as JSON"
