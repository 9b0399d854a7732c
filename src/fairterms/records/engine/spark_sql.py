"""A question in the SQL of DuckDB, written again in the SQL of Spark with the same meaning.

sqlglot does nearly all of it; the rules here are for what it leaves as it is. A function neither
knows is refused: under the same name another engine may mean something else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from fairterms.units.refusal import Refusal

Node = Any
"""A piece of a statement as sqlglot holds it; sqlglot is optional, so its types are not here."""


class Deed(Enum):
    """What a statement does."""

    ASK = "asks"
    KEEP = "makes a temporary table"
    NAME = "makes a temporary view"
    DROP = "drops a temporary table or view"


@dataclass(frozen=True)
class SparkStatement:
    """A statement for Spark.

    Attributes
    ----------
    deed
        What it does.
    name
        The temporary table or view; empty for a question.
    query
        The question in the SQL of Spark; empty where something is dropped.
    """

    deed: Deed
    name: str
    query: str


@lru_cache(maxsize=512)
def translate(query: str) -> SparkStatement:
    """Write a statement again for Spark.

    Parameters
    ----------
    query
        In the SQL of DuckDB: a question, or the making or dropping of a temporary table or view.

    Raises
    ------
    Refusal
        When Spark has no statement known to mean the same.
    """
    sqlglot = _sqlglot()
    try:
        return _statement(_rewritten(sqlglot.parse_one(query, read="duckdb")))
    except sqlglot.errors.SqlglotError as error:
        raise _refusal(f"cannot be translated: {error}") from error


def _statement(tree: Node) -> SparkStatement:
    exp = _sqlglot().exp
    if isinstance(tree, exp.Query):
        return SparkStatement(Deed.ASK, "", _written(tree))
    if isinstance(tree, exp.Drop):
        return SparkStatement(Deed.DROP, tree.find(exp.Table).name, "")
    is_temporary = isinstance(tree, exp.Create) and tree.find(exp.TemporaryProperty)
    if not is_temporary or tree.expression is None:
        raise _refusal("changes records; the copy on Spark is only asked")
    deed = Deed.NAME if tree.kind == "VIEW" else Deed.KEEP
    return SparkStatement(deed, tree.this.name, _written(tree.expression))


def _written(tree: Node) -> str:
    for function in tree.find_all(_sqlglot().exp.Anonymous):
        if function.name.upper() not in _SPARKS_OWN:
            raise _refusal(f"uses {function.name}, which is not known to mean the same on Spark")
    level = _sqlglot().ErrorLevel.RAISE
    return str(tree.sql(dialect="spark", unsupported_level=level))


def _refusal(what: str) -> Refusal:
    return Refusal(
        "a question to Spark",
        what,
        "a question that meant something else there would give another result",
        "ask it of DuckDB, or write it with functions both engines have",
    )


_SPARKS_OWN = frozenset(
    {"AGGREGATE", "GET", "NAMED_STRUCT", "SIZE", "SLICE", "SORT_ARRAY", "TRANSFORM"}
)
"""The functions the rules below write themselves."""


def _rewritten(tree: Node) -> Node:
    """Apply the rules, the innermost pieces first."""
    for node in reversed(list(tree.walk())):
        rule = _rules().get(type(node))
        new = node if rule is None else rule(node)
        if new is not node:
            node.replace(new)
    return tree


@cache
def _sqlglot() -> Node:
    # Part of the extra "spark": only who asks Spark has it.
    return import_module("sqlglot")


@cache
def _rules() -> Mapping[type, Callable[[Node], Node]]:
    exp = _sqlglot().exp
    return {
        exp.DataType: _whole_number,
        exp.Bracket: _part_of_list,
        exp.ArrayAgg: _list_in_order,
        exp.Filter: _filtered_list,
        exp.Anonymous: _function,
    }


def _called(name: str, *arguments: Node) -> Node:
    return _sqlglot().exp.Anonymous(this=name, expressions=list(arguments))


def _number(value: int) -> Node:
    return _sqlglot().exp.Literal.number(value)


def _whole_number(node: Node) -> Node:
    """Write a whole number of 128 bits as one of 38 digits."""
    exp = _sqlglot().exp
    if not node.is_type(exp.DataType.Type.INT128):
        return node
    return exp.DataType.build("DECIMAL(38, 0)", dialect="spark")


def _part_of_list(node: Node) -> Node:
    """Take an answer or the first few out of a list; past its end is NULL, not an error."""
    exp = _sqlglot().exp
    [place] = node.expressions
    if not isinstance(place, exp.Slice):
        return _called("GET", node.this, place)
    assert place.this is None, "lists are cut from their beginning"
    return _called("SLICE", node.this, _number(1), place.expression)


def _list_in_order(node: Node) -> Node:
    """Put a list in order after it was collected: collecting in Spark keeps no order."""
    exp = _sqlglot().exp
    is_ordered = isinstance(node.this, exp.Order)
    return _sorted(node, None) if is_ordered and not isinstance(node.parent, exp.Filter) else node


def _filtered_list(node: Node) -> Node:
    """Do the same with a list of some rows only."""
    exp = _sqlglot().exp
    listed = node.this
    is_ordered = isinstance(listed, exp.ArrayAgg) and isinstance(listed.this, exp.Order)
    return _sorted(listed, node.expression) if is_ordered else node


def _sorted(listed: Node, only: Node | None) -> Node:
    exp = _sqlglot().exp
    order = listed.this
    assert not any(key.args.get("desc") for key in order.expressions), "lists are in rising order"
    names = (*(f"key_{place}" for place, _ in enumerate(order.expressions)), "kept")
    values = (*(key.this for key in order.expressions), order.this)
    fields = (
        part
        for name, value in zip(names, values, strict=True)
        for part in (exp.Literal.string(name), value.copy())
    )
    collected = exp.ArrayAgg(this=_called("NAMED_STRUCT", *fields))
    if only is not None:
        collected = exp.Filter(this=collected, expression=only.copy())
    one = exp.to_identifier("one")
    kept = exp.Dot(this=one.copy(), expression=exp.to_identifier("kept"))
    in_order = _called("SORT_ARRAY", collected)
    return _called("TRANSFORM", in_order, exp.Lambda(this=kept, expressions=[one]))


def _function(node: Node) -> Node:
    """Write functions that Spark has under another name."""
    match node.name.upper():
        case "ROW":
            return _sqlglot().exp.Struct(expressions=node.expressions)
        case "LIST_REDUCE":
            rows, step = node.expressions
            rest = _called("SLICE", rows.copy(), _number(2), _called("SIZE", rows.copy()))
            return _called("AGGREGATE", rest, _called("GET", rows, _number(0)), step)
    return node
