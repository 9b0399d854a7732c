"""The rules that bind every check, tested over the whole catalogue."""

import re
from collections import Counter

import pytest

from fairterms.review.check import Check, Detects
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of
from fairterms.units.finding import (
    AbsenceEvidence,
    Authority,
    Finding,
    QuoteEvidence,
    Status,
)
from tests.review.conftest import CLAUSES, ONE_SIDED, OPENING, Read, agreement

EVERY = sorted(CHECKS.values(), key=lambda check: check.id)
VALUE_BASED = {
    "benchmark-method", "benchmark-ratchet", "attribution-method", "new-member-rule",
    "risk-adjustment", "high-need-payment", "quality-gate", "measure-change",
    "recalibration-process", "reconciliation-terms", "data-feed", "vbp-terms-outside",
    "incentive-at-will", "group-reward-rule", "loss-cap", "stop-loss", "risk-phase-in",
    "gain-loss-asymmetry", "undertreatment-watch",
}  # fmt: skip
GROUPS = {
    "training_1": "vague-term undefined-term medical-necessity-standard parity-terms "
    "prompt-pay recoup-limits pay-when-paid loss-cap stop-loss risk-phase-in "
    "gain-loss-asymmetry penalty-pass-through",
    "training_2": "benchmark-method benchmark-ratchet attribution-method new-member-rule "
    "quality-gate measure-change recalibration-process reconciliation-terms data-feed "
    "quality-term-undefined incentive-at-will group-reward-rule reporting-burden platform-mandate "
    "admin-funding data-ownership bh-record-privacy",
    "training_3": "standard-form-signs drafter-rule-waived plan-discretion promises-erased "
    "indemnity-direction liability-limit plain-language internal-contradiction slogan-rhetoric "
    "controls-exceptions",
    "training_4": "risk-adjustment high-need-payment patient-talk retaliation-protection "
    "care-limiting-incentive undertreatment-watch",
    "training_5": "amend-unilateral amend-notice-days amend-objection-right amend-retroactive "
    "manual-incorporated manual-change-notice fee-schedule-change all-products network-undisclosed "
    "affiliate-access most-favoured-rate exclusivity rate-secrecy exit-without-cause "
    "immediate-termination post-termination-care assignment-one-way dispute-process "
    "arbitration-only suit-deadline audit-of-plan audit-burden shared-objectives "
    "vbp-terms-outside recoup-during-dispute leading-indicators meeting-cadence "
    "responsibility-split slogan-rhetoric plain-language internal-contradiction",
}
HARSH = OPENING + (
    "1. Change. Plan may amend this Agreement at any time without consent. "
    "Silence of Provider is acceptance of the amendment.\n"
    "2. Manual. Provider shall comply with the Provider Manual as posted from time to time.\n"
    "3. Pay. Plan shall pay claims promptly. Plan may recover any overpayment at any time.\n"
    "4. Savings. Plan shall pay Provider shared savings as determined by Plan in its sole "
    "discretion. Provider shall repay its share of any deficit. The benchmark is set by Plan. An "
    "incentive payment is made if all quality goals are met.\n"
    "5. Records. Provider shall give Plan any record it requests, without charge, at once.\n"
    "6. End. Plan may terminate this Agreement immediately if it believes that Provider erred.\n"
    "7. Liability. In no event shall Plan be liable to Provider. Provider shall indemnify Plan.\n"
    "8. Disputes. Plan's decision is final. Provider shall not criticise Plan.\n"
)
FORMS = [agreement(), agreement(ONE_SIDED), HARSH, OPENING + CLAUSES["payment"]]


def everything(read_all: Read, text: str, unread: int = 0) -> tuple[Finding, ...]:
    return findings_of(read_all(text, unread=unread))


def test_the_catalogue_has_every_check() -> None:
    assert len(EVERY) == 73
    assert len({check.id for check in EVERY}) == 73


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_a_check_is_named_as_its_module(check: Check) -> None:
    assert CHECKS[check.id.replace("-", "_")] is check


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_a_check_teaches_asks_and_offers(check: Check) -> None:
    taught = {name for name, ids in GROUPS.items() if check.id in ids.split()}
    assert check.lesson in taught
    assert check.why.endswith(".")
    assert check.asks
    assert all(re.search(r"\bask\b", ask, re.IGNORECASE) and ask[-1] == "." for ask in check.asks)
    assert check.wording
    assert check.tactics
    assert check.questions


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_a_check_compares_and_never_says_that_a_law_is_broken(check: Check) -> None:
    told = " ".join((check.title, check.why, *check.asks, check.wording))
    assert not re.search(r"\bviolat|\billegal|\bunlawful|\bbreaks the law", told, re.IGNORECASE)
    assert check.laws or check.sources
    assert all(source.status is not Authority.LAW for source in check.sources)


@pytest.mark.parametrize("text", FORMS, ids=["sound", "one-sided", "harsh", "short"])
def test_nothing_is_called_missing_while_a_page_is_unread(read_all: Read, text: str) -> None:
    for finding in everything(read_all, text, unread=1):
        if isinstance(finding.evidence, AbsenceEvidence):
            assert finding.status is Status.UNCLEAR, finding.check
            assert "page 1 could not be read" in finding.unclear_because


def test_nothing_is_called_missing_while_a_document_is_not_at_hand(read_all: Read) -> None:
    for finding in everything(read_all, HARSH):
        if isinstance(finding.evidence, AbsenceEvidence):
            assert finding.status is Status.UNCLEAR, finding.check
            assert "not supplied" in finding.unclear_because


@pytest.mark.parametrize("text", FORMS, ids=["sound", "one-sided", "harsh", "short"])
def test_one_finding_has_one_lead_and_no_check_leads_twice_with_it(
    read_all: Read, text: str
) -> None:
    leads = Counter(
        (finding.check, finding.title, finding.evidence)
        for finding in everything(read_all, text)
        if isinstance(finding.evidence, QuoteEvidence)
    )
    assert [lead for lead, times in leads.items() if times > 1] == []


@pytest.mark.parametrize("text", FORMS, ids=["sound", "one-sided", "harsh", "short"])
def test_value_based_checks_are_silent_where_no_one_is_paid_by_results(
    read_all: Read, text: str
) -> None:
    found = findings_of(read_all(text, features=Features()))
    assert {finding.check for finding in found} & VALUE_BASED == set()


def test_a_harsh_text_is_found_to_be_one(read_all: Read) -> None:
    found = {one.check for one in everything(read_all, HARSH) if one.status is Status.FINDING}
    wanted = {
        "amend-unilateral", "amend-objection-right", "manual-incorporated", "prompt-pay",
        "recoup-limits", "loss-cap", "benchmark-method", "plan-discretion", "quality-gate",
        "audit-burden", "immediate-termination", "liability-limit", "indemnity-direction",
        "dispute-process", "patient-talk",
    }  # fmt: skip
    assert wanted - found == set()


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_a_lease_raises_no_absence(read_all: Read, check: Check) -> None:
    lease = (
        'This Lease is made between Ash Homes LLC ("Landlord") and Mr. Rowan ("Tenant"). Tenant '
        "pays rent on the first day of each month. Either party may end it on sixty days' notice."
    )
    reading = read_all(lease, features=Features())
    if check.applies(reading):
        found = [check.finding(sighting) for sighting in check.find(reading)]
        absent = [one for one in found if isinstance(one.evidence, AbsenceEvidence)]
        assert absent == []


def test_absences_are_declared(read_all: Read) -> None:
    declared = {check.id for check in EVERY if Detects.ABSENCE in check.detects}
    seen = {
        finding.check
        for text in FORMS
        for finding in everything(read_all, text)
        if isinstance(finding.evidence, AbsenceEvidence)
    }
    assert seen <= declared


STATUTES = {
    "hold harmless": "As required by 42 CFR 422.504, Provider shall hold Members harmless for fees "
    "that are the obligation of Plan.",
    "free speech": "Nothing in this Agreement shall prohibit Provider from discussing treatment "
    "with a Member, as required by 42 CFR 422.206.",
    "records": "Provider shall comply with 42 CFR 438.3(u) and keep records for ten years.",
}


@pytest.mark.parametrize("statute", STATUTES.values(), ids=list(STATUTES))
def test_what_a_statute_requires_is_quoted_in_no_finding_of_weight(
    read_all: Read, statute: str
) -> None:
    for finding in everything(read_all, agreement(statute)):
        for one in (finding.evidence, *finding.more_evidence):
            if isinstance(one, QuoteEvidence) and finding.severity.value != "low":
                assert statute not in one.text, finding.check


def test_reasonable_inside_a_defined_standard_is_not_vague(read_all: Read) -> None:
    defined = (
        '"Reasonable Notice" means written notice of at least thirty (30) days. Plan shall give '
        "Provider Reasonable Notice of any audit."
    )
    found = everything(read_all, agreement(defined))
    vague = [one for one in found if one.check == "vague-term"]
    quoted = [one.evidence for one in vague if isinstance(one.evidence, QuoteEvidence)]
    assert not any("Reasonable Notice" in one.text for one in quoted)
