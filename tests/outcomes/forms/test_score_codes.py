"""A code of another form is refused; one that nobody recorded is not taken as proof."""

import pytest

from fairterms.outcomes.forms.score_codes import check_code, codes
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal


def test_a_gad7_under_the_panel_code_of_the_phq9_is_refused() -> None:
    # A public file labels the GAD-7 so.
    with pytest.raises(Refusal) as caught:
        check_code("gad7", "44249-1")
    assert str(caught.value) == (
        "Generalized Anxiety Disorder scale, 7 items (GAD-7): the record's code 44249-1 is that "
        "of another form: Patient Health Questionnaire, 9 items (PHQ-9)\n"
        "      why: one of the two is wrong, and the score would be judged by the wrong range\n"
        "      fix: ask the sender which form was filled in"
    )


def test_the_adolescent_form_is_not_the_adult_one() -> None:
    with pytest.raises(Refusal, match="modified for teens"):
        check_code("phq9", "89204-2")


def test_the_whole_audit_is_not_its_first_three_items() -> None:
    with pytest.raises(Refusal, match=r"\(AUDIT\)"):
        check_code("audit_c", "75624-7")


def test_the_form_for_the_older_manual_is_not_this_one() -> None:
    with pytest.raises(Refusal, match="17 items"):
        check_code("pcl5", "70221-7")


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_an_instruments_own_codes_are_known(name: str) -> None:
    loinc = INSTRUMENTS[name].loinc
    for code in loinc.codes if loinc is not None else ():
        assert check_code(name, code)


def test_an_unknown_code_and_none_prove_nothing() -> None:
    assert not check_code("phq9", "99999-9")
    assert not check_code("phq9", "")


def test_no_two_instruments_share_a_code() -> None:
    recorded = [
        code
        for instrument in INSTRUMENTS.values()
        if instrument.loinc is not None
        for code in instrument.loinc.codes
    ]
    assert len(set(recorded)) == len(recorded) == len(codes())


def test_item_codes_that_forms_share_are_no_code_of_a_form() -> None:
    assert "44250-9" not in codes()  # the first item of both PHQ-2 and PHQ-9
