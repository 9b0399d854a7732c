"""Makers of charts: each gives a `page.Chart` with its drawing, its words and its numbers.

A chart is one Vega-Lite specification with its values inside. It is drawn twice from the
same specification, wide for desk and paper and narrow for a phone, so everything in it
follows a change of `width` alone. Amounts stand beside what they measure; sign, fill and
shape say what colour says too.
"""

from fairterms.publish.chart.amounts import Number, Unit, show
from fairterms.publish.chart.bars import Bar, Reference, bars
from fairterms.publish.chart.control import TimedPoint, control
from fairterms.publish.chart.course import Expected, course
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.chart.funnel import Band, Dot, funnel
from fairterms.publish.chart.heat_map import Cell, heat_map
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.chart.risk_map import RiskGrid, RiskShare, risk_map
from fairterms.publish.chart.trades import MarkedPoint, trades_chart
from fairterms.publish.chart.waterfall import Change, Level, waterfall

__all__ = [
    "Axis",
    "Band",
    "Bar",
    "Cell",
    "Change",
    "Dot",
    "Expected",
    "Level",
    "Line",
    "MarkedPoint",
    "Number",
    "Reference",
    "RiskGrid",
    "RiskShare",
    "Scenario",
    "Threshold",
    "TimedPoint",
    "Unit",
    "bars",
    "control",
    "course",
    "curve",
    "funnel",
    "heat_map",
    "ranges",
    "risk_map",
    "show",
    "trades_chart",
    "waterfall",
]
