"""A checkpoint is exactly three lines."""

import base64

import pytest

from fairterms.ledger import checkpoint as checkpoints
from fairterms.ledger.checkpoint import Checkpoint
from fairterms.ledger.note import Note
from fairterms.units.refusal import Refusal

ROOT = base64.b64encode(bytes(range(32))).decode()
# The example of C2SP, tlog-checkpoint.
PUBLISHED = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

WRONG = {
    "no origin": f"\n3\n{ROOT}\n",
    "an origin with spaces": f"the ledger\n3\n{ROOT}\n",
    "a leading zero": f"a.example\n03\n{ROOT}\n",
    "a sign": f"a.example\n+3\n{ROOT}\n",
    "a negative size": f"a.example\n-3\n{ROOT}\n",
    "a size with commas": f"a.example\n1,204\n{ROOT}\n",
    "digits of another script": f"a.example\n\u0663\n{ROOT}\n",
    "a size too large": f"a.example\n{10**15}\n{ROOT}\n",
    "a root cut short": f"a.example\n3\n{base64.b64encode(bytes(31)).decode()}\n",
    "a root too long": f"a.example\n3\n{base64.b64encode(bytes(33)).decode()}\n",
    "a root in hexadecimal": f"a.example\n3\n{bytes(32).hex()}\n",
    "a root with bits left over": f"a.example\n3\n{ROOT[:-2]}9=\n",
    "no root": "a.example\n3\n",
    "a fourth line": f"a.example\n3\n{ROOT}\nmore\n",
    "a blank line": f"a.example\n3\n{ROOT}\n\n",
    "a space at the end": f"a.example \n3\n{ROOT}\n",
}


def test_the_published_checkpoint_is_read_and_written() -> None:
    found = checkpoints.read(Note(PUBLISHED))
    assert (found.origin, found.size) == ("example.com/behind-the-sofa", 20852163)
    assert found.text == PUBLISHED
    assert found.note == Note(PUBLISHED)
    assert found.head == (20852163, found.root)


def test_an_empty_ledger_has_a_checkpoint() -> None:
    assert checkpoints.read(Checkpoint("a.example", 0, bytes(32)).note).size == 0


@pytest.mark.parametrize("name", WRONG)
def test_anything_else_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="the note: "):
        checkpoints.read(Note(WRONG[name]))
