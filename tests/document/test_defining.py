"""How a sentence defines a term."""

import pytest

from fairterms.document import defining
from fairterms.document.defining import How


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('"Goal" means ten days.', [("Goal", How.MEANS)]),
        ('"Goal" ("G") means ten days.', [("Goal", How.MEANS), ("G", How.MEANS)]),
        ("Access Goal means ten days.", [("Access Goal", How.MEANS)]),
        ('Ten days (the "Goal") are enough.', [("Goal", How.BRACKETS)]),
        ("Ten days (the Goal) are enough.", [("Goal", How.BRACKETS)]),
        ("The Access Goal is the number of days.", [("Access Goal", How.LINE)]),
        ("Access Goal: The number of days.", [("Access Goal", How.LINE)]),
        (
            "Goal or Access Goal: The number of days.",
            [("Goal", How.LINE), ("Access Goal", How.LINE)],
        ),
        ('It is called the "Goal."', [("Goal", How.QUOTED)]),
        ("Goal is synonymous with Target or Aim.", [("Target", How.QUOTED), ("Aim", How.QUOTED)]),
        ("Group shall meet the Access Goal.", []),
        ("Plan means well.", [("Plan", How.MEANS)]),
        ("Group is paid.", []),
    ],
)
def test_the_terms_a_sentence_defines(sentence: str, found: list[tuple[str, How]]) -> None:
    assert [(one.term, one.how) for one in defining.terms(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ('"Goal" has the meaning set forth in Section 4.', "Section 4"),
        ('"Goal" shall have the meaning given to it in the manual.', "the manual"),
        ('"Goal" is defined in Exhibit B.', "Exhibit B"),
        ('"Goal" means ten days.', ""),
    ],
)
def test_where_a_meaning_stands(sentence: str, there: str) -> None:
    assert defining.points_to(sentence) == there


def test_the_meaning_starts_after_the_defining_words() -> None:
    sentence = '"Goal" means ten days.'
    (one,) = defining.terms(sentence)
    assert sentence[one.after :] == " ten days."


@pytest.mark.parametrize("letters", ['"Aa (', "Aa of ", "(the Aa ", '"" ', "a: A"])
def test_long_nonsense_is_read_in_no_time(letters: str) -> None:
    assert len(list(defining.terms(letters * 2_500))) >= 0
