"""Addresses under /studio/."""

from django.urls import URLPattern, path

from dangol.console.studio import clause, desk, document, examples, history, programmes

urlpatterns: list[URLPattern] = [
    path("", desk.drafts, name="studio"),
    path("new/", desk.new, name="studio_new"),
    path("<uuid:draft>/", desk.desk, name="studio_desk"),
    path("<uuid:draft>/drop/", desk.drop, name="studio_drop"),
    path("<uuid:draft>/follow/", desk.follow, name="studio_follow"),
    path("<uuid:draft>/edit/", clause.edit, name="studio_edit"),
    path("<uuid:draft>/remove/", clause.remove, name="studio_remove"),
    path("<uuid:draft>/undo/", clause.undo, name="studio_undo"),
    path("<uuid:draft>/look/", clause.look, name="studio_look"),
    path("<uuid:draft>/document/", document.document, name="studio_document"),
    path("<uuid:draft>/document/look/", document.look, name="studio_document_look"),
    path("<uuid:draft>/programmes/", programmes.catalogue, name="studio_programmes"),
    path("<uuid:draft>/programmes/<slug:name>/", programmes.programme, name="studio_programme"),
    path("<uuid:draft>/examples/", examples.examples, name="studio_examples"),
    path("<uuid:draft>/examples/keep/", examples.keep, name="studio_keep"),
    path("<uuid:draft>/history/", history.history, name="studio_history"),
    path("<uuid:draft>/history/<int:number>/", history.compared, name="studio_compared"),
]
