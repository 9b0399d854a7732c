"""Two people approve, neither asked for it, and one is of the side that gives it."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.release.approval import Approval, check, lacking
from fairterms.units.refusal import Refusal
from tests.audit.release.test_request import COPY

ON = date(2028, 3, 5)
FIRST, SECOND = Approval("1", "group", ON, "f0"), Approval("2", "group", ON, "f0")


def test_two_people_of_the_side_may_approve() -> None:
    check(FIRST, COPY, "f0", [])
    check(SECOND, COPY, "f0", [FIRST])
    assert lacking(COPY, [FIRST, SECOND]) == ""


@pytest.mark.parametrize(
    ("approval", "earlier", "words"),
    [
        (replace(FIRST, person=COPY.requester), [], "who asks may not approve"),
        (replace(FIRST, on=date(2028, 3, 6)), [FIRST], "you approved it already"),
        (replace(FIRST, manifest="f1"), [], "prepared anew"),
        (replace(SECOND, person="3"), [FIRST, SECOND], "two people approved it already"),
        (replace(SECOND, side="plan"), [replace(FIRST, side="plan")], "nobody of the side"),
    ],
    ids=["requester", "twice", "another manifest", "a third", "another side"],
)
def test_who_may_not_approve_is_told_why(
    approval: Approval, earlier: list[Approval], words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        check(approval, COPY, "f0", earlier)


def test_one_of_two_may_be_of_another_side() -> None:
    other = replace(FIRST, side="independent")
    check(SECOND, COPY, "f0", [other])
    assert lacking(COPY, [other, SECOND]) == ""


def test_what_is_lacking_is_said() -> None:
    assert lacking(COPY, []) == "0 of 2 people approved it."
    assert lacking(COPY, [FIRST, FIRST]) == "1 of 2 people approved it."
    assert lacking(COPY, [FIRST, replace(SECOND, person="7")]) == "1 of 2 people approved it."
    plan = [replace(one, side="plan") for one in (FIRST, SECOND)]
    assert lacking(COPY, plan) == "Nobody of the side that gives it approved."
