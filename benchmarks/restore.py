"""How long a backup takes, and how long until a lost workspace is back and checked.

Run ``python benchmarks/restore.py``; ``--small`` for a tenth of the rows. Everything is made up and
lies in a folder of its own. The bar: back within 30 minutes. Times are of the clock, each with the
start of the program, and depend on what else the machine does.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES, FILE_BYTES = 200, 250_000
BAR_SECONDS = 30 * 60
FILL = """
import os, django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from fairterms_web.deals.actions import save_files
from fairterms_web.people.models import Person
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.walls import acting
names = Names(title="Larch 2027", group="Larch Group", plan="Tamarack Plan")
by = open_deal(person=Person.objects.create_user("owner@example.org").id, names=names)
with acting(by.actor):
    for at in range({files}):
        text = (str(at) + " made up\\n").encode().ljust({size}, b".")
        save_files(by=by, files={{f"notes/{{at}}.txt": text}})
"""


def main() -> None:
    """Print the time of each step."""
    files = FILES // (10 if "--small" in sys.argv[1:] else 1)
    with tempfile.TemporaryDirectory(prefix="fairterms-restore-") as name:
        place = Path(name)
        told = {
            **os.environ,
            "FAIRTERMS_HOME": str(place / "home"),
            "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
        }
        (place / "home").mkdir()
        url = told.pop("DATABASE_URL", f"sqlite:///{place / 'home' / 'workspace.sqlite3'}")
        told["DATABASE_URL"] = url
        filling = FILL.format(files=files, size=FILE_BYTES)
        spent([sys.executable, "-c", filling], told)
        program = [sys.executable, "-m", "fairterms_web"]
        backup = spent([*program, "backup", str(place / "kept")], told)
        (made,) = (place / "kept").iterdir()
        size = sum(one.stat().st_size for one in made.iterdir())
        # A database on a server is emptied by who runs this; SQLite gets another file.
        into = os.environ.get("FAIRTERMS_RESTORE_INTO", f"sqlite:///{place / 'back.sqlite3'}")
        back = spent([*program, "restore", str(made), "--into", into], told)
    print(f"{files} changes, {size / 1e6:,.0f} MB in the backup")
    print(f"backup: {backup:.1f} s")
    print(f"restore, with every check: {back:.1f} s (bar {BAR_SECONDS} s)")


def spent(program: list[str], told: dict[str, str]) -> float:
    """Run a program that must end well; return its seconds."""
    begun = time.perf_counter()
    subprocess.run(program, env=told, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
