"""A version of an audit file only adds, and adds only what its writer may."""

import pytest

from fairterms_web.audit.history import CHANGED, NOT_THEIRS, wrong

HEAD = b"[shared]\nanswer_days = 3\n"
TOLD = HEAD + b'\n[[finding]]\nid = "a"\n\n[[issue]]\nfinding = "a"\n'
SCOPE = b"[scope.limited]\ninterviews = 2\n"


def answer(party: str) -> bytes:
    return f'\n[[response]]\nfinding = "a"\nparty = "{party}"\n'.encode()


CLOSED = b'\n[[follow_up]]\nfinding = "a"\nresult = "closed"\n'


@pytest.mark.parametrize(
    ("before", "body"),
    [
        (b"", TOLD),
        (TOLD, TOLD),
        (HEAD, TOLD),
        (TOLD, TOLD.rstrip() + CLOSED),
        (TOLD, TOLD + b"\n# a remark\n"),
        (SCOPE, SCOPE + b"\n[scope.complete]\ninterviews = 9\n"),
    ],
)
def test_what_only_adds_is_well(before: bytes, body: bytes) -> None:
    assert wrong(body, before, "") == ""


@pytest.mark.parametrize(
    ("before", "body"),
    [
        (TOLD, TOLD.replace(b'id = "a"', b'id = "b"')),
        (TOLD, b""),
        (HEAD, HEAD.rstrip() + b"0\n"),
        (HEAD, HEAD + b"follow_up_days = 9\n"),
        (TOLD, TOLD + b"on = 2028-01-01\n"),
        (TOLD, TOLD + b"[issue.more]\nby = 1\n"),
        (SCOPE, SCOPE + b"hours = 9\n"),
        (TOLD, TOLD + b"this is no entry\n"),
    ],
)
def test_what_changes_an_entry_is_named_even_where_it_only_adds_bytes(
    before: bytes, body: bytes
) -> None:
    assert wrong(body, before, "") == CHANGED


@pytest.mark.parametrize(
    ("more", "writer", "why"),
    [
        (CLOSED, "auditor", ""),
        (CLOSED, "plan-lead", NOT_THEIRS),
        (CLOSED, "owner", NOT_THEIRS),
        (answer("plan"), "plan-lead", ""),
        (answer("group"), "owner", ""),
        (answer("group"), "contracting-lead", ""),
        (answer("group"), "plan-lead", NOT_THEIRS),
        (answer("plan"), "owner", NOT_THEIRS),
        (answer("plan"), "analyst", NOT_THEIRS),
        (answer("plan"), "auditor", NOT_THEIRS),
        (CLOSED, "", ""),
    ],
)
def test_each_writes_only_their_own_part_for_both_sides(more: bytes, writer: str, why: str) -> None:
    assert wrong(TOLD + more, TOLD, writer) == why
    assert wrong(TOLD + more + b"\n[[issue]]\n", TOLD + more, "auditor") == ""


def test_who_begins_the_copy_of_both_sides_is_the_auditor() -> None:
    assert wrong(HEAD, b"", "plan-lead") == NOT_THEIRS
    assert wrong(HEAD, b"", "auditor") == ""
