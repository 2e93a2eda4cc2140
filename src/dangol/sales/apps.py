"""Registers the room `sales` with Django."""

from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "dangol.sales"
    label = "sales"
    default_auto_field = "django.db.models.BigAutoField"
