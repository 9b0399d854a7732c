"""The quality reports behind a statement: counts, rate, stars and thresholds of each measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.statement.fhir_node import Node, parse
from fairterms.reconcile.statement.vbpr_header import period_of
from fairterms.units.period import Period

NUMERATORS = ("calculated-numerator", "numerator")
DENOMINATORS = ("calculated-denominator", "denominator")
EXCLUSION = "denominator-exclusion"
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Threshold:
    """A rate to reach.

    Attributes
    ----------
    type
        What reaching it earns, such as "star-4" or "hedis-75-percentile".
    rate
        As a fraction.
    gap
        How many members more are said to be needed; None where it is not said.
    is_percent
        Whether it is written in per cent.
    """

    type: str
    rate: Decimal
    gap: Decimal | None = None
    is_percent: bool = True


@dataclass(frozen=True)
class Count:
    """A rate with what it is made of, for the whole or for a part.

    Attributes
    ----------
    scope
        The part; empty for the whole.
    numerator, denominator
        Members; None where they are not stated. Exclusions are taken off the denominator.
    rate
        As printed, a fraction; None where there is none.
    """

    scope: tuple[str, ...]
    numerator: Decimal | None
    denominator: Decimal | None
    rate: Decimal | None

    @property
    def fewest(self) -> int | None:
        """The smaller of those who reached it and those who did not; None where nobody is."""
        if self.numerator is None or self.denominator is None:
            return None
        cells = (int(self.numerator), int(self.denominator - self.numerator))
        return min((one for one in cells if one > 0), default=None)


@dataclass(frozen=True)
class QualityReport:
    """The result of one measure.

    Attributes
    ----------
    id
        The name by which a statement refers to it.
    measure
        The address of the measure.
    title
        The name of the measure, where the report gives one.
    period
        The period measured.
    score
        Stars or points as printed; None where there are none.
    higher_is_better
        As the report says; None where it does not.
    thresholds
        In the report's order.
    whole
        The rate of the whole panel.
    parts
        The rates of its parts.
    """

    id: str
    measure: str
    title: str = ""
    period: Period | None = None
    score: Decimal | None = None
    higher_is_better: bool | None = None
    thresholds: tuple[Threshold, ...] = ()
    whole: Count = Count((), None, None, None)
    parts: tuple[Count, ...] = ()

    @property
    def name(self) -> str:
        """Its title, or its id."""
        return self.title or self.id

    @property
    def rate(self) -> Decimal | None:
        """The rate from the counts; the printed one where there are no counts."""
        counts = self.whole
        if counts.numerator is None or not counts.denominator:
            return counts.rate
        return counts.numerator / counts.denominator


def read_bundle(text: str) -> tuple[QualityReport, ...]:
    """Read the quality reports of a bundle, or the one report of a file.

    Raises
    ------
    NotReadable
        When the text is no JSON.
    """
    return tuple(
        _report(one)
        for one in resources(parse(text))
        if one.text("resourceType") == "MeasureReport"
    )


def names_of(text: str) -> dict[str, str]:
    """Return the organizations of a bundle: reference to name.

    Raises
    ------
    NotReadable
        When the text is no JSON.
    """
    return {
        f"Organization/{one.text('id')}": one.text("name")
        for one in resources(parse(text))
        if one.text("resourceType") == "Organization"
    }


def resources(root: Node) -> Iterator[Node]:
    """Give the resources of a bundle, or the one resource that a text is."""
    if root.text("resourceType") != "Bundle":
        yield root
        return
    for entry in root.items("entry"):
        yield entry.get("resource")


def _report(root: Node) -> QualityReport:
    groups = root.items("group")
    group = groups[0] if groups else Node(None, "group")
    strata = [one for each in group.items("stratifier") for one in each.items("stratum")]
    direction = root.get("improvementNotation").code()
    return QualityReport(
        root.text("id"),
        root.text("measure"),
        _title(root),
        period_of(root.get("period")),
        root.extension("score").number("valueDecimal"),
        {"increase": True, "decrease": False}.get(direction),
        tuple(_thresholds(root)),
        _count(group, ()),
        tuple(_count(one, _scope(one)) for one in strata),
    )


def _title(root: Node) -> str:
    """Return the measure's name from the words that describe the report, where they hold one."""
    about = root.get("meta").extension("instance-description").text("valueMarkdown")
    start, end = "example ", " MeasureReport for"
    if start not in about or end not in about:
        return root.get("measure").text().rsplit("/", 1)[-1].split("|")[0]
    return about.split(start, 1)[1].split(end, 1)[0]


def _thresholds(root: Node) -> Iterator[Threshold]:
    for one in root.extensions("threshold"):
        quantity = one.extension("threshold").get("valueQuantity")
        value = quantity.number("value")
        if value is not None:
            is_percent = quantity.text("unit") == "%" or quantity.text("code") == "%"
            yield Threshold(
                one.extension("type").get("valueCodeableConcept").code(),
                value * HUNDREDTH if is_percent else value,
                one.extension("gapToThreshold").number("valueDecimal"),
                is_percent,
            )


def _count(node: Node, scope: tuple[str, ...]) -> Count:
    counts = {one.get("code").code(): one.number("count") for one in node.items("population")}
    numerator = _first(counts, NUMERATORS)
    denominator = _first(counts, DENOMINATORS)
    if denominator is not None and "calculated-denominator" not in counts:
        denominator -= counts.get(EXCLUSION) or Decimal(0)
    return Count(scope, numerator, denominator, node.get("measureScore").number("value"))


def _first(counts: dict[str, Decimal | None], codes: tuple[str, ...]) -> Decimal | None:
    return next((counts[code] for code in codes if counts.get(code) is not None), None)


def _scope(stratum: Node) -> tuple[str, ...]:
    parts = stratum.items("component")
    values = [one.get("value") for one in parts] or [stratum.get("value")]
    return tuple(one.code().lower() or one.words() for one in values)
