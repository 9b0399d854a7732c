"""Read ``audit_evidence.toml``: what an auditor was given, written down entry by entry.

The entries, each a table of its own; ``[[...]]`` may stand as often as there is something::

    [audit]
    on = 2028-10-01                    # the day as of which is asked
    from = 2027-01-01                  # the audited period
    to = 2027-12-31

    [[stated_settlement]]
    name = "final report of 2027"
    year = 2027
    figures = "figures/2027.toml"      # what to work from
    own_figures = true                 # put the statement's own figures in their place; may be
                                       # left out
    statement = "statements/final.csv" # its lines: columns line,value; or write them here:
    lines = { net_cost = "$11,391,725.51" }

    [[benchmark_build]]
    name = "benchmark of 2027"
    stated = "$42.119647 PMPM"
    first_year_paid = 2027
    where = "Exhibit B, Tables B-1 and B-2"
    years = [{ year = 2025, weight = "55 %", pmpm = "$38.27 PMPM",
               factors = { trend = "1.0774 factor" } }]

    [[measure_check]]
    measure = "depression_response"
    cases = "1,918 patients"
    least_cases = "30 patients"
    expected_scores = "2,140 scores"
    missing_scores = "222 scores"
    most_missing = "20 %"
    raters = { both_yes = 52, first_only = 0, second_only = 14, both_no = 54 }
    least_agreement = "0.6 factor"

    [[member_list]]
    of = "2027-03"
    party = "plan"                     # or group
    file = "lists/2027-03-plan.txt"    # one keyed hash a line, never a member's number

    [[operated]]
    control = "list_match"
    done = [2027-01-12, 2027-02-11]
    where = "lists of differences"
    seed = "juniper 2027"              # both left out where every time was looked at
    size = 6

    [[kept_duty]]
    what = "Deliver the list of members"
    owed_by = "plan"                   # or group, both
    due = 2027-03-10
    done = 2027-03-12
    where = "Exhibit A, A-3.1"

    [conflict_register]
    people = ["lead auditor"]          # roles, never names
    began = 2028-09-04

    [[conflict]]
    person = "lead auditor"
    kind = "nil"                       # nil, employment, ownership, family, fees, own work,
                                       # fees on results, other
    declared = 2028-08-30
    # where it is not nil: interest, party, value_band, from, to, mitigation, matters, recused_from

    [[due_diligence]]
    topic = "licences"
    looked_on = 2026-10-20
    result = "gap"                     # or "in order"
    seen = "the public register"
    gap = "one clinic's licence ends in the first month"
    risk = "late_licence"              # or waiver = { reason, approver, expires }

    [[third_party_report]]
    name = "claims system, 2027"
    kind = "SOC 1 type 2"
    from = 2027-01-01
    to = 2027-09-30
    opinion = "unmodified"             # qualified, adverse, disclaimer
    scope = "claims payment"
    supports = ["outside_actuary"]
    carve_outs = [{ supplier = "the data centre", covered_by = "data centre, 2027" }]
    exceptions = [{ what = "...", control = "...", answer = "..." }]
    user_controls = [{ theirs = "...", ours = "file_intake" }]

    [[benchmark_version]]
    id = "response_2027"
    population = "..."                 # records, source, interval, adjustment in words
    peers = ["..."]                    # strata, measures, validated_by as lists
    baseline = { from = 2024-01-01, to = 2026-06-30 }
    review_on = 2028-12-31
    approved_on = 2026-11-20           # needs every part, approved_by and decision
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from fairterms.audit.procedures import (
    benchmark_build,
    benchmark_version,
    conflict,
    diligence,
    kept_duty,
    measure_check,
    member_list,
    operated,
    stated_settlement,
    third_party_report,
)
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.evidence_table import EvidenceTable, one_table, rows
from fairterms.units.form_file import open_form
from fairterms.units.notes import Notes
from fairterms.units.period import Period

FILE = "audit_evidence.toml"
SECTIONS = (
    *("audit", "stated_settlement", "benchmark_build", "measure_check", "member_list"),
    *("operated", "kept_duty", "conflict_register", "conflict", "due_diligence"),
    *("third_party_report", "benchmark_version"),
)
_Entry = TypeVar("_Entry")


def read(folder: Path) -> Evidence:
    """Read what a deal folder declares as evidence.

    Parameters
    ----------
    folder
        The deal folder.

    Returns
    -------
    Evidence
        With None for every kind that is not declared, or of which an entry cannot be read: what is
        left of it might be the better half. Problems are part of it.
    """
    opened = open_form(folder / FILE)
    if opened is None:
        return Evidence()
    document, notes = opened
    for key in document.keys() - set(SECTIONS):
        notes.unknown((key,), key, SECTIONS, "section")
    top = one_table(document, "audit", notes)
    period = _period(top)
    found = Evidence(
        on=top.day("on") if top else None,
        period=period,
        stated=_of(document, notes, "stated_settlement", _in(stated_settlement.read, folder)),
        builds=_of(document, notes, "benchmark_build", benchmark_build.read),
        benchmarks=_of(document, notes, "benchmark_version", benchmark_version.read),
        measures=_of(document, notes, "measure_check", measure_check.read),
        lists=_of(document, notes, "member_list", _in(member_list.read, folder)),
        operated=_of(document, notes, "operated", operated.read),
        duties=_of(document, notes, "kept_duty", kept_duty.read),
        conflicts=conflict.read(
            one_table(document, "conflict_register", notes), rows(document, "conflict", notes)
        ),
        diligence=_of(document, notes, "due_diligence", diligence.read),
        reports=_of(document, notes, "third_party_report", third_party_report.read),
    )
    return replace(found, problems=notes.problems())


def _period(top: EvidenceTable | None) -> Period | None:
    if top is None:
        return None
    top.only("on", "from", "to")
    return top.span() if {"from", "to"} & top.raw.keys() else None


def _in(
    reader: Callable[[EvidenceTable, Path], _Entry | None], folder: Path
) -> Callable[[EvidenceTable], _Entry | None]:
    return lambda table: reader(table, folder)


def _of(
    document: Mapping[str, Any],
    notes: Notes,
    section: str,
    reader: Callable[[EvidenceTable], _Entry | None],
) -> tuple[_Entry, ...] | None:
    """Read every entry of a section; None where there is none, or one that cannot be read."""
    read_entries = [reader(table) for table in rows(document, section, notes)]
    usable = tuple(one for one in read_entries if one is not None)
    return usable if usable and len(usable) == len(read_entries) else None
