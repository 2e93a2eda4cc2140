"""Registers the room `staff` with Django."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "dangol.staff"
    label = "staff"
    default_auto_field = "django.db.models.BigAutoField"
