"""The group of verbs: lists them from their pages, and loads the module of the one that is called.

A verb is a module with a page of the same name ending in ``.md`` beside it. The page is the help
and the manual at once.
"""

import importlib
from typing import Any

import typer
import typer.core

from fairterms.cli.overview import page, summary, verbs


class Verbs(typer.core.TyperGroup):
    """A group whose commands are loaded when they are called, not when they are listed."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """Name the verbs."""
        return list(verbs())

    def get_command(self, _ctx: Any, name: str) -> Any:
        """Return a stand-in that knows only its summary."""
        return typer.core.TyperCommand(name, help=summary(name)) if name in verbs() else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Load the verb that is called."""
        name, stand_in, rest = super().resolve_command(ctx, args)
        return (name, _load(str(name)) if stand_in else None, rest)


def _load(verb: str) -> Any:
    module = importlib.import_module(f"fairterms.cli.{verb.replace('-', '_')}")
    alone = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    body = page(verb).split("\n\n", maxsplit=1)[1]
    alone.command(name=verb, help=body)(module.run)
    return typer.main.get_command(alone)


app = typer.Typer(
    cls=Verbs,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)


@app.callback()
def _root() -> None:
    """Take no options of its own."""
