"""Make the manual's pictures of the workspace: a made-up deal, on a screen and on a telephone.

Run ``python -m docs.make_screenshots`` in the folder of the project. It starts a workspace of its
own with the sample deal, does what there is to do as a person would, and writes every page to
``docs/manual/screenshots/``, wide and narrow, light and dark. Chromium must be installed.
"""

import base64
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.web.journeys import furnished
from tests.web.journeys.hands import Mouse
from tests.web.journeys.tab import Tab, opened
from tests.web.journeys.workspace import served

FOLDER: Final = Path(__file__).parent / "manual" / "screenshots"
SIZES: Final = ((1280, 900), (375, 812))
SCHEMES: Final = ("light", "dark")
FEWEST_COLOURS: Final = 40
"""A page of text has more, its letters being smoothed; an empty one has a few."""
MOST_BYTES: Final = 6_000_000
_COLOURS: Final = """(async () => {{
  const bytes = Uint8Array.from(atob({picture}), one => one.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], {{type: 'image/png'}}));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const all = context.getImageData(0, 0, picture.width, picture.height).data;
  return new Set(new Uint32Array(all.buffer)).size;
}})()"""


@dataclass(frozen=True)
class Shot:
    """A page to be shown.

    Attributes
    ----------
    name
        How its pictures' names begin.
    address
        Below that of the room.
    is_joint
        Whether it is the joint room's, else the group's own.
    words
        What must be read on it: else it is another page than was meant.
    ready
        What must be there, in the browser's words, before it is shown.
    """

    name: str
    address: str
    words: str
    is_joint: bool = False
    ready: str = "true"


SHOTS: Final = (
    Shot("start", "", "Files of this deal"),
    Shot("read", "read/", "What to ask before you sign"),
    Shot("terms", "terms/", "Payment terms", ready="document.querySelector('.cm-content')"),
    Shot(
        "simulate",
        "simulate/",
        "Move a number, see what it does",
        ready="!document.querySelector('#result [hx-trigger=load]')",
    ),
    Shot("outcomes", "outcomes/", "The results behind the contract"),
    Shot("risks", "risks/", "What may go wrong"),
    Shot("negotiate", "negotiate/", "What to ask for"),
    Shot("decide", "decide/", "Sign, negotiate or walk away?"),
    Shot("monitor", "monitor/", "Who owes what by when"),
    Shot("reconcile", "reconcile/", "The plan’s statement beside yours"),
    Shot("learn", "learn/", "How far you are"),
    Shot("practice", "practice/", "Practise the talks"),
    Shot("joint", "copies/", "Sealed copies", is_joint=True),
    Shot("history", "history/", "Everything that happened in this room"),
)


def main() -> None:
    """Start a workspace, furnish it, and write every picture."""
    with TemporaryDirectory() as home, served(Path(home)) as address, opened() as tab:
        tab.go(address)
        hand = Mouse(tab)
        furnished.work_everything_out(tab, hand)
        for _ in furnished.meet_the_plan(tab, hand):
            pass
        pictures = dict(taken(tab, home))
    size = sum(map(len, pictures.values()))
    if size > MOST_BYTES:
        sys.exit(f"The pictures are {size:,} bytes; at most {MOST_BYTES:,} may lie in the project.")
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, picture in pictures.items():
        (FOLDER / f"{name}.png").write_bytes(picture)
    sys.stdout.write(f"{len(pictures)} pictures, {size:,} bytes\n")


def taken(tab: Tab, home: str) -> Iterator[tuple[str, bytes]]:
    """Show each page in each size and both schemes; give its name and its picture.

    Raises
    ------
    AssertionError
        Where a page is not the one that was meant, tells where this machine keeps its files, or
        is empty.
    """
    own, joint = furnished.group_room(tab), furnished.joint_room(tab)
    for shot in SHOTS:
        tab.go((joint if shot.is_joint else own) + shot.address)
        tab.until(shot.ready)
        furnished.sees(tab, shot.words)
        assert home not in tab.text(), f"{shot.name} shows a path of this machine"
        for width, height in SIZES:
            for scheme in SCHEMES:
                tab.look(width, scheme, height)
                tab.ask("scrollTo(0, 0); document.fonts.ready.then(() => 0)")
                picture = str(tab.say("Page.captureScreenshot", format="png")["data"])
                colours = int(str(tab.ask(_COLOURS.format(picture=f"'{picture}'"))))
                assert colours > FEWEST_COLOURS, f"{shot.name} is empty: {colours} colours"
                yield f"{shot.name}-{width}-{scheme}", base64.b64decode(picture)


if __name__ == "__main__":
    main()
