"""A manifest says what leaves, in one form, and its mark goes along."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from fairterms.audit.release.manifest import Manifest, watermark
from fairterms.audit.release.request import Mode

GIVEN = Manifest("a1", "Visits", "Larch Group", Mode.COPY, "text/csv", "0f" * 32, date(2028, 6, 30))


def test_the_manifest_holds_mark_hash_and_last_day() -> None:
    told = json.loads(GIVEN.text)
    assert told["content"] == {"media": "text/csv", "sha256": "0f" * 32}
    assert told["destroy_by"] == "2028-06-30"
    assert told["mark"] == GIVEN.mark
    assert "Larch Group" in GIVEN.mark


def test_each_part_of_a_manifest_changes_its_hash() -> None:
    others = [
        replace(GIVEN, request="a2"),
        replace(GIVEN, title="Visit"),
        replace(GIVEN, party="Elm Group"),
        replace(GIVEN, mode=Mode.VIEW),
        replace(GIVEN, media="text/plain"),
        replace(GIVEN, sha256="00" * 32),
        replace(GIVEN, destroy_by=None),
    ]
    assert len({one.hash for one in [GIVEN, *others]}) == 1 + len(others)
    assert GIVEN.hash == replace(GIVEN).hash


def test_a_watermark_says_who_reads_and_when() -> None:
    told = watermark(GIVEN, "E. Auditor", datetime(2028, 3, 4, 9, 30, tzinfo=UTC))
    assert told == f"{GIVEN.mark} Read by E. Auditor, 2028-03-04 09:30 UTC"
