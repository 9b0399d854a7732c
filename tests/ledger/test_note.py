"""A signed note is read strictly, and every change of it shows."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import pytest

from fairterms.ledger import note as notes
from fairterms.ledger.key import Purpose, new_key
from fairterms.ledger.note import Note
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import AUDITOR, LEDGER

AT = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
PLAIN = Note("fairterms.example/cedar\n3\nroot\n")


@cache
def signed() -> Note:
    return PLAIN.signed(LEDGER, AT).signed(AUDITOR, AT)


def last_line(text: str) -> str:
    return text.splitlines()[-1]


WRONG: dict[str, Callable[[str], str]] = {
    "no blank line": lambda text: text.replace("\n\n", "\n"),
    "no signature": lambda _: str(PLAIN),
    "no text": lambda text: text[text.index("\n\n") :],
    "no last line end": lambda text: text[:-1],
    "a line end too many": lambda text: f"{text}\n",
    "line ends of another system": lambda text: text.replace("\n", "\r\n"),
    "one line end of another system": lambda text: text.replace("root", "root\r"),
    "a tab": lambda text: text.replace("root", "ro\tt"),
    "a hyphen for the dash": lambda text: text.replace("\u2014", "-"),
    "no space after the dash": lambda text: text.replace("\u2014 ", "\u2014"),
    "two spaces before the signature": lambda text: text.replace("example d", "example  d"),
    "a name with a plus": lambda text: text.replace("auditor.example", "auditor+example"),
    "no name": lambda text: text.replace("auditor.example ", " "),
    "a signature cut short": lambda text: f"{text[:-2]}\n",
    "a signature of nothing": lambda text: text.replace(
        last_line(text), "\u2014 auditor.example AAAAAA=="
    ),
    "words below": lambda text: f"{text}Sent from my telephone\n",
    "too many signatures": lambda text: text + f"{last_line(text)}\n" * notes.MOST_SIGNATURES,
    "too long": lambda text: "a" * notes.LONGEST + text,
}


def test_what_was_written_is_read_back() -> None:
    assert notes.read(str(signed()).encode()) == signed()


def test_a_text_may_hold_blank_lines_of_its_own() -> None:
    note = Note("one\n\ntwo\n").signed(AUDITOR, AT)
    assert notes.read(str(note).encode()) == note


@pytest.mark.parametrize("name", WRONG)
def test_a_note_in_another_form_is_refused(name: str) -> None:
    wrong = WRONG[name](str(signed()))
    assert wrong != str(signed())
    with pytest.raises(Refusal) as refused:
        notes.read(wrong.encode())
    assert refused.value.fix


def test_a_note_that_is_no_text_is_refused() -> None:
    with pytest.raises(Refusal, match="not UTF-8"):
        notes.read(b"\xff" + str(signed()).encode())


def test_a_ledger_signs_and_a_witness_says_when() -> None:
    of_ledger, of_witness = signed().signatures
    assert notes.checked(signed(), of_ledger, LEDGER.public) is True
    assert notes.checked(signed(), of_witness, AUDITOR.public) == AT


def test_a_cosignature_signs_its_header_the_time_and_the_text() -> None:
    content = signed().by(AUDITOR.public)[0].content
    assert int.from_bytes(content[:8], "big") == 1799919000 == AT.timestamp()
    message = b"cosignature/v1\ntime 1799919000\nfairterms.example/cedar\n3\nroot\n"
    assert AUDITOR.public.holds(message, content[8:])


def test_every_change_of_the_text_or_the_time_shows() -> None:
    for text in (signed().text.replace("3", "4"), signed().text + "\n", signed().text[:-1]):
        changed = Note(text, signed().signatures)
        assert notes.checked(changed, signed().signatures[0], LEDGER.public) is False
        assert notes.checked(changed, signed().signatures[1], AUDITOR.public) is False
    for at, key in ((0, LEDGER.public), (1, AUDITOR.public)):
        line = signed().signatures[at]
        bits = bytes([*line.content[:-1], line.content[-1] ^ 1])
        for content in (bits, line.content[:-1], line.content + b"\x00", line.content[8:]):
            bent = notes.Signature(line.name, line.key_id, content)
            assert notes.checked(signed(), bent, key) is False
    later = signed().signatures[1]
    shifted = notes.Signature(
        later.name, later.key_id, later.content[:7] + b"\x01" + later.content[8:]
    )
    assert notes.checked(signed(), shifted, AUDITOR.public) is False


def test_a_time_beyond_the_calendar_is_no_signature_that_holds() -> None:
    far = (2**63).to_bytes(8, "big")
    message = f"cosignature/v1\ntime {2**63}\n{PLAIN.text}".encode()
    line = notes.Signature(AUDITOR.name, AUDITOR.public.id, far + AUDITOR.sign(message))
    assert notes.checked(PLAIN, line, AUDITOR.public) is False


def test_another_key_of_the_same_name_is_another_key() -> None:
    other = new_key(AUDITOR.name, Purpose.WITNESS)
    assert signed().by(other.public) == ()
    assert signed().by(AUDITOR.public) == (signed().signatures[1],)


def test_signing_again_replaces_the_own_line_alone() -> None:
    again = signed().signed(AUDITOR, datetime(2027, 1, 15, tzinfo=UTC))
    assert again.signatures[0] == signed().signatures[0]
    assert len(again.signatures) == 2
    assert again.signatures[1] != signed().signatures[1]
