"""A request says what, what for and why no less, or it is not made."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.release.request import Mode, Request, missing

ASKED_ON = date(2028, 3, 1)
COPY = Request(
    "a1",
    "group",
    "visits by clinic and month",
    "to test the share of visits",
    "a total hides the clinics",
    Mode.COPY,
    "7",
    ASKED_ON,
    date(2028, 6, 30),
)
VIEW = replace(COPY, mode=Mode.VIEW, destroy_by=None)


@pytest.mark.parametrize("request_", [COPY, VIEW], ids=["a copy", "a view"])
def test_a_whole_request_lacks_nothing(request_: Request) -> None:
    assert missing(request_) == ()


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (replace(VIEW, what="  "), "request-what"),
        (replace(VIEW, purpose="the audit"), "request-purpose"),
        (replace(VIEW, necessary=""), "request-necessary"),
        (replace(VIEW, purpose="to find the 4 members of Elm"), "request-count"),
        (replace(VIEW, is_confidential=True), "request-decision"),
        (replace(VIEW, is_confidential=True, exception_decision=" "), "request-decision"),
        (replace(VIEW, destroy_by=date(2028, 6, 30)), "request-day"),
        (replace(COPY, destroy_by=None), "request-day"),
        (replace(COPY, destroy_by=ASKED_ON), "request-day"),
    ],
    ids=[
        "what",
        "purpose",
        "why no less",
        "a count of few",
        "no decision",
        "an empty decision",
        "a view until a day",
        "a copy for ever",
        "over before it began",
    ],
)
def test_what_is_missing_is_named_with_what_to_do(request_: Request, code: str) -> None:
    (problem,) = missing(request_)
    assert problem.code == code
    assert problem.why
    assert problem.fix


def test_everything_missing_is_named_at_once() -> None:
    empty = replace(COPY, what="", purpose="", necessary="", destroy_by=None, is_confidential=True)
    codes = [problem.code for problem in missing(empty)]
    assert len(codes) == len(set(codes)) == 5


def test_confidential_data_are_asked_for_with_the_committees_decision() -> None:
    asked = replace(VIEW, is_confidential=True, exception_decision="motion 4")
    assert missing(asked) == ()
