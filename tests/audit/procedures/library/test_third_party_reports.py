"""A report is relied on only for its days and its scope, and what it leaves out is named."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.third_party_report import (
    CarveOut,
    ReportedException,
    ThirdPartyReport,
    UserControl,
)
from fairterms.units.period import Period
from tests.audit.procedures.library.controlled import book
from tests.audit.procedures.made_up import YEAR, held, of, ran

NINE = Period(date(2027, 1, 1), date(2027, 9, 30))
GOOD = ThirdPartyReport("claims", "SOC 1 type 2", YEAR, "unmodified", "claims", ("match",))


def found(*reports: ThirdPartyReport, is_known: bool = True) -> tuple[Observed, ...]:
    controls = book() if is_known else None
    evidence = Evidence(period=YEAR, reports=reports, controls=controls)
    return ran("third_party_reports", evidence)


def test_a_sound_report_for_the_whole_year_holds() -> None:
    assert held(found(GOOD)) == [Holds.YES] * 4


@pytest.mark.parametrize("kind", ["SAS 70", "SOC 1 type 1", "SOC 2 type 1"])
def test_a_report_that_tested_no_operation_supports_nothing(kind: str) -> None:
    seen = found(replace(GOOD, kind=kind))
    assert of(seen, "tested that controls ran").holds is Holds.NO
    assert of(seen, "supports the control").holds is Holds.NO


def test_sas_70_is_said_to_be_superseded() -> None:
    assert "superseded" in found(replace(GOOD, kind="SAS 70"))[0].seen


@pytest.mark.parametrize("opinion", ["qualified", "adverse", "disclaimer"])
def test_an_opinion_with_a_reservation_is_found(opinion: str) -> None:
    assert found(replace(GOOD, opinion=opinion))[1].holds is Holds.NO


def test_the_days_after_its_end_are_not_tested() -> None:
    seen = found(replace(GOOD, period=NINE))
    assert (of(seen, "every day").holds, of(seen, "every day").figure) == (
        Holds.NOT_TESTED,
        "92 days",
    )
    supported = of(seen, "supports the control")
    assert (supported.holds, supported.figure) == (Holds.NOT_TESTED, "273 days")


def test_a_report_of_another_year_supports_it_on_no_day() -> None:
    before = replace(GOOD, period=Period(date(2026, 1, 1), date(2026, 12, 31)))
    assert of(found(before), "supports the control").figure == "0 days"
    assert of(found(before), "supports the control").holds is Holds.NO


def test_what_it_leaves_out_needs_another_report_at_hand() -> None:
    carved = replace(GOOD, carve_outs=(CarveOut("the centre", "centre"),))
    assert of(found(carved), "leaves out").holds is Holds.NOT_TESTED
    other = replace(GOOD, name="centre", carve_outs=())
    assert of(found(carved, other), "leaves out").holds is Holds.YES
    nobody = replace(GOOD, carve_outs=(CarveOut("the centre"),))
    assert of(found(nobody), "leaves out").holds is Holds.NOT_TESTED


def test_an_exception_needs_an_answer() -> None:
    odd = ReportedException("one change")
    assert of(found(replace(GOOD, exceptions=(odd,))), "one change").holds is Holds.NO
    told = replace(odd, answer="priced again")
    assert of(found(replace(GOOD, exceptions=(told,))), "one change").holds is Holds.YES


def test_what_it_takes_for_granted_needs_a_control_of_ours() -> None:
    for ours, holds in (("match", Holds.YES), ("other", Holds.NO), ("", Holds.NO)):
        asked = replace(GOOD, user_controls=(UserControl("check the files", ours),))
        assert of(found(asked), "takes for granted").holds is holds
    asked = replace(GOOD, user_controls=(UserControl("check the files", "match"),))
    assert of(found(asked, is_known=False), "takes for granted").holds is Holds.NOT_TESTED


def test_a_report_does_not_cover_what_it_leaves_out_itself() -> None:
    own = replace(GOOD, carve_outs=(CarveOut("the data centre", GOOD.name),))
    assert of(found(own), "The data centre").holds is Holds.NOT_TESTED
