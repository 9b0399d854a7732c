"""An audit is read whole, and everything that is missing or does not fit is named with its line."""

from pathlib import Path

import pytest

from fairterms.audit.engagement.reader import FILE, read, read_text
from tests.audit.engagement.made_up import (
    AGREED,
    HASH,
    HEAD,
    SHARED,
    WHOLE,
    changed,
    codes,
)


def test_a_whole_audit_is_read_without_a_problem() -> None:
    reading = read_text(WHOLE)
    assert reading.problems == ()
    book = reading.book
    assert book.programme is not None
    assert (book.programme.answer_days, book.programme.follow_up_days) == (30, 20)
    assert [one.id for one in book.engagements] == ["settlement"]
    assert [one.member for one in book.independence] == ["Maren", "Idris"]
    assert book.procedures[0].sample is not None
    assert book.findings[0].missing == ()
    assert (len(book.issues), len(book.responses), len(book.follow_ups)) == (1, 1, 1)
    assert book.is_closed("in_order")


def test_a_deal_without_an_audit_is_no_problem(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert (reading.is_written, reading.problems) == (False, ())
    (tmp_path / FILE).write_text(WHOLE, encoding="utf-8")
    assert read(tmp_path).is_written


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    assert codes(read(tmp_path)) == {"not-text"}


@pytest.mark.parametrize(
    ("old", "new", "code", "what"),
    [
        ("[programme]", "[program]", "unknown-section", '"program"'),
        ('title = "Audit of 2027"\n', "", "missing", "title is missing"),
        ("to = 2027-12-31", "to = 2026-12-31", "wrong-days", "before it begins"),
        ("to = 2027-12-31\n", "", "missing", "to is missing"),
        ('decision = "audit_1"\nrisks', "risks", "missing", "decision is missing"),
        ("answer_days = 30\n", "", "missing", "answer_days is missing"),
        ("answer_days = 30", "answer_days = 0", "not-a-number", "answer_days is not"),
        ('risks = ["unseen"]\nanswer', "answer", "missing", "risks is missing"),
        ('universe = ["the settlement"]', 'universe = "it"', "not-a-list", "universe is not"),
        (HEAD, "", "missing", "there is no [programme]"),
        ("[scope.limited]", "[scope.limitd]", "unknown-scope-level", '"limitd"'),
        ("[scope.limited]", "[scope.standard]", "no-scope", "the level limited means"),
        ('hours = "40 hours"', 'hours = "40 days"', "wrong-unit", "not a number of hours"),
        ('hours = "40 hours"', "hours = 40", "not-a-quantity", "hours"),
        ("interviews = 2\n", "", "missing", "interviews is missing"),
        ('documents = ["settlement reports"]', "", "missing", "documents is missing"),
        ('kind = "assurance"', 'kind = "advice"', "no-such-choice", 'there is no "advice"'),
        ('kind = "assurance"\n', "", "missing", "kind is missing"),
        ("from = 2028-09-11", "from = 2028-11-11", "wrong-days", "the work ends"),
        ("from = 2028-09-11", 'from = "2028"', "not-a-date", "from is not a date"),
        ('budget = "30 hours"', 'budget = "41 hours"', "over-scope", "41 hours is above the 40"),
        ('title = "Settlement of 2027"\n', "", "missing", "title is missing"),
        ('criteria = ["Exhibit B"]\n', "", "missing", "criteria is missing"),
        ('kind = "assurance"', 'kind = "benchmark_setting"', "no-benchmark-procedure", "benchmark"),
    ],
)
def test_each_problem_of_the_plan_of_an_audit_is_named(
    old: str, new: str, code: str, what: str
) -> None:
    problems = changed(old, new).problems
    assert any(one.code == code and what in one.what for one in problems), problems
    assert all(one.why and one.fix for one in problems)


def test_a_benchmark_is_set_by_its_own_procedure() -> None:
    text = WHOLE.replace('kind = "assurance"', 'kind = "benchmark_setting"')
    assert changed('uses = "settlement_recomputation"', 'uses = "benchmark_setting"', text) == (
        read_text(text.replace("settlement_recomputation", "benchmark_setting"))
    )
    assert read_text(text.replace("settlement_recomputation", "benchmark_setting")).problems == ()


def test_what_belongs_to_the_auditor_alone_is_refused_in_the_copy_of_both_sides() -> None:
    assert read_text(SHARED + AGREED).problems == ()
    assert read_text(SHARED).book.programme is not None
    for section in ("[[workpaper]]", "[[review]]"):
        found = read_text(f'{SHARED}\n{section}\nid = "x"\n')
        assert codes(found) == {"not-shared"}
        assert not any((found.book.workpapers, found.book.reviews))
    assert codes(read_text(SHARED + HEAD)) == {"not-shared"}


def test_the_copy_of_both_sides_says_no_more_of_the_work_than_it_must() -> None:
    old = 'criteria = ["Exhibit B"]\n'
    for more in ('budget = "30 hours"\n', 'decision = "audit_1"\n'):
        assert codes(changed(old, old + more, SHARED)) == {"unknown-key"}
    seen = 'method = "reperformance"\n'
    assert codes(changed(seen, seen + 'workpaper = "sheet"\n', SHARED)) == {"unknown-key"}


def test_a_ready_procedure_that_is_not_known_is_named() -> None:
    found = read_text(WHOLE, known=("settlement_recomputations", "data_feed"))
    (problem,) = found.problems
    assert problem.code == "unknown-ready-procedure"
    assert problem.fix == 'did you mean "settlement_recomputations"?'
    assert read_text(WHOLE, known=("settlement_recomputation",)).problems == ()


def test_a_piece_of_work_that_cannot_be_read_takes_no_finding_with_it_silently() -> None:
    found = changed('id = "settlement"\n', "")
    assert {"bad-id", "unknown-id"} <= codes(found)
    assert found.book.findings == ()


def test_evidence_is_compared_where_it_is_there(tmp_path: Path) -> None:
    assert read_text(WHOLE, tmp_path).problems == ()
    (tmp_path / "new.csv").write_text("line,value\n", encoding="utf-8")
    (problem,) = read_text(WHOLE, tmp_path).problems
    assert problem.code == "evidence-changed"
    assert codes(changed(HASH, "abc")) == {"bad-evidence"}
    assert codes(changed('"new.csv"', '"../new.csv"', folder=tmp_path)) >= {"bad-evidence"}
