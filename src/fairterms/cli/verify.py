"""Check a ledger against a checkpoint somebody kept, and cosign its present state."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli import cosigning
from fairterms.cli.console import err, report_problems, say
from fairterms.ledger import log_file
from fairterms.ledger import note as notes
from fairterms.ledger.key import PublicKey, read_public
from fairterms.ledger.log_file import Reading
from fairterms.ledger.note import Note
from fairterms.ledger.verdict import Verdict
from fairterms.ledger.verification import Verification, verify
from fairterms.units.refusal import Refusal

CODES = {Verdict.INTACT: 0, Verdict.TAMPERED: 1, Verdict.INCOMPLETE: 2}
"""How the program ends, for scripts."""
HEADLINES = {
    Verdict.INTACT: "Intact: the ledger is what the note vouches for.",
    Verdict.TAMPERED: (
        "Tampered: something is not as it was. This shows that it was changed, not who changed it "
        "or why."
    ),
    Verdict.INCOMPLETE: "Incomplete: there is not enough to tell whether the ledger is as it was.",
}


def run(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.", metavar="LEDGER")],
    checkpoint: Annotated[
        Path | None,
        typer.Option(help="The note that was kept.", metavar="NOTE", show_default=False),
    ] = None,
    key: Annotated[
        list[str] | None,
        typer.Option(
            help="Who must have signed the note: a public key, or a file with it. May be repeated.",
            metavar="PUBLIC",
            show_default=False,
        ),
    ] = None,
    cosign: Annotated[
        Path | None,
        typer.Option(
            help="Cosign with this private key, if nothing was changed since it last did.",
            metavar="KEYFILE",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="Make the private key first, under this name.",
            metavar="NAME",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the verdict, what holds and what does not; cosign where asked and where it holds."""
    try:
        reading = _read_ledger(ledger)
        note = notes.read(_bytes(checkpoint)) if checkpoint else None
        keys = [_public_key(one) for one in key or ()]
        if cosign is None:
            found = verify(reading, note, keys, str(checkpoint))
            _print(reading, found)
            raise typer.Exit(CODES[found.verdict])
        _cosign(reading, ledger, (note, checkpoint, keys), (cosign, name))
    except Refusal as refusal:
        if cosign is not None:
            say("Nothing was cosigned.\n")
        err.print(str(refusal), markup=False)
        raise typer.Exit(_code(refusal)) from None


def _code(refusal: Refusal) -> int:
    return CODES[Verdict.TAMPERED if cosigning.is_fork(refusal) else Verdict.INCOMPLETE]


def _cosign(
    reading: Reading,
    ledger: Path,
    kept: tuple[Note | None, Path | None, list[PublicKey]],
    by: tuple[Path, str | None],
) -> None:
    note, checkpoint, keys = kept
    private = cosigning.private_key(*by)
    seen = cosigning.last_seen(private, by[0], reading.origin)
    # Without a note from outside, what this key cosigned last vouches for the ledger.
    if note is None:
        keys = [*keys, private.public]
    found = verify(reading, note or seen, keys, str(checkpoint or "the last cosigned note"))
    if note or seen or reading.breaks:
        _print(reading, found)
        if found.verdict is not Verdict.INTACT:
            say("\nNothing was cosigned.")
            raise typer.Exit(CODES[found.verdict])
    else:
        _say_size(reading)
        say("This key has never seen this ledger: the file is sound in itself, and nothing older")
        say("vouches for it. From here on, every change shows.")
    target = checkpoint or ledger.with_name(f"{ledger.stem}-{len(reading.leaves)}.note")
    at = datetime.now(UTC).replace(microsecond=0)
    cosigning.cosign(reading, note, cosigning.Desk(private, by[0], target), at)
    say(f"\nCosigned, as {private.name}: {target}", style="bold")
    say("Give this note to the other side, and keep a copy. Your public key, to check it with:")
    say(f"  {private.public}")


def _print(reading: Reading, found: Verification) -> None:
    say(HEADLINES[found.verdict], style="bold")
    if reading.origin:
        _say_size(reading)
    for sentence in found.told:
        say(f"  {sentence}")
    report_problems([one.problem for one in found.breaks])
    if found.more:
        err.print(f"and {found.more:,} more places", markup=False)


def _say_size(reading: Reading) -> None:
    count = len(reading.leaves)
    say(f"{reading.origin}: {count:,} {'entry' if count == 1 else 'entries'} in {reading.file}")


def _read_ledger(path: Path) -> Reading:
    _bytes(path, size=0)
    with path.open("rb") as opened:
        return log_file.read(opened, path.name)


def _bytes(path: Path, size: int = -1) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(size)
    except OSError:
        why = "it holds what is to be compared"
        raise Refusal(str(path), "cannot be read", why, "check the name of the file") from None


def _public_key(given: str) -> PublicKey:
    path = Path(given)
    # A key can look like a path too long for the file system; then it is none.
    is_file = len(given) < 256 and path.is_file()
    return read_public(_bytes(path).decode(errors="replace") if is_file else given)
