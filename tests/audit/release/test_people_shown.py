"""The same people are told of in tables, or once in rows, never in both."""

import pytest

from fairterms.audit.release.people_shown import Form, Shown, check
from fairterms.units.refusal import Refusal

TABLE = Shown(Form.TABLE, ("first half", "second half"), "visits")
ROWS = Shown(Form.ROWS, ("first half",), "a sample")
FILE = Shown(Form.FILE, (), "the policy")


@pytest.mark.parametrize(
    ("form", "before"),
    [(Form.ROWS, TABLE), (Form.ROWS, ROWS), (Form.TABLE, ROWS)],
    ids=["rows after a table", "rows after rows", "a table after rows"],
)
def test_what_no_proof_joins_is_refused(form: Form, before: Shown) -> None:
    with pytest.raises(Refusal, match="first half: people of this name") as refused:
        check(form, ["first half"], [FILE, before])
    assert before.title in refused.value.what


def test_tables_are_proved_against_tables_and_files_tell_of_nobody() -> None:
    check(Form.TABLE, ["first half"], [TABLE, FILE])
    check(Form.FILE, [], [TABLE, ROWS])


def test_other_people_are_another_matter() -> None:
    check(Form.ROWS, ["2028"], [TABLE, ROWS])
    check(Form.TABLE, ["second half"], [ROWS])
