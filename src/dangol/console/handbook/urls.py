"""Addresses under /handbook/."""

from django.urls import URLPattern, path

from dangol.console.handbook import book, coverage, people

urlpatterns: list[URLPattern] = [
    path("", book.handbook, name="handbook"),
    path("new/<int:version>/<str:duty>/", book.brief, name="handbook_brief"),
    path("coverage/", coverage.coverage, name="handbook_coverage"),
    path("coverage/<int:version>/<str:clause>/waive/", coverage.waive, name="handbook_waive"),
    path("people/", people.people, name="handbook_people"),
    path("people/add/", people.add, name="handbook_add"),
    path("people/<int:user_id>/", people.person, name="handbook_person"),
    path("people/<int:user_id>/password/", people.password, name="handbook_password"),
]
