"""How many questions a page asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

_BOUNDS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def is_question(sql: str) -> bool:
    """Whether a statement asks for something, or stores it; the bounds of a change do neither.

    Who acts is told to PostgreSQL once a page; here, where each test is one transaction, oftener.
    """
    return not sql.startswith(_BOUNDS) and "fairterms.rooms" not in sql


def counted(client: Client, to: str) -> tuple[int, int]:
    """The status of a page, and how many questions it asked."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(to)
    return answer.status_code, sum(is_question(one["sql"]) for one in asked.captured_queries)
