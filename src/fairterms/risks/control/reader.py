"""Read the blocks of ``risks.toml`` that speak of controls.

The keys, each a list of blocks::

    [[control]]
    id = "roster_match"
    title = "The plan's list is compared with our roster"
    aim = "detect"                  # prevent, detect or correct
    mode = "manual"                 # manual or automatic
    cadence = "monthly"             # each event, daily, weekly, monthly, quarterly,
                                    # half-yearly, yearly
    key = true                      # one of those relied on most
    owner = "contracting lead"      # roles, never names
    operator = "billing lead"
    evidence_kind = "signed comparison"
    coso_principle = 10             # 1 to 17; may be left out
    status = "active"               # or "retired", then with retired = 2027-06-30

    [[effect]]
    control = "roster_match"
    impact = "wrong_patients_pay"
    acts_on = "frequency"           # or "severity"
    leaves = "40 %"                 # what REMAINS with the control; or ["30 %", "40 %", "60 %"]
    rationale = "six of ten wrong names were found in the pilot"

    [[test]]
    id = "roster_match_2027_q1"
    control = "roster_match"
    kind = "operating"              # or "design", which needs no sample
    method = ["inspection", "inquiry"]  # or one of them, or observation, reperformance
    population = "250 list lines"
    sample = ["4", "17", "31"]      # places in the sorted list; or "all"
    seed = "cedar 2027 first quarter"
    expected = "0 deviations"
    deviations = "0 deviations"
    tester = "auditor"
    approver = "compliance lead"
    valid_from = 2027-04-15
    valid_to = 2028-04-14
    result = "passed"               # or "failed"

    [[acceptance]]
    impact = "wrong_patients_pay"
    estimate = "e_wrong_patients_2"
    rating = "medium"
    reason = "the reserve carries it three times"
    approver = "practice owner"
    expires = 2027-12-31

    [[indicator]]
    id = "roster_mismatch"
    impact = "wrong_patients_pay"
    kind = "leading"                # or "lagging"
    formula = "lines that differ, of all lines of the month's list"
    worse = "higher"                # or "lower"
    amber = "3 %"
    red = "6 %"
    lead_time = "90 days"           # a lagging indicator may leave it out
    cadence = "monthly"
    owner = "billing lead"
    starts = 2027-01-01

    [[reading]]
    indicator = "roster_mismatch"
    from = 2027-01-01
    to = 2027-01-31
    value = "4.2 %"
    count = "1,190 list lines"      # of how many; a percentage needs it
    source = "sha256:..."           # of the file it was worked out from; may be left out

    [[exception]]
    id = "march_file"
    rule = "every file is accepted within 10 days"  # or indicator = "roster_mismatch"
    subject = "the plan's list of March"
    severity = "medium"             # low, medium, high, critical
    opened = 2027-04-11
    due = 2027-04-25
    owner = "data lead"
    cause = "counterparty"          # once known: record, work, people, model, counterparty,
                                    # outside, subgroup
    resolution = "the file was sent again and accepted"
    waiver = { reason = "...", approver = "practice owner", expires = 2027-06-30 }
"""

from collections.abc import Collection, Mapping
from typing import Any

from fairterms.risks.control.assurance_reader import read_test
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.control import Control
from fairterms.risks.control.control_reader import note_twice, read_control, read_effect
from fairterms.risks.control.effect import Effect
from fairterms.risks.control.entry import entries
from fairterms.risks.control.indicator import Indicator, Reading
from fairterms.risks.control.test import ControlTest
from fairterms.risks.control.watch_reader import (
    read_acceptance,
    read_exception,
    read_indicator,
    read_reading,
)
from fairterms.units.notes import Notes

SECTIONS = ("control", "effect", "test", "acceptance", "indicator", "reading", "exception")
"""The keys read here."""


def read_controls(
    document: Mapping[str, Any], notes: Notes, impacts: Collection[str]
) -> ControlBook:
    """Read everything the file says of controls.

    Parameters
    ----------
    document
        The parsed file; keys other than :data:`SECTIONS` are left to others.
    notes
        Where problems are gathered, each with its line.
    impacts
        The ids of the impacts the file knows.

    Returns
    -------
    ControlBook
        What could be read. A control with a test that could not is named in ``unread``, and earns
        no credit: the test may have failed.
    """
    controls = _controls(document, notes)
    tests, unread = _tests(document, notes, controls)
    indicators = _indicators(document, notes, impacts)
    watched = _written(document, "indicator")
    accepted = (read_acceptance(one, impacts) for one in entries(document, "acceptance", notes))
    taken: set[str] = set()
    excepted = (
        read_exception(one, watched, taken) for one in entries(document, "exception", notes)
    )
    return ControlBook(
        tuple(controls.values()),
        _effects(document, notes, controls, impacts),
        tests,
        tuple(one for one in accepted if one),
        tuple(indicators.values()),
        _readings(document, notes, indicators),
        tuple(one for one in excepted if one),
        unread,
    )


def _controls(document: Mapping[str, Any], notes: Notes) -> dict[str, Control]:
    taken: set[str] = set()
    read = [read_control(one, taken) for one in entries(document, "control", notes)]
    return {one.id: one for one in read if one}


def _effects(
    document: Mapping[str, Any],
    notes: Notes,
    controls: Collection[str],
    impacts: Collection[str],
) -> tuple[Effect, ...]:
    seen: set[object] = set()
    found = []
    for entry in entries(document, "effect", notes):
        effect = read_effect(entry, _written(document, "control"), impacts)
        if effect is None or note_twice(entry, effect, seen):
            continue
        if effect.control in controls:
            found.append(effect)
    return tuple(found)


def _tests(
    document: Mapping[str, Any], notes: Notes, controls: Mapping[str, Control]
) -> tuple[tuple[ControlTest, ...], frozenset[str]]:
    written = _written(document, "control")
    taken: set[str] = set()
    found = []
    unread = set[str]()
    for entry in entries(document, "test", notes):
        test = read_test(entry, written, controls, taken)
        if test is not None:
            found.append(test)
            continue
        name = str(entry.raw.get("control"))
        # A test of nobody knows which control may be a failed one of any.
        unread |= {name} if name in written else set(written)
    return tuple(found), frozenset(unread)


def _indicators(
    document: Mapping[str, Any], notes: Notes, impacts: Collection[str]
) -> dict[str, Indicator]:
    taken: set[str] = set()
    read = [read_indicator(one, impacts, taken) for one in entries(document, "indicator", notes)]
    return {one.id: one for one in read if one}


def _readings(
    document: Mapping[str, Any], notes: Notes, indicators: Mapping[str, Indicator]
) -> tuple[Reading, ...]:
    seen: set[object] = set()
    written = _written(document, "indicator")
    read = [
        read_reading(one, written, indicators, seen) for one in entries(document, "reading", notes)
    ]
    return tuple(one for one in read if one)


def _written(document: Mapping[str, Any], section: str) -> frozenset[str]:
    """Return the ids a section holds, of blocks that could be read and of those that could not.

    A block that names one of the latter is left aside without a problem of its own.
    """
    blocks = document.get(section, [])
    dicts = [one for one in blocks if isinstance(one, dict)] if isinstance(blocks, list) else []
    return frozenset(one["id"] for one in dicts if isinstance(one.get("id"), str))
