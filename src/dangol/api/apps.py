"""Registers the room `api` with Django."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "dangol.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
