"""A plan's statement from a remittance."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from fairterms.reconcile.statement.checks import is_note
from fairterms.reconcile.statement.line_map_reader import read_text
from fairterms.reconcile.statement.reader import read
from fairterms.reconcile.statement.remittance_statement import ADJUSTMENTS, statement
from fairterms.reconcile.statement.statement import Statement
from fairterms.records.remittance import (
    PAYEE_LEVEL,
    AdjustmentTotals,
    ClaimTotals,
    ProviderAdjustment,
    Remittance,
    Remittances,
)
from fairterms.units.period import calendar_year
from tests.reconcile.statement.alder import codes
from tests.records.remittances import PEOPLE, SOUND

PAYMENT = Remittance(
    Decimal("1150.25"),
    "I",
    date(2028, 9, 15),
    date(2028, 9, 14),
    "EFT-1",
    "Example Health Plan",
    "Alder",
    (
        ClaimTotals("1", 40, 30, Decimal(1200), Decimal(1050)),
        ClaimTotals("22", 12, 11, Decimal(-100), Decimal(-80)),
    ),
    (AdjustmentTotals("CO", "45", 40, 30, Decimal(130)),),
    (
        ProviderAdjustment("CT", "2028-09", Decimal(-210), 20),
        ProviderAdjustment("LE", "", Decimal("29.75"), 20),
    ),
    0,
)
OF_A_CLAIM = ProviderAdjustment("WO", "", Decimal(50), 21)
SMALL = replace(
    PAYMENT,
    amount=Decimal("1100.25"),
    provider_adjustments=(*PAYMENT.provider_adjustments, OF_A_CLAIM),
)


def of(*payments: Remittance, own_room: bool = True) -> Statement:
    return statement(Remittances(payments, ()), "p.835", own_room=own_room)


def values(found: Statement) -> dict[str, str]:
    return {line.id: str(line.value) for line in found.lines}


def test_every_line_has_the_sign_by_which_it_changes_the_payment() -> None:
    found = of(PAYMENT)
    assert values(found) == {
        "payment": "$1,150.25",
        "claims": "52 claims",
        "claims_charged": "$1,100.00",
        "claims_paid": "$970.00",
        "claims_paid [1]": "$1,050.00",
        "claims [1]": "40 claims",
        "claims_paid [22]": "-$80.00",
        "claims [22]": "12 claims",
        "CO-45": "-$130.00",
        "adjusted": "$180.25",
        "CT": "$210.00",
        "LE": "-$29.75",
    }
    amounts = {line.id: line.value.amount for line in found.lines}
    assert amounts["claims_paid"] + amounts["adjusted"] == amounts["payment"]
    assert amounts["CT"] + amounts["LE"] == amounts["adjusted"]


def test_claims_of_a_status_are_parts_of_all_claims() -> None:
    found = of(PAYMENT)
    whole = found.line("claims_paid")
    assert sum(part.value.amount for part in found.parts(whole)) == whole.value.amount
    assert len(found.parts(found.line("claims"))) == 2


def test_what_was_done_is_said_in_plain_words() -> None:
    labels = {line.id: line.label for line in of(SMALL).lines}
    assert labels["payment"] == "Paid on 2028-09-15, number EFT-1"
    assert labels["WO"] == "Recovery of an overpayment: taken off"
    assert labels["CT"] == "Capitation (2028-09): added"
    assert labels["claims_paid [22]"] == "Paid for claims: taken back"
    assert labels["CO-45"] == "Charged and not paid, by contract, reason 45"
    told = of(replace(PAYMENT, handling="H", trace="", paid_on=None))
    assert told.line("payment").label == "Told of, not paid"


def test_a_code_without_words_is_shown_as_it_is() -> None:
    odd = ProviderAdjustment("ZZ", "", Decimal(0), 1)
    found = of(replace(PAYMENT, provider_adjustments=(odd,)))
    assert found.line("ZZ").label == "Reason ZZ: taken off"


def test_every_reason_about_the_group_has_words() -> None:
    assert set(ADJUSTMENTS) >= PAYEE_LEVEL


def test_the_two_sides_and_the_day_are_the_remittance_s() -> None:
    found = of(PAYMENT)
    assert (found.plan, found.group) == ("Example Health Plan", "Alder")
    assert (found.issued, found.period, found.problems) == (date(2028, 9, 14), None, ())


def test_payments_of_one_file_are_told_apart() -> None:
    found = of(PAYMENT, PAYMENT)
    assert {line.id.partition(".")[0] for line in found.lines} == {"1", "2"}
    assert len({line.id for line in found.lines}) == len(found.lines) == 24


def test_a_payment_that_does_not_add_up_is_told_with_its_sums() -> None:
    found = of(replace(PAYMENT, amount=Decimal("1150.26")))
    assert codes(found) == ["does-not-add-up"]
    assert "$970.00 for claims, less -$180.25, is not $1,150.26" in found.problems[0].what


def test_claims_that_do_not_add_up_are_told() -> None:
    assert codes(of(replace(PAYMENT, unbalanced=3))) == ["claims-do-not-add-up"]


def test_outside_the_own_room_all_is_shown_that_is_about_many() -> None:
    assert of(PAYMENT, own_room=False) == of(PAYMENT)


def test_outside_the_own_room_nothing_about_few_people_can_be_worked_out() -> None:
    few = replace(PAYMENT.claims[1], people=10)
    of_few = replace(PAYMENT, claims=(PAYMENT.claims[0], few))
    reason = replace(PAYMENT, adjustments=(AdjustmentTotals("PR", "2", 1, 1, Decimal(20)),))
    for payment in (SMALL, of_few, reason):
        found = of(payment, own_room=False)
        assert [line.id for line in found.lines] == ["payment", "CT", "LE"]
        assert codes(found) == ["small-cells"]
        assert is_note(found.problems[0])
        assert len(of(payment).lines) > 3


def test_outside_the_own_room_a_sum_that_is_off_tells_no_amount() -> None:
    found = of(replace(SMALL, amount=Decimal(5), unbalanced=1), own_room=False)
    assert codes(found) == ["does-not-add-up", "small-cells"]
    assert found.problems[0].what == "the payment does not add up"


def test_a_remittance_is_read_with_the_rest_and_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "september.835"
    path.write_text(SOUND, encoding="utf-8")
    found = read(path)
    assert values(found)["payment"] == "$1,150.25"
    assert values(found)["L6"] == "$20.25"
    assert found.problems == ()
    said = repr(found).casefold()
    assert [word for word in PEOPLE if word in said] == []
    outside = read(path, own_room=False)
    assert [line.id for line in outside.lines] == ["payment", "CT"]
    (tmp_path / "plain.txt").write_text(SOUND, encoding="utf-8")
    assert values(read(tmp_path / "plain.txt")) == values(found)


def test_the_map_says_what_a_remittance_shows(tmp_path: Path) -> None:
    path = tmp_path / "september.835"
    path.write_text(SOUND, encoding="utf-8")
    line_map = read_text(
        '[[file]]\nname = "*.835"\nyear = 2027\n[[line]]\nplan = "L6"\nours = "late_interest"\n'
    )
    found = read(path, line_map)
    shown = found.showing("late_interest")
    assert shown is not None
    assert shown.value.amount == Decimal("20.25")
    assert found.period == calendar_year(2027)
