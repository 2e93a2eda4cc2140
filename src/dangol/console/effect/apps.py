"""Registers the part `effect` of the staff pages with Django."""

from django.apps import AppConfig


class EffectConfig(AppConfig):
    name = "dangol.console.effect"
    label = "effect"
