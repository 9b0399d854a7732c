"""Set the example contracts: one source text, one PDF and one DOCX each, always the same bytes.

The markup is described in ``SOURCE-MARKUP.md``. Run ``build_contracts.py cedar`` for one deal,
or without arguments for every deal that has a ``source`` folder.
"""

import io
import json
import re
import sys
import zipfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import docx
import typst
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

EXAMPLES = Path(__file__).resolve().parent
HEAD_KEYS = {"title", "running_head", "form", "footer", "author", "date", "numbering"}
# The oldest moment a zip file can carry; python-docx would write the present one.
ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
LABEL = re.compile(
    r"(\d+(?:\.\d+)+\.?|\d+\.|\([a-z]{1,5}\)|\(\d{1,2}\)|\([A-Z]\)|[A-Z]-\d+(?:\.\d+)*\.?|[A-Z]\.)\s+"
)
INLINE = re.compile(r"\*\*(.+?)\*\*|__([^_]+?)__(?!_)|(?<!\\)\*([^*]+?)(?<!\\)\*")
STYLES: tuple["Style", ...] = ("bold", "underline", "italic")

Style = Literal["plain", "bold", "italic", "underline"]
Setting = Literal["plain", "centred", "framed"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Run:
    """Letters that share one style."""

    text: str
    style: Style


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A title (level 1), an article or exhibit heading (2) or a heading inside it (3)."""

    level: int
    runs: Runs
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """Text with its number as typed (`label`, empty if none) and its indent in levels."""

    label: str
    indent: int
    setting: Setting
    runs: Runs
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first row the head; `widths` are shares, not lengths."""

    aligns: tuple[Align, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Runs, ...], ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Columns:
    """Lines in columns without rules, for signatures; a row without cells is a gap."""

    rows: tuple[tuple[Runs, ...], ...]
    kind: Literal["columns"] = "columns"


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a new page."""

    kind: Literal["page_break"] = "page_break"


Block = Heading | Paragraph | Table | Columns | PageBreak


@dataclass(frozen=True)
class Contract:
    """One parsed source: the seven keys of its head and its blocks in order."""

    head: dict[str, str]
    blocks: tuple[Block, ...]


class SourceError(ValueError):
    """The source text breaks a rule of SOURCE-MARKUP.md."""


def read_runs(text: str) -> Runs:
    r"""Split text at its inline marks.

    Examples
    --------
    >>> [(run.text, run.style) for run in read_runs("a **b** of \\* ____")]
    [('a ', 'plain'), ('b', 'bold'), (' of * ____', 'plain')]
    """
    runs: list[Run] = []
    end = 0
    for match in INLINE.finditer(text):
        runs.append(Run(text[end : match.start()], "plain"))
        group = match.lastindex or 1
        runs.append(Run(match.group(group), STYLES[group - 1]))
        end = match.end()
    runs.append(Run(text[end:], "plain"))
    return tuple(Run(run.text.replace("\\*", "*"), run.style) for run in runs if run.text)


def read_cells(line: str) -> tuple[Runs, ...]:
    """Split a line at its upright strokes; outer strokes are optional."""
    return tuple(read_runs(cell.strip()) for cell in line.strip().strip("|").split("|"))


def read_table(lines: list[str]) -> Table:
    """Read a table from its lines, the second of which aligns and weighs the columns."""
    rules = [rule.strip() for rule in lines[1].strip().strip("|").split("|")]
    if any(set(rule) - set(":-") or not rule for rule in rules):
        raise SourceError(
            f"The second row of a table aligns its columns, but it reads {lines[1]!r}"
        )
    rows = tuple(read_cells(line) for line in [lines[0], *lines[2:]])
    uneven = [row for row in rows if len(row) != len(rules)]
    if uneven:
        raise SourceError(f"A table row has {len(uneven[0])} cells, not {len(rules)}: {uneven[0]}")
    return Table(tuple(read_align(rule) for rule in rules), tuple(map(len, rules)), rows)


def read_align(rule: str) -> Align:
    """Read one column's alignment from its rule.

    Examples
    --------
    >>> [read_align(rule) for rule in ("---", "--:", ":-:")]
    ['left', 'right', 'center']
    """
    if not rule.endswith(":"):
        return "left"
    return "center" if rule.startswith(":") else "right"


def read_paragraph(lines: list[str]) -> Paragraph:
    """Read a paragraph with its indent, its number and its setting.

    Examples
    --------
    >>> found = read_paragraph(["    (a) Fees are", "    paid."])
    >>> found.label, found.indent, found.runs[0].text
    ('(a)', 1, 'Fees are paid.')
    """
    indent = (len(lines[0]) - len(lines[0].lstrip(" "))) // 4
    text = " ".join(line.strip() for line in lines)
    if text.startswith(("^ ", "> ")):
        return Paragraph("", indent, "centred" if text[0] == "^" else "framed", read_runs(text[2:]))
    match = LABEL.match(text)
    label = match.group(1) if match else ""
    return Paragraph(label, indent, "plain", read_runs(text[match.end() if match else 0 :]))


def read_block(lines: list[str]) -> Block:
    """Read one block from its lines."""
    first = lines[0]
    marks, _, title = first.partition(" ")
    if marks in {"#", "##", "###"}:
        return Heading(len(marks), read_runs(" ".join([title, *map(str.strip, lines[1:])])))
    if first == "+++":
        return PageBreak()
    if first.startswith(":::columns"):
        return Columns(tuple(read_cells(line) if line else () for line in lines[1:]))
    if first.startswith("|"):
        return read_table(lines)
    return read_paragraph(lines)


def split_blocks(text: str) -> list[list[str]]:
    """Split a body into blocks of lines; empty lines inside columns are kept."""
    blocks: list[list[str]] = [[]]
    is_in_columns = False
    for line in map(str.rstrip, text.splitlines()):
        if line == ":::":
            is_in_columns = False
            blocks.append([])
        elif line or is_in_columns:
            is_in_columns = is_in_columns or line == ":::columns"
            blocks[-1].append(line)
        else:
            blocks.append([])
    return [block for block in blocks if block]


def read_contract(text: str) -> Contract:
    """Read a whole source text.

    Raises
    ------
    SourceError
        If the head is missing, or lacks a key, or has an unknown one.
    """
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise SourceError("A source starts with a head between two lines of three dashes")
    pairs = (line.partition(":") for line in parts[1].splitlines() if line)
    head = {key.strip(): value.strip() for key, _, value in pairs}
    if set(head) != HEAD_KEYS:
        raise SourceError(f"These keys of the head are missing or unknown: {set(head) ^ HEAD_KEYS}")
    return Contract(head, tuple(read_block(block) for block in split_blocks(parts[2])))


def set_pdf(contract: Contract) -> bytes:
    """Set a contract as PDF with the template beside this file."""
    result = typst.compile(
        EXAMPLES / "agreement.typ",
        format="pdf",
        font_paths=[],
        ignore_system_fonts=True,
        sys_inputs={"contract": json.dumps(asdict(contract))},
    )
    if not isinstance(result, bytes):
        raise TypeError("typst returned pages, not one PDF")
    return result


def add_runs(paragraph: DocxParagraph, runs: Runs) -> None:
    """Write runs at the end of a paragraph."""
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold = run.style == "bold" or None
        added.italic = run.style == "italic" or None
        added.underline = run.style == "underline" or None


def add_field(paragraph: DocxParagraph, name: str) -> None:
    """Write a field that Word fills in, such as PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    # python-docx has no call for fields; their XML goes in by its underlying elements.
    field.append(paragraph.add_run("1")._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def add_block(document: Document, block: Block) -> None:
    """Write one block at the end of the document."""
    if isinstance(block, Heading):
        heading = document.add_heading(level=block.level)
        add_runs(heading, block.runs)
        if block.level < 3:
            heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif isinstance(block, Paragraph):
        add_paragraph(document, block)
    elif isinstance(block, Table):
        add_table(document, block)
    elif isinstance(block, Columns):
        add_columns(document, block)
    else:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_paragraph(document: Document, block: Paragraph) -> None:
    """Write a paragraph with its number hanging at the left."""
    if block.setting == "framed":
        add_runs(document.add_table(1, 1, "Table Grid").cell(0, 0).paragraphs[0], block.runs)
        document.add_paragraph()
        return
    paragraph = document.add_paragraph()
    if block.setting == "centred":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    hang = 0.45 if block.label else 0.0
    paragraph.paragraph_format.left_indent = Inches(0.34 * block.indent + hang)
    paragraph.paragraph_format.first_line_indent = Inches(-hang)
    if block.label:
        paragraph.add_run(f"{block.label}\t")
    add_runs(paragraph, block.runs)


def add_table(document: Document, block: Table) -> None:
    """Write a ruled table with a bold head."""
    sides = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
    }
    table = document.add_table(len(block.rows), len(block.widths), "Table Grid")
    for number, row in enumerate(block.rows):
        for column, runs in enumerate(row):
            cell = table.cell(number, column)
            cell.width = Inches(6.4 * block.widths[column] / sum(block.widths))
            cell.paragraphs[0].alignment = sides[block.aligns[column]]
            bold = tuple(Run(run.text, "bold") for run in runs)
            add_runs(cell.paragraphs[0], runs if number else bold)
    document.add_paragraph()


def add_columns(document: Document, block: Columns) -> None:
    """Write lines in columns as a table without rules."""
    count = max(len(row) for row in block.rows)
    table = document.add_table(len(block.rows), count)
    for number, row in enumerate(block.rows):
        for column, runs in enumerate(row):
            add_runs(table.cell(number, column).paragraphs[0], runs)


def fill_margins(document: Document, head: dict[str, str]) -> None:
    """Write the running head and the foot; the first page has no running head."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    write_margin(section.header, head["running_head"])
    for footer in (section.footer, section.first_page_footer):
        before, after = head["numbering"].split("{page}")
        line = write_margin(footer, f"{head['form']}\t{head['footer']}\t{before}")
        add_field(line, "PAGE")
        middle, _, end = after.partition("{pages}")
        line.add_run(middle)
        add_field(line, "NUMPAGES")
        line.add_run(end)


def write_margin(margin: _Header | _Footer, text: str) -> DocxParagraph:
    """Write one small line with a centre and a right tab into a page margin."""
    line: DocxParagraph = margin.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Inches(3.2), WD_TAB_ALIGNMENT.CENTER)
    line.paragraph_format.tab_stops.add_tab_stop(Inches(6.4), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(text).font.size = Pt(8.5)
    return line


def open_document(head: dict[str, str]) -> Document:
    """Open an empty US-letter document with the look and the properties of a contract."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1.05)
    for name, size in {"Normal": 11, "Heading 1": 15, "Heading 2": 12, "Heading 3": 11}.items():
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Times New Roman", Pt(size), RGBColor(0, 0, 0)
    document.styles["Normal"].paragraph_format.space_after = Pt(7)
    moment = datetime.fromisoformat(f"{head['date']}T09:00:00")
    about = document.core_properties
    about.title, about.author, about.last_modified_by = (
        head["title"],
        head["author"],
        head["author"],
    )
    about.comments, about.revision, about.created, about.modified = "", 1, moment, moment
    return document


def set_docx(contract: Contract) -> bytes:
    """Set a contract as DOCX with fixed dates inside and on the zip entries."""
    document = open_document(contract.head)
    fill_margins(document, contract.head)
    for block in contract.blocks:
        add_block(document, block)
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, ZIP_MOMENT)
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def build(deal: str) -> list[Path]:
    """Set every source text of one deal and return the files written."""
    written = []
    for source in sorted((EXAMPLES / deal / "source").glob("*.md")):
        contract = read_contract(source.read_text(encoding="utf-8"))
        target = EXAMPLES / deal / "contract" / source.stem
        target.parent.mkdir(exist_ok=True)
        target.with_suffix(".pdf").write_bytes(set_pdf(contract))
        target.with_suffix(".docx").write_bytes(set_docx(contract))
        written += [target.with_suffix(".pdf"), target.with_suffix(".docx")]
    return written


def main(deals: list[str]) -> int:
    """Build the deals named, or all of them; say what was written."""
    found = sorted(folder.parent.name for folder in EXAMPLES.glob("*/source"))
    for deal in deals or found:
        if deal not in found:
            sys.stderr.write(f"There is no folder examples/{deal}/source\n")
            return 2
        for path in build(deal):
            sys.stdout.write(f"{path.relative_to(EXAMPLES)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
