"""Cross-references that lead nowhere."""

import pytest

from fairterms.review import pointers
from tests.review.conftest import Read

SECTIONS = "\n".join(f"{n}.1 Plan shall pay the fee of part {n} on time." for n in range(1, 9))


def test_a_dead_end_is_found_once_with_its_place(read_all: Read) -> None:
    text = f"{SECTIONS}\n9.1 Under Section 47.3 hereof Group may object, as Section 47.3 says.\n"
    (end,) = pointers.dead_ends(read_all(text))
    assert end.passage.text[end.start : end.end] == "Section 47.3"
    assert end.is_own


@pytest.mark.parametrize(
    "sentence",
    [
        "Group may object under Section 4.1.",
        "Group may object under Section 47.3 of that Partner's Lease Agreement.",
        "Group may object under Section 47.3 thereof.",
        "Plan shall obey Section 47.3 of Title 42.",
    ],
)
def test_what_leads_somewhere_or_into_another_text_is_not(read_all: Read, sentence: str) -> None:
    assert pointers.dead_ends(read_all(f"{SECTIONS}\n9.1 {sentence}\n")) == ()


def test_where_very_many_lead_nowhere_the_numbers_were_lost(read_all: Read) -> None:
    many = " ".join(f"Group may object as in Section {n}.7." for n in range(40, 48))
    assert pointers.dead_ends(read_all(f"{SECTIONS}\n9.1 {many}\n")) == ()
