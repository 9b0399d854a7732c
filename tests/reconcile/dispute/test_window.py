"""The time to question a statement is found in the contract's own words, and nothing else is."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.reconcile.dispute.window import DisputeWindow, find
from fairterms.review.context import Reading
from fairterms.review.features import Features

CAME = date(2028, 8, 31)


def windows(folder: Path, *sentences: str) -> tuple[DisputeWindow, ...]:
    path = folder / "agreement.txt"
    parties = "This Agreement is made by Aspen Health Plan (“Plan”) and Alder (“Group”)."
    path.write_text("\n\n".join((parties, *sentences)) + "\n", encoding="utf-8")
    return find(Reading((read(path),), Features()))


@pytest.mark.parametrize(
    ("sentence", "time", "closes", "is_final"),
    [
        (
            "A Settlement Report is deemed accepted unless Group objects within thirty (30) days.",
            "thirty (30) days",
            date(2028, 9, 30),
            True,
        ),
        (
            "Group may dispute an annual statement no later than 45 days after it is issued.",
            "45 days",
            date(2028, 10, 15),
            False,
        ),
        (
            "Group has ninety (90) days after it has the report to ask questions or object.",
            "ninety (90) days",
            date(2028, 11, 29),
            False,
        ),
        (
            "Group may contest a reconciliation within two months after receipt.",
            "two months",
            date(2028, 10, 26),
            False,
        ),
        (
            "Group may question a settlement statement within ten (10) business days.",
            "ten (10) business days",
            date(2028, 9, 10),
            False,
        ),
    ],
)
def test_a_time_is_found_and_counted_so_that_it_is_never_too_late(
    tmp_path: Path, sentence: str, time: str, closes: date, is_final: bool
) -> None:
    (found,) = windows(tmp_path, sentence)
    assert found.time.text == time
    assert found.closes(CAME) == closes
    assert found.is_final is is_final
    assert " ".join(found.quote.text.split()) in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "A dispute about a claim and its statement shall be raised within sixty (60) days.",
        "Plan shall answer an objection to a Settlement Report within twenty (20) days.",
        "Plan names an analyst who answers questions about the report within five (5) days.",
        "If the parties do not agree on the settlement within 60 days, either may object in court.",
        "Plan shall send the annual statement within ninety (90) days after the year.",
    ],
)
def test_other_times_are_left_alone(tmp_path: Path, sentence: str) -> None:
    assert windows(tmp_path, sentence) == ()


def test_the_shortest_time_leads(tmp_path: Path) -> None:
    found = windows(
        tmp_path,
        "Group may dispute an annual statement within six months after it is issued.",
        "An annual statement is deemed accepted within 30 days unless Group objects.",
    )
    assert [one.time.text for one in found] == ["30 days", "six months"]
