"""Registers the part `ask` of the staff pages with Django."""

from django.apps import AppConfig


class AskConfig(AppConfig):
    name = "dangol.console.ask"
    label = "ask"
