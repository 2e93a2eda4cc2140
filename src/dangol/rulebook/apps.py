"""Registers the room `rulebook` with Django."""

from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "dangol.rulebook"
    label = "rulebook"
    default_auto_field = "django.db.models.BigAutoField"
