"""Keys are read strictly, and agree with the published one."""

from datetime import UTC, datetime

import pytest

from fairterms.ledger.key import (
    PrivateKey,
    PublicKey,
    Purpose,
    from_base64,
    is_name,
    new_key,
    read_private,
    read_public,
)
from fairterms.ledger.note import Note, checked
from fairterms.ledger.note import read as read_note
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import AUDITOR, LEDGER

# The example of golang.org/x/mod/sumdb/note, whose form C2SP took over.
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
LINE = (
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
    "otpRZb6KE6RyyBwJnAM="
)


def test_the_published_key_signs_the_published_note() -> None:
    private, public = read_private(PRIVATE), read_public(PUBLIC)
    assert private.public == public
    assert (str(public), private.line) == (PUBLIC, PRIVATE)
    signed = Note(TEXT).signed(private, datetime(2027, 1, 1, tzinfo=UTC))
    assert str(signed) == f"{TEXT}\n{LINE}\n"
    note = read_note(str(signed).encode())
    assert note == signed
    assert checked(note, note.signatures[0], public) is True


def test_a_key_of_a_witness_has_another_id_than_that_of_a_ledger() -> None:
    one = PublicKey("auditor.example", Purpose.LEDGER, bytes(32))
    two = PublicKey("auditor.example", Purpose.WITNESS, bytes(32))
    three = PublicKey("auditor.examplf", Purpose.WITNESS, bytes(32))
    assert len({one.id, two.id, three.id}) == 3


@pytest.mark.parametrize("key", [AUDITOR, LEDGER])
def test_both_halves_are_read_back_from_their_lines(key: PrivateKey) -> None:
    assert read_private(f"{key.line}\n") == key
    assert read_public(f"{key.public}\n") == key.public


def test_a_private_key_is_never_printed() -> None:
    assert str(AUDITOR.seed) not in repr(AUDITOR)
    assert "seed" not in repr(AUDITOR)


def test_a_new_key_is_random_and_named() -> None:
    one, two = (new_key("auditor.example", Purpose.WITNESS) for _ in range(2))
    assert one.seed != two.seed
    assert len(one.seed) == 32
    with pytest.raises(Refusal, match="cannot name a key"):
        new_key("the auditor", Purpose.WITNESS)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u00a0b", "a\tb", "a\x7f", "a" * 101])
def test_a_name_has_no_spaces_and_no_plus(name: str) -> None:
    assert not is_name(name)


WRONG = {
    "another number": PUBLIC.replace("c74f20a3", "c74f20a4"),
    "another name": PUBLIC.replace("Peter", "Petra"),
    "another purpose": "PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "an unknown purpose": "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "a key cut short": PUBLIC[:-4],
    "a capital in the number": PUBLIC.replace("c74f20a3", "C74f20a3"),
    "a part missing": PUBLIC.replace("+c74f20a3", ""),
    "a private key": PRIVATE,
    "nothing": "",
    "base64 with a space": PUBLIC.replace("ARpc", "ARp "),
    "base64 with bits left over": PUBLIC[:-1] + "X=",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_key_that_was_copied_wrongly_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match=r"the public key"):
        read_public(WRONG[name])


@pytest.mark.parametrize("line", [PUBLIC, PRIVATE.replace("c74f", "c74e"), "", "PRIVATE+KEY+"])
def test_a_private_key_that_was_copied_wrongly_is_refused(line: str) -> None:
    with pytest.raises(Refusal, match="the key file"):
        read_private(line)


def test_base64_is_read_in_its_one_form_alone() -> None:
    assert from_base64("AAE=") == b"\x00\x01"
    for text in ("AAE", "AAF=", "AA E=", "AAE=\n", "AAE==", "_-A=", "\u00e9"):
        assert from_base64(text) is None, text
