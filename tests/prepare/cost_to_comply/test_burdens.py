import pytest

from fairterms.prepare.cost_to_comply import burdens
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.review.reading import review
from tests.prepare.cost_to_comply.made_up import assessed, duties_of, example, reading

CARE = (
    "1.2 Plan shall pay Group for covered services to Members of its benefit plans.\n\n"
    "1.3 Members of the health plan may choose Group for behavioral health care.\n\n"
)
PORTAL = CARE + "2.1 Group shall use Plan's provider portal at its own expense."


def test_a_finding_about_the_words_of_a_duty_is_told_with_it() -> None:
    seen = burdens.seen(reading(PORTAL))
    (duty,) = duties_of(PORTAL)
    told = burdens.with_findings(duty, seen)
    assert "platform-mandate" in told.findings
    assert all(burdens.is_told(one, (told,)) for one in seen if one.check == "platform-mandate")


@pytest.mark.slow
def test_of_a_whole_review_only_burdens_are_kept() -> None:
    _, _, documents, _ = example("cedar")
    whole = review(documents, Features())
    kept = burdens.among(whole)
    assert 0 < len(kept) < len(whole)
    alone = burdens.seen(Reading(documents, Features()))
    assert {one.check for one in kept} == {one.check for one in alone}


def test_a_finding_about_other_words_is_kept_apart() -> None:
    kept = {one.check for one in assessed("cedar").growth}
    assert kept == {"reporting-burden", "admin-funding", "audit-burden"}
