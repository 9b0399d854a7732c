"""What is wrong with the words of a printed page: off the paper, or over each other."""

from itertools import combinations

from pypdfium2 import PdfPage

_EDGE = 18
_ACROSS, _DOWN = 2, 4


def outside(page: PdfPage) -> list[str]:
    """Give the words nearer than a quarter inch to an edge, and those that lie over others.

    Parameters
    ----------
    page
        One page; places are in points from its lower left corner.
    """
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_rect(at) for at in range(text.count_rects())]
    off = [
        text.get_text_bounded(*box)
        for box in boxes
        if box[0] < _EDGE or box[1] < _EDGE or box[2] > width - _EDGE or box[3] > height - _EDGE
    ]
    over = [
        f"{text.get_text_bounded(*a)} / {text.get_text_bounded(*b)}"
        for a, b in combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > _ACROSS and min(a[3], b[3]) - max(a[1], b[1]) > _DOWN
    ]
    return off + over
