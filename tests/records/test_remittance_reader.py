"""Reading an X12 835, and keeping nobody of it."""

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.records.remittance import Remittances
from fairterms.records.remittance_reader import read
from tests.records.remittances import CLAIMS, HEADER, PEOPLE, PROVIDER, SOUND, interchange


def found(folder: Path, text: str) -> Remittances:
    path = folder / "payment.835"
    path.write_text(text, encoding="utf-8")
    return read(path)


def codes(remittances: Remittances) -> list[str]:
    return [problem.code for problem in remittances.problems]


def test_the_payment_its_day_its_number_and_both_sides_are_read(tmp_path: Path) -> None:
    remittances = found(tmp_path, SOUND)
    assert remittances.problems == ()
    (payment,) = remittances.payments
    assert (payment.amount, payment.handling) == (Decimal("1150.25"), "I")
    assert payment.rest == 0
    assert (payment.paid_on, payment.produced_on) == (date(2028, 9, 15), date(2028, 9, 14))
    assert payment.trace == "EFT-2028-0915"
    assert (payment.payer, payment.payee) == ("EXAMPLE HEALTH PLAN", "ALDER PSYCHOTHERAPY")


def test_claims_add_up_by_status_and_people_are_only_counted(tmp_path: Path) -> None:
    (payment,) = found(tmp_path, SOUND).payments
    assert [(one.status, one.claims, one.people) for one in payment.claims] == [
        ("1", 2, 1),
        ("22", 1, 1),
        ("4", 1, 1),
    ]
    dollars = [(str(one.charged), str(one.paid)) for one in payment.claims]
    assert dollars == [("1200", "1050"), ("-100", "-80"), ("120", "0")]
    assert payment.claims_paid == 970


def test_adjustments_of_claims_and_of_their_lines_add_up_by_reason(tmp_path: Path) -> None:
    (payment,) = found(tmp_path, SOUND).payments
    assert [
        (one.group, one.reason, one.claims, int(one.amount)) for one in payment.adjustments
    ] == [
        ("CO", "45", 3, 70),
        ("CO", "97", 1, 40),
        ("PR", "2", 1, 20),
        ("PR", "204", 1, 120),
    ]
    assert payment.unbalanced == 0


def test_a_claim_that_does_not_add_up_is_counted(tmp_path: Path) -> None:
    text = SOUND.replace("CAS*CO*45*10*1*45*20~", "CAS*CO*45*10*1*45*21~")
    assert found(tmp_path, text).payments[0].unbalanced == 1


def test_provider_level_adjustments_keep_their_sign_and_no_claim_s_number(tmp_path: Path) -> None:
    (payment,) = found(tmp_path, SOUND).payments
    assert [(one.reason, one.reference, one.amount) for one in payment.provider_adjustments] == [
        ("WO", "", 50),
        ("L6", "", Decimal("-20.25")),
        ("CT", "2028-09", -210),
    ]
    assert payment.taken_off == Decimal("-180.25")
    assert {one.segment for one in payment.provider_adjustments} == {26}


def test_a_reference_of_the_group_s_own_that_names_a_claim_is_taken_away(tmp_path: Path) -> None:
    for name in ("PLANCLAIM0002", "x-patacct77", "MEMBER90210", "Maplewood R"):
        (payment,) = found(tmp_path, SOUND.replace("CT:2028-09", f"CT:{name}")).payments
        assert payment.provider_adjustments[2].reference == ""


def test_nobody_can_be_reached_in_what_comes_out(tmp_path: Path) -> None:
    broken = SOUND.replace("CLP*PATACCT80*4*120*0", "CLP*PATACCT80*4*MAPLEWOOD*0")
    many = interchange((*HEADER, *CLAIMS, *PROVIDER), (*HEADER, *CLAIMS))
    for text in (SOUND, broken, many, SOUND[:-400], SOUND.replace("SE*25", "SE*9")):
        remittances = found(tmp_path, text)
        said = (repr(remittances) + str(remittances.problems)).casefold()
        kept = pickle.dumps(remittances).lower()
        for word in PEOPLE:
            assert word not in said
            assert word.encode() not in kept


def test_several_payments_of_a_file_are_kept_apart(tmp_path: Path) -> None:
    second = (HEADER[0].replace("1150.25", "970"), *HEADER[1:], *CLAIMS)
    first, other = found(tmp_path, interchange((*HEADER, *CLAIMS, *PROVIDER), second)).payments
    assert [first.amount, other.amount] == [Decimal("1150.25"), Decimal(970)]
    assert [first.rest, other.rest] == [0, 0]
    assert other.provider_adjustments == ()


def test_money_that_is_taken_has_a_minus(tmp_path: Path) -> None:
    text = interchange(("BPR*I*50*D*ACH", "TRN*1*X", "PLB*1*20281231*WO:A*50"))
    (payment,) = found(tmp_path, text).payments
    assert payment.paid_on is None
    assert [payment.amount, payment.rest] == [-50, 0]


@pytest.mark.parametrize(
    ("right", "wrong", "code", "payments"),
    [
        ("SE*25*", "SE*24*", "envelope", 1),
        ("GE*1*", "GE*2*", "envelope", 1),
        ("IEA*1*", "IEA*3*", "envelope", 1),
        ("SE*25*0001", "SE*25*0002", "envelope", 1),
        ("BPR*I*1150.25", "BPR*I*1150,25", "not-a-quantity", 0),
        ("BPR*I*1150.25", "BPR*I*", "not-a-quantity", 0),
        ("CLP*PATACCT78*1*1000*900", "CLP*PATACCT78*1*1000*NaN", "not-a-quantity", 0),
        ("*20280915~", "*20289915~", "not-a-quantity", 0),
        ("ISA*00", "XSA*00", "not-x12", 0),
        ("GS*HP*EXAMPLEPLAN*ALDERGROUP*20280915*1200*1*X*005010X221A1~\n", "", "not-x12", 1),
    ],
)
def test_a_file_that_is_not_whole_is_told(
    tmp_path: Path, right: str, wrong: str, code: str, payments: int
) -> None:
    assert right in SOUND
    remittances = found(tmp_path, SOUND.replace(right, wrong))
    assert code in codes(remittances)
    assert len(remittances.payments) == payments


def test_a_file_that_ends_early_gives_no_payment(tmp_path: Path) -> None:
    remittances = found(tmp_path, SOUND[: SOUND.index("PLB*")])
    assert remittances.payments == ()
    assert "a payment ends without its trailer (SE)" in [one.what for one in remittances.problems]


def test_an_adjustment_before_any_claim_is_told(tmp_path: Path) -> None:
    remittances = found(tmp_path, interchange((*HEADER, "CAS*CO*45*1")))
    assert (remittances.payments, codes(remittances)) == ((), ["not-a-quantity"])


def test_a_file_without_a_remittance_is_told(tmp_path: Path) -> None:
    assert codes(found(tmp_path, interchange(("BHT*1",), kind="837"))) == ["no-remittance"]
    assert codes(found(tmp_path, interchange(("TRN*1*X",)))) == ["not-a-quantity"]


def test_other_separators_are_read_from_the_envelope(tmp_path: Path) -> None:
    text = SOUND.replace("*", "|").replace("~\n", "'").replace("|T|:", "|T|>").replace(":", ">")
    assert found(tmp_path, text).payments == found(tmp_path, SOUND).payments
