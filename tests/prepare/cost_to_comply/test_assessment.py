"""Every duty of an example agreement, labelled by hand.

The finder was written with this agreement in view, so what it reaches here is no blind test.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.prepare.cost_to_comply.assessment import assess
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import Status
from fairterms.prepare.cost_to_comply.declaration import NOTHING_DECLARED
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from tests.prepare.cost_to_comply.made_up import assessed, cost, example

LABELLED = (
    ("2.3", "comply with the Provider Manual"),
    ("2.4", "credentialed before"),
    ("2.4", "recredentialed as Plan requires"),
    ("2.5", "cooperate fully"),
    ("2.5", "participate in such trainings"),
    ("2.6", "use Plan's provider portal"),
    ("2.6", "hardware, software"),
    ("2.7", "professional liability insurance"),
    ("2.7", "evidence of it"),
    ("2.10", "notify Plan within"),
    ("2.13", "can reach a Clinician"),
    ("2.14", "primary care provider"),
    ("2.15", "written protocol"),
    ("4.7", "appeal a recovery"),
    ("4.9", "other coverage"),
    ("4.11", "account details"),
    ("4.12", "correct an underpayment"),
    ("5.1", "maintain treatment records"),
    ("5.1", "retain them"),
    ("5.2", "copies of treatment records"),
    ("5.3", "audit Group's records"),
    ("5.4", "reports described in Exhibit C"),
    ("5.4", "any other report"),
    ("6.1", "administer patient-reported"),
    ("6.6", "require authorization"),
    ("6.7", "plan of correction"),
    ("6.8", "grievances and appeals"),
    ("6.8", "forward a grievance"),
    ("9.1", "provider appeal process"),
    ("9.2", "reconsider a determination"),
    ("Exhibit A, A-4", "administered in the versions"),
    ("Exhibit A, A-4", "license that an instrument"),
    ("Exhibit C, C-1", "outcome file"),
    ("Exhibit C, C-3", "correct and resubmit"),
    ("Exhibit C, C-5", "first contact"),
    ("Exhibit C, C-6", "satisfaction survey"),
    ("Exhibit C, C-6", "submit the answers"),
    ("Exhibit C, C-7", "two representatives"),
)
"""Section and words of each. Not counted: care, bills, secrecy, what the law demands anyway."""
MISSED = {("4.11", "account details")}


def places(found: ComplianceCost) -> set[tuple[str, str]]:
    return {(p.section, p.words) for one in found.duties for p in one.duty.places}


def test_the_duties_labelled_by_hand_are_found_and_no_others() -> None:
    seen = places(assessed("cedar"))
    hit = {
        label for label in LABELLED if any(label[0] == s and label[1] in words for s, words in seen)
    }
    true = {p for p in seen if any(s == p[0] and words in p[1] for s, words in LABELLED)}
    # Recall 37 of 38; precision 1: what is found is a duty.
    assert set(LABELLED) - hit == MISSED
    assert seen == true


def test_every_quote_stands_in_the_document_letter_for_letter() -> None:
    _, _, documents, _ = example("cedar")
    for one in assessed("cedar").duties:
        for place in one.duty.places:
            quote = place.quote
            assert documents[0].text[quote.start : quote.end] == quote.text
            assert documents[0].page_at(quote.start).number == quote.page


def test_what_the_example_costs_is_found_in_its_costs() -> None:
    found = assessed("cedar")
    held = {one.cost.id: {each.duty.id for each in one.duties} for one in found.own}
    assert held == {
        "outcome_file": {"report_files_c_1", "first_contact_records"},
        "measuring": {"outcome_measures"},
        "portal": {"portal_use", "file_corrections"},
        "meetings": {"meetings_2_5", "meetings_c_7", "training"},
        "software": {"software_and_interfaces", "instrument_licenses"},
    }


def test_what_the_review_says_of_the_same_words_stands_with_the_duty() -> None:
    checks = {one.duty.id: one.duty.findings for one in assessed("cedar").duties}
    assert checks["record_copies"] == ("audit-burden",)
    assert "platform-mandate" in checks["portal_use"]
    assert checks["insurance"] == ()


def test_papers_that_are_not_at_hand_are_named() -> None:
    assert assessed("cedar").missing == ("Provider Manual", "Program Policies")


@pytest.mark.slow
def test_the_groups_own_words_change_the_answer() -> None:
    deal, contract, documents, settlement = example("cedar")
    plain = assess(deal, contract, documents, settlement, NOTHING_DECLARED)
    said = read_text(
        '[size]\nclinicians = "38 clinicians"\n\n[[duty]]\nid = "audits"\nnot_ours = "x"\n'
    )
    told = assess(deal, contract, documents, settlement, said)
    training = {one.duty.id: one.load for one in plain.duties}["training"]
    assert training is None
    assert {one.duty.id: one.load for one in told.duties}["training"] is not None
    assert [one.duty.id for one in told.not_ours] == ["audits"]


def test_a_duty_the_group_adds_is_costed_like_any_other() -> None:
    deal, contract, documents, settlement = example("cedar")
    said = read_text(
        '[[added]]\nid = "travel"\nkind = "meetings"\nwhat = "Travel"\nhours = "5 hours"\n'
        'count = "2 times"\n'
    )
    told = assess(deal, contract, documents, settlement, said)
    (travel,) = [one for one in told.duties if one.duty.id == "travel"]
    assert travel.status is Status.COVERED
    assert travel.load is not None
    assert travel.load.hours.likely == Decimal(20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[duty]]\nid = "audit"\n', 'there is no duty called "audit"'),
        ('[[duty]]\nid = "audits"\ncovered_by = "measurin"\n', 'did you mean "measuring"?'),
    ],
)
def test_a_name_that_nothing_answers_to_is_reported(text: str, said: str) -> None:
    deal, contract, documents, settlement = example("cedar")
    (problem,) = assess(deal, contract, documents, settlement, read_text(text)).problems
    assert said in str(problem)
    assert problem.line == 1


def test_without_a_scenario_or_documents_the_terms_still_make_duties() -> None:
    deal, contract, _, _ = example("cedar")
    found = assess(replace(deal, costs=()), contract, (), None, NOTHING_DECLARED)
    assert {one.duty.id for one in found.duties} == {
        "patient_surveys_terms",
        "first_contact_records_terms",
        "outcome_measures_terms",
        "report_files_terms",
    }
    assert (found.revenue, found.incentive, found.funding) == (None, None, ())


@pytest.mark.slow
def test_a_cost_more_takes_its_duty_off_the_missed_ones() -> None:
    deal, contract, documents, settlement = example("cedar")
    more = replace(deal, costs=(*deal.costs, cost("audits", "Audits", "Section 5.3")))
    before = assess(deal, contract, documents, settlement, NOTHING_DECLARED)
    after = assess(more, contract, documents, settlement, NOTHING_DECLARED)
    assert len(after.missed) == len(before.missed) - 1
    assert after.own_dollars == before.own_dollars + 1000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "missed", "unfunded"), [("juniper", 12, 400_000), ("willow", 7, 26_800)]
)
def test_the_other_examples_leave_out_few_duties(name: str, missed: int, unfunded: int) -> None:
    found = assessed(name)
    assert len(found.missed) == missed
    assert found.unknown == ()
    assert found.unfunded.likely == pytest.approx(unfunded, rel=0.1)
