"""The workspace as a program that web servers know how to call."""

import gc
import os
from threading import Thread

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from fairterms.publish.draw import draw

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairterms_web.settings")
application = get_wsgi_application()
# Else the first visitor of each process waits until every page of the program is loaded.
get_resolver().check()
# What was loaded stays: to look through all of it for garbage, every few requests, is most of what
# the collector does, and whoever asks just then waits for it.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)


def _draw_once() -> None:
    """Load the drawing engine, which takes a second, before somebody waits for a chart."""
    draw({"mark": "point", "data": {"values": []}, "encoding": {}})


Thread(target=_draw_once, daemon=True).start()
