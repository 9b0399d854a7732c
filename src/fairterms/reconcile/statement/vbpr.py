"""Read a value-based performance report (a FHIR MeasureReport) as a plan's statement.

Each group of the report is a metric; its number, and the number of each of its parts, become lines.
A number keeps the unit it is printed with, or has the unit its metric is defined in.

Sources
-------
HL7 Da Vinci Value-Based Performance Reporting, STU 1.1, profile "vbp-performance-measurereport".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from fairterms.reconcile.statement.fhir_node import MOST_DIGITS, Node, NotReadable, parse
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Group, Stratum, Submission
from fairterms.reconcile.statement.vbpr_codes import METRICS, OWN_SYSTEM
from fairterms.reconcile.statement.vbpr_header import Header, period_of
from fairterms.reconcile.statement.vbpr_quality import QualityReport, names_of, read_bundle
from fairterms.reconcile.statement.vbpr_units import NoUnit, read
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity

PAYMENT_PARTS = ("cohort", "facility", "geography", "taxid", "group")
"""Stratifiers whose parts have payments of their own; any other keeps its name in the scope."""


def read_report(text: str, file: str) -> Statement:
    """Read a report as a statement.

    Parameters
    ----------
    text
        The JSON text of a MeasureReport.
    file
        Its name, for messages.

    Returns
    -------
    Statement
        One line for each number; what is wrong with the text is part of it.
    """
    return read_submission(text, file).statement


def read_submission(
    text: str, file: str, header: Header | None = None, bundle: str = ""
) -> Submission:
    """Read a report with what was sent to support it.

    Parameters
    ----------
    text
        The JSON text of a MeasureReport.
    file
        Its name, for messages.
    header
        The contract header, when it was sent.
    bundle
        The JSON text of the bundle with its quality reports; empty when it was not sent.
    """
    try:
        root = parse(text)
    except NotReadable as reason:
        return _unusable(file, f"the file is no JSON: {reason}")
    if root.text("resourceType") != "MeasureReport":
        return _unusable(file, "the file is no MeasureReport, so it is no statement")
    reader = _Reader(file)
    groups = tuple(reader.group(one, at) for at, one in enumerate(root.items("group")))
    evaluated = tuple(_evaluated(root))
    referred = {report for report, _ in evaluated}
    quality, names = _support(bundle, reader)
    statement = Statement(
        file,
        tuple(reader.lines),
        period_of(root.get("period")),
        _plan(root, names),
        _group_name(root, names),
        header.title if header and header.title else root.text("measure"),
        root.day("date"),
        _one_day(groups),
        tuple(reader.problems),
    )
    supporting = tuple(one for one in quality if one.id in referred)
    return Submission(statement, groups, root.text("measure"), evaluated, header, supporting)


@dataclass
class _Reader:
    """Gathers lines and problems while groups are read."""

    file: str
    lines: list[StatementLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def group(self, node: Node, at: int) -> Group:
        """Read one metric: its lines, and everything else it states."""
        group = _group(node, at)
        if not group.code:
            self._add(
                f'the group "{group.id}" names no metric',
                "no-metric",
                "a number without its metric could be anything",
                "ask the plan which metric it is",
            )
        score = self._score(node.get("measureScore"), group)
        if score is not None:
            self._line(group, (), score, node.get("measureScore").path)
        strata = tuple(self._strata(node, group))
        return replace(group, score=score, flag=_flag(node), strata=strata)

    def _strata(self, node: Node, group: Group) -> Iterator[Stratum]:
        for stratifier in node.items("stratifier"):
            names = stratifier.items("code")
            outer = names[0].code() if names else ""
            for one in stratifier.items("stratum"):
                scope, dimensions = _scope(one, outer)
                measure_score = one.get("measureScore")
                score = self._score(measure_score, group)
                if score is not None and scope:
                    self._line(group, scope, score, measure_score.path)
                yield Stratum(scope, dimensions, score)

    def _score(self, node: Node, group: Group) -> Quantity | None:
        amount, unit = _amount(node)
        if not node or (amount is None and _has_answer(node)):
            return None
        if amount is None:
            self._add(
                f'{node.path} of "{group.label or group.code}" holds no number of at most '
                f"{MOST_DIGITS} digits",
                "no-number",
                "a line without its number cannot be compared",
                "ask the plan for the number",
            )
            return None
        try:
            return read(amount, unit, group.code)
        except NoUnit as reason:
            self._add(
                f"{node.path}: {reason}",
                "no-unit",
                "a unit that is guessed could be wrong by a factor of a hundred",
                "ask the plan for the unit of this number",
            )
            return None

    def _line(self, group: Group, scope: tuple[str, ...], value: Quantity, place: str) -> None:
        name = "/".join((group.id, *scope))
        if name in self.names:
            self._add(
                f'{place}: "{name}" is stated twice',
                "stated-twice",
                "only one of two numbers for the same part can count",
                "ask the plan which of the two it means; the first is used here",
            )
            return
        self.names.add(name)
        stream = "/".join(part for part in (group.stream, group.incentive) if part)
        self.lines.append(
            StatementLine(name, group.label, value, group.code, stream, scope, place, group.ours)
        )

    def _add(self, what: str, code: str, why: str, fix: str) -> None:
        self.problems.append(Problem(self.file, 0, what, code, why, fix))


def _group(node: Node, at: int) -> Group:
    """Read what a metric states besides its numbers."""
    code = node.get("code")
    metric = METRICS.get(code.code())
    payment = node.extension("payment-stream")
    baseline = node.extension("baseline")
    amount, unit = _amount(baseline.extension("baseline"))
    return Group(
        node.text("id") or f"group-{at + 1}",
        code.code(),
        code.system(),
        code.words() or (metric.display if metric else code.code()),
        payment.extension("type").get("valueCodeableConcept").code(),
        payment.extension("incentive").get("valueCodeableConcept").code(),
        period_of(node.extension("service-period").get("valuePeriod")),
        node.extension("paid-through-date").day("valueDate"),
        baseline=None if amount is None else _read_or_none(amount, unit, code.code()),
        baseline_period=period_of(baseline.extension("period").get("valuePeriod")),
        place=node.path,
        ours=_ours(code),
    )


def _amount(node: Node) -> tuple[Decimal | None, str]:
    """Return a number and the unit written beside it, in any of the forms a score may have."""
    other = node.extension("alternate-measurescore") or node
    for name in ("valueMoney", "valueQuantity"):
        held = other.get(name)
        if held:
            return held.number("value"), held.text("currency") or _unit(held)
    for name in ("valueDecimal", "valueInteger"):
        if other.get(name):
            return other.number(name), ""
    return node.number("value"), _unit(node)


def _unit(node: Node) -> str:
    return node.text("code") or node.text("unit")


def _read_or_none(amount: Decimal, unit: str, code: str) -> Quantity | None:
    try:
        return read(amount, unit, code)
    except NoUnit:
        return None


def _has_answer(score: Node) -> bool:
    """Say whether a score is a yes or no, or words, which are no line."""
    other = score.extension("alternate-measurescore")
    return isinstance(other.get("valueBoolean").value, bool) or bool(other.text("valueString"))


def _flag(node: Node) -> bool | None:
    value = node.get("measureScore").extension("alternate-measurescore").get("valueBoolean").value
    return value if isinstance(value, bool) else None


def _scope(stratum: Node, outer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of a part and what each of them is."""
    components = stratum.items("component")
    if not components:
        value = stratum.get("value")
        dimension = outer or ("cohort" if value.system().endswith("vbp-cohort") else "part")
        return (_name(value, dimension),), (dimension,)
    dimensions = tuple(one.get("code").code() for one in components)
    names = tuple(
        _name(one.get("value"), dimension)
        for one, dimension in zip(components, dimensions, strict=True)
    )
    return names, dimensions


def _name(value: Node, dimension: str) -> str:
    if dimension == "cohort":
        return value.code() or value.words()
    if dimension in (*PAYMENT_PARTS, "part"):
        return value.words() or value.code()
    return f"{dimension} {value.words() or value.code()}"


def _evaluated(root: Node) -> Iterator[tuple[str, str]]:
    for one in root.items("evaluatedResource"):
        group = one.extension("group-reference").text("valueString")
        yield one.text("reference").rsplit("/", 1)[-1], group


def _support(bundle: str, reader: _Reader) -> tuple[Sequence[QualityReport], dict[str, str]]:
    if not bundle:
        return (), {}
    try:
        return read_bundle(bundle), names_of(bundle)
    except NotReadable as reason:
        reader.problems.append(
            Problem(
                reader.file,
                0,
                f"the quality reports sent with it are no JSON: {reason}",
                "no-quality-reports",
                "without them no rate, star or gap can be checked",
                "ask the plan for the quality reports its statement refers to",
            )
        )
        return (), {}


def _plan(root: Node, names: dict[str, str]) -> str:
    reporter = root.get("reporter")
    reference = reporter.text("reference")
    return names.get(reference) or reporter.text("display") or reference


def _group_name(root: Node, names: dict[str, str]) -> str:
    subject = root.get("subject")
    organization = subject.extension("organization-subject").get("valueReference")
    reference = organization.text("reference")
    return subject.text("display") or names.get(reference) or reference


def _one_day(groups: Sequence[Group]) -> date | None:
    """Return the day through which claims are paid, when all groups name the same."""
    days = {group.paid_through for group in groups if group.paid_through}
    return days.pop() if len(days) == 1 else None


def _unusable(file: str, what: str) -> Submission:
    problem = Problem(
        file,
        0,
        what,
        "not-a-report",
        "no line of it can be compared with ours",
        "ask the plan for its value-based performance report (MeasureReport), as JSON",
    )
    return Submission(Statement(file, (), problems=(problem,)))


def _ours(code: Node) -> str:
    """Return the figure or step that a report of our own names; empty for any other report."""
    own = [one.text("code") for one in code.items("coding") if one.text("system") == OWN_SYSTEM]
    return own[0].removeprefix("figure.") if own else ""
