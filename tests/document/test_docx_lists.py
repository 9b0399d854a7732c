"""The numbers that Word prints and does not store."""

from lxml import etree

from fairterms.document.docx_lists import Lists

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(depth: int, style: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = etree.fromstring(
    f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="7">'
    + level(0, "upperRoman", "ARTICLE %1")
    + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    + level(2, "lowerLetter", "(%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "decimal", "%2.", start=4)
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
)
STYLES = etree.fromstring(
    f'<w:styles {NAMESPACE}><w:style w:styleId="Clause"><w:pPr><w:numPr>'
    '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
)


def paragraph(list_id: int, depth: int) -> etree._Element:
    return etree.fromstring(
        f'<w:pPr {NAMESPACE}><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
        "</w:numPr></w:pPr>"
    )


def test_levels_count_and_restart_below_their_parent() -> None:
    lists = Lists(NUMBERING, STYLES)
    depths = [0, 1, 1, 2, 2, 0, 1, 2]
    assert [lists.number(paragraph(1, depth)) for depth in depths] == [
        "ARTICLE I ",
        "1.1 ",
        "1.2 ",
        "(a) ",
        "(b) ",
        "ARTICLE II ",
        "2.1 ",
        "(a) ",
    ]


def test_a_list_may_start_late_or_have_no_numbers() -> None:
    lists = Lists(NUMBERING, None)
    assert [lists.number(paragraph(2, depth)) for depth in (0, 1, 1)] == ["• ", "4. ", "5. "]


def test_a_second_list_of_the_same_family_may_restart() -> None:
    lists = Lists(NUMBERING, None)
    assert lists.number(paragraph(1, 0)) == "ARTICLE I "
    assert lists.number(paragraph(3, 0)) == "ARTICLE I "
    assert lists.number(paragraph(3, 0)) == "ARTICLE II "


def test_a_style_puts_its_paragraphs_in_a_list() -> None:
    style = etree.fromstring(f'<w:pPr {NAMESPACE}><w:pStyle w:val="Clause"/></w:pPr>')
    lists = Lists(NUMBERING, STYLES)
    assert [lists.number(style), lists.number(style)] == ["1.1 ", "1.2 "]


def test_a_paragraph_outside_any_list_has_no_number() -> None:
    lists = Lists(NUMBERING, STYLES)
    assert lists.number(None) == ""
    assert lists.number(paragraph(0, 0)) == ""
    assert lists.number(paragraph(99, 0)) == ""
    assert Lists(None, None).number(paragraph(1, 0)) == ""
