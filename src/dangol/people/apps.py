"""Registers the room `people` with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "dangol.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
