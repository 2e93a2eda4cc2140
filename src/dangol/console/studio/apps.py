"""Registers the part `studio` of the staff pages with Django."""

from django.apps import AppConfig


class StudioConfig(AppConfig):
    name = "dangol.console.studio"
    label = "studio"
