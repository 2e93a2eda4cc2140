"""Registers the part `versions` of the staff pages with Django."""

from django.apps import AppConfig


class VersionsConfig(AppConfig):
    name = "dangol.console.versions"
    label = "versions"
