"""`laws` prints the register with dates and scope, and says that counsel must confirm."""

import json

import pytest

from fairterms.reference import law
from fairterms.reference.law import Setting
from tests.cli.conftest import Run


def test_a_states_laws_come_before_the_federal_ones_with_dates_and_scope(fairterms: Run) -> None:
    ran = fairterms("laws", "Oregon", "--line", "commercial")
    assert ran.code == 0
    assert ran.out.startswith("Oregon and United States · commercial insurance\n")
    assert "not legal advice" in ran.out
    assert "counsel must confirm each" in ran.out
    for heading in ("Law ", "What it says", "Dates", "Scope and caution", "Goals and guidance"):
        assert heading in ran.out
    assert ran.out.index("OR: Oregon Revised") < ran.out.index("US: Anti-kickback")


def test_a_law_known_not_to_reach_a_line_is_not_printed(fairterms: Run) -> None:
    commercial = fairterms("laws", "OR", "--line", "commercial").out
    medicaid = fairterms("laws", "OR", "--line", "medicaid").out
    assert "or-telehealth-medicaid" not in " ".join(commercial.split())
    assert "[or-telehealth-medicaid]" in "".join(medicaid.split())


def test_one_topic_of_one_state(fairterms: Run) -> None:
    ran = fairterms("laws", "VT", "--topic", "change-notice")
    assert ran.out.splitlines()[0] == (
        "Vermont and United States · change-notice: how long before a change the plan must tell of "
        "it, and how"
    )
    assert "[vt-changes]" in ran.out
    assert "Anti-kickback" not in ran.out


def test_a_topic_without_a_state_is_shown_of_every_state(fairterms: Run) -> None:
    out = fairterms("laws", "--topic", "recoupment").out
    assert "every state recorded and United States" in out
    for place in ("AL:", "AR:", "AZ:", "OR:", "SC:"):
        assert place in out


def test_without_a_state_the_federal_register_is_printed(fairterms: Run) -> None:
    out = fairterms("laws").out
    assert out.startswith("United States\n")
    assert "False Claims Act" in out
    assert "OR: " not in out


def test_json_holds_every_law_with_what_was_not_checked(fairterms: Run) -> None:
    told = json.loads(fairterms("laws", "OR", "--line", "commercial", "--json").out)
    assert [one["id"] for one in told] == [
        one.id for one in law.register(Setting("OR", "commercial"))
    ]
    target = next(one for one in told if one["id"] == "or-cost-growth-2026")
    assert target["figures"] == {"target": "3.75 %"}
    assert (target["since"], target["until"]) == ("2026-01-01", "2030-12-31")
    assert target["not_checked"] == ["self-funded", "medicare"]
    assert target["caution"].endswith("counsel must confirm")
    assert all(one["last_checked"] and one["since"] for one in told)


def test_a_state_of_which_nothing_is_recorded_is_said(fairterms: Run) -> None:
    ran = fairterms("laws", "NY")
    assert ran.code == 0
    assert "No law of New York is recorded yet" in ran.out
    assert "Anti-kickback" in ran.out


def test_a_topic_of_which_nothing_is_recorded_is_said(fairterms: Run) -> None:
    out = fairterms("laws", "OR", "--topic", "exclusivity").out
    assert "Nothing is recorded on this." in out
    assert "0 recorded." in out


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["Oregan"], "Oregon"),
        (["Atlantis"], "postal code"),
        (["OR", "--line", "comercial"], "commercial"),
        (["OR", "--topic", "recoupmnt"], "recoupment"),
    ],
)
def test_a_misspelt_word_is_helped(fairterms: Run, arguments: list[str], advice: str) -> None:
    ran = fairterms("laws", *arguments)
    assert ran.code == 2
    assert advice in " ".join(ran.err.replace("│", " ").split())
