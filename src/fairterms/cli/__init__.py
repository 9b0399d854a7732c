"""The command line: one module and one manual page per verb."""

import sys

from fairterms.cli.overview import overview


def main() -> None:
    """Run the command line; the overview needs no library, so that it answers at once."""
    if sys.argv[1:] in ([], ["--help"], ["-h"]):
        sys.stdout.write(overview())
        return
    # Typer and Rich take longer to load than the whole overview takes to print.
    from fairterms.cli.group import app  # noqa: PLC0415

    app()
