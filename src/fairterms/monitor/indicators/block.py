"""One block of ``indicators.toml``, read key by key as a block of risks.toml is."""

from collections.abc import Iterator, Mapping
from typing import Any

from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.register import block as register
from fairterms.units.notes import Notes
from fairterms.units.quantity import Quantity, count

MOST = 3_650
"""The most days, or months, that anything may take: what is longer is a slip of the pen."""

WHY = "a warning nobody can check, or nobody answers for, comes too late"


class Block(register.Block):
    """A block with its place in the file; its messages give this file's own reason."""

    def missing(self, key: str, fix: str) -> None:
        """Note a key that must be there."""
        self.notes.missing(self.path, f"{key} is missing", fix, WHY)

    def add(self, key: str, what: str, code: str, fix: str, *, why: str = WHY) -> None:
        """Note a problem at a key, or at the block where the key is empty."""
        super().add(key, what, code, fix, why=why)

    def table(self, key: str, example: str) -> "Block | None":
        """Read a small table; None where the key is not there or holds something else."""
        found = super().table(key, example)
        return None if found is None else Block(found.raw, found.path, found.notes)

    def period(self, key: str, cadence: Cadence) -> SamplePeriod | None:
        """Read a month or a quarter that must be there."""
        example = "2027-01" if cadence is Cadence.MONTHLY else "2027-Q1"
        raw = self.words(key, example)
        found = SamplePeriod.parse(raw)
        if found is not None and found.cadence is cadence:
            return found
        if raw:
            what = f'{key}: "{raw}" is not a period of a {cadence.value} indicator'
            self.add(key, what, "not-a-period", f'write it like "{example}"')
        return None

    def whole(self, key: str, example: str, nouns: tuple[str, ...]) -> Quantity | None:
        """Read a whole number of things, from 0 to :data:`MOST`, that must be there."""
        found = self.quantity(key, example, tuple(count(noun) for noun in nouns))
        if found is None or (0 <= found.amount <= MOST and found.amount % 1 == 0):
            return found
        what = f"{key} is {found}, and a whole number from 0 to {MOST:,} is wanted"
        self.add(key, what, "not-whole", f'write it like "{example}"')
        return None


def blocks(document: Mapping[str, Any], section: str, notes: Notes) -> Iterator[Block]:
    """Yield the blocks of a section, each with its place."""
    for one in register.blocks(document, section, notes):
        yield Block(one.raw, one.path, one.notes)
