"""What the answer rests on: terms, scripts, documents, versions and hashes."""

from fairterms import __version__
from fairterms.contract.value import Row, Value, show
from fairterms.decide.basis import Basis
from fairterms.payment.description import TermDescription, describe
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Badge
from fairterms.publish.number_blocks import Column, Table
from fairterms.publish.number_blocks import Row as TableRow
from fairterms.units.dollars import dollars


def readings_section(basis: Basis) -> list[Block]:
    """Show what the text leaves open, with its price."""
    blocks: list[Block] = [Heading(2, "What the text leaves open", "readings")]
    if basis.ambiguities is None:
        return [*blocks, Prose("It could not be priced, because no scenario can be settled.")]
    if not basis.ambiguities.prices:
        return [*blocks, Prose("The terms leave nothing open that the engine knows of.")]
    rows = []
    for price in basis.ambiguities.prices:
        names = " | ".join(name for name, _ in price.question.readings)
        rows.append(
            TableRow(
                (
                    f"{price.question.clause}: {price.question.about}",
                    names,
                    dollars(price.difference),
                    f"{price.share_of_scenarios:.0%}",
                )
            )
        )
    return [
        *blocks,
        Prose(
            f"Every reading was settled in {basis.ambiguities.tried} cases: the scenarios given, "
            "and the cases around every threshold. A worst case alone misleads, so the share of "
            "the scenarios in which a question matters stands beside it."
        ),
        Table(
            "Open questions and what hangs on them",
            (
                Column("Question"),
                Column("Readings; the first is used here"),
                Column("Up to", "right"),
                Column("Scenarios it moves", "right"),
            ),
            tuple(rows),
        ),
    ]


def terms_section(basis: Basis) -> list[Block]:
    """Say the payment terms in plain English."""
    blocks: list[Block] = [
        Heading(2, "The payment terms in plain English", "terms"),
        Prose(f"Amounts are rounded {basis.contract.rounding}."),
    ]
    for clause in describe(basis.contract):
        blocks.append(Heading(3, clause.title))
        blocks.append(Prose(f"{clause.summary} ({clause.category}.)"))
        written = basis.contract.clause(clause.id).terms
        listed = [term for term in clause.terms if not _is_rows(written[term.name].value)]
        items = [f"{_upper(term.meaning)}: {_value(term)}" for term in listed]
        items += [f"{cite}: “{cite.quote}”" for cite in clause.cites if cite.quote]
        if items:
            blocks.append(Bullets(tuple(items)))
        for term in clause.terms:
            value = written[term.name].value
            if isinstance(value, tuple) and _is_rows(value):
                blocks.append(_rows_table(_upper(term.meaning), value))
    return blocks


def _value(term: TermDescription) -> str:
    return "; ".join(term.history) if term.history else term.value


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _is_rows(value: Value) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, Row) for one in value)


def _rows_table(caption: str, value: tuple[Value, ...]) -> Table:
    """Show a term that is given as rows, such as the measures of a scorecard, as a table."""
    rows = [one for one in value if isinstance(one, Row)]
    names = list(dict.fromkeys(name for row in rows for name in row.cells))
    return Table(
        caption,
        tuple(Column(_upper(name.replace("_", " "))) for name in names),
        tuple(
            TableRow(tuple(show(row.cells[name]) if name in row.cells else "–" for name in names))
            for row in rows
        ),
    )


def scripts_section(basis: Basis) -> list[Block]:
    """Show the test scripts, and who agreed to them."""
    blocks: list[Block] = [Heading(2, "The test scripts", "scripts")]
    if not basis.trials:
        return [
            *blocks,
            Prose(
                "There are none yet. A script is a set of figures and the amounts they must "
                "settle to. When both sides sign it, an argument about the sum ends before it "
                "starts."
            ),
        ]
    rows = []
    for trial in basis.trials:
        script = trial.script
        agreed = [
            f"{who} {day}"
            for who, day in (("group", script.group_agreed), ("plan", script.plan_agreed))
            if day
        ]
        badge = Badge("passed", "passes") if trial.passed else Badge("critical", "fails")
        changed = "; the terms have changed since" if trial.terms_changed else ""
        rows.append(
            TableRow((script.title, (badge,), (", ".join(agreed) or "nobody yet") + changed))
        )
    return [
        *blocks,
        Table(
            "Scripts run on these terms",
            (Column("Script"), Column("Outcome"), Column("Agreed by")),
            tuple(rows),
        ),
    ]


def identity(basis: Basis) -> tuple[tuple[str, str], ...]:
    """Return the names and hashes of everything the report was made from."""
    found = [("fairterms", __version__), ("terms.toml", basis.terms)]
    found += [(document.name, f"sha256:{document.sha256}") for document in basis.documents]
    found += [
        (f"settlement “{one.scenario.title}” {one.period.first.year}", one.settlement.hash)
        for one in basis.results
        if one.settlement
    ]
    return tuple(found)
