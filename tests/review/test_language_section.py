"""How hard an agreement is to read."""

from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Figures, Table
from fairterms.review import language_section
from tests.review.conftest import OPENING, Read

HARD = (
    "Notwithstanding the foregoing, except as otherwise provided herein and unless Plan shall have "
    "failed to notify Provider of its determination, Provider shall not be prohibited from not "
    "submitting documentation, provided that, subject to Exhibit B, other than in the event of "
    "extraordinary circumstances, reimbursement of uncompensated administrative expenditures "
    "shall not be made except where previously authorized in accordance with applicable policies. "
)


def test_the_hardest_sentence_comes_first_with_a_plainer_pattern(read_all: Read) -> None:
    blocks = language_section.blocks(read_all(OPENING + HARD + "Plan pays in May. " * 9))
    (table,) = [block for block in blocks if isinstance(block, Table)]
    where, sentence, why, plainer = (plain(cell) for cell in table.rows[0].cells)
    assert where == "agreement.txt, page 1"
    assert sentence.startswith("Notwithstanding")
    assert "exception" in why
    assert plainer
    assert len(table.rows) <= language_section.HARDEST


def test_the_figures_are_measured(read_all: Read) -> None:
    def ease(text: str) -> str:
        blocks = language_section.blocks(read_all(OPENING + text))
        (figures,) = [block for block in blocks if isinstance(block, Figures)]
        return figures.numbers[0].value

    assert int(ease(HARD * 5)) < int(ease("Plan pays in May. It is paid by mail. " * 20))
