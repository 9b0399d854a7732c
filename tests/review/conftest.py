"""Made-up agreements to review."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of_check
from fairterms.units.finding import Finding, QuoteEvidence

EVERYTHING = Features(has_target=True, has_downside=True, has_incentive=True)

OPENING = (
    'PROVIDER AGREEMENT\nThis Agreement is between Cedar Health Plan, Inc. ("Plan") and Fern '
    'Street Counseling Group ("Provider").\n'
)
CLAUSES = {
    "payment": "Plan shall pay each clean claim within thirty (30) days.",
    "change": "A change to this Agreement binds only when both parties sign it.",
    "dispute": (
        "Either party may start the dispute resolution process within ninety (90) days. Plan shall "
        "render a decision within sixty (60) days of the complaint, and a neutral mediator then "
        "hears it."
    ),
    "recovery": "Plan shall not offset any sum until a dispute about it is resolved.",
    "target": (
        "The cost target is adjusted for risk and for baseline severity by the CMS-HCC model."
    ),
    "stop_loss": "Under the stop-loss, costs over $100,000 for one Member are not counted.",
    "audit": "Provider's independent auditor may re-perform any settlement.",
    "data": "Provider shall submit outcome data by the 20th day of each month.",
    "records": "Patients' records stay with the patient and Provider.",
    "quality": "The quality measure is PHQ-9 response, and its target is 50%.",
}
# What a whole agreement that pays by results needs besides.
REST = (
    '"Member" means a person whose care Plan pays for under a benefit plan.',
    (
        "The benchmark PMPM is the average cost of 2024, 2025 and 2026 times a trend factor "
        "of 3%, and this text shows a worked example: $40.00 times 1.03 is $41.20."
    ),
    (
        "Attribution is prospective, by the plurality of visits in the prior year. Plan sends"
        " the list of attributed Members monthly, and corrects an error that Provider reports"
        " within 30 days."
    ),
    "Members with under six months of enrollment are left out of the results.",
    (
        "Plan shall deliver a member-level claims data file each month by the 10th day in the"
        " layout agreed. If a monthly data file is late, Provider owes no shared loss for "
        "that year."
    ),
    (
        "A settlement is made after six months of run-out. Provider has ninety (90) days to "
        "dispute the settlement with its worksheet, and a neutral accountant decides."
    ),
    (
        "Provider never owes more than 2% of the fees paid in that year. In years 1 and 2 "
        "Provider owes no loss; losses start in year 3 only when both parties agree. The same"
        " share of 50% and the same cap apply to gains and losses."
    ),
    (
        "Plan pays $3 per Member per month for measurement, training and care coordination. "
        "Plan pays a monthly add-on of $20 for each Member with a listed social or clinical "
        "need."
    ),
    (
        "Either party may call for recalibration when results move more than 5% from the "
        "forecast; both parties then agree on the change within sixty days."
    ),
    (
        "Reward is paid at the level of the group and not of the clinician; outliers and "
        "gaming are reviewed by both parties."
    ),
    ("Plan certifies compliance with mental health parity every year and shares its analysis."),
    (
        "No payment rewards withholding care. Access to care and under-treatment are tracked "
        "monthly."
    ),
    (
        "Provider may discuss any treatment, cost or term of the plan with a Member. Neither "
        "party retaliates against anyone for a good-faith report to a regulator or an "
        "auditor."
    ),
    (
        "Plan recovers no overpayment later than twelve (12) months after payment except for "
        "fraud, and only after thirty (30) days' notice that lists the claim and the reason. "
        "Late payments bear interest of 1% a month. A clean claim is a claim with every field"
        " that the standard form asks."
    ),
    ("Plan supplies its provider directory, panel capacity and referral volumes every quarter."),
    (
        "The parties share these objectives, each with a measure and an owner: access within "
        "10 days (Plan's medical director), PHQ-9 response of 50% (Provider's clinical lead)."
    ),
    (
        "Patients who are off track are listed, studied and moved to their own risk category "
        "without penalty. Controls and test scripts are reviewed by both parties each "
        "quarter."
    ),
    (
        "Leading indicators (access, first-visit wait, completion, no-show, spend, open "
        "disputes) are shared monthly. Named contacts of both parties meet every quarter with"
        " minutes."
    ),
    (
        "This table assigns each task and who pays: care management, Plan; discharge "
        "planning, Plan; outcome measurement, Provider, paid by Plan."
    ),
    (
        "Psychotherapy notes are never requested, 42 CFR Part 2 records need consent, and "
        "every disclosure is the minimum necessary."
    ),
)
ONE_SIDED = (
    "Plan may amend this Agreement by ninety (90) days' written notice. If Provider objects, the "
    "amendment does not take effect. No amendment applies to services given before its effective "
    "date."
)

Agree = Callable[..., str]
Look = Callable[..., tuple[Finding, ...]]
Read = Callable[..., Reading]


def agreement(*extra: str, without: Iterable[str] = (), **changed: str) -> str:
    """Write a sound agreement, with clauses added, left out or changed."""
    left = {name: changed.get(name, words) for name, words in CLAUSES.items()}
    clauses = [words for name, words in left.items() if name not in tuple(without)]
    numbered = (f"{n}. {words}" for n, words in enumerate((*clauses, *extra), start=1))
    return OPENING + "\n".join(numbered) + "\n"


def healthy(*extra: str, without: Iterable[str] = (), **changed: str) -> str:
    """Write an agreement that pays by results and has all that such a one needs."""
    return agreement(*REST, *extra, without=without, **changed)


def blank(document: Document, number: int) -> Document:
    """Return a document as if one of its pages had been a picture."""
    pages = tuple(
        replace(page, is_unread=True, why=f"page {number} is an image without text")
        if page.number == number
        else page
        for page in document.pages
    )
    return replace(document, pages=pages, unread_pages=(number,))


@pytest.fixture
def read_all(tmp_path: Path) -> Read:
    """Read texts as one agreement: the first is agreement.txt, the others as they are named."""

    def read_texts(
        text: str, features: Features = EVERYTHING, unread: int = 0, **others: str
    ) -> Reading:
        documents: list[Document] = []
        for name, words in {"agreement": text, **others}.items():
            path = tmp_path / f"{name}.txt"
            path.write_text(words, encoding="utf-8")
            documents.append(read(path))
        if unread:
            documents[0] = blank(documents[0], unread)
        return Reading(tuple(documents), features)

    return read_texts


@pytest.fixture
def look(read_all: Read) -> Look:
    """Review texts and return the findings of one check; every quotation is compared."""

    def look_for(check: str, text: str, **options: object) -> tuple[Finding, ...]:
        reading = read_all(text, **options)
        found = findings_of_check(reading, CHECKS[check.replace("-", "_")])
        documents = {document.name: document for document in reading.documents}
        for finding in found:
            for quote in (finding.evidence, *finding.more_evidence):
                if isinstance(quote, QuoteEvidence):
                    document = documents[quote.document]
                    assert document.text[quote.start : quote.end] == quote.text
                    assert document.page_at(quote.start).number == quote.page
        return found

    return look_for
