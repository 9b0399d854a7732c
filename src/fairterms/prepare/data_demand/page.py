"""The pages on data: what is asked, what is promised, and how the sample stood the test."""

from dataclasses import dataclass

from fairterms.prepare.data_demand.demand import Demand
from fairterms.prepare.data_demand.promise import Promise, Promised
from fairterms.prepare.data_demand.sample import Failure, Result, SampleTest
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutKind,
    Definition,
    Definitions,
    Heading,
    Place,
    Prose,
    Quote,
)
from fairterms.publish.inline import Badge, Severity, Strong
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "prepare-data"
_SHAPES: dict[Promised, Severity] = {
    Promised.WHOLE: "passed",
    Promised.SHORT: "high",
    Promised.UNCLEAR: "medium",
    Promised.UNREAD: "medium",
}
_CALLOUTS: dict[Result, CalloutKind] = {
    Result.ACCEPTED: "note",
    Result.NOT_YET: "warning",
    Result.NONE: "warning",
    Result.NOT_TESTED: "warning",
}
ASKED = (
    ("Monthly", "files for each month, on a named day of the next month"),
    ("Clean", "checked by the plan before they are sent, with control totals beside them"),
    ("With a field map", "every field with its name, its meaning and how it is written"),
    (
        "With reference data",
        "the lists behind the codes: products, places, risk groups, clinicians",
    ),
    ("A sample first", "one month of the real layout before anybody signs, tested by these rules"),
    ("With a remedy", "no loss is owed for a year in which files were missing or not accepted"),
)
"""What is asked of every plan; our choice."""
WORDING = (
    "Plan delivers the files of Exhibit [D] to Group by the [20th] day of each month, with the "
    "fields, codes and control totals that Exhibit [D] names. Group tells Plan within [15] "
    "business days whether a file is accepted under the rules of Exhibit [D]; Plan delivers a "
    "corrected file within [15] business days after that. For a Performance Year in which more "
    "than [one] monthly file is missing or not accepted [30] days after it was due, Group owes no "
    "loss, and Group's share of savings is worked out from the files of both parties. No data, no "
    "risk."
)
"""Replacement wording; ours, for counsel to complete."""


@dataclass(frozen=True)
class DataDemand:
    """What is asked, what is promised, and what came of the sample."""

    demand: Demand
    promise: Promise
    sample: SampleTest


def data_demand_blocks(found: DataDemand) -> list[Block]:
    """Show everything: the test, the promise, the list, the field map and wording to offer."""
    return [
        *data_demand_summary_blocks(found),
        *_promise(found.promise),
        Heading(3, "What to ask for", f"{ANCHOR}-asked"),
        Definitions(tuple(Definition(name, f"{words}.") for name, words in ASKED)),
        *_field_map(found.demand),
        Heading(3, "Wording to offer", f"{ANCHOR}-wording"),
        Prose(WORDING),
        Prose("Numbers in brackets are for the two sides to settle. This is not legal advice."),
    ]


def data_demand_summary_blocks(found: DataDemand) -> list[Block]:
    """Show how the sample stood the test: the section of a report."""
    return [
        Heading(2, "No data, no risk: the plan's sample", ANCHOR),
        _callout(found.sample),
        *_failures(found.sample),
        *_gaps(found.sample),
    ]


def _callout(sample: SampleTest) -> Callout:
    kind = _CALLOUTS[sample.result]
    if sample.result is Result.ACCEPTED:
        rows = sum(rows for _, rows in sample.files)
        title = f"The sample is accepted: {rows:,} rows, {sample.rules} rules asked."
        return Callout(kind, title)
    if sample.result is Result.NOT_YET:
        title = f"The sample is not yet accepted: {_findings(len(sample.failures))}."
        words = "Send this list to the plan and ask for the sample again. It holds no person."
        return Callout(kind, title, (Prose(words),))
    if sample.result is Result.NOT_TESTED:
        items = tuple(f"{one.file}: {one.what}. To do: {one.fix}." for one in sample.problems)
        return Callout(kind, "The sample was not tested.", (Bullets(items),))
    words = "Ask for one month of each file before you sign, and put it into the folder samples."
    return Callout(kind, "The plan has given no sample.", (Prose(words),))


def _findings(number: int) -> str:
    return "1 rule found something" if number == 1 else f"{number} rules found something"


def _failures(sample: SampleTest) -> list[Block]:
    if not sample.failures:
        return []
    columns = (Column("File"), Column("What was found"), Column("Rows", "right"), Column("Ask for"))
    rows = tuple(Row((one.file, one.title, _rows(one), one.fix)) for one in sample.failures)
    caption = "What the acceptance rules found in the sample"
    footnote = "Counts only: no value of any row is shown."
    table = Table(caption, columns, rows, footnote, anchor=f"{ANCHOR}-failures")
    return [table]


def _rows(one: Failure) -> str:
    return f"{one.count:,}" if one.count else "whole file"


def _gaps(sample: SampleTest) -> list[Block]:
    items = [
        (Strong(f"{term[:1].upper()}{term[1:]}"), f" cannot be worked out: {lacking}.")
        for term, lacking in sample.gaps
    ]
    lacking = [
        (Strong(f"The file {table}"), " is not in the sample.")
        for table in sample.lacking
        if sample.files
    ]
    if not (items or lacking):
        return []
    heading = Heading(3, "What the sample does not hold", f"{ANCHOR}-gaps")
    return [heading, Bullets((*lacking, *items))]


def _promise(promise: Promise) -> list[Block]:
    badge = Badge(_SHAPES[promise.promised], promise.promised.value)
    blocks: list[Block] = [
        Heading(3, "What the contract promises", f"{ANCHOR}-promise"),
        Prose((badge, f" {promise.words}")),
    ]
    if promise.quote:
        blocks.append(Quote(promise.quote, Place(promise.document, str(promise.page))))
    return blocks


def _field_map(demand: Demand) -> list[Block]:
    if not demand.fields:
        return [Prose("No figure of these terms is worked out from the plan's data.")]
    columns = (Column("File"), Column("Field"), Column("Meaning"), Column("Needed for"))
    rows = tuple(
        Row((one.table, one.name, one.meaning, "; ".join(one.needed_for))) for one in demand.fields
    )
    return [
        Heading(3, "The field map", f"{ANCHOR}-fields"),
        Table(
            "Fields to ask for, and what each is needed for",
            columns,
            rows,
            footnote="Names are ours; the plan's own names do as well, with a column map.",
            has_row_headers=False,
            anchor=f"{ANCHOR}-field-map",
        ),
    ]
