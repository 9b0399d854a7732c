from fairterms.prepare.readiness.criterion import Case, Standing
from fairterms.prepare.readiness.work_cover import Covered, Needed, hear_all
from tests.prepare.readiness.made_up import work


def test_work_is_sorted_by_who_does_it() -> None:
    case = Case()
    found = hear_all(
        case,
        [
            Needed("law", work("bought")),
            Needed("money", work("in house")),
            Needed("audit", work("none")),
            Needed("tools", work("planned")),
            Needed("records", None),
        ],
    )
    assert found == Covered(("audit",), ("tools",), ("records",))
    judgement = case.judged(Standing.WATCH, "Some.", "Do.")
    assert [one.words for one in judgement.evidence] == [
        "Law: bought",
        "Money: in house",
        "Audit: none",
        "Tools: planned",
    ]
    assert judgement.missing == ("Nobody said who covers records.",)
