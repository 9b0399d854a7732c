"""A report with every kind of block and text that would break a careless renderer."""

from fairterms.publish.blocks import (
    Bullets,
    Callout,
    Contents,
    Definition,
    Definitions,
    Heading,
    Numbered,
    PageBreak,
    Place,
    Prose,
    Quote,
)
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.chart.waterfall import Change, Level, waterfall
from fairterms.publish.inline import Badge, Code, Emphasis, Link, Strong, Term
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Step, Steps, Table
from fairterms.publish.page import Report

HOSTILE = "<b>&\"#$*_@`\\[] 100 % {x} </script> ''' #let x = 1 </style>"


def gallery(rows: int = 60) -> Report:
    """Make the report; ``rows`` of its long table."""
    return Report(
        title=f"Gallery {HOSTILE}",
        subtitle=f"For {HOSTILE}",
        made_on="2026-11-21",
        footer=("Not legal advice.",),
        identity=(("terms", "sha256:" + "ab" * 32),),
        blocks=(
            Callout("answer-negotiate", HOSTILE, (Numbered((HOSTILE, "Two")),), anchor="answer"),
            Figures((KeyNumber("Expected", "$12,345", HOSTILE), KeyNumber("Worst", "−$5,000"))),
            Contents(),
            Heading(2, f"Money {HOSTILE}"),
            Prose(
                (
                    "A ",
                    Strong(HOSTILE),
                    Emphasis(HOSTILE),
                    Term("benchmark", "what results are compared with"),
                    Code(HOSTILE),
                    Link("answer", "answer"),
                )
            ),
            waterfall(
                "How it comes about",
                [Change(HOSTILE, 48000), Change("Reduction", -5000), Level("Left", 43000)],
            ),
            ranges("By year", [Scenario("2027", -5000, 13000, 40000)]),
            bars("Work", [Bar("Files", 13248), Bar("Meetings", 10980)]),
            Heading(2, "Tables"),
            Table(
                f"A table {HOSTILE}",
                (Column("Name"), Column("Dollars", "right", "a year")),
                (
                    *(Row((f"row {number} {HOSTILE}", "$1.00")) for number in range(rows)),
                    Row(("Sum", "$60.00"), "total"),
                ),
                footnote=HOSTILE,
                anchor="table",
            ),
            Quote(HOSTILE, Place("a.pdf", "3", "2.1"), HOSTILE),
            Steps(
                "Steps",
                (
                    Step(name=HOSTILE, value="$1.00", words=HOSTILE, clause="c", citation="B, 2"),
                    Step(name="payable", value="$1.00", is_result=True),
                ),
            ),
            PageBreak(),
            Definitions((Definition("word", HOSTILE),)),
            Bullets(
                (
                    tuple(
                        Badge(severity)
                        for severity in ("critical", "high", "medium", "low", "passed")
                    ),
                )
            ),
            Heading(3, "A part"),
            Callout("warning", "Careful"),
            Callout("note", "Note", (Prose("Inside."),)),
        ),
    )
