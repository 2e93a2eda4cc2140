"""The root of all addresses: each face brings its own."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

Address = URLPattern | URLResolver


def _face(prefix: str, module: str) -> list[Address]:
    """The addresses of a face, or none while the face has no pages."""
    return [path(prefix, include(module))] if find_spec(module) else []


urlpatterns: list[Address] = [
    path("language/", include("django.conf.urls.i18n")),
    *_face("api/", "dangol.api.urls"),
    *_face("", "dangol.console.urls"),
    *_face("", "dangol.portal.urls"),
]
