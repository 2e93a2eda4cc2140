"""The application a web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from dangol.config import lifeline

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dangol.config.settings")
lifeline.hold()
_django = get_wsgi_application()
# All pages are loaded now, not while the first visitor waits; what cannot be loaded is known at once.
_ = get_resolver().url_patterns

from dangol.api.express import Express  # noqa: E402 the API can be loaded only now

application = Express(_django)
# What was loaded so far stays for good: looking through it for garbage again and again would cost every long answer.
gc.collect()
gc.freeze()
