"""The application a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from dangol.config import lifeline

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dangol.config.settings")
lifeline.hold()
application = get_wsgi_application()
