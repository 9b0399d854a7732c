import pytest

from fairterms.prepare.partner.assessment import assess
from fairterms.prepare.readiness.assessment import judge
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.report import build
from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from fairterms.publish import html, json_export, xlsx
from fairterms.publish.blocks import Heading, Prose

SITUATION = Situation(loss_by_size=(SizePoint(20, Chance(0.3)),))  # one size: no chart to draw


def test_the_report_holds_both_halves_and_what_others_add() -> None:
    readiness = judge(Declaration(), SITUATION)
    more = (Heading(2, "What the work costs", "comply"), Prose("Not known."))
    parties = ("Cedar Group", "Example Plan")
    report = build(readiness, assess({}), parties, "2026-11-22", more)
    anchors = [one.anchor for one in report.blocks if isinstance(one, Heading)]
    assert anchors[0] == "ready"
    assert {"partner", "ready-sizes", "ready-evidence", "comply"} <= set(anchors)
    page = html.render(report)
    assert "Ready for a contract? Cedar Group" in page
    assert "text was not reviewed" in page


@pytest.mark.slow
def test_the_same_report_gives_the_same_bytes() -> None:
    def made() -> tuple[str, bytes]:
        report = build(judge(Declaration(), SITUATION), assess({}), ("A", "B"), "2026-11-22")
        return json_export.render(report), xlsx.render(report)

    assert made() == made()
