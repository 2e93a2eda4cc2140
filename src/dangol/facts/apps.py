"""Registers the room `facts` with Django."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "dangol.facts"
    label = "facts"
    default_auto_field = "django.db.models.BigAutoField"
