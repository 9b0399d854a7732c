"""What is seen on a drawn chart: the words and amounts on it, in the order of the drawing."""

from lxml import etree

from fairterms.publish.draw import NARROW, draw
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report


def texts(chart: Chart, width: int | None = None) -> list[str]:
    """Give each text of the drawing."""
    root = etree.fromstring(draw(chart.spec, width))
    return [str(text) for text in root.itertext() if str(text).strip()]


def cells(chart: Chart) -> list[tuple[object, ...]]:
    """Give the rows of the table behind the chart."""
    return [row.cells for row in chart.data.rows]


def accept(chart: Chart) -> None:
    """Publish the chart, on both widths; a report refuses what it cannot show."""
    Report(title="A", blocks=(chart,))
    assert texts(chart)
    assert texts(chart, NARROW)
