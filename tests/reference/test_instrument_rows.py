"""An instrument as a table: everything in it, in words, with its basis."""

import pytest

from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.instrument_rows import as_rows


def values(name: str) -> dict[str, str]:
    """Return an instrument's rows by what they are."""
    return {row.what: row.value for row in as_rows(INSTRUMENTS[name])}


def test_the_phq9_reads_as_a_table() -> None:
    rows = values("phq9")
    assert rows["scoring standard"] == "sum of 9 items of 0 to 3; 0 to 27"
    assert rows["bands standard"] == (
        "minimal from 0, mild from 5, moderate from 10, moderately severe from 15, severe from 20"
    )
    assert rows["caseness standard"] == "10 or more; sensitivity 88 %, specificity 88 %"
    assert rows["caseness nhs"] == "10 or more"
    assert rows["reliable change, nhs"] == "6 points"
    assert rows["minimal important difference, kounali-2022"] == "21 % of the first score"
    assert rows["test-retest"] == "0.84"
    assert rows["LOINC code of the total"] == "44261-6"
    assert rows["words of the items may be shipped"] == "yes"


def test_cuts_of_forms_where_higher_is_better_say_less() -> None:
    assert values("who5")["caseness standard"] == "50 or less"
    assert values("ors")["caseness standard"] == "less than 25"
    assert values("pcl5")["caseness good-end-state"] == "more than 28"


def test_subscales_and_criteria_are_in_the_table() -> None:
    assert values("dass21")["bands standard of depression"].startswith(
        "normal from 0, mild from 10"
    )
    assert values("psc17")["caseness standard of internalizing"] == "5 or more"
    assert values("pcl5")["criterion provisional-ptsd"].startswith("1 of 5 in re-experiencing")
    assert values("pcl5")["not this form: LOINC 70221-7"].startswith("the PCL-C")


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_no_two_rows_say_what_they_are_with_one_value(name: str) -> None:
    rows = [(row.what, row.value, row.population) for row in as_rows(INSTRUMENTS[name])]
    assert len(set(rows)) == len(rows)
    assert all(what and value for what, value, _ in rows)


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_every_unconfirmed_number_is_marked_in_its_row(name: str) -> None:
    instrument = INSTRUMENTS[name]
    shown = {row.basis for row in as_rows(instrument)}
    recorded = {basis for what, basis in instrument.bases() if what != "the form"}
    if instrument.loinc is not None and not instrument.loinc.codes:
        recorded.discard(instrument.loinc.basis)
    assert recorded <= shown
    marked = {row.basis for row in as_rows(instrument) if row.is_unconfirmed}
    assert marked == {basis for basis in shown if basis.is_unconfirmed}
