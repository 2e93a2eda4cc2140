"""Addresses under /ask/."""

from django.urls import URLPattern, path

from dangol.console.ask import page

urlpatterns: list[URLPattern] = [path("", page.ask, name="ask")]
