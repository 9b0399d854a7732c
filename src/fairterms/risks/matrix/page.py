"""The page of a risk matrix: the map, what its lint found, and the order that counts."""

from collections.abc import Sequence

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.chart.heat_map import Cell
from fairterms.publish.chart.risk_map import RiskGrid, RiskShare, risk_map
from fairterms.publish.inline import Badge, Code, Inline, Term
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.palette import SHADES
from fairterms.risks.matrix.bands import amount
from fairterms.risks.matrix.lint import LintReport
from fairterms.risks.matrix.pairs import NEGATIVE, Shares
from fairterms.risks.matrix.region import PlacedRisk, Region, Reversal, reversals
from fairterms.risks.matrix.version import EVENTS_PER_YEAR, MatrixVersion, TwoLevels

ANCHOR = "risks-matrix"
"""What links to the section name."""

_MOST_REVERSALS = 5
_REGION = "The cells of a risk matrix a risk may lie in, with the likelihood of each."

NOT_MONEY = (
    "A colour is not money. It says in which band a risk lies, not what it costs: two risks of one "
    "colour can differ many times over, and a lower colour can cost more. So the risks are ranked "
    "by the loss expected in an average year, and the map is only for looking."
)


def matrix_blocks(
    version: MatrixVersion,
    report: LintReport,
    risks: Sequence[PlacedRisk],
    releveled: Sequence[TwoLevels] = (),
) -> list[Block]:
    """Show a risk matrix with every risk as a region, and its lint beside it.

    Parameters
    ----------
    version
        The matrix.
    report
        Its lint.
    risks
        The risks placed on it; none shows the matrix alone.
    releveled
        The levels under the version before and this one, where there was one.

    Returns
    -------
    list of Block
        Map, risks by expected loss, warnings, lint and identity.
    """
    assert report.sha256 == version.sha256, "a lint stands beside the version it is about"
    assert len({one.id for one in risks}) == len(risks), "each risk has a name of its own"
    blocks: list[Block] = [
        Heading(2, "The risk matrix", ANCHOR),
        Prose(("Each risk is a ", Term("region", _REGION), *_how_to_read(version, risks))),
        matrix_chart(version, risks),
        Callout("note", "Colours are not money.", (Prose(NOT_MONEY),)),
    ]
    if risks:
        blocks.append(_ranking(version, risks))
    blocks += _reversed(version, reversals(version, risks))
    blocks += _both_levels(releveled)
    return [*blocks, *lint_blocks(version, report)]


def matrix_chart(version: MatrixVersion, risks: Sequence[PlacedRisk]) -> Chart:
    """Draw a version of the matrix with the region of every risk.

    Parameters
    ----------
    version
        The matrix.
    risks
        Drawn in this order in every cell.
    """
    rows, columns = version.frequency_names, version.severity_names
    last = len(version.colours) - 1
    cells = tuple(
        Cell(
            rows[cell.frequency_band],
            columns[cell.severity_band],
            # The levels are spread over all shades, so that two levels never look alike.
            round(version.colours.index(version.level_at(cell)) * (len(SHADES) - 1) / last),
            version.level_at(cell),
        )
        for cell in version.cells
    )
    shares = [
        RiskShare(one.id, rows[at.cell.frequency_band], columns[at.cell.severity_band], at.share)
        for one in risks
        for at in one.region.cells
    ]
    titles = (_capital(version.frequency_unit), f"Loss of one event, {version.unit}")
    grid = RiskGrid(tuple(reversed(rows)), columns, cells, titles)
    title = f"Risks on matrix version {version.number}"
    words = " ".join(f"{one.id}, {one.title}: {_levels(one.region)}." for one in risks)
    return risk_map(title, grid, shares, alternative=words, anchor=f"{ANCHOR}-map")


def lint_blocks(version: MatrixVersion, report: LintReport) -> list[Block]:
    """Show what the lint of a matrix found.

    Parameters
    ----------
    version
        The matrix.
    report
        Its lint.
    """
    identity = (
        f"Version {version.number} applies from {version.effective.isoformat()} and never changes; "
        "a change makes the next version. Its mark is "
    )
    return [
        Heading(3, "What this matrix can and cannot tell", f"{ANCHOR}-lint"),
        _rules(report),
        _pairs(version, report),
        Prose((identity, Code(version.sha256), ".")),
    ]


def _rules(report: LintReport) -> Table:
    rows = tuple(
        Row((rule.rule, _badge(passed=rule.passed), rule.sentence)) for rule in report.rules
    )
    return Table(
        f"The lint of matrix version {report.number}",
        (Column("Rule"), Column("Result"), Column("What was found")),
        rows,
        anchor=f"{ANCHOR}-rules",
    )


def _pairs(version: MatrixVersion, report: LintReport) -> Table:
    rows = (
        _share_row("Any risk as likely as any other", report.uniform),
        _share_row("Frequent risks small, severe risks rare", report.negative),
    )
    return Table(
        "How often it cannot tell two risks apart, and how often it ranks them wrongly",
        (
            Column("Pairs of risks"),
            Column("Same level", "right"),
            Column("Of the others, ranked wrongly", "right"),
        ),
        rows,
        footnote=_footnote(version, report),
        anchor=f"{ANCHOR}-pairs",
    )


def _how_to_read(version: MatrixVersion, risks: Sequence[PlacedRisk]) -> tuple[Inline, ...]:
    if not risks:
        return (" and not a dot. No risk is placed on this matrix yet.",)
    words = (
        ", not a dot, because its frequency and severity are uncertain: a ring is filled as far as "
        "the risk is likely to lie in that cell. Cells under 1 % are left out."
    )
    outside = [one for one in risks if one.region.outside > 0]
    if outside:
        told = ", ".join(f"{one.id} {_percent(one.region.outside)}" for one in outside)
        words += (
            f" Partly beyond the edges of version {version.number}, and not moved inside: {told}."
        )
    return (words,)


def _ranking(version: MatrixVersion, risks: Sequence[PlacedRisk]) -> Table:
    ordered = sorted(risks, key=lambda one: -one.expected_loss)
    rows = tuple(
        Row(
            (
                f"{one.id}, {one.title}",
                amount(_rounded(one.expected_loss), version.unit),
                _levels(one.region),
            )
        )
        for one in ordered
    )
    return Table(
        "Risks by the loss expected in an average year",
        (
            Column("Risk"),
            Column("Expected loss", "right", _yearly(version)),
            Column("How likely each level is"),
        ),
        rows,
        anchor=f"{ANCHOR}-ranking",
    )


def _reversed(version: MatrixVersion, found: Sequence[Reversal]) -> list[Block]:
    """Warn of pairs whose levels say the opposite of their expected losses."""
    if not found:
        return []
    items = tuple(_reversal(version, pair) for pair in found[:_MOST_REVERSALS])
    blocks: tuple[Block, ...] = (Bullets(items),)
    if more := len(found) - len(items):
        blocks += (Prose(f"{more} more such {'pair is' if more == 1 else 'pairs are'} not shown."),)
    title = "Some colours say the opposite of the expected loss."
    return [Callout("warning", title, blocks, f"{ANCHOR}-reversals")]


def _reversal(version: MatrixVersion, pair: Reversal) -> str:
    costly, cheap = (
        f"{one.id} is most likely {one.region.level} and costs "
        f"{_with_unit(one.expected_loss, version)} in an average year"
        for one in (pair.costlier, pair.cheaper)
    )
    return f"{costly}; {cheap}."


def _both_levels(releveled: Sequence[TwoLevels]) -> list[Block]:
    if not releveled:
        return []
    beyond = "outside the matrix"
    rows = tuple(Row((one.risk, one.old or beyond, one.new or beyond)) for one in releveled)
    columns = (Column("Risk"), Column("Version before"), Column("This version"))
    words = "The estimates are the same; only the matrix is new."
    caption = "Levels under both versions"
    return [Table(caption, columns, rows, footnote=words, anchor=f"{ANCHOR}-versions")]


def _footnote(version: MatrixVersion, report: LintReport) -> str:
    words = (
        f"{report.pairs:,} pairs of risks, drawn anew by the same seed each time, along the "
        "matrix's own scale; the second row with a correlation of "
        f"{NEGATIVE:g} (our choice) between frequency and severity. ± is twice the standard error."
    )
    if float("inf") in (version.frequency_edges[-1], version.severity_edges[-1]):
        words += (
            " An open band is taken to end at the same multiple of its lower edge as that edge is "
            "of the one before it, or at its double (our choice)."
        )
    return words.replace("-0", "−0")


def _share_row(name: str, shares: Shares) -> Row:
    tied = f"{100 * shares.tied:.1f} ± {200 * shares.tied_error:.1f} %"
    wrong = f"{100 * shares.misranked:.1f} ± {200 * shares.misranked_error:.1f} %"
    return Row((name, tied, wrong))


def _badge(*, passed: bool) -> tuple[Inline, ...]:
    return (Badge("passed", "passed") if passed else Badge("medium", "not kept"),)


def _levels(region: Region) -> str:
    """Say how likely each level is, the likeliest first."""
    ordered = sorted(region.levels, key=lambda entry: -entry[1])
    told = [f"{level} {_percent(share)}" for level, share in ordered if share > 0]
    if region.outside > 0:
        told.append(f"outside the matrix {_percent(region.outside)}")
    return ", ".join(told)


def _percent(share: float) -> str:
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{100 * share:.0f} %"


def _rounded(value: float) -> float:
    """Round to whole units where they count, so that no estimate looks exact to the cent."""
    return round(value) if value >= 100 else float(f"{value:.3g}")


def _with_unit(value: float, version: MatrixVersion) -> str:
    written = amount(_rounded(value), version.unit)
    return written if written.startswith("$") else f"{written} {version.unit}"


def _yearly(version: MatrixVersion) -> str:
    return f"{version.unit} a year" if version.frequency_unit == EVENTS_PER_YEAR else version.unit


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
