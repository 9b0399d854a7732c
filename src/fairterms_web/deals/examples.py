"""Where the example deals lie that come with the program."""

import os
from pathlib import Path


def examples() -> Path:
    """Return the folder of the examples: named by FAIRTERMS_EXAMPLES, else beside the program."""
    named = os.environ.get("FAIRTERMS_EXAMPLES")
    return Path(named) if named else Path(__file__).parents[3] / "examples"
