"""Practise the talks with a scripted plan, and see what each answer does."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import FOUND_SOMETHING, deal_folder, err, report_problems, say
from fairterms.cli.page_files import write_page
from fairterms.cli.practice_prices import prices_of
from fairterms.negotiate.practice import answers, cards, talk_log
from fairterms.negotiate.practice.page import debrief, end_words, kept_title
from fairterms.negotiate.practice.score import Score, score
from fairterms.negotiate.practice.script import Reply, Round
from fairterms.negotiate.practice.script_reader import own_script
from fairterms.negotiate.practice.talk import Choice, Talk, Turn, play
from fairterms.negotiate.practice.wording import (
    DID,
    lesson_words,
    seen_words,
    sum_words,
    tactic_words,
)
from fairterms.units.finding import TACTICS

LETTERS = "abcd"
BACK = "u"
"""Takes the last answer back."""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder of Cedar.", metavar="DEAL")],
    answered: Annotated[
        Path | None,
        typer.Option("--answers", help="Play these answers.", metavar="FILE", show_default=False),
    ] = None,
    prices: Annotated[
        Path | None,
        typer.Option(help="Keep the prices here.", metavar="FILE", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the debrief is written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Play, say what each answer did, and write it down."""
    folder = deal_folder(deal)
    found = prices_of(folder, own_script(), prices)
    start = Talk(own_script().told(found.fill))
    talk = _replayed(start, answered) if answered else _played(start)
    came_to = score(talk, found)
    _print_debrief(talk, came_to)
    _write(talk, came_to, folder, out or Path("reports") / folder.resolve().name / "practice")


def _replayed(start: Talk, path: Path) -> Talk:
    """Play the answers of a file; end where they do not lead to an end."""
    read = answers.read(path, start.script)
    _print_title(start)
    for number, turn in enumerate(read.talk.turns, start=1):
        _print_round(number, turn.round, turn.says, read.talk)
        say(f"\nYou: “{turn.said}”")
        _print_answer(turn)
    report_problems(read.problems)
    if not read.problems and read.talk.next is not None:
        say(f"\nThe answers end before the talks do. Next comes: {read.talk.next.id}")
    if read.problems or read.talk.next is not None:
        raise typer.Exit(FOUND_SOMETHING)
    return read.talk


def _played(talk: Talk) -> Talk:
    """Ask round after round until the talks end."""
    _print_title(talk)
    while (now := talk.next) is not None:
        _print_round(len(talk.turns) + 1, now, talk.says, talk)
        reply = _asked_reply(now)
        if reply is None and not talk.turns:
            say("Nothing was answered yet.", style="bold")
            continue
        if reply is None:
            talk = play(talk.script, [one.choice for one in talk.turns[:-1]])
            say("Taken back.", style="bold")
            continue
        tactic = _asked_tactic() if now.tactic else ""
        own = _line("Your own words, or Enter for these: ")
        talk = talk.after(Choice(now.id, reply.id, tactic, own))
        _print_answer(talk.turns[-1])
    return talk


def _print_title(talk: Talk) -> None:
    say(talk.script.title, style="bold")
    for one in talk.script.intro:
        say(one)


def _print_round(number: int, one: Round, says: str, talk: Talk) -> None:
    say(f"\n{number}. {one.issue} · {one.on}", style="bold")
    say(f"   {one.section}: “{one.quote}”")
    say(f"The plan's {talk.script.plan}: “{says}”")


def _asked_reply(now: Round) -> Reply | None:
    """Ask for a reply; None where the last answer is taken back."""
    for letter, reply in zip(LETTERS, now.replies, strict=False):
        say(f"   {letter}  {reply.words}")
    letters = LETTERS[: len(now.replies)]
    while True:
        chosen = _line(f"Your reply ({', '.join(letters)}; {BACK} takes the last one back): ")
        if chosen.lower() == BACK:
            return None
        if len(chosen) == 1 and chosen.lower() in letters:
            return now.replies[letters.index(chosen.lower())]
        say("Type one of the letters.")


def _asked_tactic() -> str:
    names = list(TACTICS)
    for number, name in enumerate(names, start=1):
        say(f"   {number}  {tactic_words(name)}")
    while True:
        chosen = _line("The tactic you see (a number, or Enter for none): ")
        if not chosen:
            return ""
        if chosen.isdecimal() and 1 <= int(chosen) <= len(names):
            return names[int(chosen) - 1]
        say("Type one of the numbers.")


def _line(prompt: str) -> str:
    say(prompt)
    line = sys.stdin.readline()
    if not line:
        raise typer.Exit(FOUND_SOMETHING)
    return line.strip()


def _print_answer(turn: Turn) -> None:
    say(f"The plan: “{turn.answer.words}”")
    later = turn.answer.later
    if later is not None:
        say(f"  {later.on}: {later.words}")
    if turn.answer.result is not None:
        say(f"  The point now: {turn.answer.result.value}.", style="bold")


def _print_debrief(talk: Talk, found: Score) -> None:
    say(f"\n{end_words(talk, found)}\n", style="bold")
    for number, turn in enumerate(talk.turns, start=1):
        one, reply = turn.round, turn.reply
        if not one.tactic:
            continue
        say(f"{number}. {one.issue}: {DID[reply.worth]} {reply.why}")
        say(
            f"   {seen_words(one, turn.choice.tactic)} Read again: {lesson_words(talk.script, one)}"
        )
    for title, dollars in ((kept_title(talk), found.kept), ("Given away", found.given)):
        main, more = sum_words(dollars)
        say(f"{title}: {main} a year{f', {more}' if more else ''}", style="bold")
    say(f"Tactics you saw: {found.recognised} of {found.shown}")
    say(f"Points with the plan's word in writing: {found.in_writing} of {len(found.points)}")
    for ask in found.missing:
        say(f"Still missing, and a must-have: {ask.what}")


def _write(talk: Talk, found: Score, folder: Path, target: Path) -> None:
    log = talk_log.log_of(talk)
    with err.status("Reading the contract for the scorecards…"):
        filled = cards.cards(cards.material(folder.resolve(), log))
        page = debrief(talk, found, filled, log)
        paths = write_page(page, target, "debrief", "html", "pdf", "docx")
    texts = {
        "answers.toml": answers.write(one.choice for one in talk.turns),
        "log.toml": talk_log.log_text(talk),
    }
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
        paths.append(target / name)
    say(f"\nThe good-faith questions of this contract: {filled.summary}")
    say("\nThe debrief:", style="bold")
    for path in paths:
        say(f"  {path}")
