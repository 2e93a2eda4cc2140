"""The addresses of the API."""

from django.urls import path

from dangol.api.door import api

urlpatterns = [path("", api.urls)]
