"""The report holds an answer for every rule, in counts and row numbers."""

import dataclasses

from fairterms.records.acceptance import SHOWN_ROWS, Outcome, accept
from fairterms.records.catalogues import RULES
from fairterms.records.need import need
from tests.records.feeds import ASSESSMENTS, GOOD, INSTRUMENTS, csv_of, room

A_NAME = "Zebedee"


def test_every_rule_of_the_catalogue_is_answered_once() -> None:
    with room() as here:
        report = here.accept(here.put("assessments", csv_of(ASSESSMENTS, [GOOD])))
        assert [answer.rule.name for answer in report.answers] == list(RULES)
        assert all(rule.name == name for name, rule in RULES.items())
        assert report.is_clean


def test_a_rule_that_cannot_be_asked_does_not_pass() -> None:
    with room() as here:
        load = here.put("clinicians", "clinician_id,npi\nc1,1\n")
        outcomes = {a.rule.name: a.outcome for a in here.accept(load).answers}
        assert outcomes["impossible_scores"] is Outcome.NOT_ASKED
        assert outcomes["drift"] is Outcome.NOT_ASKED
        assert outcomes["repeated_keys"] is Outcome.PASSED


def test_at_most_ten_row_numbers_are_shown_and_all_rows_counted() -> None:
    rows = [f"a{n},p{n},PHQ-9,44261-6,2027-03-01,300" for n in range(30)]
    with room() as here:
        report = here.accept(here.put("assessments", csv_of(ASSESSMENTS, rows)))
        answer = next(a for a in report.found if a.rule.name == "impossible_scores")
        assert (answer.count, answer.seen[0].rows) == (30, tuple(range(2, 2 + SHOWN_ROWS)))


def test_rows_set_aside_come_before_rows_only_shown() -> None:
    rows = [GOOD.replace("2027-03-01", "2026-01-01"), "a2,p2,PHQ-9,44261-6,2026-03-01,300"]
    with room() as here:
        report = here.accept(here.put("assessments", csv_of(ASSESSMENTS, rows)))
        assert [a.rule.name for a in report.found] == ["impossible_scores", "stale_feed"]


def test_nothing_of_a_row_stands_in_a_report() -> None:
    s = A_NAME
    rows = [
        f"{s}1,{s},PHQ-9,44261-6,2027-03-01,12",
        f"{s}1,{s},PHQ-9,44261-6,2027-03-01,13",
        f"{s}2,{s},{s},{s},2027-03-01,12",
        f"{s}3,{s},GAD-7,44261-6,2027-03-01,12",
        f"{s}4,{s},PHQ-9,44261-6,{s},12",
        f"{s}5,{s},PHQ-9,44261-6,2027-03-01,{s}",
        f"{s}6,{s},PHQ-9,44261-6,2028-03-01,12",
        f"{s}7,{s}",
        f"{s}8,{s},PHQ-9,44261-6,2027-03-01,777",
    ]
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, rows))
        said = str(dataclasses.asdict(dataclasses.replace(here.accept(load), answers=())))
        said += str([(a.seen, a.outcome) for a in here.accept(load).answers])
        assert load.rows_set_aside == 8
        assert load.set_aside_file is not None
        said += load.set_aside_file.read_text(encoding="utf-8")
        assert A_NAME not in said
        assert "777" not in said
        assert len([a for a in here.accept(load).found if a.rule.sets_aside]) == 7


def test_terms_that_cannot_be_run_are_in_the_report() -> None:
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, [GOOD]))
        needs = [
            need("response bonus", "response or remission"),
            need("shared savings", "cost of care"),
        ]
        report = accept(here.store, load.load_id, needs, INSTRUMENTS)
        assert [gap.term for gap in report.gaps] == ["shared savings"]
        assert not report.is_clean
