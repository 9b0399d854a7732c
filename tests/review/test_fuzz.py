"""Broken files and nonsense give a result or a message: no traceback, no flood, no standstill."""

import io
import random
import resource
import time
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument
from fairterms.publish import docx, html, pdf
from fairterms.publish.inline import Deleted, Inserted
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Block, Heading, Prose, Report
from fairterms.review.reviewed import look_at
from fairterms.units.finding import QuoteEvidence

NOISE = (b"\x00" * 9, b"<" * 99, b"&e;", b"]]>", b"endobj", b"%PDF")
MONOTONE = ("(", "a ", "1.", "“", "Section 1.1 ", "may ", "shall not, ", "Plan ")
SHARDS = 20
FILES = 2_000
TEXTS = 10_000
SECONDS = 60
GIGABYTES = 1

WORDS = (
    "Plan Provider Member shall may not amend terminate pay within thirty (30) sixty days notice "
    "benchmark savings deficit audit records manual Exhibit B Section 4.2 “Agreement” means sole "
    "discretion indemnify arbitration ; , . : ( ) $1,000 5% 1.1 2.3.4 (a) ARTICLE IV unless except "
    "notwithstanding [masked] \u3000 ﬁnal \u202e \x00 \ufffe é 漢"
)


@cache
def seeds() -> dict[str, bytes]:
    """One small agreement in each format."""
    blocks: list[Block] = []
    for number, name in enumerate(("Payment", "Changes", "Disputes", "Records", "Term"), start=1):
        blocks += [
            Heading(2, f"{number}. {name}"),
            Prose(f"{number}.1 Plan may amend this {name} by thirty (30) days' notice."),
            Prose(("Provider shall ", Deleted("may"), Inserted("must"), " comply with Exhibit B.")),
        ]
    rows = tuple(Row((f"{n}", f"${n}00")) for n in range(1, 6))
    blocks.append(Table("Rates", (Column("Visit"), Column("Rate")), rows))
    report = Report(title="Agreement between Plan and Provider", blocks=tuple(blocks))
    return {
        "pdf": pdf.render(report),
        "docx": docx.render(report),
        "html": html.render(report).encode(),
    }


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Damage some bytes: flipped, cut, doubled, moved, or replaced by noise."""
    data = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5, 40))):
        at = rng.randrange(len(data) or 1)
        size = rng.choice((1, 4, 64, 1_024))
        match rng.randrange(6):
            case 0:
                data[at : at + 1] = bytes([rng.randrange(256)])
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * rng.choice((1, 3, 50))
            case 3:
                data[at : at + size] = rng.randbytes(size)
            case 4:
                data = data[: max(at, 1)]
            case _:
                data[at:at] = rng.choice(
                    (b"\x00" * 9, b"<" * 99, b"&e;", b"]]>", b"endobj", b"%PDF")
                )
    return bytes(data)


def mutated_parts(content: bytes, rng: random.Random) -> bytes:
    """Damage one part of a Word file, and pack it again as a whole one."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        chosen = rng.choice(["word/document.xml"] * 5 + old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, rng) if name == chosen else part)
    return written.getvalue()


def look(path: Path) -> str:
    """Read and review; return what became of it. Quotations must be exact even now."""
    started = time.process_time()
    try:
        document = read(path)
    except UnreadableDocument as refusal:
        return "refused" if "fix:" in str(refusal) else "refused without advice"
    for finding in look_at([document]).findings:
        for quote in (finding.evidence, *finding.more_evidence):
            if isinstance(quote, QuoteEvidence):
                assert document.text[quote.start : quote.end] == quote.text
    assert time.process_time() - started < SECONDS
    return "read"


def peak() -> int:
    """Tell the most memory this process has held, in kB; tests before this one count too."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.fixture(autouse=True)
def _slim() -> Iterator[None]:
    """Hold what each test adds to the peak: another in this process may have been larger."""
    before = peak()
    yield
    assert peak() - before < GIGABYTES * 1024 * 1024


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, shard: int) -> None:
    rng = random.Random(shard)  # noqa: S311 - which bytes are damaged is no secret
    became: set[str] = set()
    for number in range(FILES // SHARDS):
        kind = ("pdf", "docx", "html")[number % 3]
        damage = mutated_parts if kind == "docx" and rng.random() < 0.7 else mutated
        path = tmp_path / f"{number}.{kind}"
        path.write_bytes(damage(seeds()[kind], rng))
        became.add(look(path))
        path.unlink()
    assert became == {"read", "refused"}


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_any_text_is_read(tmp_path: Path, shard: int) -> None:
    rng = random.Random(1_000 + shard)  # noqa: S311 - as above
    path = tmp_path / "text.txt"
    words = WORDS.split(" ")
    for _ in range(TEXTS // SHARDS):
        length = rng.choice((3, 30, 120, 400))
        if rng.random() < 0.2:
            text = "".join(chr(rng.randrange(1, 0xD7FF)) for _ in range(length))
        else:
            text = " ".join(rng.choice(words) for _ in range(length))
            text = text.replace(" . ", ".\n" if rng.random() < 0.3 else ". ")
        path.write_text(text, encoding="utf-8")
        look(path)


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_the_undamaged_seed_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"seed.{kind}"
    path.write_bytes(seeds()[kind])
    assert look(path) == "read"


@pytest.mark.parametrize(
    "repeated", ["(", "a ", "1.", "“", "Section 1.1 ", "may ", "shall not, ", "Plan "]
)
def test_a_long_monotone_text_does_not_stand_still(tmp_path: Path, repeated: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(repeated * (20_000 // len(repeated)), encoding="utf-8")
    assert look(path) in {"read", "refused"}


def test_entities_are_not_blown_up(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "0123456789">' + b"".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.replace("&a0;", "&a;").encode()
        for n in range(1, 10)
    )
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w") as packed, zipfile.ZipFile(io.BytesIO(seeds()["docx"])) as old:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = bomb + b"]><w:document>&a9;</w:document>"
            packed.writestr(name, part)
    assert look(path) in {"read", "refused"}
