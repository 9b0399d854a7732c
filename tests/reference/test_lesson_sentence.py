"""One sentence says where something is explained, and it can be read back."""

import pytest

from fairterms.reference.lesson import lessons
from fairterms.reference.lesson_links import LessonLink, lesson_for_check, lesson_for_risk
from fairterms.reference.lesson_sentence import EXPLAINED, explained
from fairterms.review.reading import CHECKS
from fairterms.risks.library.library_risk import RISKS


def test_the_sentence_names_training_section_and_title() -> None:
    link = LessonLink(5, "Negotiate", 12, "What to ask for")
    assert explained(link) == "Explained in training 5, section 12: What to ask for."


@pytest.mark.parametrize("title", ["Whose risk is it?", "Stop!", "It is done."])
def test_a_title_that_ends_a_sentence_gets_no_second_end(title: str) -> None:
    assert explained(LessonLink(1, "t", 2, title)).endswith(f": {title}")


def test_what_no_training_explains_is_not_spoken_of() -> None:
    assert explained(None) == ""


def test_the_words_are_read_back_for_every_check_and_risk() -> None:
    links = [lesson_for_check(check.id) for check in CHECKS.values()]
    links += [lesson_for_risk(risk.id) for risk in RISKS.values()]
    titles = {one.number: one.sections for one in lessons()}
    for link in links:
        found = EXPLAINED.match(explained(link))
        assert found is not None
        number, section = map(int, found.groups())
        assert explained(link).endswith(f": {titles[number][section - 1]}.")
