"""Addresses of the customers' pages."""

from django.urls import path

from dangol.portal import card, policy

urlpatterns = [
    path("", policy.first_page, name="home"),
    path("favicon.ico", policy.icon, name="icon"),
    path("policy/", policy.policy, name="policy"),
    path("policy/text/", policy.text, name="policy_text"),
    path("card/", card.door, name="card_door"),
    path("card/code/", card.code, name="card_code"),
    path("card/mine/", card.mine, name="card_mine"),
    path("card/leave/", card.leave, name="card_leave"),
    path("card/link/<str:token>/", card.linked, name="card_link"),
]
