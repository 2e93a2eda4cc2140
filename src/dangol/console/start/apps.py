"""Registers the part `start` of the staff pages with Django."""

from django.apps import AppConfig


class StartConfig(AppConfig):
    name = "dangol.console.start"
    label = "start"
