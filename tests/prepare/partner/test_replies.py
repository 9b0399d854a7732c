from datetime import date

import pytest

from fairterms.prepare.partner.question import Reply, Weighs
from fairterms.prepare.partner.replies import read_replies
from fairterms.units.notes import Notes
from fairterms.units.positions import parse


def read(text: str) -> tuple[dict[str, Reply], list[str]]:
    document, positions = parse(text)
    notes = Notes("readiness.toml", tuple(text.splitlines()), positions)
    found = read_replies(document.get("partner"), notes)
    return dict(found), [str(problem) for problem in notes.problems()]


def test_a_reply_is_read_with_its_line() -> None:
    text = (
        '[partner.data_feed]\nanswer = " Monthly files "\nweighs = "for"\n'
        'evidence = "Exhibit F"\non = 2026-10-12\n'
    )
    found, problems = read(text)
    assert problems == []
    assert found == {
        "data_feed": Reply(
            "Monthly files",
            Weighs.FOR,
            "Exhibit F",
            date(2026, 10, 12),
            "readiness.toml, line 1",
        )
    }


def test_no_replies_are_no_problem() -> None:
    assert read("") == ({}, [])


WHY = "      why: what is said of a partner must be read the same way by everybody\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[partner.datafeed]\nanswer = "Yes"\nweighs = "for"\n',
            (
                'readiness.toml:1: there is no question called "datafeed" [unknown-question]\n'
                "    1 | [partner.datafeed]\n"
                "      why: a name nothing reads would be silently ignored\n"
                '      fix: did you mean "data_feed"?'
            ),
        ),
        (
            '[partner.solvency]\nanswer = "Yes"\n',
            "readiness.toml:1: solvency says not how the answer weighs [no-such-choice]\n"
            "    1 | [partner.solvency]\n" + WHY + '      fix: write weighs = "for", "against" or '
            '"open"',
        ),
        (
            '[partner.solvency]\nanswer = "Yes"\nweighs = "good"\n',
            'readiness.toml:3: solvency weighs: there is no "good" [no-such-choice]\n'
            '    3 | weighs = "good"\n' + WHY + '      fix: write weighs = "for", "against" or '
            '"open"',
        ),
        (
            '[partner.solvency]\nweighs = "for"\n',
            "readiness.toml:1: solvency has no answer [missing]\n    1 | [partner.solvency]\n"
            + WHY
            + '      fix: write answer = "what you know", or leave the question out',
        ),
        (
            '[partner.solvency]\nanswer = "Yes"\nweighs = "open"\non = "May"\n',
            "readiness.toml:4: the day of the evidence is not a date [not-a-date]\n"
            '    4 | on = "May"\n' + WHY + "      fix: write on = 2026-09-30, without quotes",
        ),
        (
            '[partner.solvency]\nanswer = "Yes"\nweighs = "open"\nevidence = 3\n',
            "readiness.toml:4: evidence is not written in words [not-words]\n"
            "    4 | evidence = 3\n" + WHY + '      fix: put words between " and "',
        ),
        (
            '[partner]\nsolvency = "Yes"\n',
            "readiness.toml:2: solvency is not a section [not-a-section]\n"
            '    2 | solvency = "Yes"\n'
            + WHY
            + '      fix: write [partner.solvency] and below it answer = "..."',
        ),
        (
            'partner = "good"\n',
            "readiness.toml:1: partner is not a section [not-a-section]\n"
            '    1 | partner = "good"\n'
            + WHY
            + "      fix: write [partner.data_feed] and its answer below",
        ),
    ],
)
def test_a_mistake_says_where_what_why_and_what_to_do(text: str, message: str) -> None:
    assert read(text)[1] == [message]
