"""The WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from ocop.config.settling import Settling

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
application = Settling(get_wsgi_application())
