"""Addresses under /effect/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
