"""Another netting level: pooled for each on its own, or other results that never count below 0."""

from collections.abc import Iterator

from fairterms.contract.clause import Clause
from fairterms.contract.value import Value, Word
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every other level and floor of the clauses that net results."""
    for clause in ground.contract.clauses:
        if clause.model == "netting":
            yield from _of_clause(ground, clause)


def _of_clause(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    results = ", ".join(clause.of)
    stands_alone = clause.terms["level"].value == Word("each")
    other = "pooled" if stands_alone else "each"
    words = f"{results} are pooled before they are shared"
    if not stands_alone:
        words = f"each of {results} stands alone"
    changed = clause.with_value("level", Word(other))
    # Pooled results are not floored one by one, so that the floors go with the level.
    changed = changed.without("upside_only") if stands_alone else changed
    yield _proposal(ground, changed, other, words)
    yield from _of_floors(ground, clause, clause if stands_alone else changed)
    if clause.terms.get("total_upside_only"):
        floored = clause.terms["total_upside_only"].value is True
        words = "the total counts below 0 too" if floored else "the total never counts below 0"
        yield _proposal(
            ground, clause.with_value("total_upside_only", not floored), "total floor", words
        )


def _of_floors(ground: Ground, clause: Clause, apart: Clause) -> Iterator[Proposal]:
    """Propose that a result stands at least at 0, or may fall below it, where each stands alone."""
    floored = _names(clause)
    settings = [tuple(n for n in floored if n != name) for name in floored]
    settings += [(*floored, name) for name in clause.of if name not in floored]
    settings.append(clause.of)
    for names in dict.fromkeys(settings):
        words = f"each of {', '.join(clause.of)} stands alone, "
        words += f"and {', '.join(names)} never counts below 0" if names else "all below 0 too"
        value: Value = tuple(Word(name) for name in names)
        changed = apart.with_value("upside_only", value) if names else apart.without("upside_only")
        yield _proposal(ground, changed, f"each, at least 0: {', '.join(names)}", words)


def _names(clause: Clause) -> tuple[str, ...]:
    term = clause.terms.get("upside_only")
    if term is None:
        return ()
    items = term.value if isinstance(term.value, tuple) else (term.value,)
    return tuple(str(item) for item in items)


def _proposal(ground: Ground, changed: Clause, key: str, words: str) -> Proposal:
    contract = ground.contract.replacing(changed)
    return Proposal(f"{changed.id} {key}", f"{words}, {said(changed, 'level')}", contract)


FAMILY = Family("Another netting level", propose)
