"""Registers the room `console` with Django."""

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "dangol.console"
    label = "console"
    default_auto_field = "django.db.models.BigAutoField"
