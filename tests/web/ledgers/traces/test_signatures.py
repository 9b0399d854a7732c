"""Signatures in the database are those the ledger tells of."""

from typing import TYPE_CHECKING

import pytest

from fairterms_web.ledgers.checking import check_room
from fairterms_web.rooms.walls import as_system
from fairterms_web.terms.models import TermsSignature
from tests.web.terms.table import BOTH, lay, sign

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.web.cast import Cast


@pytest.fixture
def cast(db: None) -> "Cast":
    """Everybody, in rooms with little in them."""
    # Models are there only once Django is set up, which is after this module was read.
    from tests.web.jobs.light_cast import make_light  # noqa: PLC0415

    return make_light()


def test_a_signature_that_was_changed_removed_or_added_is_told(cast: "Cast") -> None:
    joint = cast.entered("owner", "joint")
    lay(joint, BOTH)
    row = sign(cast, "owner")
    assert check_room(joint.room.id).problems == ()
    told = (f"signature {row.id}: what is there is not what the ledger tells of",)
    with as_system():
        rows = TermsSignature.objects.of_every_room()
        for name in ("party", "version", "terms", "statement"):
            before = getattr(row, name)
            rows.filter(pk=row.id).update(**{name: "plan"})
            assert check_room(joint.room.id).problems == told, name
            rows.filter(pk=row.id).update(**{name: before})
        assert check_room(joint.room.id).problems == ()
        rows.filter(pk=row.id).delete()
    assert check_room(joint.room.id).problems == told
