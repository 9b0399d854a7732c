"""Run the command line with ``python -m fairterms.cli``."""

from fairterms.cli import main

main()
