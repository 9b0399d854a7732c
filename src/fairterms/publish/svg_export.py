"""A chart as a drawing of its own, with its title and its words inside."""

from xml.sax.saxutils import escape

from fairterms.publish.draw import draw
from fairterms.publish.number_blocks import Chart


def render(chart: Chart) -> str:
    """Write a chart as SVG.

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    str
        One SVG element, labelled by its title and described by the chart in words, so that it can
        be read where it cannot be seen.
    """
    head, bracket, rest = draw(chart.spec).partition(">")
    assert head.startswith("<svg"), "a drawing begins with its element"
    title, words = escape(chart.title), escape(chart.alternative)
    label = 'role="img" aria-labelledby="title" aria-describedby="words"'
    told = f'<title id="title">{title}</title><desc id="words">{words}</desc>'
    return f"{head} {label}{bracket}{told}{rest}"
