"""Addresses under /start/."""

from django.urls import URLPattern, path

from dangol.console.start import existing, interview, owner

urlpatterns: list[URLPattern] = [
    path("", interview.welcome, name="start"),
    path("owner/", owner.owner, name="start_owner"),
    path("outline/", interview.outline, name="start_outline"),
    path("text/", existing.text, name="start_text"),
    path("text/take/", existing.take, name="start_take"),
    path("make/", interview.make, name="start_make"),
    path("anew/", interview.anew, name="start_anew"),
    path("questions/<slug:step>/", interview.step, name="start_step"),
]
