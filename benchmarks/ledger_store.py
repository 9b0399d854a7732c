"""Whether the workspace's ledgers lose, break or hide anything, and how fast they are written.

Run ``python benchmarks/ledger_store.py``; it does everything on SQLite and on a PostgreSQL of its
own. ``--database sqlite`` chooses one; ``--trials``, ``--tamperings``, ``--writes`` say how much,
and 0 leaves a part out.

- Killed: a child makes changes and says each of them after it was acknowledged; it is killed with
  signal 9 at a random moment, and what it said is looked for. On PostgreSQL every tenth time the
  whole server is killed. A kill is no power failure: what a disk does then is not shown here.
- Tampered: entries as stored, without the triggers that refuse it, and the exported file, each
  compared with one checkpoint.
- Written: eight threads at once, beside the same rows without a ledger, in the same run.
"""

import argparse
import os
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledger_trials.stage import staged


def main() -> None:
    """Do it all, for each database in a process of its own: Django is set up once a process."""
    asked = _asked()
    names = [asked.database] if asked.database else ["sqlite", "postgresql"]
    sound = [_apart(name, asked) for name in names]
    if not all(sound):
        sys.exit(1)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", choices=["sqlite", "postgresql"])
    parser.add_argument("--trials", type=int, default=300)
    parser.add_argument("--tamperings", type=int, default=10_000)
    parser.add_argument("--writes", type=int, default=50, help="of each thread")
    return parser.parse_args()


def _apart(name: str, asked: argparse.Namespace) -> bool:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        is_sound = False
        try:
            is_sound = _on(name, asked)
        except BaseException:  # noqa: BLE001 - said, and then the child ends
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0 if is_sound else 1)
    return os.waitpid(child, 0)[1] == 0


def _on(name: str, asked: argparse.Namespace) -> bool:
    with staged(name) as stage:
        # Their models can be imported only now that Django is set up.
        from benchmarks.ledger_trials import killing, tampering, writing  # noqa: PLC0415

        print(f"{name}:")
        return all(
            [
                not asked.trials or killing.killed(asked.trials, stage),
                not asked.tamperings or tampering.tampered(asked.tamperings),
                not asked.writes or writing.written(asked.writes),
            ]
        )


if __name__ == "__main__":
    main()
