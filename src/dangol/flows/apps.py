"""Registers the room `flows` with Django."""

from django.apps import AppConfig


class FlowsConfig(AppConfig):
    name = "dangol.flows"
    label = "flows"
    default_auto_field = "django.db.models.BigAutoField"
