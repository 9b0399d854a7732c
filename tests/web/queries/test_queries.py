"""A page asks the database few questions, and no more when there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.cast import Cast
from tests.web.queries.content import help_to
from tests.web.strangers.addresses import Address, addresses, url

def pages():
    return [one for one in addresses() if one.policy and one.policy.has_get and one.policy.who != "token"]

VISITS = {"group": "owner", "joint": "owner", "plan": "other party", "auditor": "auditor"}

def counts(cast):
    found = {}
    for room, name in VISITS.items():
        client = cast.client(name)
        for one in pages():
            if not one.has_room and room != "group": continue
            to = url(one, cast, room)
            with CaptureQueriesContext(connection) as ctx:
                answer = client.get(to)
            found[room, one.name] = (len(ctx), answer.status_code, [q["sql"] for q in ctx.captured_queries])
    return found

def test_counts(cast: Cast) -> None:
    import time
    t=time.time()
    help_to(cast, 1)
    print("helping", time.time()-t)
    t=time.time()
    first = counts(cast)
    print("counts", time.time()-t)
    help_to(cast, 2)
    help_to(cast, 3)
    third = counts(cast)
    for key, (n, status, sql) in sorted(third.items()):
        f = first[key]
        print(*key, f[:2], (n, status), "MORE" if n != f[0] else "", "MANY" if n > 15 else "")
        if n > f[0] or n > 15:
            for q in sql: print("      ", q[:230])
