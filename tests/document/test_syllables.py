"""Counting syllables."""

import pytest

from fairterms.document import syllables

_COUNTED = """
1: the shall plan claim days care through rate based while loss league whole fees paid rights
2: party notice agrees final between unless amount signing value buyer beyond issue unique merger
2: contract withhold employ retained statement likely safeguards business every evening
3: agreement provider payable employer royalties therapy physician clinician benefit amendment
3: including exhibit appendix performance settlement hereunder
4: reimbursement negotiate initiate evaluate territory psychiatrist arbitration
4: obligation termination indemnify necessary available generally reality deductible
5: evaluation documentation administrative immediately participating consideration association
6: responsibility eligibility accountability
7: confidentiality
"""


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        (word, int(line.split(":")[0]))
        for line in _COUNTED.strip().splitlines()
        for word in line.split(":")[1].split()
    ],
)
def test_a_word_of_agreements_has_as_many_syllables_as_it_is_said_with(
    word: str, spoken: int
) -> None:
    assert syllables.count(word) == spoken


def test_running_text_is_counted_to_a_few_in_a_hundred() -> None:
    text = (
        "Neither party immediately may end this agreement if the other proves the obligation "
        "followed by professional and timely performance under policies the parties signed before "
        "the date."
    )
    by_ear = sum((2, 2, 5, 1, 1, 1, 3, 1, 1, 2, 1, 1, 4, 2, 1, 4, 1, 2, 3, 2, 3, 1, 2, 1, 2, 1, 1))
    counted = sum(map(syllables.count, text.split()))
    assert abs(counted - by_ear) <= 0.03 * by_ear


@pytest.mark.parametrize(
    ("word", "spoken"), [("(30)", 2), ("HMO", 3), ("PLAN", 1), ("fee-for-service", 4), ("--", 1)]
)
def test_numbers_abbreviations_and_joined_words_are_counted_as_they_are_said(
    word: str, spoken: int
) -> None:
    assert syllables.count(word) == spoken
