"""The workspace as a program that web servers know how to call."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairterms_web.settings")
application = get_wsgi_application()
