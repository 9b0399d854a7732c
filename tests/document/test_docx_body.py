"""Tracked changes, notes and boxes in Word files."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from fairterms.document.docx import read
from fairterms.document.reader import read as read_document

WHO = 'w:id="1" w:author="Ada Bell" w:date="2027-01-02T03:04:05Z"'


def body(tmp_path: Path, *paragraphs: str) -> Path:
    """Write a Word file whose body is this XML."""
    word = docx.Document()
    for place, xml in enumerate(paragraphs):
        word.element.body.insert(place, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    path = tmp_path / "agreement.docx"
    word.save(str(path))
    return path


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


CHANGED = (
    f"<w:p>{run('Notice is ')}<w:del {WHO}>{run('ninety (90)', 'delText')}</w:del>"
    f"<w:ins {WHO}>{run('thirty (30)')}</w:ins>{run(' days.')}</w:p>"
)


def test_changes_are_accepted_or_not(tmp_path: Path) -> None:
    path = body(tmp_path, CHANGED)
    assert read(path).text == "Notice is thirty (30) days.\n"
    assert read(path, accept=False).text == "Notice is ninety (90) days.\n"


@pytest.mark.parametrize("accept", [True, False])
def test_changes_are_listed_with_who_and_when(tmp_path: Path, accept: bool) -> None:
    draft = read(body(tmp_path, CHANGED), accept=accept)
    assert [(r.kind, r.text) for r in draft.revisions] == [
        ("deleted", "ninety (90)"),
        ("inserted", "thirty (30)"),
    ]
    for revision in draft.revisions:
        assert (revision.author, revision.date) == ("Ada Bell", "2027-01-02T03:04:05Z")
        kept = draft.text[revision.start : revision.end]
        assert kept == (revision.text if (revision.kind == "inserted") == accept else "")


def test_a_moved_clause_is_in_one_place_only(tmp_path: Path) -> None:
    path = body(
        tmp_path,
        f"<w:p>{run('One.')}<w:moveFrom {WHO}>{run(' Two.')}</w:moveFrom></w:p>",
        f"<w:p>{run('Three.')}<w:moveTo {WHO}>{run(' Two.')}</w:moveTo></w:p>",
    )
    assert read(path).text == "One.\nThree. Two.\n"
    assert read(path, accept=False).text == "One. Two.\nThree.\n"


def test_a_deleted_paragraph_end_joins_its_paragraph_to_the_next(tmp_path: Path) -> None:
    mark = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"
    path = body(tmp_path, f"<w:p>{mark}{run('Plan pays ')}</w:p>", f"<w:p>{run('monthly.')}</w:p>")
    assert read(path).text == "Plan pays monthly.\n"
    assert read(path, accept=False).text == "Plan pays \nmonthly.\n"


def test_an_inserted_table_row_is_an_insertion(tmp_path: Path) -> None:
    cells = f"<w:tc><w:p>{run('Cap')}</w:p></w:tc><w:tc><w:p>{run('2 %')}</w:p></w:tc>"
    row = f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>{cells}</w:tr>"
    path = body(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr>{row}</w:tbl>")
    assert read(path).text == "Cap\t2 %\nCap\t2 %\n"
    assert read(path, accept=False).text.split() == ["Cap", "2", "%"]


def test_a_table_inside_a_table_is_read_once(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('inside')}</w:p></w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc><w:p>{run('before')}</w:p>{inner}</w:tc></w:tr></w:tbl>"
    assert read(body(tmp_path, outer)).text == "before\ninside\n"


def test_tabs_breaks_and_signs_are_read(tmp_path: Path) -> None:
    signs = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    assert read(body(tmp_path, f"<w:p><w:r>{signs}</w:r></w:p>")).text == "a\tb\nc-d\n"


def test_what_a_field_computes_from_is_not_text(tmp_path: Path) -> None:
    field = f"<w:r><w:instrText>PAGEREF x</w:instrText></w:r>{run('12')}"
    assert read(body(tmp_path, f"<w:p>{field}</w:p>")).text == "12\n"


def test_a_page_that_word_laid_out_is_a_page(tmp_path: Path) -> None:
    path = body(
        tmp_path,
        f"<w:p>{run('One.')}</w:p>",
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>",
    )
    document = read_document(path)
    assert [document.text[p.start : p.end].strip() for p in document.pages] == ["One.", "Two."]


def test_the_words_of_a_text_box_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('Boxed.')}</w:p></w:txbxContent>"
    twice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    path = body(tmp_path, f"<w:p><w:r><w:t>Around.</w:t>{twice}</w:r></w:p>")
    assert read(path).text == "Around.\nBoxed.\n"
