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
    SideBySide,
)
from fairterms.publish.chart.bars import Bar, Reference, bars
from fairterms.publish.chart.course import Expected, course
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.chart.funnel import Band, Dot, funnel
from fairterms.publish.chart.heat_map import Cell, heat_map
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.chart.risk_map import RiskGrid, RiskShare, risk_map
from fairterms.publish.chart.trades import MarkedPoint, trades_chart
from fairterms.publish.chart.waterfall import Change, Level, waterfall
from fairterms.publish.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Inserted,
    Link,
    Mark,
    Strong,
    Term,
)
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Step, Steps, Table
from fairterms.publish.page import Report

HOSTILE = "<b>&\"#$*_@`\\[] 100 % {x} </script> ''' #let x = 1 </style>"

LONG_WORD = "sha256:" + "0123456789abcdef" * 8
# A bullet of a symbol font, as word processors leave it, a name in another script, a half pair.
UNDRAWABLE = "\uf0b7 漢字 \ud800"


def gallery(rows: int = 60) -> Report:
    """Make the report with ``rows`` in its long table."""
    return Report(
        title=f"Gallery {HOSTILE}",
        subtitle=f"For {HOSTILE}",
        made_on="2031-03-04",
        footer=("Not legal advice.",),
        identity=(("terms", "sha256:" + "ab" * 32),),
        blocks=(
            Callout("answer-negotiate", HOSTILE, (Numbered((HOSTILE, "Two")),), anchor="answer"),
            Figures(
                (
                    KeyNumber("Expected", "$12,345", HOSTILE),
                    KeyNumber("Worst and best", "−$196,698 to $40,906", "a year"),
                    KeyNumber("Findings", "3 critical, 5 high"),
                    KeyNumber("Hash", LONG_WORD),
                    KeyNumber("Word", "unknown"),
                )
            ),
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
            bars(
                f"Work {UNDRAWABLE}",
                [Bar("Files", 13248), Bar(f"Meetings {UNDRAWABLE}", -10980)],
                reference=Reference("Limit", 12000),
                anchor="work",
            ),
            curve(
                "Share by savings",
                [
                    Line("As offered", ((0, 0), (50000, 0), (100000, 50000))),
                    Line("As asked", ((0, 0), (100000, 60000))),
                ],
                (Axis("Savings"), Axis("Paid")),
                threshold=Threshold("Minimum", 50000),
            ),
            heat_map(
                "Risks",
                ("Likely", "Rare"),
                ("Small", "Large"),
                [Cell("Likely", "Large", 4, "2 risks"), Cell("Rare", "Small", 0, "1 risk")],
                axis_titles=("Chance", "Loss"),
            ),
            risk_map(
                "Where risks may lie",
                RiskGrid(
                    ("Often", "Rarely"),
                    ("Small", f"Large {HOSTILE}"),
                    (
                        Cell("Often", "Small", 2, "Medium"),
                        Cell("Often", f"Large {HOSTILE}", 4, "Extreme"),
                        Cell("Rarely", "Small", 0, "Low"),
                        Cell("Rarely", f"Large {HOSTILE}", 1, HOSTILE),
                    ),
                    ("Events", "Loss"),
                ),
                [
                    RiskShare("F3", "Often", "Small", 0.6),
                    RiskShare("F3", "Rarely", f"Large {HOSTILE}", 0.4),
                    RiskShare(HOSTILE, "Often", f"Large {HOSTILE}", 1),
                ],
            ),
            trades_chart(
                "Trades",
                [(30000, -5000), (20000, 1000), (10000, 4000)],
                [MarkedPoint(HOSTILE, 20000, 1000), MarkedPoint("No deal", 0, -6000)],
                (Axis("Worth to you"), Axis("Worth to the plan")),
            ),
            funnel(
                "Clinicians",
                [Dot(HOSTILE, 40, 0.5, "within", is_own=True), Dot("Fir", 90, 0.3, "below")],
                [Band("95 % limits", ((10, 0.2, 0.8), (100, 0.4, 0.6)))],
                (Axis("Patients", "number"), Axis("Improved", "percent")),
                target=0.5,
            ),
            course(
                "Depression over time",
                Expected("Expected", "8 in 10 lie here", ((0, 10, 14, 18), (8, 5, 9, 13))),
                [Line(HOSTILE, ((0, 15), (8, 8)))],
                (Axis("Weeks", "number"), Axis("PHQ-9", "number")),
            ),
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
            Table(
                "A table of twelve amounts a row",
                (Column("Year"), *(Column(f"Quarter {n}", "right") for n in range(12))),
                (Row(("2027", *(f"−${n},123,456.78" for n in range(10, 22)))),),
            ),
            Table(
                "A table of unlike columns",
                (Column("Key"), Column("What it says"), Column("Answer")),
                (Row((LONG_WORD, "Many words that go on and on. " * 12, "met")),),
                has_row_headers=False,
            ),
            Table(
                "A table of unlike columns",
                (Column("Key"), Column("Dollars", "center")),
                (Row(("One", "−$196,697.97"), "highlight"),),
            ),
            Quote(HOSTILE, Place("a.pdf", "3", "2.1"), HOSTILE, anchor="quote"),
            Quote(f"First line {UNDRAWABLE}\nSecond line", Place("b.docx")),
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
            Callout("note", "Note", (Prose(LONG_WORD), bars("Boxed", [Bar("One", 1)]))),
            SideBySide(
                (Heading(3, "Said", "said"), Prose((Inserted(HOSTILE), Deleted(HOSTILE)))),
                (Prose(("Text ", Mark(HOSTILE, "said", "marked", "finding 1"), " goes on.")),),
                "What is said",
                "The text",
            ),
            Callout("note", "Tall", tuple(Prose(f"Paragraph {n}. " * 30) for n in range(12))),
        ),
    )
