"""Registers the part `handbook` of the staff pages with Django."""

from django.apps import AppConfig


class HandbookConfig(AppConfig):
    name = "dangol.console.handbook"
    label = "handbook"
