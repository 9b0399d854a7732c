"""Every part of the design system with something in it: made-up, for those who build pages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Contents,
    Definition,
    Definitions,
    Heading,
    Place,
    Prose,
    Quote,
    SideBySide,
)
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.chart.heat_map import Cell, heat_map
from fairterms.publish.chart.waterfall import Change, Level, waterfall
from fairterms.publish.inline import Badge, Deleted, Inserted, Link, Mark, Severity, Strong, Term
from fairterms.publish.number_blocks import (
    Column,
    Figures,
    KeyNumber,
    Row,
    Step,
    Steps,
    Table,
)

_PLACES = ("Start", "Read", "Terms", "Simulate", "Outcomes", "Risks", "Negotiate", "Decide")
_SEVERITIES: tuple[Severity, ...] = ("critical", "high", "medium", "low", "passed")


class Reason(forms.Form):
    """A form with each kind of field."""

    email = forms.EmailField(label="E-mail", help_text="We write to nobody else.")
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))
    side = forms.ChoiceField(
        label="For which side", choices=[("group", "The group"), ("plan", "The plan")]
    )
    answer = forms.ChoiceField(
        label="Your answer",
        choices=[("accept", "Accept"), ("dismiss", "Dismiss")],
        widget=forms.RadioSelect,
        help_text="You can change it later.",
    )
    days = forms.IntegerField(label="Days of notice", min_value=0, required=False)
    agreed = forms.BooleanField(label="Both sides have seen this")


def showcase(sent: QueryDict | None = None) -> dict[str, object]:
    """Fill every part.

    Parameters
    ----------
    sent
        What the form was sent with, or None.

    Returns
    -------
    dict
        What the template of the page needs.
    """
    return {
        "places": [(name, f"#{name.lower()}", name == "Read") for name in _PLACES],
        "crumbs": [("Cedar and Example Health", "#main"), ("Read", "")],
        "room_title": "Cedar IPA, private room",
        "side": "About this page",
        "form": Reason(sent),
        "blocks_shown": report_blocks(),
        "beside": beside(),
        "severities": _SEVERITIES,
        "columns": [("Clause", "left"), ("Worth a year", "right"), ("Chance of loss", "right")],
        "rows": [
            ("Withhold", "−$12,000.00", "9 %"),
            ("Savings", "$48,451.20", "31 %"),
            ("Loss cap", "$3,100.00", "4.5 %"),
            ("Advance", "", ""),
        ],
        "tabs": [("Findings", "#findings", True), ("Questions", "#questions", False)],
        "page": Paginator(range(95), 10).page(4),
        "amount": Decimal("-1234.5"),
        "day": date(2027, 1, 12),
        "moment": datetime(2027, 1, 12, 14, 5, tzinfo=UTC),
    }


def report_blocks() -> tuple[Block, ...]:
    """Give one of each block of a report."""
    return (
        Callout("answer-negotiate", "Negotiate: three clauses decide", (Prose("As asked."),)),
        Callout("answer-sign", "Sign"),
        Callout("answer-walk-away", "Walk away"),
        Callout("warning", "Careful"),
        Callout("note", "Not legal advice"),
        Contents(),
        Figures((KeyNumber("Expected", "$12,345", "a year"), KeyNumber("Worst", "−$196,698"))),
        Heading(2, "The money"),
        Prose(
            (
                "The plan keeps a ",
                Term("withheld", "Part of pay kept back until conditions are met.", "withhold"),
                " part of ",
                Strong("5 %"),
                ", see ",
                Link("the table", "clauses"),
                ". ",
                Inserted("Added words. "),
                Deleted("Words taken out."),
            )
        ),
        waterfall(
            "How it comes about",
            [Change("Savings", 48000), Change("Reduction", -5000), Level("Left", 43000)],
        ),
        bars("Hours a year", [Bar("Files", 132), Bar("Meetings", -109)]),
        heat_map(
            "Risks",
            ("Often", "Rarely"),
            ("Small", "Middling", "Large"),
            [
                Cell("Often", "Small", 2, "Medium"),
                Cell("Often", "Middling", 3, "High"),
                Cell("Often", "Large", 4, "Extreme"),
                Cell("Rarely", "Small", 0, "Low"),
                Cell("Rarely", "Middling", 1, "Some"),
            ],
        ),
        *_tables(),
        Bullets((tuple(Badge(severity) for severity in _SEVERITIES),)),
        Quote(
            "fifty percent (50%) of the Savings", Place("agreement.pdf", "3", "2(c)"), "Half is low"
        ),
        Steps(
            "What is paid",
            (
                Step(name="savings", value="$98,880.00", words="benchmark less cost"),
                Step(name="payable", value="$48,451.20", words="half, less 2 %", is_result=True),
            ),
        ),
        Definitions((Definition("terms.toml", "The payment terms as text"),)),
    )


def beside() -> tuple[Block, ...]:
    """Give findings and the text they are about."""
    filler = tuple(Prose(f"Paragraph {number} of the agreement. " * 12) for number in range(14))
    said = (
        Heading(3, "Notice is short", "finding-1"),
        Prose(("Thirty days: ", Link("see the words", "words-1"))),
        Heading(3, "The share is low", "finding-2"),
        Prose(("Half of the savings: ", Link("see the words of section 9", "words-2"))),
    )
    text = (
        Prose(
            ("The plan may change this on ", Mark("30 days", "finding-1", "words-1", "finding 1"))
        ),
        *filler,
        Prose(("It pays ", Mark("fifty percent", "finding-2", "words-2", "finding 2"), ".")),
    )
    return (SideBySide(said, text, "Findings", "The text"),)


def _tables() -> tuple[Table, ...]:
    clauses = Table(
        "What each clause is worth",
        (Column("Clause"), Column("Worth", "right", "a year"), Column("Range")),
        (
            Row(("Withhold", "−$12,000", "−$13,000 to −$9,000")),
            Row(("Savings", "$48,451", "$0 to $90,000"), "highlight"),
            Row(("Cap", "$3,100", "$0 to $5,000")),
            Row(("Sum", "$39,551", ""), "total"),
        ),
        anchor="clauses",
    )
    wide = Table(
        "A table wider than a telephone",
        (Column("Year"), *(Column(f"Quarter {number}", "right") for number in range(1, 9))),
        (Row(("2027", *(f"−${number},123,456.78" for number in range(10, 18)))),),
    )
    return clauses, wide
