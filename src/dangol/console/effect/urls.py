"""Addresses under /effect/."""

from django.urls import URLPattern, path

from dangol.console.effect import trials

urlpatterns: list[URLPattern] = [
    path("", trials.trials, name="effect"),
    path("<uuid:run_id>/", trials.trial, name="effect_run"),
    path("<uuid:run_id>/cancel/", trials.cancel, name="effect_cancel"),
]
