"""Files that are refused as a whole: where, what, why and what to do, without a person's data."""

from collections.abc import Sequence

from fairterms.units.refusal import Refusal


class FeedRefusal(Refusal):
    """Raised when a file cannot be loaded at all; nothing of it is then in the store."""


def missing_file(name: str) -> FeedRefusal:
    """Say that there is no such file."""
    return FeedRefusal(
        name, "there is no such file", "nothing can be loaded", "check the name and the folder"
    )


def unknown_format(name: str, known: Sequence[str]) -> FeedRefusal:
    """Say that the ending of the file's name is not one that is read."""
    return FeedRefusal(
        name,
        "this kind of file is not read",
        "the end of its name says how a file is read",
        f"send it as one of {', '.join(known)}",
    )


def empty(name: str) -> FeedRefusal:
    """Say that the file has no rows."""
    return FeedRefusal(
        name,
        "the file has no rows",
        "an empty delivery looks the same as a month without care",
        "ask the sender whether anything was meant to be in it, and for the file again",
    )


def only_heading(name: str) -> FeedRefusal:
    """Say that nothing stands under the heading."""
    return FeedRefusal(
        name,
        "the file has a heading and no rows under it",
        "an empty delivery looks the same as a month without care",
        "ask the sender whether anything was meant to be in it, and for the file again",
    )


def long_line(name: str, line: int, size: int) -> FeedRefusal:
    """Say that a line is far too long."""
    return FeedRefusal(
        f"{name}, line {line:,}",
        f"the line is {size / 1e6:,.0f} million characters long",
        "a table has one row a line; with line ends missing, rows cannot be told apart",
        "ask the sender for a file with a line end after each row",
    )


def utf16(name: str) -> FeedRefusal:
    """Say that a file is in UTF-16."""
    return FeedRefusal(
        name,
        "the file is saved as UTF-16",
        "its letters would be read as two each",
        'save it again as "CSV UTF-8"',
    )


def open_quote(name: str, row: int, lines: int) -> FeedRefusal:
    """Say that a quotation mark swallows rows."""
    return FeedRefusal(
        f"{name}, row {row:,}",
        f"a quotation mark that opens here is never closed, and {lines:,} more lines follow",
        "what follows would be read as one cell, and those rows would be lost",
        "close or remove the quotation mark, or ask the sender for the file again",
    )


def unaccounted(name: str, seen: int, lines: int) -> FeedRefusal:
    """Say that rows were neither read nor set aside."""
    return FeedRefusal(
        name,
        f"the file has {lines:,} lines, and only {seen:,} of them could be accounted for",
        "a row that is neither loaded nor set aside would be lost without a word",
        "ask the sender for the file again, or split it and load the parts",
    )


def unreadable(name: str, kind: str) -> FeedRefusal:
    """Say that a file is not what the end of its name says."""
    return FeedRefusal(
        name,
        f"the file cannot be read as {kind}",
        "it is damaged, protected by a password, or of another kind than its name says",
        "save it again with the program it comes from, or ask the sender for it again",
    )


def too_large(name: str, size: int, largest: int) -> FeedRefusal:
    """Say that a file of one piece is too large to be held in memory."""
    return FeedRefusal(
        name,
        f"one piece of the file has {size / 1e6:,.0f} million characters",
        f"a piece is held in memory as a whole, and {largest / 1e6:,.0f} million is the most",
        "ask the sender for NDJSON: one record a line",
    )


def repeated_headings(name: str, headings: Sequence[str]) -> FeedRefusal:
    """Say that two columns have one name."""
    return FeedRefusal(
        name,
        f"more than one column is called {_listed(headings)}",
        "it cannot be told which of them is meant",
        "give each column a name of its own",
    )


def missing_columns(name: str, table: str, missing: Sequence[str]) -> FeedRefusal:
    """Say that the column map leaves out what every row needs."""
    return FeedRefusal(
        name,
        f"no column of the file is named for {_listed(missing)} of {table}",
        "a row without it cannot be used",
        "name the file's column in the column map, or ask the sender for it",
    )


def vanished_columns(name: str, missing: Sequence[str]) -> FeedRefusal:
    """Say that the file lacks columns that the column map names."""
    return FeedRefusal(
        name,
        f"the file has no column called {_listed(missing)}",
        "the column map names it; a sender who renames a column changes what is counted",
        "propose the column map again and look at what changed, or ask the sender",
    )


def undecided(name: str, columns: Sequence[str], what: str, choices: Sequence[str]) -> FeedRefusal:
    """Say that the column map leaves open how values are written."""
    return FeedRefusal(
        name,
        f"it is not stated {what} in {_listed(columns)}",
        "a guess would change what is counted, and nobody would see it",
        f"write one of these in the column map: {_listed(choices)}",
    )


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
