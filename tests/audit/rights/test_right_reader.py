"""A term is stated, marked as not stated, or a problem; none has a default."""

import pytest

from fairterms.audit.procedures.evidence_table import rows
from fairterms.audit.rights.right import ASK, TERMS, NotStated, RightToAudit, Stated
from fairterms.audit.rights.right_reader import read_right
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from tests.audit.rights.made_up import RIGHT, TEXT


def read(text: str) -> tuple[RightToAudit | None, tuple[Problem, ...]]:
    opened = parsed(text, "audit_rights.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    (table,) = rows(document, "right_to_audit", notes)
    return read_right(table, set()), notes.problems()


def without(key: str) -> str:
    return "\n".join(line for line in TEXT.splitlines() if not line.startswith(f"{key} "))


def test_a_whole_right_is_read() -> None:
    assert read(TEXT) == (RIGHT, ())


@pytest.mark.parametrize("key", TERMS)
def test_a_term_that_is_not_there_is_a_problem_with_its_section_and_what_to_ask(key: str) -> None:
    found, (problem,) = read(without(key))
    assert (found, problem.code) == (None, "not-stated")
    assert problem.what == f"section 7.10 gives no {key} here: {TERMS[key]}"
    assert ASK[key][1:] in problem.fix


@pytest.mark.parametrize("key", TERMS)
def test_a_term_marked_as_not_stated_is_a_gap_of_the_contract(key: str) -> None:
    marked = f'{key} = {{ not_stated = true, section = "7.9", ask = "Ask for it." }}'
    found, problems = read(without(key) + "\n" + marked)
    assert problems == ()
    assert found is not None
    assert found.gaps == (NotStated(key, "7.9", "Ask for it"),)


def test_a_gap_takes_the_section_of_the_right_and_our_own_words_where_none_are_given() -> None:
    found, _ = read(without("yearly_cap") + "\nyearly_cap = { not_stated = true }")
    assert found is not None
    assert found.yearly_cap == NotStated("yearly_cap", "7.10", ASK["yearly_cap"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT.replace("notice_days = 30", 'notice_days = "30"'), "not-a-number"),
        (TEXT.replace("notice_days = 30", "notice_days = 0"), "not-a-number"),
        (TEXT.replace("notice_days = 30", "notice_days = { not_stated = false }"), "not-a-value"),
        (TEXT.replace('days = "calendar"', 'days = "working"'), "no-such-choice"),
        (TEXT + "holidays = [2028-07-04]", "two-ways"),
        (TEXT + "blackouts = [{ from = 2028-12-20, to = 2028-12-01 }]", "bad-days"),
        (TEXT.replace('section = "7.10", ', ""), "missing"),
        (without("cite"), "missing"),
        (TEXT.replace('"plan"', '"auditor"', 1), "no-such-choice"),
    ],
)
def test_what_cannot_be_used_is_a_problem(text: str, code: str) -> None:
    found, problems = read(text)
    assert found is None
    assert [one.code for one in problems] == [code]


def test_no_limit_on_audits_is_written_as_zero() -> None:
    found, _ = read(TEXT.replace("yearly_cap = 1", "yearly_cap = 0"))
    assert found is not None
    assert found.yearly_cap == Stated(0)


def test_business_days_with_holidays_blackouts_and_the_rest() -> None:
    more = (
        "holidays = [2028-07-04]\nblackouts = [{ from = 2028-12-20, to = 2029-01-02 }]\n"
        'scope_limits = ["a sample"]\nrecords_owed = ["lists"]\nstops_when = "while closed"\n'
    )
    found, problems = read(TEXT.replace('"calendar"', '"business"') + more)
    assert problems == ()
    assert found is not None
    assert (found.counted.is_business, len(found.counted.holidays)) == (True, 1)
    assert [str(one) for one in found.blackouts] == ["2028-12-20 to 2029-01-02"]
    assert (found.scope_limits, found.records_owed) == (("a sample",), ("lists",))
    assert found.stops_when == "while closed"
