"""Controls are judged on the last day of the audited period, once it is over."""

from datetime import date

from fairterms.audit.procedures.evidence import Evidence
from tests.audit.procedures.made_up import ON, YEAR


def test_the_day_of_judging_is_never_later_than_the_audited_period() -> None:
    assert Evidence(on=ON, period=YEAR).judged_on == date(2027, 12, 31)
    assert Evidence(on=date(2027, 6, 1), period=YEAR).judged_on == date(2027, 6, 1)
    assert Evidence(on=ON).judged_on == ON
    assert Evidence(period=YEAR).judged_on is None
