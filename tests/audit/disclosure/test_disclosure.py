"""What is marked beforehand is protected and owes a summary; what is not is flagged."""

from datetime import date

import pytest

from fairterms.audit.disclosure.disclosure import Disclosure, Form, State, Summary
from fairterms.audit.disclosure.mark import Mark

ON, DUE = date(2027, 2, 9), date(2027, 3, 11)


def told(marked: date | None = date(2027, 2, 5), came: date | None = None) -> Disclosure:
    return Disclosure(
        "rates",
        ON,
        "plan",
        ("auditor",),
        Form.ORAL,
        "how the rates are built",
        Mark.PROPRIETARY if marked else None,
        marked,
        Summary("evidence/rates.docx", came) if came else None,
    )


@pytest.mark.parametrize(
    ("case", "as_of", "state"),
    [
        (told(), date(2027, 2, 8), State.MARKED),
        (told(), ON, State.DUE),
        (told(), DUE, State.DUE),
        (told(), date(2027, 3, 12), State.LATE),
        (told(came=ON), ON, State.DELIVERED),
        (told(came=DUE), DUE, State.DELIVERED),
        (told(came=DUE), date(2027, 3, 10), State.DUE),
        (told(came=date(2027, 3, 12)), date(2027, 6, 1), State.LATE),
        (told(marked=ON), ON, State.DUE),
        (told(marked=date(2027, 2, 10)), date(2027, 3, 1), State.UNMARKED),
        (told(marked=None), date(2027, 3, 1), State.UNMARKED),
        (told(), date(2027, 2, 4), State.UNMARKED),
        (told(), date(2027, 2, 5), State.MARKED),
        (told(marked=None, came=ON), date(2027, 3, 1), State.UNMARKED),
    ],
)
def test_a_disclosure_stands_where_mark_and_summary_put_it(
    case: Disclosure, as_of: date, state: State
) -> None:
    assert case.state(as_of) is state


def test_the_thirty_days_are_the_deals_to_change() -> None:
    assert told().due_on() == DUE
    assert told().state(date(2027, 2, 20), days=10) is State.LATE


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (told(), "Its written summary was due by 2027-03-11. Ask for it."),
        (told(came=ON), "Its written summary came on 2027-02-09, by 2027-03-11."),
        (
            told(came=date(2027, 3, 20)),
            "Its written summary came on 2027-03-20; it was due by 2027-03-11.",
        ),
        (told(marked=None), "It was not marked, so it is not protected."),
        (told(marked=date(2027, 2, 12)), "It was marked on 2027-02-12, after it was made."),
    ],
)
def test_each_state_is_said_in_words(case: Disclosure, words: str) -> None:
    assert case.words(date(2027, 6, 1)).startswith(words)


def test_before_it_is_made_and_while_it_is_due_the_day_is_named() -> None:
    assert "due by 2027-03-11" in told().words(date(2027, 2, 5))
    for case in (told(), told(marked=None), told(marked=date(2027, 2, 12))):
        assert case.words(date(2027, 2, 1)) == (
            "It is not marked yet. Mark it by 2027-02-09, or it is not protected."
        )
    after = told(marked=date(2027, 2, 12))
    assert after.words(date(2027, 2, 10)).startswith("It was not marked")
    assert told().words(ON) == "Its written summary is due by 2027-03-11."


def test_a_mark_without_a_day_is_our_mistake() -> None:
    with pytest.raises(AssertionError):
        Disclosure("a", ON, "plan", (), Form.ORAL, "x", Mark.CONFIDENTIAL)
