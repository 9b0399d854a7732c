"""The overview answers at once and names every verb."""

import subprocess
import sys

from fairterms.cli.overview import overview, page, summary, verbs


def test_every_verb_is_listed_with_its_summary() -> None:
    said = " ".join(overview().split())
    for verb in verbs():
        assert verb in said
        assert summary(verb) in said


def test_the_main_job_is_among_the_verbs_in_the_order_of_a_contracts_life() -> None:
    assert verbs()[0] == "read"
    assert verbs()[-1] == "decide"


def test_the_overview_loads_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['fairterms', '--help']; import fairterms.cli as cli; cli.main(); "
        "heavy = {'typer', 'rich', 'numpy', 'lxml', 'typst', 'vl_convert', 'pypdfium2', 'docx'}; "
        "loaded = heavy & set(sys.modules); assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == overview()


def test_each_page_is_help_and_manual_at_once() -> None:
    for verb in verbs():
        assert page(verb).startswith(f"# fairterms {verb}\n\n{summary(verb)[:20]}")
