"""The root of all addresses: each face brings its own."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import TemplateView

from dangol.config.frame import set_theme

Address = URLPattern | URLResolver

handler400 = "dangol.config.problems.bad_request"
handler403 = "dangol.config.problems.forbidden"
handler404 = "dangol.config.problems.not_found"
handler500 = "dangol.config.problems.server_error"


def _face(prefix: str, module: str) -> list[Address]:
    """The addresses of a face, or none while the face has no pages."""
    return [path(prefix, include(module))] if find_spec(module) else []


urlpatterns: list[Address] = [
    path("display/", include("django.conf.urls.i18n")),
    path("display/theme/", set_theme, name="set_theme"),
    *_face("api/", "dangol.api.urls"),
    *_face("", "dangol.console.urls"),
    *_face("", "dangol.portal.urls"),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", TemplateView.as_view(template_name="styleguide.html")))
