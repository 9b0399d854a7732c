"""The workspace as a program: ``python -m fairterms_web serve`` and what looks after it."""

import os
import sys

from fairterms.units.refusal import Refusal


def main() -> None:
    """Run a command of the workspace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairterms_web.settings")
    # Django reads the settings when it is imported; they are named above.
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    try:
        execute_from_command_line(["fairterms", *sys.argv[1:]])
    except Refusal as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
