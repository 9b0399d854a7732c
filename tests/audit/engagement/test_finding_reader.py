"""A finding is told only when it is whole, and verified by somebody else than its owner."""

import pytest

from fairterms.audit.engagement.finding import ELEMENTS
from fairterms.audit.engagement.reader import read_text
from tests.audit.engagement.made_up import (
    AGREED,
    CLOSED,
    FINDING,
    HEAD,
    ISSUE,
    WHOLE,
    WORK,
    changed,
    codes,
)

TOLD = HEAD + WORK + FINDING + ISSUE
LINES = {one.split(" = ")[0]: f"{one}\n" for one in FINDING.strip().splitlines() if " = " in one}


@pytest.mark.parametrize("element", [*ELEMENTS, "significance", "observations", "about"])
def test_a_finding_that_lacks_a_part_is_a_draft_and_cannot_be_issued(element: str) -> None:
    draft = changed(LINES[element], "", HEAD + WORK + FINDING)
    assert draft.problems == ()
    assert draft.book.findings[0].missing == (element,)
    told = changed(LINES[element], "", TOLD)
    (problem,) = told.problems
    assert problem.what == f'"order" cannot be issued: it does not say its {element}'
    assert told.book.issues == ()


def test_every_missing_part_is_named_at_once() -> None:
    text = TOLD
    for element in ELEMENTS:
        text = text.replace(LINES[element], "")
    assert len(read_text(text).problems) == len(ELEMENTS)


def test_work_that_nobody_looked_over_carries_no_finding() -> None:
    start = TOLD.index("[[review]]")
    found = read_text(TOLD[:start] + TOLD[TOLD.index("[[observation]]") :])
    assert codes(found) == {"not-reviewed"}
    assert found.book.issues == ()


def test_a_team_that_has_not_declared_itself_issues_nothing() -> None:
    found = changed('member = "Idris"', 'member = "Maren"', TOLD)
    assert codes(found) == {"not-declared", "not-independent"}
    assert found.book.issues == ()


def test_what_was_seen_too_long_ago_carries_no_finding() -> None:
    found = changed("until = 2029-03-31", "until = 2028-10-05", TOLD)
    assert codes(found) == {"grown-old"}
    assert found.book.issues == ()
    assert changed("until = 2029-03-31", "until = 2028-10-06", TOLD).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("on = 2028-09-29", "on = 2028-10-07", "it was written on 2028-10-07"),
        (
            "on = 2028-09-18\nuntil",
            "on = 2028-10-07\nuntil",
            '"out_of_order" was seen on 2028-10-07',
        ),
        (
            "on = 2028-09-20",
            "on = 2028-10-07",
            'nobody had looked over the workpaper "sheet" by then',
        ),
    ],
)
def test_a_finding_rests_on_nothing_that_came_after_it_was_told(
    old: str, new: str, why: str
) -> None:
    found = changed(old, new, TOLD)
    (problem,) = found.problems
    assert problem.what == f'"order" cannot be issued on 2028-10-06: {why}'
    assert found.book.issues == ()
    assert changed(old, new.replace("2028-10-07", "2028-10-06"), TOLD).problems == ()


def test_a_finding_is_issued_once() -> None:
    found = read_text(TOLD + ISSUE)
    assert codes(found) == {"issued-twice"}
    assert len(found.book.issues) == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('answer = "agree"', 'answer = "disagree"', "missing"),
        ('answer = "agree"', 'answer = "partly"', "missing"),
        ('answer = "agree"', 'answer = "perhaps"', "no-such-choice"),
        ('owner = "Data lead"\n', "", "missing"),
        ('plan = "It is worked out again."\n', "", "missing"),
        ("due = 2028-11-15\n", "", "missing"),
        ('party = "plan"', 'party = "group"', "wrong-party"),
        ('finding = "order"', 'finding = "other"', "unknown-finding"),
        ("on = 2028-10-20", "on = 2028-10-05", "too-early"),
    ],
)
def test_what_an_answer_lacks_is_named(old: str, new: str, code: str) -> None:
    assert code in codes(read_text(TOLD + AGREED.replace(old, new)))


def test_an_answer_that_disagrees_needs_no_plan() -> None:
    answer = AGREED[: AGREED.index("answer")] + 'answer = "disagree"\nreason = "We see it so."\n'
    assert read_text(TOLD + answer).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('verified_by = "Idris"', 'verified_by = "data  lead"', "own-follow-up"),
        ('verified_by = "Idris"\n', "", "missing"),
        ('result = "closed"', 'result = "risk_accepted"', "missing"),
        ('result = "closed"', 'result = "done"', "no-such-choice"),
        ("on = 2028-11-27", "on = 2028-10-01", "too-early"),
        ('test = "Worked out again."\n', "", "missing"),
    ],
)
def test_what_a_follow_up_lacks_is_named(old: str, new: str, code: str) -> None:
    assert code in codes(read_text(TOLD + AGREED + CLOSED.replace(old, new)))


def test_who_had_to_put_it_right_closes_nothing() -> None:
    found = read_text(TOLD + AGREED + CLOSED.replace('"Idris"', '"Data lead"'))
    assert codes(found) == {"own-follow-up"}
    assert found.book.follow_ups == ()


def test_nothing_is_closed_without_evidence() -> None:
    lines = [one for one in CLOSED.splitlines() if not one.startswith("evidence")]
    found = read_text(TOLD + AGREED + "\n".join(lines))
    assert codes(found) == {"no-evidence"}
    assert found.book.follow_ups == ()


def test_evidence_that_cannot_be_read_closes_nothing() -> None:
    found = read_text(TOLD + AGREED + CLOSED.replace("abab", "xyxy", 1))
    assert codes(found) == {"bad-evidence"}
    assert found.book.follow_ups == ()


def test_an_accepted_risk_says_who_accepts_it_and_why() -> None:
    accepted = CLOSED.replace('"closed"', '"risk_accepted"\nreason = "The board bears it."')
    assert read_text(TOLD + AGREED + accepted).problems == ()


def test_a_better_draft_stands_in_place_of_another() -> None:
    better = FINDING.replace('id = "order"', 'id = "order_2"\nreplaces = "order"')
    assert read_text(HEAD + WORK + FINDING + better).problems == ()
    assert codes(read_text(HEAD + WORK + FINDING + better.replace('"order"', '"none"'))) == {
        "unknown-finding"
    }


def test_an_answer_keeps_its_words_as_they_were_written() -> None:
    reason = 'We do not agree.\\n\\n  Not  at all: \\"never\\".'
    answer = AGREED[: AGREED.index("answer")] + f'answer = "disagree"\nreason = "{reason}"\n'
    (found,) = read_text(TOLD + answer).book.responses
    assert found.reason == 'We do not agree.\n\n  Not  at all: "never".'


def test_the_whole_example_of_these_tests_is_sound() -> None:
    assert read_text(WHOLE).problems == ()
