"""Working a settlement out again from the terms, line by line and to the cent."""

from collections.abc import Iterator

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import agrees, amounts, counts_few, quantity_words
from fairterms.audit.procedures.stated_settlement import StatedSettlement
from fairterms.contract.clause import Contract
from fairterms.contract.performance_year import performance_years
from fairterms.settle.script import Script
from fairterms.settle.settlement import Settlement, settle
from fairterms.settle.trial import try_script
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal


def recompute(contract: Contract, stated: StatedSettlement) -> tuple[Observed, ...]:
    """Work one statement out again.

    Parameters
    ----------
    contract
        The terms.
    stated
        The plan's lines, and the figures to work from.

    Returns
    -------
    tuple of Observed
        One for each stated line, in the statement's order; one, not tested, where the terms and
        figures cannot be settled.
    """
    settled = _settled(contract, stated)
    if isinstance(settled, str):
        expected = "The statement can be worked out again."
        return (Observed(expected, settled, stated.name, Holds.NOT_TESTED),)
    return tuple(_line(settled, stated, name) for name in stated.lines)


def _settled(contract: Contract, stated: StatedSettlement) -> Settlement | str:
    """Settle with the figures handed in; say why not where that cannot be done."""
    if stated.figures.problems:
        return f"The figures cannot be used: {stated.figures.problems[0].what}."
    years = [one for one in performance_years(contract) if one.first.year == stated.year]
    if not years:
        return f"The contract has no performance year {stated.year}."
    try:
        return settle(contract, stated.figures, years[0])
    except Refusal as refusal:
        return refusal.sentences


def _line(settled: Settlement, stated: StatedSettlement, name: str) -> Observed:
    said = stated.lines[name]
    where = f"{stated.name}, line {name}"
    expected = f"{name} is {quantity_words(said)}, as the statement says."
    if stated.takes_own_figures and name in stated.figures.values:
        seen = "It is a figure of the statement itself, and was taken as it stands."
        return Observed(expected, seen, where, Holds.NOT_TESTED)
    ours = _ours(settled, stated, name)
    if ours is None:
        seen = "Neither the terms nor the figures have a line of that name."
        return Observed(expected, seen, where, Holds.NOT_TESTED)
    if ours.unit != said.unit:
        seen = f"It is a number of {said.unit}, and the terms give {ours.unit}."
        return Observed(expected, seen, where, Holds.NO)
    if counts_few(said.unit, said.amount, ours.amount):
        return _few(name, where, agrees(said, ours.amount))
    holds = verdict(agrees(said, ours.amount))
    mine, gap = amounts(said.unit, ours.amount, said.amount - ours.amount)
    source = "Our figure is" if name in stated.figures.values else "Worked out again it is"
    seen = f"{source} {mine}."
    return Observed(expected, seen, where, holds, gap if holds is Holds.NO else mine)


def _few(name: str, where: str, is_same: bool) -> Observed:
    seen = "They agree." if is_same else "They do not agree. The numbers would count few people."
    return Observed(f"{name} is as the statement says.", seen, where, verdict(is_same))


def _ours(settled: Settlement, stated: StatedSettlement, name: str) -> Quantity | None:
    """Return our number for a line: a figure that was measured, else a line worked out."""
    figure = stated.figures.values.get(name)
    if isinstance(figure, Quantity):
        return figure
    try:
        line = settled.line(name)
    except KeyError:
        return None
    return Quantity(line.value, line.unit)


def _scripts(contract: Contract, scripts: tuple[Script, ...]) -> Iterator[Observed]:
    """Run every agreed script: it holds, or it does not, to the last digit."""
    for script in scripts:
        trial = try_script(contract, script)
        expected = f"The terms give what the test script says: {script.title.rstrip('.')}."
        where = f"scripts/{script.file}"
        if trial.passed:
            yield Observed(expected, "Every amount comes out as written.", where, Holds.YES)
        elif trial.differences:
            first = trial.differences[0]
            yield Observed(expected, f"It differs first here: {first}.", where, Holds.NO, first.by)
        else:
            seen = f"The script cannot be used: {script.problems[0].what}."
            yield Observed(expected, seen, where, Holds.NOT_TESTED)


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    contract = evidence.contract
    assert contract is not None, "the procedure is run with the terms"
    lines = [one for stated in evidence.stated or () for one in recompute(contract, stated)]
    return (*lines, *_scripts(contract, evidence.scripts or ()))


PROCEDURE = Procedure(
    id="settlement_recomputation",
    title="Settlement worked out again",
    objective="Does the plan's statement follow from the agreed terms, line by line?",
    criteria=(
        "The contract's payment terms, as cited in terms.toml",
        "IIA Global Internal Audit Standards 13.4, 14.2",
        "COSO principles 10, 13",
    ),
    steps=(
        "Take the terms as both sides agreed them, and the year's figures.",
        "Work every line out again, in the contract's own order and rounding.",
        "Lay each line beside the statement: dollars to the cent, other numbers as printed.",
        "Run every test script that both sides agreed on.",
        "Name the first line that differs, and by how much.",
    ),
    needs=("contract",),
    any_of=("stated", "scripts"),
    sampling="Every line and every script is looked at.",
    expected="Every line agrees to the cent, and every script holds.",
    test=_test,
)
