import pytest

from fairterms.records.engine.spark_sql import Deed, translate
from fairterms.units.refusal import Refusal

pytest.importorskip("sqlglot", reason="the extra fairterms[spark] is not installed")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("SELECT items[2] FROM t", "SELECT GET(items, 1) FROM t"),
        ("SELECT array_length(items) FROM t", "SELECT SIZE(items) FROM t"),
        ("SELECT CAST(n AS HUGEINT) FROM t", "SELECT CAST(n AS DECIMAL(38, 0)) FROM t"),
        ("SELECT n::BIGINT << 40 FROM t", "SELECT SHIFTLEFT(CAST(n AS BIGINT), 40) FROM t"),
        ("SELECT arg_min(a, row(-b, c)) FROM t", "SELECT MIN_BY(a, STRUCT(-b, c)) FROM t"),
        ("SELECT count(*) FILTER (a) FROM t", "SELECT COUNT(*) FILTER(WHERE a) FROM t"),
        ("SELECT a FROM t ORDER BY a", "SELECT a FROM t ORDER BY a NULLS LAST"),
        ("SELECT 7 // n FROM t", "SELECT 7 DIV n FROM t"),
        (
            "SELECT (array_agg(a ORDER BY b) FILTER (c))[:10] FROM t",
            (
                "SELECT SLICE((TRANSFORM(SORT_ARRAY(COLLECT_LIST("
                "NAMED_STRUCT('key_0', b, 'kept', a)) FILTER(WHERE c)), "
                "one -> one.kept)), 1, 10) FROM t"
            ),
        ),
        (
            "SELECT list(a ORDER BY b, c) FROM t",
            (
                "SELECT TRANSFORM(SORT_ARRAY(COLLECT_LIST("
                "NAMED_STRUCT('key_0', b, 'key_1', c, 'kept', a))), one -> one.kept) FROM t"
            ),
        ),
        (
            "SELECT list_reduce(a, lambda x, y: x + y) FROM t",
            "SELECT AGGREGATE(SLICE(a, 2, SIZE(a)), GET(a, 0), (x, y) -> x + y) FROM t",
        ),
        (
            "SELECT a FROM t QUALIFY row_number() OVER (PARTITION BY b ORDER BY a DESC) = 1",
            (
                "SELECT a FROM (SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY a DESC) AS _w "
                "FROM t) AS _t WHERE _w = 1"
            ),
        ),
    ],
)
def test_a_question_means_the_same_on_spark(asked: str, written: str) -> None:
    statement = translate(asked)
    assert (statement.deed, statement.name, statement.query) == (Deed.ASK, "", written)


@pytest.mark.parametrize(
    ("asked", "deed", "query"),
    [
        ("CREATE OR REPLACE TEMP TABLE made AS SELECT 1 AS n", Deed.KEEP, "SELECT 1 AS n"),
        ("CREATE TEMP VIEW made AS SELECT 1 AS n", Deed.NAME, "SELECT 1 AS n"),
        ("DROP TABLE IF EXISTS made", Deed.DROP, ""),
        ("DROP TABLE made", Deed.DROP, ""),
    ],
)
def test_temporary_tables_are_known_by_name(asked: str, deed: Deed, query: str) -> None:
    statement = translate(asked)
    assert (statement.deed, statement.name, statement.query) == (deed, "made", query)


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ("SELECT date_sub('year', a, b) FROM t", "uses date_sub, which is not known to mean"),
        ("SELECT hash(a) FROM t", "uses hash, which is not known to mean"),
        ("CREATE TABLE t AS SELECT 1", "changes records; the copy on Spark is only asked"),
        ("DELETE FROM claims_rows", "changes records; the copy on Spark is only asked"),
        ("INSERT INTO loads VALUES (1)", "changes records; the copy on Spark is only asked"),
        ("SELECT FROM WHERE", "cannot be translated"),
    ],
)
def test_what_may_mean_something_else_is_refused(asked: str, what: str) -> None:
    with pytest.raises(Refusal, match=what):
        translate(asked)
