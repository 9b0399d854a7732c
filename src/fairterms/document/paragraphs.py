"""Where the layout of a page ends a paragraph, a table's row or a line of a form.

A line that stops though the next one's first word would still have fitted was ended on purpose.
Without this a table's last row runs into the sentence below it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from fairterms.document.masks import Row

_AROUND = 3
"""How many lines above and below show how far a line could have reached."""

_ROOM = 1.5
"""How much more room than the next word needs must be left."""

_GAP = 1.7
"""Multiples of the usual distance between lines that part paragraphs."""

_STARTS = re.compile(r"\s*(?:[A-Z\d\"“(\[$•▪◦\uf0b7\uf0a7-])")
_GOES_ON = re.compile(
    r"(?:[,&/\ufffe-]|\b(?:a|an|and|any|as|at|by|for|from|if|in|into|is|its|it|may|no|nor|not|of|on|"
    r"or|shall|such|than|that|the|their|then|this|to|under|upon|when|which|will|with|without|"
    r"Agreement|Section|Article|Exhibit|Attachment|each|all|his|her|our|your))\s*$"
)


def ends(rows: Sequence[Row], is_cut: Sequence[bool]) -> tuple[int, ...]:
    """Find the rows after which a paragraph ends.

    Parameters
    ----------
    rows
        Of one page, in the order of the text.
    is_cut
        For each row whether a masked name stood at its end, so that it reached further.

    Returns
    -------
    tuple of int
        Places in ``rows``, in order; the next row that is not blank starts a paragraph.
    """
    written = [number for number, row in enumerate(rows) if row.text.strip()]
    steps = [rows[a].last_baseline - rows[b].baseline for a, b in pairwise(written)]
    usual = median([step for step in steps if step > 0] or [0.0])
    return tuple(
        number
        for place, (number, after) in enumerate(pairwise(written))
        if _may_part(rows[number], rows[after])
        and (
            steps[place] > _GAP * usual or (not is_cut[number] and _has_room(rows, written, place))
        )
    )


def _may_part(row: Row, after: Row) -> bool:
    """Say whether the words let a paragraph end between two rows."""
    if row.text.isupper() and after.text.isupper():
        return False  # a heading in capital letters over two lines
    return _STARTS.match(after.text) is not None and not _GOES_ON.search(row.text)


def _has_room(rows: Sequence[Row], written: Sequence[int], place: int) -> bool:
    """Say whether the first word of the next row would have fitted into this one."""
    row, after = rows[written[place]], rows[written[place + 1]]
    near = written[max(0, place - _AROUND) : place + 2 + _AROUND]
    # A row that begins to the right of where this one ends is of another column.
    rights = [rows[number].right for number in near if rows[number].left < row.right]
    margin = max(rights, default=row.right)  # of a damaged page, a row may have no width at all
    letter = (after.right - after.left) / max(1, len(after.text.strip()))
    needed = (len(after.text.split()[0]) + 1) * letter
    return margin - row.right > _ROOM * needed and row.baseline >= after.baseline
