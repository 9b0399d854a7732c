"""A safeguard is found in many wordings, and not in its denial."""

import pytest

from fairterms.review import care_safeguards, mutual_terms, safeguards
from fairterms.review.safeguard import Safeguard
from tests.review.conftest import OPENING, Read

SOUND = [
    (safeguards.LOSS_CAP, "Shared losses do not exceed 2% of the benchmark."),
    (
        safeguards.LOSS_CAP,
        "The Loss Cap is stated in Table 2. It grows. In the first year it is 2.5%.",
    ),
    (safeguards.STOP_LOSS, "Costs above the attachment point of $50,000 are left out."),
    (safeguards.PHASE_IN, "No shared loss applies in the first year."),
    (safeguards.PHASE_IN, "Losses are shared only from the third year."),
    (safeguards.FORMULA, "The target is the average of the Base Years."),
    (safeguards.ATTRIBUTION, "A Member is attributed to Group if Group gave most visits."),
    (safeguards.FIXED_TARGETS, "Targets stay the same for three years."),
    (safeguards.HELP, "Plan shall pay the license of the software."),
    (care_safeguards.RISK_ADJUSTED, "Results are adjusted for baseline severity."),
    (safeguards.JOINT_MEETINGS, "The parties meet every quarter."),
    (safeguards.OPEN_RESULTS, "Provider may audit the settlement."),
    (safeguards.RECALIBRATION, "Either party may call for recalibration."),
    (safeguards.DATA_FILES, "Plan shall send claims lines each month."),
    (mutual_terms.OBJECTIVES, "Each objective has one owner and one measure."),
    (mutual_terms.CONTROLS, "Patients off track are listed and studied."),
    (mutual_terms.EARLY_SIGNS, "Early indicators are shared monthly."),
    (mutual_terms.BOTH_SIGN, "This Agreement may be amended only by a writing signed by both."),
    (mutual_terms.COURTS, "Either party may bring an action in court."),
    (mutual_terms.NO_BACKDATING, "No amendment applies before its effective date."),
    (mutual_terms.BLANKS, "3.2 This provision is intentionally left blank."),
]
HOLLOW = [
    (safeguards.LOSS_CAP, "There is no cap on losses, which were 4% last year."),
    (safeguards.LOSS_CAP, "A loss cap will be agreed."),
    (safeguards.STOP_LOSS, "A stop-loss method will limit risk."),
    (safeguards.FORMULA, "The benchmark is a number as determined by Plan, trended at will."),
    (safeguards.ATTRIBUTION, "Members are assigned as in effect from time to time."),
    (safeguards.HELP, "Group shall pay the license of the software."),
    (safeguards.HELP, "Plan may offer software without charge."),
    (care_safeguards.RISK_ADJUSTED, "Results are not adjusted for severity."),
    (safeguards.JOINT_MEETINGS, "The board of directors meets every quarter."),
    (safeguards.DATA_FILES, "Group shall send claims lines each month."),
    (care_safeguards.SOCIAL_FACTORS, "Payment is made without regard to social security numbers."),
    (mutual_terms.GOOD_FAITH_SAID, "Plan shall make a good faith effort to give notice."),
    (mutual_terms.BLANKS, "All rights reserved"),
]


@pytest.mark.parametrize(("safeguard", "words"), SOUND, ids=[words for _, words in SOUND])
def test_a_safeguard_is_found_and_quoted(read_all: Read, safeguard: Safeguard, words: str) -> None:
    reading = read_all(f"{OPENING}1. {words}\n")
    found = safeguard.seen(reading)
    assert found
    assert reading.documents[0].text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(("safeguard", "words"), HOLLOW, ids=[words for _, words in HOLLOW])
def test_a_denial_a_wish_or_another_matter_is_no_safeguard(
    read_all: Read, safeguard: Safeguard, words: str
) -> None:
    assert safeguard.seen(read_all(f"{OPENING}1. {words}\n")) == ()


def test_every_safeguard_has_words_for_a_reader_and_stems_in_small_letters() -> None:
    named = [
        one
        for module in (safeguards, care_safeguards, mutual_terms)
        for one in vars(module).values()
        if isinstance(one, Safeguard)
    ]
    assert len(named) > 40
    for one in named:
        assert one.words
        assert all(stem == stem.lower() for stem in one.stems)
