"""Addresses under /versions/."""

from django.urls import URLPattern, path

from dangol.console.versions import pages, steps

urlpatterns: list[URLPattern] = [
    path("", pages.versions, name="versions"),
    path("<int:number>/", pages.version, name="version"),
    path("<int:number>/text/", pages.text, name="version_text"),
    path("<int:number>/approve/", steps.approve, name="version_approve"),
    path("<int:number>/send-back/", steps.send_back, name="version_send_back"),
    path("<int:number>/publish/", steps.publish, name="version_publish"),
    path("<int:number>/withdraw/", steps.withdraw, name="version_withdraw"),
    path("<int:number>/again/", steps.again, name="version_again"),
    path("drafts/<uuid:draft>/hand-in/", steps.hand_in, name="version_hand_in"),
]
