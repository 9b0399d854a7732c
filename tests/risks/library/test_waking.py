"""What wakes, in which order, and what is said of it."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from fairterms.risks.library.entries.hidden_material_facts import RISK as HIDDEN
from fairterms.risks.library.entries.need_exceeds_budget import RISK as NEED
from fairterms.risks.library.entries.one_sided_downside import RISK as ONE_SIDED
from fairterms.risks.library.library_risk import in_order
from fairterms.risks.library.sign import SIGNS
from fairterms.risks.library.term_signs import TermSigns
from fairterms.risks.library.waking import Reason, Woken, quiet, wake
from fairterms.units.finding import Severity, WorksheetEvidence
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, PAID, sentences, woken

CHECKS = Path(__file__).parents[3] / "src" / "fairterms" / "review" / "checks"
_ID = re.compile(r'^CHECK = Check\(\s*id="([^"]+)"', re.MULTILINE)


@cache
def check_ids() -> frozenset[str]:
    """Read the ids off the checks; the review lies on a floor above the library."""
    texts = [path.read_text(encoding="utf-8") for path in CHECKS.glob("*.py")]
    return frozenset(found[1] for text in texts if (found := _ID.search(text)))


def test_every_check_wakes_a_risk_and_no_risk_waits_for_a_check_that_is_not_there() -> None:
    waiting = {name for risk in in_order() for name in risk.wakes_by}
    assert len(check_ids()) == len(list(CHECKS.glob("[!_]*.py")))
    assert waiting == check_ids()


def test_no_check_wakes_more_than_two_risks() -> None:
    for name in check_ids():
        assert 1 <= sum(name in risk.wakes_by for risk in in_order()) <= 2, name


def test_nothing_seen_and_nothing_said_wakes_nothing() -> None:
    assert wake((), NOTHING) == ()
    assert len(quiet(())) == 42


def test_healthy_terms_wake_only_what_they_cannot_avoid() -> None:
    assert [one.risk.id for one in wake((), PAID)] == ["F1"]


def test_what_wakes_and_what_stays_quiet_is_the_whole_library() -> None:
    awake = wake([seen("loss-cap")], PAID)
    assert {one.risk.id for one in awake} == {"F1", "F10"}
    ids = {one.risk.id for one in awake} | {risk.id for risk in quiet(awake)}
    assert len(ids) == 42
    assert "F1" not in {risk.id for risk in quiet(awake)}


def test_a_finding_of_little_weight_is_told_but_wakes_nothing_alone() -> None:
    slight = seen("standard-form-signs", "A form", Severity.LOW)
    assert sentences(HIDDEN, slight) == ()
    told = sentences(HIDDEN, slight, seen("rate-secrecy", "Secret terms", Severity.MEDIUM))
    assert told == (
        "Secret terms (agreement.pdf, page 3).",
        "A form (agreement.pdf, page 3).",
    )


def test_an_unclear_finding_wakes_a_risk_of_which_nobody_can_tell() -> None:
    unread = seen("loss-cap", "No cap", Severity.CRITICAL, unclear="Exhibit B is missing.")
    found = woken(ONE_SIDED, unread)
    assert found is not None
    assert not found.is_certain
    assert found.because[0].sentence == "It cannot be told yet: No cap (Exhibit B is missing)."


def test_a_slight_plain_finding_does_not_make_certain_what_only_an_unclear_one_woke() -> None:
    found = woken(
        HIDDEN,
        seen("rate-secrecy", unclear="page 4 cannot be read"),
        seen("standard-form-signs", severity=Severity.LOW),
    )
    assert found is not None
    assert not found.is_certain
    assert found.severity is Severity.HIGH


def test_the_weight_is_that_of_the_strongest_plain_reason() -> None:
    found = woken(
        ONE_SIDED,
        seen("loss-cap", severity=Severity.CRITICAL, unclear="not supplied"),
        seen("indemnity-direction", severity=Severity.MEDIUM),
    )
    assert found is not None
    assert (found.is_certain, found.severity) == (True, Severity.MEDIUM)
    assert [one.is_unclear for one in found.because] == [False, True]


def test_the_strongest_come_first_and_what_cannot_be_told_last() -> None:
    order = [
        seen("prompt-pay", severity=Severity.MEDIUM),
        seen("retaliation-protection", severity=Severity.CRITICAL),
        seen("data-feed", severity=Severity.CRITICAL, unclear="not supplied"),
        seen("parity-terms", severity=Severity.CRITICAL),
    ]
    ids = [one.risk.id for one in wake(order, PAID)]
    assert ids == ["L3", "L9", "F1", "F3", "A2"]
    assert [one.risk.id for one in wake(order[::-1], PAID)] == ids


def test_where_nobody_can_owe_money_only_a_plain_finding_wakes_the_fear_of_it() -> None:
    assert sentences(NEED, seen("loss-cap", unclear="not supplied"), terms=NOTHING) == ()
    both = (seen("loss-cap", "No cap"), seen("stop-loss", unclear="not supplied"))
    assert sentences(NEED, *both, terms=NOTHING) == ("No cap (agreement.pdf, page 3).",)


def test_a_finding_is_told_with_what_was_seen_and_not_by_its_title_alone() -> None:
    long = replace(seen("loss-cap", "No cap"), why="It is open. Nothing limits it. A third one.")
    found = woken(ONE_SIDED, long)
    assert found is not None
    said = "No cap (agreement.pdf, page 3). It is open. Nothing limits it."
    assert found.because[0].told == said
    unread = woken(ONE_SIDED, seen("loss-cap", "No cap", unclear="not supplied"))
    assert unread is not None
    assert unread.because[0].told == unread.because[0].sentence


def test_a_line_of_a_worksheet_is_named_with_its_value() -> None:
    line = WorksheetEvidence("share of losses", "$9,000.00")
    finding = seen("loss-cap", "No cap")
    object.__setattr__(finding, "evidence", line)
    assert "No cap (share of losses: $9,000.00)." in sentences(ONE_SIDED, finding)


def test_a_reason_is_named_by_its_check_or_its_sign() -> None:
    sign = SIGNS["owes_losses"]
    assert Reason("x", sign).name == "owes_losses"
    assert not Reason("x", sign).is_unclear
    assert Reason("x", seen("loss-cap")).name == "loss-cap"


def test_a_risk_does_not_wake_for_no_reason() -> None:
    with pytest.raises(AssertionError):
        Woken(NEED, (Reason("x", seen("loss-cap", severity=Severity.LOW)),))


def test_each_sign_that_is_waited_for_wakes_its_risk() -> None:
    terms = TermSigns(has_downside=True, pays_fixed=("Monthly rate",))
    ids = [one.risk.id for one in wake((), terms)]
    assert ids == ["F10", "F1", "P2"]
