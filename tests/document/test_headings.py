"""Reading the number or heading at the start of a line."""

import pytest

from fairterms.document import headings
from fairterms.document.headings import Style


@pytest.mark.parametrize(
    ("line", "style", "number", "title"),
    [
        (
            "2.7 Recovery of Overpayments. Plan may",
            Style.DECIMAL,
            "2.7",
            "Recovery of Overpayments",
        ),
        ("2.7. recovery", Style.DECIMAL, "2.7", ""),
        ("2(c) half of it", Style.DECIMAL, "2(c)", ""),
        ("12. Notices", Style.INTEGER, "12", "Notices"),
        ("ARTICLE IV", Style.ARTICLE, "Article IV", ""),
        ("Article 4 - Term and Termination", Style.ARTICLE, "Article 4", "Term and Termination"),
        ("Section 3. Payment. Plan pays", Style.SECTION, "Section 3", "Payment"),
        ("§ 3 Payment", Style.SECTION, "Section 3", "Payment"),
        ("EXHIBIT B", Style.ATTACHMENT, "Exhibit B", ""),
        ("Attachment A-1: Rates", Style.ATTACHMENT, "Attachment A-1", "Rates"),
        (
            "MEDICAID PARTICIPATION ATTACHMENT",
            Style.ATTACHMENT,
            "",
            "MEDICAID PARTICIPATION ATTACHMENT",
        ),
        ("GENERAL PROVISIONS", Style.HEADING, "", "GENERAL PROVISIONS"),
        ("(b) or less", Style.LETTER, "(b)", ""),
        ("iii) or less", Style.ROMAN, "(iii)", ""),
        ("B. Yearly", Style.CAPITAL, "(B)", "Yearly"),
    ],
)
def test_a_number_or_heading_is_read(line: str, style: Style, number: str, title: str) -> None:
    mark = headings.read(line)
    assert mark is not None
    assert (mark.style, mark.number, mark.title) == (style, number, title)


@pytest.mark.parametrize(
    "line",
    [
        "30 days after notice",
        "2.13, then such Claims must be",
        "Article VIII, without terminating the",
        "Section 3 of this Agreement says",
        "Exhibit B shall be read with this",
        "Sections 1128 or 1156 of the",
        "(including reasonable fees)",
        "ADHD",
        "$1,172 $640 $174",
        "NA NA NA NA",
    ],
)
def test_an_ordinary_line_is_none(line: str) -> None:
    assert headings.read(line) is None
