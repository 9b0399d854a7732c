"""Obligations proposed from text, and measured on the example contracts against a list by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.monitor.obligations.obligation import Party
from fairterms.monitor.obligations.proposal import Proposal, propose
from fairterms.review.context import Reading
from fairterms.review.features import Features

EXAMPLES = Path(__file__).parents[3] / "examples"
OPENING = (
    'This Agreement is made between Example Health Plan, Inc. ("Plan") and Cedar Group, P.C. '
    '("Group").\n\n'
)
Propose = Callable[[str], tuple[Proposal, ...]]

# What a person finds: the section, who owes it, and a word of the time. Listed before measuring.
# Left out: rights, times that only limit a right, duties that hold all the time, rhythms of care
# for one patient, and how long records are kept.
JUNIPER = """
3.5 group thirty|4.2 plan two|4.4 plan training|4.4 plan five|4.5 plan sixty|4.6 plan quarter
5.4 plan April|5.6 both quarter|5.6 group thirty|6.3 plan twentieth|6.4 plan January|6.4 group half
7.1 plan Table|7.2 plan Table|7.4 plan twenty|7.6 both forty|7.6 plan fifteen|8.4 both five
9.1 both December|9.2 both quarter|9.2 both ten|9.4 plan quarter|9.5 both sixty|9.6 both twice
9.7 both ten|11.4 both ten|11.7 group ninety|12.5 group March|13.1 both fifteen|13.2 both fifteen
A-3.1 plan December|A-3.1 plan tenth|A-3.2 plan fifteen|B-4.4 plan before|C-4.3 both September
D-1.2 plan available|D-1.3 plan thirty|D-1.4 plan monthly|D-3.2 both ten|E-1.2 both year
"""
CEDAR = """
2.10 group ten|3.2 plan fifteen|4.2 plan before|4.3 plan thirty|4.5 group ninety|4.12 group twelve
5.2 group ten|6.8 group two|9.1 group sixty|B-1.2 plan once|B-1.2 plan sixty|C-1 group month
C-2 group five|C-7 group quarterly|E-8 plan ninety
"""
WILLOW = """
2.2 group fifth|2.4 group thirty|2.6 both ten|3.1 plan one|3.2 plan fifteenth|3.2 plan ten
3.5 plan two|3.6 plan four|3.7 plan sixty|4.2 plan thirty|4.2 plan fifteen|4.4 plan tenth
4.4 plan January|4.5 plan tenth|4.9 plan thirty|4.10 group eighty|5.5 group thirty|5.6 both five
6.3 group month|6.3 both quarter|6.4 both month|6.5 plan March|7.2 both quarter|7.2 both ten
7.4 both twentieth|7.7 both thirty|7.7 both sixty|8.1 plan thirty|8.4 both thirty|9.1 both March
9.4 plan same|9.4 plan ten|9.7 both ninety|10.2 both ninety|10.4 both sixty|11.1 both fifteen
11.2 both sixty|B-4.1 group March|B-4.1 plan May|C-6.1 plan June|C-6.3 both thirty|E-3 plan fifth
E-4 plan thirty|F-1 plan twentieth|F-2 group thirty|I both ten|J-4 plan thirty|J-4 plan three
J-7 group quarter
"""


@pytest.fixture
def proposed(tmp_path: Path) -> Propose:
    """Propose obligations from the text of an agreement."""

    def of(text: str) -> tuple[Proposal, ...]:
        path = tmp_path / "agreement.txt"
        path.write_text(OPENING + text, encoding="utf-8")
        return propose(Reading((read(path),), Features()))

    return of


def test_a_proposal_says_who_owes_what_by_when_and_where(proposed: Propose) -> None:
    (one,) = proposed(
        "3.5 Reports. Group shall deliver the files listed in Table D-2 within thirty (30) days "
        "after the end of the calendar quarter, and may not charge for them."
    )
    assert (one.owed_by, one.owed_to) == (Party.GROUP, Party.PLAN)
    assert one.what == (
        "Deliver the files listed in Table D-2 within thirty (30) days after the end of the "
        "calendar quarter"
    )
    assert one.rule is not None
    assert one.rule.words == "30 days after the end of each quarter"
    assert one.section == "3.5"
    assert one.id == "group_3_5"
    assert "within thirty (30) days" in one.quote.text
    assert not one.is_told


def test_both_sides_are_read_alike(proposed: Propose) -> None:
    text = "{} shall pay by the tenth (10th) day of each month."
    plan, group = proposed(text.format("1.1 Plan")), proposed(text.format("1.1 Group"))
    assert [(one.owed_by, one.owed_to) for one in plan] == [(Party.PLAN, Party.GROUP)]
    assert [(one.owed_by, one.owed_to) for one in group] == [(Party.GROUP, Party.PLAN)]
    assert plan[0].rule == group[0].rule


def test_a_right_is_no_obligation(proposed: Propose) -> None:
    assert proposed("1.1 Group may object within thirty (30) days after the report.") == ()
    assert proposed("1.1 Plan shall not pay before the tenth day of each month.") == ()


def test_what_is_only_told_from_the_text_around_is_marked(proposed: Propose) -> None:
    first, second = proposed(
        "1.1 Group shall submit an outcome file every month.\n\n1.2 A file is due within five (5) "
        "business days after the end of the month."
    )
    assert not first.is_told
    assert second.is_told
    assert second.owed_by is Party.GROUP
    assert second.what.startswith("A file is due")


def test_a_day_goes_before_a_mere_rhythm_of_the_same_verb(proposed: Propose) -> None:
    (one,) = proposed("1.1 Each month Plan shall send a list by the tenth (10th) day of the month.")
    assert one.rule is not None
    assert one.rule.words == "10th of each month"


def test_two_proposals_of_one_section_have_two_names(proposed: Propose) -> None:
    found = proposed(
        "1.1 Plan shall answer within ten (10) days. Plan shall pay within twenty (20) days."
    )
    assert [one.id for one in found] == ["plan_1_1", "plan_1_1_b"]


def _listed(text: str) -> list[tuple[str, str, str]]:
    lines = (one.split() for one in text.replace("\n", "|").split("|") if one.strip())
    return [(section, party, word) for section, party, word in lines]


def _found(deal: str) -> list[Proposal]:
    document = read(EXAMPLES / deal / "contract" / "01-agreement.pdf")
    found = propose(Reading((document,), Features()))
    for one in found:
        assert document.text[one.quote.start : one.quote.end] == one.quote.text
        assert document.page_at(one.quote.start).number == one.quote.page
    return list(found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deal", "listed", "missed", "wrong"),
    [
        ("juniper", JUNIPER, {"11.4 ten", "B-4.4 before"}, set()),
        ("cedar", CEDAR, {"4.2 before"}, set()),
        # The summary in plain words says three duties of the text once more.
        ("willow", WILLOW, {"9.4 same", "9.4 ten"}, {"2", "3", "6", "C-6.2"}),
    ],
)
def test_the_proposals_are_those_that_a_person_finds(
    deal: str, listed: str, missed: set[str], wrong: set[str]
) -> None:
    left = _found(deal)
    not_found = set()
    for section, party, word in _listed(listed):
        fitting = [
            one
            for one in left
            if one.section.rpartition(" ")[2] == section
            and one.owed_by.value == party
            and word in one.due_words
        ]
        if fitting:
            left.remove(fitting[0])
        else:
            not_found.add(f"{section} {word}")
    assert not_found == missed
    assert {one.section.rpartition(" ")[2] for one in left} == wrong
