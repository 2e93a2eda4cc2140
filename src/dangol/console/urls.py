"""Addresses of the staff pages."""

from django.urls import URLPattern, URLResolver, include, path

from dangol.console import background, counter, door

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", door.sign_in, name="sign_in"),
    path("sign-out/", door.sign_out, name="sign_out"),
    path("counter/", counter.find, name="counter"),
    path("counter/enrol/", counter.enrol, name="counter_enrol"),
    path("counter/<uuid:customer_id>/", counter.customer, name="counter_customer"),
    path("counter/<uuid:customer_id>/visit/", counter.visit, name="counter_visit"),
    path("counter/<uuid:customer_id>/purchase/", counter.purchase, name="counter_purchase"),
    path("counter/<uuid:customer_id>/preview/", counter.preview, name="counter_preview"),
    path("counter/<uuid:customer_id>/redeem/", counter.redeem, name="counter_redeem"),
    path("counter/<uuid:customer_id>/claim/", counter.claim, name="counter_claim"),
    path("counter/<uuid:customer_id>/undo/", counter.undo, name="counter_undo"),
    path("background/", background.background, name="background"),
    path("background/<uuid:work_id>/again/", background.revive, name="background_revive"),
    path("start/", include("dangol.console.start.urls")),
    path("studio/", include("dangol.console.studio.urls")),
    path("versions/", include("dangol.console.versions.urls")),
    path("effect/", include("dangol.console.effect.urls")),
    path("handbook/", include("dangol.console.handbook.urls")),
    path("ask/", include("dangol.console.ask.urls")),
]
