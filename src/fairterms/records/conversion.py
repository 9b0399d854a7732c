"""From what a file holds to what the store keeps: one SQL expression a column, and one for doubt.

An expression gives the value, or NULL with a reason. It never rounds: a cent that is not whole, a
date in the wrong order or a count with a fraction sets the row aside.
"""

from dataclasses import dataclass

from fairterms.records.staged import literal, quoted
from fairterms.records.table import Column, Kind
from fairterms.records.writing import DateOrder, MoneyUnit
from fairterms.units.code_system import ADDRESSES

NULL_WORDS = ("", "NULL", "null", r"\N")
"""What stands for an empty cell."""

_AMOUNT = r"(\d{1,3}([, '']\d{3})+|\d{1,13})(\.\d{1,2}0*)?|\.\d{1,2}0*"
_WHOLE_AMOUNT = r"(\d{1,3}([, '']\d{3})+|\d{1,15})(\.0+)?"
_NUMBERS = ("INT", "DECIMAL", "DOUBLE", "FLOAT")


@dataclass(frozen=True)
class Origin:
    """Where a column's values come from, and how they are written.

    Attributes
    ----------
    columns
        Names in the file: one, or one an item for a list of answers.
    kind
        The type of them in the file, such as "VARCHAR" or "DATE".
    dates, money
        How they are written, where the column is a date or an amount.
    constant
        The value of every row, when it stands in the column map and not in the file.
    """

    columns: tuple[str, ...] = ()
    kind: str = "VARCHAR"
    dates: DateOrder = DateOrder.YEAR_FIRST
    money: MoneyUnit | None = None
    constant: str = ""


@dataclass(frozen=True)
class Converted:
    """The SQL of one column.

    Attributes
    ----------
    value
        The expression of the value.
    present
        A condition: the file has something there.
    wrong
        What is wrong when something is there and the value is NULL; without any value.
    """

    value: str
    present: str
    wrong: str


def convert(column: Column, origin: Origin) -> Converted:
    """Write the SQL that turns what a file holds into a column's value.

    Parameters
    ----------
    column
        The column of the store.
    origin
        Where its values come from.
    """
    if column.kind is Kind.ITEMS:
        return _items(origin)
    text = literal(origin.constant) if origin.constant else quoted(origin.columns[0])
    is_text = bool(origin.constant) or origin.kind == "VARCHAR"
    cell = f"nullif(trim(CAST({text} AS VARCHAR)), '')"
    if is_text:
        words = ", ".join(literal(word) for word in NULL_WORDS)
        cell = f"(CASE WHEN trim({text}) IN ({words}) THEN NULL ELSE trim({text}) END)"
    present = f"{cell} IS NOT NULL" if is_text else f"{text} IS NOT NULL"
    if column.kind is Kind.DATE:
        return Converted(_date(cell, text, origin), present, f"is no date written {origin.dates}")
    if column.kind is Kind.CENTS:
        assert origin.money is not None, "an amount states its unit"
        wrong = f"is no amount in {origin.money} to the whole cent"
        return Converted(_cents(cell, origin.money), present, wrong)
    if column.kind in {Kind.WHOLE, Kind.NUMBER}:
        return Converted(_number(cell, text, column.kind, origin.kind), present, _not(column.kind))
    return Converted(_word(cell, column.kind), present, _not(column.kind))


def _not(kind: Kind) -> str:
    return {
        Kind.WHOLE: "is no whole number",
        Kind.NUMBER: "is no number",
        Kind.FLAG: "is neither yes nor no",
    }.get(kind, "cannot be read")


def _date(cell: str, text: str, origin: Origin) -> str:
    """Write the SQL of a date as it is written: no time zone moves it to another day."""
    if origin.kind == "DATE" and not origin.constant:
        return text
    if origin.kind.startswith("TIMESTAMP") and not origin.constant:
        return f"CAST({text} AS DATE)"
    day = f"split_part(split_part({cell}, 'T', 1), ' ', 1)"
    if origin.dates is DateOrder.YEAR_FIRST:
        # Most are a day and no time; those are read without being taken apart.
        is_day = f"len({cell}) = 10 AND {cell}[5] = '-' AND {cell}[8] = '-'"
        return (
            f"(CASE WHEN {is_day} THEN try_cast({cell} AS DATE) "
            f"WHEN {cell}[5] = '-' AND len({day}) = 10 THEN try_cast({day} AS DATE) "
            f"WHEN len({cell}) = 8 THEN try_strptime({cell}, '%Y%m%d')::DATE END)"
        )
    form = "%m/%d/%Y" if origin.dates is DateOrder.MONTH_FIRST else "%d/%m/%Y"
    slashed = f"translate({day}, '.-', '//')"
    # A year of two digits could be of either century.
    four = rf"regexp_full_match({slashed}, '\d{{1,2}}/\d{{1,2}}/\d{{4}}')"
    return f"(CASE WHEN {four} THEN try_strptime({slashed}, '{form}')::DATE END)"


def _cents(cell: str, money: MoneyUnit) -> str:
    """Write the SQL of an amount in whole cents; brackets and a minus on either side are debts."""
    if money is MoneyUnit.DOLLARS_DECIMAL_COMMA:
        cell = f"translate({cell}, '.,', ',.')"
    bare = rf"regexp_replace({cell}, '^([-+(]*)\s*(?:\$|USD)?\s*([-+]?)', '\1\2')"
    bare = rf"regexp_replace({bare}, '\s*(?:USD|\$)(\)?)$', '\1')"
    shape = _WHOLE_AMOUNT if money is MoneyUnit.CENTS else _AMOUNT
    signed = rf"^(?:\((?:{shape})\)|[-+]?(?:{shape})|(?:{shape})-)$"
    digits = f"regexp_replace({bare}, '[^0-9.]', '', 'g')"
    times = 1 if money is MoneyUnit.CENTS else 100
    size = f"CAST(try_cast({digits} AS DECIMAL(18, 2)) * {times} AS BIGINT)"
    sign = f"(CASE WHEN {bare}[1] IN ('(', '-') OR {bare}[-1] = '-' THEN -1 ELSE 1 END)"
    return f"(CASE WHEN regexp_full_match({bare}, '{signed}') THEN {sign} * {size} END)"


def _number(cell: str, text: str, kind: Kind, origin: str) -> str:
    """Write the SQL of an exact number; a whole number with a fraction is none."""
    is_whole = any(word in origin for word in ("INT", "HUGEINT"))
    if is_whole:
        return f"try_cast({text} AS {kind.value})"
    exact = f"try_cast({cell} AS DECIMAL(18, 6))"
    if kind is Kind.WHOLE:
        return f"(CASE WHEN {exact} = trunc({exact}) THEN try_cast({exact} AS INTEGER) END)"
    return f"try_cast({exact} AS {kind.value})"


def _word(cell: str, kind: Kind) -> str:
    """Write the SQL of a word, a code, a code list, an instrument or a yes or no."""
    if kind is Kind.CODE:
        return f"upper(replace({cell}, '.', ''))"
    if kind is Kind.INSTRUMENT:
        # What most names are written with is taken out first: taking out by a pattern is slow.
        bare = f"replace(replace({cell}, '-', ''), ' ', '')"
        strict = f"regexp_replace({bare}, '[^A-Za-z0-9]', '', 'g')"
        is_bare = f"regexp_full_match({bare}, '[A-Za-z0-9]*')"
        return f"nullif(lower(CASE WHEN {is_bare} THEN {bare} ELSE {strict} END), '')"
    if kind is Kind.FLAG:
        lower = f"lower({cell})"
        return (
            f"(CASE WHEN {lower} IN ('yes', 'y', 'true', 't', '1') THEN true "
            f"WHEN {lower} IN ('no', 'n', 'false', 'f', '0') THEN false END)"
        )
    if kind is Kind.CODE_SYSTEM:
        cases = " ".join(f"WHEN {literal(a)} THEN {literal(n)}" for a, n in ADDRESSES.items())
        lower = f"rtrim(lower({cell}), '/')"
        return f"(CASE {lower} {cases} ELSE {lower} END)"
    return cell


def _items(origin: Origin) -> Converted:
    """Write the SQL of a list of answers, from one column an item or from one text."""
    if origin.kind.endswith("[]"):
        name = quoted(origin.columns[0])
        return Converted(f"CAST({name} AS INTEGER[])", f"{name} IS NOT NULL", "are no answers")
    cells = [f"nullif(trim(CAST({quoted(name)} AS VARCHAR)), '')" for name in origin.columns]
    given = f"[{', '.join(cells)}]"
    if len(origin.columns) == 1:
        split = f"string_split_regex({cells[0]}, '[;,| ]')"
        given = f"list_transform({split}, lambda a: nullif(trim(a), ''))"
    any_given = f"len(list_filter({given}, lambda a: a IS NOT NULL)) > 0"
    whole = r"coalesce(regexp_full_match(a, '\d{1,3}(\.0+)?'), true)"
    is_whole = f"list_bool_and(list_transform({given}, lambda a: {whole}))"
    answers = f"list_transform({given}, lambda a: CAST(CAST(a AS DECIMAL(9, 2)) AS INTEGER))"
    # DuckDB may cast before it tests: try_cast keeps a bad answer from stopping the whole file.
    answers = answers.replace("CAST(a AS", "try_cast(a AS")
    return Converted(
        f"(CASE WHEN {any_given} AND {is_whole} THEN {answers} END)",
        any_given,
        "are no whole numbers",
    )


def is_number(kind: str) -> bool:
    """Say whether a type of a file is a number."""
    return any(word in kind for word in _NUMBERS)
