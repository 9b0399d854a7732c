"""Reviewing a whole agreement."""

from fairterms.reference.law import Setting
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, review
from fairterms.units.finding import Severity, Source, Status
from tests.review.conftest import EVERYTHING, ONE_SIDED, Read, agreement, healthy


def test_a_sound_agreement_raises_nothing(read_all: Read) -> None:
    assert review(read_all(healthy()).documents, EVERYTHING) == ()


def test_the_catalogue_is_the_folder() -> None:
    assert len(CHECKS) == 73
    for name, check in CHECKS.items():
        assert check.id == name.replace("_", "-")
        assert check.wording.endswith(".")
        assert check.why.endswith(".")
        assert "violat" not in check.why + check.wording + " ".join(check.asks)


def test_the_most_severe_comes_first_and_the_unclear_after_the_found(read_all: Read) -> None:
    text = agreement(
        "Provider shall send reports in a timely manner.",
        change="Plan may amend this Agreement.",
        without=("audit",),
    )
    found = review(read_all(text, unread=1).documents, EVERYTHING)
    severities = [finding.severity for finding in found]
    assert severities == sorted(severities, reverse=True)
    critical = [f.status for f in found if f.severity is Severity.CRITICAL]
    assert critical == sorted(critical)
    assert {Status.FINDING, Status.UNCLEAR} <= set(critical)


def test_checks_of_risk_run_only_where_there_is_risk(read_all: Read) -> None:
    text = healthy(without=("target", "stop_loss", "audit"))
    assert review(read_all(text).documents, Features()) == ()
    ids = {finding.check for finding in review(read_all(text).documents, EVERYTHING)}
    assert ids == {"risk-adjustment", "stop-loss", "audit-of-plan"}


def test_findings_come_from_every_document(read_all: Read) -> None:
    reading = read_all(agreement(), rates="EXHIBIT B\nPlan may amend this Exhibit at any time.")
    found = review(reading.documents, EVERYTHING)
    assert "amend-unilateral" in {finding.check for finding in found}


def test_a_right_with_its_safeguards_raises_the_right_alone(read_all: Read) -> None:
    found = review(read_all(healthy(change=ONE_SIDED)).documents, EVERYTHING)
    assert [finding.check for finding in found] == ["amend-unilateral"]


def test_a_finding_names_the_laws_of_the_contracts_own_state(read_all: Read) -> None:
    documents = read_all(agreement(change=ONE_SIDED)).documents

    def sources(state: str) -> tuple[Source, ...]:
        found = review(documents, EVERYTHING, Setting(state, "commercial"))
        return next(one.sources for one in found if one.check == "amend-unilateral")

    assert {source.jurisdiction for source in sources("CO")} == {"CO"}
    assert len(sources("NY")) == 3
    assert all(one.scope.startswith("another state's rule") for one in sources("NY"))
